// What the service holds, as this page last heard, and what others change.

import {build} from './build.js';
import {display} from './exact.js';
import {text} from './texts.js';

/** Held brings the service's values into the inputs, but never over what is being typed. */
export class Held {
  constructor(figures, queue, notices) {
    this.figures = figures;
    this.queue = queue;
    this.notices = notices;
    this.revision = 0;
    this.texts = new Map();
    this.sources = {};
    this.mine = new Map(); // what this page has saved
  }

  text(field) { return this.texts.get(field) || ''; }

  source(field) { return this.sources[field]; }

  /** take takes a report and tells whether it is news. sent are the values that it answers to. */
  take(answer, sent) {
    if (answer.revision < this.revision) return false;
    const first = this.revision === 0;
    this.revision = answer.revision;
    this.sources = answer.sources;
    for (const field of this.figures.fields()) {
      const now = display(answer.values[field], this.figures.unit(field));
      const was = this.text(field);
      if (now === was && !sent.has(field)) continue;
      this.texts.set(field, now);
      if (sent.has(field)) this.mine.set(field, now);
      else if (!first) this.changed(field, was, now);
    }
    return true;
  }

  /** changed shows what somebody else did, and tells whoever loses a value by it. */
  changed(field, was, now) {
    const who = this.sources[field]?.name || '';
    const label = this.figures.label(field);
    if (this.queue.has(field)) {
      this.notices.add(text('typing', who, label, now || text('nothing')));
      return;
    }
    this.figures.show(field, now);
    for (const input of this.figures.places(field)) flash(input);
    if (this.mine.get(field) !== was || was === '') return;
    this.mine.delete(field);
    this.notices.add(text('overwritten', who, label, was, now || text('nothing')),
      this.again(field, was), build('a', {href: `#${this.figures.places(field)[0].id}`}, label));
  }

  /** again is a button that puts a value back. */
  again(field, value) {
    return build('button', {type: 'button', onclick: () => {
      this.figures.show(field, value);
      this.queue.put(field, value, this.text(field));
      this.figures.go(field);
    }}, text('restore', value));
  }

  /** restore takes up what an earlier visit could not send. What others changed meanwhile is asked about. */
  restore() {
    for (const [field, entry] of Object.entries(this.queue.store.all())) {
      const now = this.text(field);
      if (!this.figures.has(field) || entry.text === now) {
        this.queue.store.remove(field, entry.text);
      } else if (entry.base === now) {
        this.figures.show(field, entry.text);
        this.queue.put(field, entry.text, now);
      } else {
        this.queue.store.remove(field, entry.text);
        this.notices.add(text('stale', this.figures.label(field), entry.text || text('nothing'), this.source(field)?.name || '', now || text('nothing')),
          this.again(field, entry.text));
      }
    }
    this.queue.tell();
  }
}

/** flash draws the eye to a value that has just come from elsewhere. */
function flash(input) {
  input.classList.remove('arrived');
  requestAnimationFrame(() => input.classList.add('arrived'));
}
