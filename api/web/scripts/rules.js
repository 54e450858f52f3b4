// The list of proposals, computed fields and checks, with an editor for each that
// tells at once what is wrong.

import {build} from './build.js';
import {fieldNamed, inLabels, title} from './fields.js';
import {text} from './texts.js';

/** Rules draws the editor and takes what is entered. */
export class Rules {
  constructor(root, draft, proposals, go) {
    Object.assign(this, {root, draft, proposals, go});
    this.faults = new Map(); // "computed 3" or "check 0" → messages
    this.count = document.getElementById('proposal-count');
    draft.listen((about) => { if (!about) this.draw(); else this.refresh(); });
    proposals.listen(() => this.drawProposals());
    root.addEventListener('focusin', (event) => { if (event.target.matches('.expression')) this.cursor = event.target; });
    this.draw();
  }

  draw() {
    const focused = this.root.contains(document.activeElement) && document.activeElement.id;
    const lost = this.onProposals();
    this.rows = [];
    const {computed, checks} = this.draft.lists;
    this.root.replaceChildren(
      this.listOfProposals(),
      this.section('computed', text('computed_lead'), computed.map((c, i) => this.computedRow(c, i)), text('add_computed'), () => this.addComputed()),
      this.section('checks', text('checks_lead'), checks.map((c, i) => this.checkRow(c, i)), text('add_check'), () => this.addCheck()),
      this.inserter());
    this.refresh();
    if (focused) document.getElementById(focused)?.focus();
    if (lost) this.focusProposals();
  }

  /** drawProposals brings the proposals up to date, and nothing else: somebody may be typing. */
  drawProposals() {
    const lost = this.onProposals();
    this.root.querySelector('#proposals').replaceWith(this.listOfProposals());
    if (lost) this.focusProposals();
  }

  /** onProposals tells whether the focus is on a proposal, whose button will be gone. */
  onProposals() { return Boolean(this.root.querySelector('#proposals')?.contains(document.activeElement)); }

  focusProposals() { (this.root.querySelector('#proposals .accept') || this.root.querySelector('#proposals-title')).focus(); }

  listOfProposals() {
    const open = this.proposals.open();
    this.count.textContent = open.length || '';
    const refused = this.proposals.refused.size;
    return build('section', {id: 'proposals', class: 'card', 'aria-labelledby': 'proposals-title'},
      build('h3', {id: 'proposals-title', tabindex: '-1'}, text('proposals')),
      build('p', {class: 'hint'}, text(open.length ? 'proposals_lead' : 'proposals_none')),
      build('ul', {class: 'proposals wide'}, ...open.map((p) => this.proposals.item(p, this.go))),
      refused ? build('button', {type: 'button', class: 'quiet', onclick: () => this.proposals.bringBack()}, text('refused_count', refused)) : null);
  }

  section(name, lead, rows, words, add) {
    return build('section', {class: 'card', 'aria-labelledby': `${name}-title`},
      build('h3', {id: `${name}-title`}, text(name)), build('p', {class: 'hint'}, lead),
      build('ol', {class: `rules ${name}`}, ...rows),
      build('button', {type: 'button', onclick: add}, words));
  }

  computedRow(c, i) {
    const id = `computed-${i}`;
    const field = build('select', {id: `${id}-field`, onchange: () => this.edit((s) => { s.computed[i].field = field.value; })}, ...this.fieldOptions(c.field));
    const decimals = build('input', {id: `${id}-decimals`, type: 'number', min: '0', max: '12', class: 'short', value: String(c.decimals),
      oninput: () => this.edit((s) => this.setDecimals(s, i, Number(decimals.value)), `${id}.decimals`)});
    const expression = this.expression(`${id}-is`, c.is, (s, value) => { s.computed[i].is = value; });
    return this.row('computed', i, () => this.draft.schema.computed[i]?.is, [
      labelled(field, text('field')), labelled(expression, text('formula'), 'grow'), labelled(decimals, text('member_decimals')),
    ], (s) => s.computed.splice(i, 1));
  }

  checkRow(c, i) {
    const id = `check-${i}`;
    const severity = build('select', {id: `${id}-severity`, onchange: () => this.edit((s) => { s.checks[i].severity = severity.value; })},
      ...['error', 'warning'].map((v) => build('option', {value: v, selected: (c.severity || 'error') === v}, text(`severity_${v}`))));
    const message = build('input', {id: `${id}-message`, value: c.message || '', autocomplete: 'off', placeholder: text('message_hint'),
      oninput: () => this.edit((s) => { s.checks[i].message = message.value.trim(); }, `${id}.message`)});
    const condition = this.expression(`${id}-condition`, c.check, (s, value) => { s.checks[i].check = value; });
    return this.row('check', i, () => this.draft.schema.checks[i]?.check, [
      labelled(condition, text('condition'), 'grow'), labelled(severity, text('severity')), labelled(message, text('message'), 'grow'),
    ], (s) => s.checks.splice(i, 1));
  }

  row(kind, i, source, controls, cut) {
    const reads = build('p', {class: 'reads'});
    const fault = build('p', {class: 'fault', id: `${kind}-${i}-fault`, hidden: true});
    const row = build('li', {id: `${kind}-${i}`}, build('div', {class: 'row'}, ...controls,
      build('button', {type: 'button', class: 'quiet cut', onclick: () => this.edit(cut)}, text('remove'))), reads, fault);
    this.rows.push({key: `${kind} ${i}`, source, reads, fault, expression: row.querySelector('.expression')});
    return row;
  }

  expression(id, value, take) {
    const control = build('input', {id, class: 'expression mono', value, autocomplete: 'off', spellcheck: 'false',
      oninput: () => this.edit((s) => take(s, control.value), id)});
    return control;
  }

  /** edit changes the rules; about is empty where the list of them changes. */
  edit(change, about = '') { this.draft.change(change, about); }

  /** setDecimals sets those of a formula, and of its field where it has some: the two must agree. */
  setDecimals(schema, i, value) {
    const computed = schema.computed[i];
    computed.decimals = value;
    const field = fieldNamed(schema, computed.field);
    if (field?.decimals !== undefined) field.decimals = value;
  }

  fieldOptions(chosen) {
    return this.draft.schema.fields.filter((f) => f.name === chosen || (f.kind && !['text', 'date'].includes(f.kind)))
      .map((f) => build('option', {value: f.name, selected: f.name === chosen}, title(f)));
  }

  addComputed() {
    const {schema} = this.draft;
    const taken = new Set((schema.computed || []).map((c) => c.field));
    const free = schema.fields.find((f) => !taken.has(f.name) && ['decimal', 'integer', 'percent'].includes(f.kind));
    if (!free) return;
    this.edit((s) => s.computed.push({field: free.name, is: '', decimals: free.decimals ?? 0}));
    document.getElementById(`computed-${schema.computed.length - 1}-field`).focus();
  }

  addCheck() {
    this.edit((s) => s.checks.push({check: '', severity: 'error', message: ''}));
    document.getElementById(`check-${this.draft.schema.checks.length - 1}-condition`).focus();
  }

  /** inserter is a list of the fields, each of which goes to the cursor in an expression. */
  inserter() {
    const select = build('select', {id: 'insert', onchange: () => { this.insert(select.value); select.value = ''; }},
      build('option', {value: ''}, '…'), ...this.draft.schema.fields.filter((f) => f.kind && f.kind !== 'text').map((f) => build('option', {value: f.name}, `${title(f)} · ${f.name}`)));
    return build('p', {class: 'inserter'}, build('label', {for: 'insert'}, text('insert')), select);
  }

  insert(name) {
    const into = this.cursor?.isConnected ? this.cursor : this.root.querySelector('.expression');
    if (!into || !name) return;
    into.setRangeText(name, into.selectionStart, into.selectionEnd, 'end');
    into.dispatchEvent(new Event('input', {bubbles: true}));
    into.focus();
  }

  /** show tells what the service finds wrong, by "computed 3" or "check 0". */
  show(faults) {
    this.faults = faults;
    this.refresh();
  }

  refresh() {
    for (const {key, source, reads, fault, expression} of this.rows) {
      const messages = this.faults.get(key) || [];
      const said = source();
      reads.textContent = said ? text('reads', inLabels(this.draft.schema, said)) : '';
      fault.textContent = messages.join(' ');
      fault.hidden = messages.length === 0;
      if (messages.length) expression.setAttribute('aria-invalid', 'true');
      else expression.removeAttribute('aria-invalid');
      if (messages.length) expression.setAttribute('aria-describedby', fault.id);
      else expression.removeAttribute('aria-describedby');
    }
  }
}

function labelled(control, label, more = '') {
  return build('div', {class: `member ${more}`}, build('label', {for: control.id}, label), control);
}
