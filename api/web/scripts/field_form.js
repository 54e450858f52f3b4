// The form of one field: name, label, kind and the rest. Each keystroke is in the
// draft; a name counts once it is left, for half a name may be another field's.

import {build} from './build.js';
import {computedOf, fieldNamed, goodName, isUnnamed, rename, set, title} from './fields.js';
import {text} from './texts.js';

const kinds = ['text', 'integer', 'decimal', 'percent', 'year', 'month', 'day', 'rank', 'date'];
const most = 12; // decimals

/** FieldForm draws the form and takes what is entered. */
export class FieldForm {
  constructor(draft, notices) {
    this.draft = draft;
    this.notices = notices;
    this.faults = new Map(); // "name.member" → message
    this.name = '';
    this.open = false; // whether what is rarely needed is shown
  }

  get field() { return fieldNamed(this.draft.schema, this.name); }

  draw(field, about) {
    this.name = field.name;
    const members = [
      this.input(field, 'label', {maxlength: 100}),
      this.nameInput(field, about),
      build('div', {class: 'row'}, this.select(field, 'kind', kinds.map((k) => [k, text(`kind_${k}`)]), 'text'), this.input(field, 'unit', {list: 'units', class: 'short'}), this.decimals(field)),
      this.check(text('member_required'), 'required', !field.optional, (f, on) => set(f, 'optional', !on)),
      this.input(field, 'owner'),
      this.input(field, 'validate', {spellcheck: 'false', class: 'mono'}, text('validate_hint')),
      this.input(field, 'example'),
      build('details', {open: this.open, ontoggle: (event) => { this.open = event.target.open; }}, build('summary', {}, text('more')),
        this.check(text('member_grouping'), 'grouping', Boolean(field.grouping), (f, on) => set(f, 'grouping', on)),
        this.select(field, 'numerals', ['none', 'chinese', 'financial'].map((n) => [n === 'none' ? '' : n, text(`numerals_${n}`)])),
        this.select(field, 'prior_of', [['', text('prior_none')], ...this.others(field)])),
    ];
    this.form = build('div', {class: 'members', role: 'group', 'aria-label': title(field)}, ...members);
    this.refresh();
    return this.form;
  }

  others(field) {
    return this.draft.schema.fields.filter((f) => f !== field).map((f) => [f.name, title(f)]);
  }

  /** edit changes a member of the field, as one step with the letters before it. */
  edit(member, change) {
    const name = this.name;
    this.draft.change((schema) => change(fieldNamed(schema, name)), `${name}.${member}`);
  }

  member(name, control, hint) {
    control.id = `member-${name}`;
    return build('div', {class: `member ${name}`}, build('label', {for: control.id}, text(`member_${name}`)), control,
      hint ? build('p', {class: 'hint', id: `${control.id}-hint`}, hint) : null, build('p', {class: 'fault', id: `${control.id}-fault`, hidden: true}));
  }

  input(field, name, attributes = {}, hint = '') {
    const control = build('input', {...attributes, autocomplete: 'off', value: field[name] ?? '',
      oninput: () => this.edit(name, (f) => set(f, name, control.value.trim()))});
    return this.member(name, control, hint);
  }

  nameInput(field, about) {
    const control = build('input', {class: 'mono', spellcheck: 'false', autocomplete: 'off', value: isUnnamed(field.name) ? '' : field.name,
      placeholder: field.name, disabled: Boolean(about.name), onchange: () => this.rename(control)});
    return this.member('name', control, text('name_hint'));
  }

  rename(control) {
    const name = control.value.trim();
    const problem = this.nameProblem(name);
    this.tell(control, problem);
    if (problem || name === '' || name === this.name) return;
    const before = this.name;
    this.name = name;
    this.draft.change((schema) => rename(schema, before, name), `${name}.name`);
  }

  nameProblem(name) {
    if (name === '' || name === this.name) return '';
    if (!goodName(name)) return text('name_bad');
    const other = fieldNamed(this.draft.schema, name);
    return other ? text('name_taken', title(other)) : '';
  }

  select(field, name, options, fallback = '') {
    const control = build('select', {onchange: () => this.edit(name, (f) => this.choose(f, name, control.value))},
      ...options.map(([value, label]) => build('option', {value, selected: (field[name] || fallback) === value}, label)));
    return this.member(name, control);
  }

  /** choose sets a member; decimals and numerals go with the kind that has them. */
  choose(field, name, value) {
    set(field, name, value);
    if (name !== 'kind') return;
    if (value !== 'decimal' && value !== 'percent') delete field.decimals;
    if (value === 'text') delete field.numerals;
    this.form.querySelector('#member-decimals').disabled = value !== 'decimal' && value !== 'percent';
    this.form.querySelector('#member-decimals').value = field.decimals ?? '';
  }

  decimals(field) {
    const control = build('input', {type: 'number', min: '0', max: String(most), class: 'short', value: field.decimals ?? '', placeholder: text('decimals_asis'),
      disabled: field.kind !== 'decimal' && field.kind !== 'percent', oninput: () => this.edit('decimals', (f) => this.setDecimals(f, control.value))});
    return this.member('decimals', control);
  }

  setDecimals(field, value) {
    if (value === '') delete field.decimals;
    else field.decimals = Number(value);
    const computed = computedOf(this.draft.schema, field.name);
    if (computed && value !== '') computed.decimals = field.decimals;
  }

  check(label, name, checked, change) {
    const control = build('input', {type: 'checkbox', id: `member-${name}`, checked, onchange: () => this.edit(name, (f) => change(f, control.checked))});
    return build('div', {class: 'member check'}, control, build('label', {for: control.id}, label));
  }

  /** show tells what the service finds wrong, by "name.member". */
  show(faults) {
    this.faults = faults;
    this.refresh();
  }

  refresh() {
    if (!this.form) return;
    for (const control of this.form.querySelectorAll('.member > input, .member > select')) {
      const member = control.id.replace('member-', '');
      if (member !== 'name' || !this.nameProblem(control.value.trim())) this.tell(control, this.faults.get(`${this.name}.${member}`) || '');
    }
  }

  tell(control, problem) {
    const place = document.getElementById(`${control.id}-fault`) || this.form.querySelector(`#${control.id}-fault`);
    if (!place) return;
    place.textContent = problem;
    place.hidden = !problem;
    if (problem) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    const described = [this.form.querySelector(`#${control.id}-hint`)?.id, problem && place.id].filter(Boolean).join(' ');
    if (described) control.setAttribute('aria-describedby', described);
    else control.removeAttribute('aria-describedby');
  }
}
