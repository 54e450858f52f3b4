// The outline: how far each part has come, and which one is in sight.

/** Outline counts the fields that somebody has to fill. */
export class Outline {
  constructor(sheet, figures) {
    this.figures = figures;
    this.parts = new Map(); // id of the heading → {fields, tally}
    for (const link of document.querySelectorAll('.outline a')) {
      this.parts.set(link.hash.slice(1), {link, fields: new Set(), tally: link.querySelector('.tally')});
    }
    this.all = new Set([...figures.fields()].filter((f) => !figures.isComputed(f)));
    for (const chunk of sheet.querySelectorAll('.chunk')) this.assign(chunk);
    this.bar = document.getElementById('progress');
    this.sum = document.getElementById('count');
    this.fold();
    this.follow(sheet);
  }

  assign(chunk) {
    const ids = chunk.dataset.parts.split(' ').filter((id) => this.parts.has(id));
    if (ids.length === 0) return;
    for (const {dataset} of chunk.querySelectorAll('[data-f]')) {
      if (this.all.has(dataset.f)) for (const id of ids) this.parts.get(id).fields.add(dataset.f);
    }
  }

  /** count brings all tallies up to date, once a frame at most. */
  count() {
    if (this.due) return;
    this.due = requestAnimationFrame(() => {
      this.due = 0;
      const filled = new Set([...this.all].filter((f) => this.figures.text(f) !== ''));
      this.bar.value = filled.size;
      this.bar.max = this.all.size;
      write(this.sum, `${filled.size}/${this.all.size}`);
      for (const part of this.parts.values()) this.tell(part, filled);
    });
  }

  tell({fields, tally, link}, filled) {
    if (fields.size === 0) return;
    let n = 0;
    for (const field of fields) if (filled.has(field)) n++;
    write(tally, `${n}/${fields.size}`);
    link.classList.toggle('done', n === fields.size);
  }

  /** fold opens the outline where it has a column of its own. */
  fold() {
    const details = document.querySelector('.outline details');
    if (!details) return;
    const wide = matchMedia('(min-width: 62rem)');
    const fit = () => { details.open = wide.matches; };
    wide.addEventListener('change', fit);
    fit();
  }

  /** follow marks the part that is in sight. */
  follow(sheet) {
    const inSight = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const {target, isIntersecting} of entries) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      }
      const first = [...sheet.querySelectorAll('.chunk')].find((c) => inSight.has(c));
      const id = first?.dataset.parts.split(' ').pop();
      for (const [part, {link}] of this.parts) {
        if (part === id) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    }, {rootMargin: '-20% 0px -60% 0px'});
    for (const chunk of sheet.querySelectorAll('.chunk')) observer.observe(chunk);
  }
}

function write(element, value) {
  if (element.textContent !== value) element.textContent = value;
}
