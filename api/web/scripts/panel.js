// The panel beside the text: what goes into the chosen place, or, while none is
// chosen, how much there is left to decide.

import {build} from './build.js';
import {ignored} from './draft.js';
import {bind, bindNew, computedOf, fieldAt, fieldNamed, inLabels, placesOf, title} from './fields.js';
import {FieldForm} from './field_form.js';
import {text} from './texts.js';

/** Panel follows the chosen mark. */
export class Panel {
  constructor(aside, draft, marks, proposals, notices) {
    Object.assign(this, {aside, draft, marks, proposals, notices});
    this.form = new FieldForm(draft, notices, (n) => this.onward(n));
    marks.onChoose = (number, focus) => this.show(focus);
    draft.listen((about) => { if (!about) this.show(false); else this.refresh(); });
    proposals.listen(() => this.showProposals());
    aside.addEventListener('keydown', (event) => this.key(event));
    this.show(false);
  }

  get number() { return this.marks.chosen; }

  /** key: Enter goes to the next place to be named, Escape back into the text. */
  key(event) {
    if (event.isComposing || !this.number) return;
    if (event.key === 'Escape') {
      const number = this.number;
      this.marks.choose(0, false);
      this.marks.focus(number);
    } else if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      event.target.blur(); // a name counts once it is left
      if (this.aside.querySelector('#member-name[aria-invalid=true]')) event.target.focus();
      else this.onward(event.shiftKey ? -1 : 1);
    }
  }

  onward(step) {
    this.marks.go(this.marks.next('suggested', this.number, step) || this.marks.next('named', this.number, step));
  }

  show(focus) {
    const focused = focus ? '' : this.aside.contains(document.activeElement) && document.activeElement.id;
    this.aside.replaceChildren(...(this.number ? this.place(this.number) : this.rest()));
    this.aside.classList.toggle('open', this.number > 0);
    if (focused) document.getElementById(focused)?.focus();
    if (focus && this.number) this.first().focus();
  }

  /** refresh brings what does not hold the focus up to date with a keystroke. */
  refresh() {
    this.form.refresh();
    const field = this.number && fieldAt(this.draft.schema, this.number);
    const chosen = field && this.aside.querySelector('#own option:checked');
    if (!chosen) return;
    chosen.value = field.name;
    chosen.textContent = optionText(field);
  }

  first() { return this.aside.querySelector('#member-label') || this.aside.querySelector('button.primary, select'); }

  /** rest tells what is left to decide. */
  rest() {
    const counts = ['suggested', 'doubtful', 'ignored'].map((state) => [state, this.marks.numbers(state)]);
    const open = this.proposals.open().length;
    return [
      build('h2', {}, text('rest_title')),
      build('p', {class: 'hint'}, text('rest_lead')),
      build('ul', {class: 'rest'},
        ...counts.filter(([, list]) => list.length).map(([state, list]) => build('li', {},
          build('button', {type: 'button', id: `rest-${state}`, class: `quiet go ${state}`, onclick: () => this.marks.go(list[0])}, text(`rest_${state}`, list.length)))),
        counts[0][1].length === 0 ? build('li', {class: 'done'}, text('rest_done')) : null,
        open ? build('li', {}, build('a', {class: 'go', href: '#rules'}, text('rest_proposals', open))) : null),
    ];
  }

  place(number) {
    const about = this.draft.data.placeholders[number - 1];
    const field = fieldAt(this.draft.schema, number);
    return [
      build('div', {class: 'panel-head'}, build('h2', {}, text('place', number)), this.steps()),
      build('p', {class: 'sentence', lang: 'zh-CN'}, about.before, build('mark', {}, about.text), about.after),
      field || !about.doubtful ? null : build('p', {class: 'warning'}, text('doubt', about.doubtful)),
      field ? null : build('button', {type: 'button', class: 'primary', onclick: () => this.own(number)}, text('take_in')),
      about.name ? build('p', {class: 'hint'}, text('fixed', about.name)) : this.choice(number, field),
      field ? this.form.draw(field, about) : null,
      field ? this.places(field, number) : null,
      field ? this.formula(field) : null,
      field ? build('ul', {class: 'proposals'}, ...this.proposalsAbout(field)) : null,
    ].filter(Boolean);
  }

  proposalsAbout(field) {
    return this.proposals.about(field.name).slice(0, 3).map((p) => this.proposals.item(p, (n) => this.marks.go(n)));
  }

  /** showProposals brings the proposals up to date, and nothing else: somebody may be typing. */
  showProposals() {
    const field = this.number && fieldAt(this.draft.schema, this.number);
    if (field) this.aside.querySelector('.proposals').replaceChildren(...this.proposalsAbout(field));
    else if (!this.number) this.show(false);
  }

  steps() {
    return build('span', {class: 'steps'},
      build('button', {type: 'button', class: 'quiet', onclick: () => this.onward(-1)}, text('prev_place')),
      build('button', {type: 'button', class: 'quiet', onclick: () => this.onward(1)}, text('next_place')),
      build('button', {type: 'button', class: 'quiet', 'aria-label': text('close'), onclick: () => { const n = this.number; this.marks.choose(0, false); this.marks.focus(n); }}, '×'));
  }

  /** choice is the list of what may go into a place. */
  choice(number, field) {
    const select = build('select', {id: 'own', onchange: () => this.chose(number, select.value)},
      build('option', {value: ' new'}, text('own_new')),
      build('option', {value: ignored, selected: !field}, text('own_none')),
      ...this.draft.schema.fields.map((f) => build('option', {value: f.name, selected: f === field}, optionText(f))));
    return build('div', {class: 'member'}, build('label', {for: 'own'}, text('own')), select);
  }

  chose(number, name) {
    if (name === ' new') return this.own(number);
    let gone;
    this.draft.change((schema) => { gone = bind(schema, number, name); });
    this.tellGone(gone);
  }

  own(number) {
    let gone;
    this.draft.change((schema) => { gone = bindNew(schema, number, this.draft.data.placeholders[number - 1]); });
    this.tellGone(gone);
    this.first().focus();
  }

  tellGone(field) {
    if (!field) return;
    this.notices.pass(text('orphan', title(field)), build('button', {type: 'button', onclick: this.draft.back()}, text('undo')));
  }

  places(field, number) {
    const all = placesOf(this.draft.schema, field.name);
    if (all.length < 2) return null;
    return build('p', {class: 'places'}, text('shared', all.length), ...all.map((n) => (n === number
      ? build('b', {}, ` ${n}`) : build('a', {href: `#p${n}`, onclick: (event) => { event.preventDefault(); this.marks.go(n); }}, ` ${n}`))));
  }

  formula(field) {
    const computed = computedOf(this.draft.schema, field.name);
    return computed ? build('p', {class: 'computed'}, text('computed_as', inLabels(this.draft.schema, computed.is))) : null;
  }
}

function optionText(field) { return field.label ? `${field.label} · ${field.name}` : field.name; }
