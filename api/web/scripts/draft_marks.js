// The marks in the text of the draft: which field each takes, how far the author
// has come with it, and which one is chosen.

import {ignored} from './draft.js';
import {computedOf, fieldNamed, isUnnamed, placesOf, title} from './fields.js';
import {text} from './texts.js';

/** DraftMarks paints the marks and tells which one the author chooses. */
export class DraftMarks {
  constructor(sheet, draft) {
    this.draft = draft;
    this.buttons = [...sheet.querySelectorAll('[data-n]')].sort((a, b) => a.dataset.n - b.dataset.n);
    this.chosen = 0;
    this.faults = new Set(); // numbers of placeholders that something is wrong with
    this.onChoose = () => {};
    sheet.addEventListener('click', (event) => {
      const button = event.target.closest('[data-n]');
      if (button) this.choose(Number(button.dataset.n));
    });
    this.paint();
  }

  /** state tells how far the author has come with a placeholder. */
  state(number) {
    const name = this.draft.schema.placeholders[number - 1];
    if (name !== ignored) return isUnnamed(name) ? 'suggested' : 'named';
    return this.draft.data.placeholders[number - 1].doubtful ? 'doubtful' : 'ignored';
  }

  /** numbers are those of the placeholders in a state. */
  numbers(state) {
    return this.draft.schema.placeholders.flatMap((_, i) => (this.state(i + 1) === state ? [i + 1] : []));
  }

  /** next is the placeholder in a state that follows another, round to the first; 0 for none. */
  next(state, from, step = 1) {
    const all = this.numbers(state);
    const ahead = step > 0 ? all.find((n) => n > from) : all.findLast((n) => n < from);
    return ahead ?? all.at(step > 0 ? 0 : -1) ?? 0;
  }

  /** refresh shows a change: of one field where it is about its member, of all else. */
  refresh(about) {
    const name = about.slice(0, about.lastIndexOf('.'));
    const field = fieldNamed(this.draft.schema, name);
    if (!field) return this.paint();
    const same = this.chosen && this.draft.schema.placeholders[this.chosen - 1] === name;
    for (const number of placesOf(this.draft.schema, name)) this.paintOne(this.buttons[number - 1], number, field, same);
  }

  paint() {
    const {schema} = this.draft;
    const fields = new Map(schema.fields.map((f) => [f.name, f]));
    const same = this.chosen && schema.placeholders[this.chosen - 1];
    for (const button of this.buttons) {
      const number = Number(button.dataset.n);
      const name = schema.placeholders[number - 1];
      this.paintOne(button, number, fields.get(name), same && same !== ignored && name === same);
    }
  }

  paintOne(button, number, field, alike) {
    const state = this.state(number);
    const label = field ? (computedOf(this.draft.schema, field.name) ? '= ' : '') + title(field) : '';
    write(button.lastElementChild, label);
    const classes = ['m', state, alike && number !== this.chosen && 'alike', this.faults.has(number) && 'wrong'].filter(Boolean).join(' ');
    if (button.className !== classes) button.className = classes;
    set(button, 'aria-label', text('mark', button.textContent, number, text(`state_${state}`)));
    set(button, 'aria-current', number === this.chosen ? 'true' : null);
  }

  choose(number, focus = true) {
    this.chosen = number;
    this.paint();
    this.onChoose(number, focus);
    document.getElementById(`p${number}`)?.scrollIntoView({block: 'nearest'}); // the panel may cover it now
  }

  /** go chooses a placeholder and brings it into sight. */
  go(number) {
    if (!number) return;
    document.getElementById(`p${number}`)?.scrollIntoView({block: 'center'});
    this.choose(number);
  }

  /** focus puts the focus on a placeholder's mark. */
  focus(number) { document.getElementById(`p${number}`)?.focus(); }

  /** wrong marks the placeholders of fields, and those named by number. */
  wrong(names, numbers) {
    const {placeholders} = this.draft.schema;
    this.faults = new Set([...numbers, ...placeholders.flatMap((n, i) => (names.has(n) && fieldNamed(this.draft.schema, n) ? [i + 1] : []))]);
    this.paint();
  }
}

function write(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
