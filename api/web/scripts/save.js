// The queue of values on their way to the service. What is typed is in the
// browser's storage before it is sent, and leaves it when the service has it: a
// lost connection, a reload or a crash loses no keystroke.

import {call, Refusal} from './service.js';
import {text} from './texts.js';

const pause = 400;         // milliseconds after the last keystroke
const firstRetry = 1000;   // milliseconds; doubled with each failure
const longestRetry = 15_000;
const mostAtOnce = 500;    // values in one request

/** Queue sends values in the order of typing, one request at a time. */
export class Queue {
  constructor(path, name, connection, figures) {
    this.path = path;
    this.store = new Store(`reportfill.queue.${name}`);
    this.connection = connection;
    this.figures = figures;
    this.waiting = new Map(); // field → {text, base, at}
    this.sending = new Map(); // what is in the request under way
    this.failures = 0;
    this.timer = 0;
    this.holding = false;
    this.onAnswer = () => {};
    this.onRefusal = () => {};
    this.onClose = () => {};
    this.status = document.getElementById('saved');
    connection.onRetry = () => this.now();
    addEventListener('online', () => this.now());
    addEventListener('pagehide', () => this.leave());
  }

  /** busy tells whether anything is not yet with the service. */
  get busy() { return this.waiting.size + this.sending.size > 0; }

  has(field) { return this.waiting.has(field) || this.sending.has(field); }

  /** put takes a field's new text; base is what the service held when it was typed. */
  put(field, value, base) {
    if (this.connection.closed) return;
    const before = this.waiting.get(field) || this.sending.get(field);
    const entry = {text: value, base: before ? before.base : base, at: Date.now()};
    this.waiting.set(field, entry);
    this.store.set(field, entry);
    this.tell();
    if (this.failures === 0) this.later(pause);
  }

  /** hurry sends what waits without the pause. */
  hurry() {
    if (this.failures === 0 && this.waiting.size > 0) this.later(0);
  }

  /** now tries again at once, however long the next try would be away. */
  now() {
    if (this.busy) this.later(0);
  }

  /** flush comes to its end when the service has everything, or false when it cannot. */
  async flush() {
    clearTimeout(this.timer);
    while (this.busy) {
      if (!await (this.running || this.send())) return false;
    }
    return true;
  }

  /** hold keeps what an input method is composing from being sent half-typed; false lets it go. */
  hold(on) {
    this.holding = on;
    this.later(pause);
  }

  later(delay) {
    clearTimeout(this.timer);
    if (this.holding || this.waiting.size === 0) return;
    this.timer = setTimeout(() => { if (!this.running) this.send(); }, delay);
  }

  send() {
    this.running = this.round().finally(() => { this.running = null; });
    return this.running;
  }

  /** round sends what waits in one request, and tells whether the service took it. */
  async round() {
    if (this.waiting.size === 0 || this.connection.ended) return this.waiting.size === 0;
    const batch = new Map([...this.waiting].slice(0, mostAtOnce));
    for (const field of batch.keys()) this.waiting.delete(field);
    this.sending = batch;
    this.tell();
    try {
      const {body} = await this.patch(batch, false);
      this.done(batch, body);
      return true;
    } catch (error) {
      this.failed(batch, error);
      return false;
    } finally {
      this.tell();
    }
  }

  done(batch, answer) {
    this.sending = new Map();
    this.failures = 0;
    for (const [field, entry] of batch) this.store.remove(field, entry.text);
    this.connection.restored();
    this.onAnswer(answer, batch);
    if (this.waiting.size > 0) this.later(pause);
  }

  failed(batch, error) {
    this.sending = new Map();
    const refused = error instanceof Refusal && error.status < 500 && error.status !== 429 && error.status !== 408;
    const wrong = refused ? error.errors.filter((e) => batch.has(e.field)) : [];
    for (const {field} of wrong) {
      this.store.remove(field, batch.get(field).text);
      batch.delete(field);
    }
    this.waiting = new Map([...batch, ...this.waiting]);
    if (wrong.length > 0) {
      this.onRefusal(wrong);
      this.later(0);
    } else if (refused) {
      this.stop(error);
    } else {
      this.tryAgain(error);
    }
  }

  /** stop ends what no repetition can mend. */
  stop(error) {
    if (error.status === 401) this.connection.expired();
    else if (error.code === 'final' || error.code === 'not_found') this.close(error.code);
    else this.connection.refused(error.message);
  }

  /** close drops what waits for a report that takes nothing any more: it is final or gone. */
  close(code) {
    if (this.connection.closed) return;
    if (code === 'final') this.connection.final(this.waiting.size);
    else this.connection.gone(this.waiting.size);
    this.forget();
    this.onClose(code);
  }

  tryAgain(error) {
    const wait = Math.min(firstRetry * 2 ** this.failures, longestRetry);
    this.failures++;
    if (error instanceof Refusal) this.connection.busy(this.waiting.size);
    else this.connection.lost(this.waiting.size);
    this.later(Math.max(error.retryAfter || 0, wait * (0.8 + 0.4 * Math.random())));
  }

  tell() {
    const open = this.waiting.size + this.sending.size;
    if (this.connection.closed) this.status.textContent = '';
    else if (open === 0) this.status.textContent = text('saved');
    else if (this.failures > 0) this.status.textContent = text('unsaved', open);
    else this.status.textContent = text('saving');
    if (this.failures > 0 && this.connection.state === 'lost') this.connection.lost(open);
  }

  /** leave sends what waits while the page goes away; the store keeps it in case that fails. */
  leave() {
    if (this.waiting.size === 0 || this.connection.ended) return;
    const batch = new Map([...this.waiting].slice(0, mostAtOnce));
    this.patch(batch, true).catch(() => {});
  }

  /** forget drops what waits, of a report that is gone. */
  forget() {
    clearTimeout(this.timer);
    this.waiting.clear();
    this.store.write({});
    this.tell();
  }

  patch(batch, keepalive) {
    const headers = {Prefer: 'return=minimal'};
    return call('PATCH', `${this.path}/values`, {body: payload(batch), media: 'application/merge-patch+json', headers, keepalive});
  }
}

/** payload is a JSON Merge Patch: an emptied field is removed. */
function payload(batch) {
  const values = {};
  for (const [field, entry] of batch) values[field] = entry.text === '' ? null : entry.text;
  return {values};
}

/** Store keeps the queue in the browser's storage, shared by the tabs of one report. */
class Store {
  constructor(key) { this.key = key; }

  all() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) || {};
    } catch {
      return {}; // no storage, or not ours: nothing is kept
    }
  }

  set(field, entry) { this.write({...this.all(), [field]: entry}); }

  /** remove forgets a field, unless something newer than the text is kept of it. */
  remove(field, value) {
    const all = this.all();
    if (all[field]?.text !== value) return;
    delete all[field];
    this.write(all);
  }

  write(all) {
    try {
      if (Object.keys(all).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(all));
    } catch {
      // The storage is full or forbidden: the queue lives in the page alone.
    }
  }
}
