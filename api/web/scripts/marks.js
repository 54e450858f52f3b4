// What is wrong, at its place: the input is marked, and the paragraph is followed
// by what is wrong and what to do. Computed values stand grey in their inputs.

import {build} from './build.js';
import {display} from './exact.js';
import {text} from './texts.js';

/** Marks shows the problems, warnings and computed values of an answer. */
export class Marks {
  constructor(figures) {
    this.figures = figures;
    this.shown = new Map();   // key → {fault, item, fields}
    this.refused = new Map(); // field → fault: what the service did not take at all
    this.computed = new Map();
  }

  /** of lists the messages that concern a field. */
  of(field) {
    return [...this.shown.values()].filter((s) => s.fields.includes(field)).map((s) => s.fault);
  }

  /** show brings the page to what an answer says. */
  show(answer) {
    const faults = [
      ...answer.problems.map((p) => ({...p, severity: 'error'})),
      ...answer.warnings.map((p) => ({...p, severity: 'warning'})),
      ...this.refused.values(),
    ];
    const wanted = new Map(faults.map((f) => [`${f.severity} ${f.code} ${f.field} ${f.placeholders} ${f.message}`, f]));
    for (const [key, mark] of this.shown) {
      if (!wanted.has(key)) this.remove(key, mark);
    }
    for (const [key, fault] of wanted) {
      if (!this.shown.has(key)) this.add(key, fault);
    }
    this.showComputed(answer.computed);
  }

  /** refuse shows why the service did not take values. */
  refuse(errors) {
    for (const e of errors) {
      const fault = {...e, severity: 'error', message: text('refused', e.message)};
      this.refused.set(e.field, fault);
      this.add(`refused ${e.field}`, fault);
    }
  }

  /** edited forgets what was refused of a field: it is being mended. */
  edited(field) {
    if (!this.refused.delete(field)) return;
    const key = `refused ${field}`;
    if (this.shown.has(key)) this.remove(key, this.shown.get(key));
  }

  add(key, fault) {
    const fields = this.fieldsOf(fault);
    const first = this.place(fault, fields);
    if (!first) return;
    const item = build('li', {class: fault.severity, id: `m${Marks.next++}`}, short(fault));
    this.list(first).append(item);
    this.shown.set(key, {fault, item, fields});
    for (const field of fields) this.paint(field);
  }

  remove(key, {item, fields}) {
    this.shown.delete(key);
    const list = item.parentElement;
    item.remove();
    if (list.childElementCount === 0) list.remove();
    for (const field of fields) this.paint(field);
  }

  /** fieldsOf are the fields that a fault is about: its own, or those of its places. */
  fieldsOf(fault) {
    if (fault.field && this.figures.has(fault.field)) return [fault.field];
    const fields = (fault.placeholders || []).map((n) => this.figures.fieldAt(n)).filter(Boolean);
    return [...new Set(fields)];
  }

  place(fault, fields) {
    const number = fault.placeholders?.[0];
    return (number && document.getElementById(`p${number}`)) || this.figures.places(fields[0])[0];
  }

  /** list is what follows the paragraph of an input. */
  list(input) {
    const block = input.closest('.block');
    const next = block.nextElementSibling;
    if (next?.classList.contains('faults')) return next;
    const list = build('ul', {class: 'faults'});
    block.after(list);
    return list;
  }

  /** paint marks the inputs of a field as its faults have it. */
  paint(field) {
    const marks = [...this.shown.values()].filter((m) => m.fields.includes(field));
    const wrong = marks.some((m) => m.fault.severity === 'error');
    for (const input of this.figures.places(field)) {
      set(input, 'aria-invalid', wrong ? 'true' : null);
      set(input, 'aria-describedby', marks.length ? marks.map((m) => m.item.id).join(' ') : null);
      input.classList.toggle('doubt', marks.length > 0 && !wrong);
    }
  }

  showComputed(values) {
    for (const field of this.figures.fields()) {
      if (!this.figures.isComputed(field)) continue;
      const value = display(values[field], this.figures.unit(field));
      if (this.computed.get(field) === value) continue;
      this.computed.set(field, value);
      for (const input of this.figures.places(field)) {
        input.placeholder = value || '—';
        input.classList.toggle('unknown', value === '');
      }
    }
  }
}
Marks.next = 1;

/** short is a message without the sentence that it ends with, for where the sentence is in sight. */
export function short({message, sentence}) {
  if (!sentence) return message;
  const at = Math.max(message.lastIndexOf('文中：'), message.lastIndexOf(' In the text: '));
  return at > 0 ? message.slice(0, at) : message;
}

function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
