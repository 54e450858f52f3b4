// What an author makes of a template: its fields file as it will be published,
// with each step back. It is in the browser's storage soon after it changes, and
// before the page goes away, so that neither a lost connection nor a colleague's
// version loses it.

const mostSteps = 100;
const pause = 200; // milliseconds until a change is stored

/** ignored is the name of a placeholder that is left as it is. */
export const ignored = '-';

/** Draft holds the schema that the author works on. Listeners hear of each change. */
export class Draft {
  constructor(data) {
    this.data = data;
    this.base = data.version;
    data.schema.computed ||= [];
    data.schema.checks ||= [];
    this.published = JSON.stringify(data.schema);
    this.schema = structuredClone(data.schema);
    this.steps = []; // schemas before each change
    this.last = '';  // what the latest step was about
    this.listeners = [];
    this.key = `reportfill.fields.${data.id}`;
    addEventListener('pagehide', () => { if (this.timer) this.store(); });
  }

  /** dirty tells whether there is anything to publish. */
  get dirty() { return this.known ??= JSON.stringify(this.schema) !== this.published; }

  get lists() {
    this.schema.computed ||= [];
    this.schema.checks ||= [];
    return this.schema;
  }

  listen(listener) { this.listeners.push(listener); }

  /**
   * change applies an edit to the schema. Edits about the same thing, as the
   * letters of one label, are one step back; about is empty for those that are not.
   */
  change(edit, about = '') {
    if (!about || about !== this.last) {
      this.steps.push(structuredClone(this.schema));
      if (this.steps.length > mostSteps) this.steps.shift();
    }
    this.last = about;
    edit(this.lists);
    this.tell(about);
  }

  /** undo takes the latest step back. */
  undo() {
    if (this.steps.length === 0) return;
    this.schema = this.steps.pop();
    this.last = '';
    this.tell('');
  }

  /** back is what takes the step back that is now the latest, unless others follow it. */
  back() {
    const steps = this.steps.length;
    return () => { if (this.steps.length === steps) this.undo(); };
  }

  /** take puts another schema in the place of this one, as one step. */
  take(schema) { this.change(() => { this.schema = structuredClone(schema); }); }

  /** discard goes back to what is published. */
  discard() { this.take(JSON.parse(this.published)); }

  tell(about) {
    this.known = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.store(), pause);
    for (const listener of this.listeners) listener(about);
  }

  store() {
    this.timer = 0;
    try {
      if (this.dirty) localStorage.setItem(this.key, JSON.stringify({base: this.base, before: JSON.parse(this.published), schema: this.schema, sha256: this.data.sha256}));
      else localStorage.removeItem(this.key);
    } catch {
      // The storage is full or forbidden: the draft lives in the page alone.
    }
  }

  /** stored is what an earlier visit left: {base, before, schema, sha256}, or null. */
  stored() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null; // no storage, or not ours
    }
  }

  forget() {
    clearTimeout(this.timer);
    this.timer = 0;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // There was none.
    }
  }
}
