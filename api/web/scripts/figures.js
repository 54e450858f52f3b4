// The inputs of the sheet, by field. One field may stand in several places: it is
// one value in all of them.

import {build} from './build.js';

const mostOnLine = 16; // characters; an input would hide what is beyond, on paper too

/** Figures knows every input and what the page tells of its field. */
export class Figures {
  constructor(sheet, notes) {
    this.notes = notes;
    this.inputs = [...sheet.querySelectorAll('[data-f]')]; // in reading order
    this.byField = new Map();
    for (const input of this.inputs) {
      const places = this.byField.get(input.dataset.f);
      if (places) places.push(input);
      else this.byField.set(input.dataset.f, [input]);
    }
  }

  fields() { return this.byField.keys(); }

  has(field) { return this.byField.has(field); }

  places(field) { return this.byField.get(field) || []; }

  text(field) { return this.byField.get(field)[0].value; }

  label(field) { return this.notes[field]?.label || field; }

  unit(field) { return this.notes[field]?.unit || ''; }

  isComputed(field) { return Boolean(this.notes[field]?.formula); }

  /** isGap tells whether an input waits for somebody to fill it. */
  isGap(input) {
    const field = input.dataset.f;
    return input.value === '' && !this.isComputed(field) && !this.notes[field].optional;
  }

  /** show puts a text into all places of a field. */
  show(field, text) {
    for (const input of this.places(field)) {
      if (input.localName === 'input' && (text.includes('\n') || text.length > mostOnLine)) this.widen(input).value = text;
      else if (input.value !== text) input.value = text;
    }
  }

  /** widen puts an input of several lines in the place of one that would run them together, or hide some. */
  widen(input) {
    const area = build('textarea', {rows: '2'});
    for (const {name, value} of input.attributes) if (name !== 'value' && name !== 'inputmode') area.setAttribute(name, value);
    for (const list of [this.inputs, this.places(input.dataset.f)]) list[list.indexOf(input)] = area;
    const focused = document.activeElement === input;
    input.replaceWith(area);
    if (focused) area.focus();
    return area;
  }

  /** follow puts what is typed in one place into the others of its field. */
  follow(input) {
    for (const other of this.places(input.dataset.f)) {
      if (other !== input) other.value = input.value;
    }
  }

  /** fieldAt is the field of a placeholder, by its number. */
  fieldAt(number) {
    return document.getElementById(`p${number}`)?.dataset.f;
  }

  /** go moves the focus to the first place of a field or to a placeholder. */
  go(field, number) {
    const input = (number && document.getElementById(`p${number}`)) || this.places(field)[0];
    if (!input) return;
    input.focus({preventScroll: true});
    input.scrollIntoView({block: 'center'});
    input.select();
  }
}
