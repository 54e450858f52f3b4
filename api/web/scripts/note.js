// The note beside the place that has the focus: what belongs there, last year's
// figure, how a computed one comes about, who set it and when, what is wrong.

import {build} from './build.js';
import {moment} from './frame.js';
import {short} from './marks.js';
import {text} from './texts.js';

const ways = {document: () => text('via_document'), sheet: () => text('via_sheet'), batch: () => text('via_batch')};

/** Note follows the focus. */
export class Note {
  constructor(aside, figures, held, marks) {
    Object.assign(this, {aside, figures, held, marks, input: null});
    this.sheet = document.getElementById('sheet');
    this.sheet.addEventListener('focusin', (event) => { if (event.target.dataset.f) this.show(event.target); });
    this.sheet.addEventListener('focusout', (event) => { if (!event.relatedTarget?.dataset?.f) this.hide(); });
  }

  show(input) {
    this.input = input;
    this.aside.hidden = false;
    this.refresh();
  }

  /** place puts the note level with the input, but not below the window. */
  place() {
    const bench = this.aside.parentElement.getBoundingClientRect().top;
    const level = this.input.getBoundingClientRect().top - 12;
    const lowest = innerHeight - this.aside.offsetHeight - 12;
    this.aside.style.top = `${Math.max(0, Math.min(level, lowest) - bench)}px`;
  }

  hide() {
    this.input = null;
    this.aside.hidden = true;
  }

  refresh() {
    if (!this.input) return;
    this.aside.replaceChildren(...this.lines(this.input.dataset.f));
    this.place();
  }

  lines(field) {
    const about = this.figures.notes[field];
    return [
      build('h2', {}, about.label),
      build('p', {class: 'meta'}, this.meta(field, about)),
      about.formula && this.formula(field, about),
      about.previous && build('p', {}, build('b', {}, text('previous')), ` ${about.previous}${about.unit || ''}`),
      this.source(field),
      ...this.marks.of(field).map((f) => build('p', {class: f.severity}, short(f))),
    ].filter(Boolean);
  }

  meta(field, about) {
    const places = this.figures.places(field);
    return [
      this.input.id.startsWith('p') && text('place', this.input.id.slice(1)),
      places.length > 1 && text('places', places.length),
      about.unit && text('unit', about.unit),
      about.demand && text('demand', about.demand),
      about.owner && text('owner', about.owner),
    ].filter(Boolean).join(' · ');
  }

  formula(field, about) {
    const given = this.figures.text(field) !== '';
    return build('p', {}, build('b', {}, text('formula')), ` ${text('computed_as', about.formula)}`,
      given ? build('span', {class: 'meta'}, ` ${text('overridden')}`) : null);
  }

  /** told is who set a value and when, and where it came from if nobody typed it. */
  told(source) {
    const from = this.origin(source);
    if (!from) return build('p', {class: 'meta'}, text('set_by', source.name, moment(source.at)));
    return build('p', {class: 'origin'}, from, build('span', {class: 'meta'}, text('brought_by', source.name, moment(source.at))));
  }

  origin(source) {
    const {previous, previousTitle} = this.sheet.dataset;
    if (source.from) return source.from === previous ? text('from_previous', previousTitle) : text('from_earlier');
    if (source.via) return ways[source.via]?.() || ''; // one of a later version is no more than who and when
    return source.role === 'system' ? text('via_system') : '';
  }

  source(field) {
    const source = this.held.source(field);
    if (source) return this.told(source);
    return this.figures.isComputed(field) || this.figures.text(field) !== '' ? null : build('p', {class: 'meta'}, text('unset'));
  }
}
