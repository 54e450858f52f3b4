// Proposals: totals, rates, differences, orders and repeated facts that the
// sentences show. None of them holds until the author accepts it.

import {build} from './build.js';
import {fieldNamed, inLabels, join, placesOf, title} from './fields.js';
import {text} from './texts.js';

/** Proposals knows which are open. Those that the author refused stay refused in this browser. */
export class Proposals {
  constructor(draft, notices) {
    this.draft = draft;
    this.notices = notices;
    this.all = draft.data.proposals;
    this.key = `reportfill.refused.${draft.data.id}`;
    this.refused = this.load();
    this.listeners = [];
  }

  listen(listener) { this.listeners.push(listener); }

  tell() { for (const listener of this.listeners) listener(); }

  /** update takes what the service proposes for the draft as it now is. */
  update(all) {
    this.all = all;
    this.tell();
  }

  open() {
    return this.all.filter((p) => !this.refused.has(this.nameOf(p)) && !this.isTaken(p));
  }

  /** about are the open proposals that concern a field. */
  about(name) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u');
    return this.open().filter((p) => p.field === name || (p.same || []).includes(name) || whole.test(p.expression || ''));
  }

  /** isTaken tells whether the draft has taken a proposal up since the service was asked. */
  isTaken(p) {
    const {computed, checks} = this.draft.lists;
    const names = [p.field, ...(p.same || [])];
    if (names.some((n) => !fieldNamed(this.draft.schema, n))) return true;
    if (p.kind === 'same') return false;
    if (p.kind === 'order') return checks.some((c) => c.check === p.expression);
    return computed.some((c) => c.field === p.field);
  }

  /** nameOf names a proposal by the places that it rests on: names of fields change. */
  nameOf(p) {
    const {schema} = this.draft;
    const places = (name) => placesOf(schema, name).join('+');
    return [p.kind, places(p.field), ...(p.same || []).map(places), (p.expression || '').replace(/\p{L}[\p{L}\p{N}_]*/gu, places)].join(' ');
  }

  accept(p) {
    this.draft.change((schema) => {
      if (p.kind === 'same') for (const other of p.same) join(schema, p.field, other);
      else if (p.kind === 'order') schema.checks.push({check: p.expression, severity: 'error', message: p.message});
      else {
        schema.computed.push({field: p.field, is: p.expression, decimals: p.decimals});
        const field = fieldNamed(schema, p.field);
        if (field.decimals !== undefined) field.decimals = p.decimals;
      }
    });
    this.notices.pass(text('accepted', this.what(p)), this.undoing(this.draft.back()));
    this.tell();
  }

  refuse(p) {
    this.refused.add(this.nameOf(p));
    this.save();
    this.notices.pass(text('refused', this.what(p)), this.undoing(() => {
      this.refused.delete(this.nameOf(p));
      this.save();
      this.tell();
    }));
    this.tell();
  }

  /** bringBack forgets what was refused. */
  bringBack() {
    this.refused.clear();
    this.save();
    this.tell();
  }

  undoing(back) { return build('button', {type: 'button', onclick: back}, text('undo')); }

  /** what is a proposal in labels. */
  what(p) {
    const {schema} = this.draft;
    const label = (name) => title(fieldNamed(schema, name));
    if (p.kind === 'same') return [p.field, ...p.same].map(label).join(' ＝ ');
    if (p.kind === 'order') return inLabels(schema, p.expression);
    return `${label(p.field)} ＝ ${inLabels(schema, p.expression)}`;
  }

  /** item is a proposal for a list; go leads to a placeholder. */
  item(p, go) {
    const place = placesOf(this.draft.schema, p.field)[0];
    return build('li', {class: 'proposal'},
      build('p', {class: 'kind'}, build('b', {}, text(`proposal_${p.kind}`)), build('span', {class: p.certain ? 'badge final' : 'badge'}, text(p.certain ? 'certain' : 'possible'))),
      build('p', {class: 'what'}, this.what(p)),
      build('p', {class: 'why'}, p.message),
      build('p', {class: 'actions'},
        build('button', {type: 'button', class: 'accept', onclick: once(() => this.accept(p))}, text('accept')),
        build('button', {type: 'button', class: 'quiet', onclick: once(() => this.refuse(p))}, text('refuse')),
        place ? build('a', {href: `#p${place}`, onclick: (event) => { event.preventDefault(); go(place); }}, text('place', place)) : null));
  }

  load() {
    try {
      return new Set(JSON.parse(localStorage.getItem(this.key)) || []);
    } catch {
      return new Set(); // no storage: refusals hold for this visit
    }
  }

  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.refused]));
    } catch {
      // They hold for this visit.
    }
  }
}

/** once leaves out the second of two quick clicks: another proposal stands there by then. */
function once(act) { return (event) => { if (event.detail < 2) act(); }; }
