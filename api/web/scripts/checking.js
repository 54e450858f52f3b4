// The service compiles each state of the draft, without writing it, and tells all
// that is wrong with it, how it differs from what is published, and what else the
// sentences propose.

import {call, Refusal} from './service.js';
import {text} from './texts.js';

const pause = 350;        // milliseconds after the last change
const retry = 3000;       // milliseconds after a lost connection

/** Checking asks the service after each change and hands on what it says. */
export class Checking {
  constructor(draft, status) {
    this.draft = draft;
    this.status = status;
    this.path = `/api/v1/templates/${draft.data.id}/fields`;
    this.faults = [];
    this.differences = [];
    this.turn = 0;
    this.onAnswer = () => {};  // faults, proposals (undefined where there are faults)
    this.onStale = () => {};
    this.onExpired = () => {};
    draft.listen(() => this.later(pause));
    addEventListener('online', () => this.later(0));
  }

  /** good tells whether there is something to publish, and nothing against it. */
  get good() { return this.draft.dirty && this.known && this.faults.length === 0; }

  later(delay) {
    clearTimeout(this.timer);
    this.known = false;
    this.tell();
    this.timer = setTimeout(() => this.check(), delay);
  }

  /** check asks about the draft as it is; answers to older questions are dropped. */
  async check() {
    const turn = ++this.turn;
    if (!this.draft.dirty) return this.answer([], []);
    try {
      const {body} = await this.send('?dry_run=true');
      if (turn === this.turn) this.answer([], body.differences, body.proposals);
    } catch (error) {
      if (turn === this.turn) this.failed(error);
    }
  }

  send(query) {
    return call('PUT', this.path + query, {body: this.draft.schema, headers: {'If-Match': `"${this.draft.base}"`}});
  }

  answer(faults, differences, proposals) {
    Object.assign(this, {known: true, faults, differences});
    this.tell();
    this.onAnswer(faults, proposals);
  }

  failed(error) {
    if (!(error instanceof Refusal)) {
      this.say('warn', text('saved_offline'));
      this.timer = setTimeout(() => this.check(), retry);
    } else if (error.code === 'stale') this.onStale();
    else if (error.status === 401) this.onExpired();
    else this.answer(error.errors.length ? error.errors : [{field: '', message: error.message}], []);
  }

  tell() {
    if (!this.draft.dirty) this.say('', text('saved_none'));
    else if (!this.known) this.say('', text('saved_checking'));
    else if (this.faults.length) this.say('error', text('saved_faults', this.faults.length));
    else this.say('good', text('saved_good', this.differences.length));
  }

  say(look, words) {
    this.status.className = look;
    if (this.status.textContent !== words) this.status.textContent = words;
  }
}

/** placeOf tells where a fault belongs: {field, member}, {placeholder}, {rule} or nothing. */
export function placeOf(path, schema) {
  const member = path.match(/^fields\.([^.[]+)\.(\w+)/) || path.match(/^fields\.([^.[]+)$/);
  if (member) return {field: member[1], member: member[2] || 'label'};
  const nth = path.match(/^(fields|placeholders|computed|checks)\[(\d+)\](?:\.(\w+))?/);
  if (nth && nth[1] === 'fields') return {field: schema.fields[nth[2]]?.name, member: nth[3] || 'name'};
  if (nth && nth[1] === 'placeholders') return {placeholder: Number(nth[2]) + 1};
  if (nth) return {rule: `${nth[1] === 'checks' ? 'check' : 'computed'} ${nth[2]}`};
  const computed = path.match(/^computed\.([^.[]+)/);
  if (computed) return {rule: `computed ${schema.computed.findIndex((c) => c.field === computed[1])}`};
  return {};
}
