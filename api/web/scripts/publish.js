// Publishing: what would change, the question whether it shall, and what to do
// where a colleague was first.

import {build} from './build.js';
import {differencesList} from './differences.js';
import {merge} from './merge.js';
import {say} from './said.js';
import {call, Refusal, whyFailed} from './service.js';
import {text} from './texts.js';

/** Publisher has the button, the dialog and the banner. */
export class Publisher {
  constructor(draft, checking, notices) {
    Object.assign(this, {draft, checking, notices});
    this.button = document.getElementById('publish');
    this.dialog = document.getElementById('dialog');
    this.banner = document.getElementById('stale');
    this.button.addEventListener('click', () => this.ask());
    checking.onStale = () => this.stale();
    checking.onExpired = () => this.expired();
  }

  refresh() { this.button.disabled = !this.checking.good; }

  ask() {
    this.show(text('publish_title', this.draft.base + 1), build('p', {}, text('publish_lead')), differencesList(this.checking.differences),
      this.actions(text('publish_back'), build('button', {type: 'button', class: 'primary', onclick: (event) => this.publish(event.target)}, text('publish_confirm'))));
  }

  async publish(button) {
    button.disabled = true;
    try {
      const {body} = await this.checking.send('');
      this.draft.forget();
      say(text('published', body.version));
      location.reload();
    } catch (error) {
      this.dialog.close();
      if (error instanceof Refusal && error.code === 'stale') this.stale();
      else if (error instanceof Refusal && error.status === 401) this.expired();
      else this.notices.add(text('publish_failed', whyFailed(error)));
    }
  }

  /** stale tells that a colleague has published, and offers to merge. */
  async stale() {
    this.button.disabled = true;
    let latest;
    try {
      latest = (await call('GET', `/api/v1/templates/${this.draft.data.id}`)).body;
    } catch {
      return this.checking.later(3000);
    }
    this.checking.say('warn', text('saved_kept'));
    const same = latest.sha256 === this.draft.data.sha256;
    this.tell(text('stale', latest.created_by.name, latest.version),
      same ? build('button', {type: 'button', onclick: () => this.merge(latest)}, text('stale_merge')) : build('span', {}, text('stale_docx')),
      build('button', {type: 'button', onclick: () => this.save()}, text('stale_download')),
      build('button', {type: 'button', onclick: () => { this.draft.forget(); location.reload(); }}, text('discard')));
  }

  /** merge brings the author's changes into the latest version. */
  merge(latest) {
    const {schema, conflicts} = merge(JSON.parse(this.draft.published), this.draft.schema, latest.schema);
    this.banner.hidden = true;
    this.draft.base = latest.version;
    this.draft.published = JSON.stringify(latest.schema);
    this.draft.take(schema);
    this.notices.add(text('merged', latest.version));
    for (const c of conflicts) this.notices.add(text('merge_conflict', nameOf(c), c.mine || text('nothing')));
  }

  /** save hands the author's fields file out, as the browser saves files. */
  save() {
    const file = new Blob([JSON.stringify(this.draft.schema, null, 2)], {type: 'application/json'});
    const link = build('a', {href: URL.createObjectURL(file), download: `${this.draft.data.id}.fields.json`});
    link.click();
    URL.revokeObjectURL(link.href);
  }

  expired() {
    const next = encodeURIComponent(location.pathname);
    this.tell(text('expired'), build('a', {class: 'button', href: `/sign-in?next=${next}`}, text('sign_in')));
  }

  tell(message, ...actions) {
    this.banner.replaceChildren(build('span', {}, message), ...actions);
    this.banner.hidden = false;
  }

  /** actions are the buttons below a dialog; the last one, with the words given, closes it. */
  actions(back, ...buttons) {
    return build('div', {class: 'actions'}, ...buttons, build('button', {type: 'button', onclick: () => this.dialog.close()}, back));
  }

  show(title, ...nodes) {
    this.dialog.replaceChildren(build('h2', {id: 'dialog-title'}, title), ...nodes);
    if (!this.dialog.open) this.dialog.showModal();
  }
}

/** nameOf says what a conflict is about. */
function nameOf({what, member}) {
  if (typeof what === 'number') return text('place', what);
  return [what, member && text(`member_${member}`)].filter(Boolean).join(' · ');
}
