// The banner that tells how things stand between the page and the service.

import {build} from './build.js';
import {text} from './texts.js';

/** Connection shows one state at a time; it is hidden while all is well. */
export class Connection {
  constructor(banner) {
    this.banner = banner;
    this.state = 'good';
    this.onRetry = () => {};
  }

  /** ended tells that nothing more can be sent from this page. */
  get ended() { return this.state === 'expired' || this.closed; }

  /** closed tells that the report takes nothing any more. */
  get closed() { return this.state === 'final' || this.state === 'gone'; }

  lost(waiting) { this.show('lost', 'warn', text('lost', waiting), this.retry()); }

  busy(waiting) { this.show('busy', 'warn', text('overload', waiting), this.retry()); }

  refused(reason) { this.show('refused', 'error', text('refused', reason), this.retry()); }

  expired() {
    const next = encodeURIComponent(location.pathname + location.search);
    this.show('expired', 'error', text('expired'), build('a', {class: 'button', href: `/sign-in?next=${next}`}, text('sign_in')));
  }

  /** final tells that somebody has made the report final, before it had the last lost values. */
  final(lost) { this.close('final', lost, text('already_final'), build('a', {class: 'button', href: location.pathname}, text('reload'))); }

  /** gone tells that somebody has deleted it. */
  gone(lost) { this.close('gone', lost, text('already_gone'), build('a', {class: 'button', href: '/reports'}, text('to_reports'))); }

  close(state, lost, message, way) {
    this.show(state, lost || state === 'gone' ? 'warn' : 'good', lost ? `${message}${text('not_taken', lost)}` : message, way);
  }

  restored() {
    if (this.state === 'good' || this.ended) return;
    this.show('good', 'good', text('back'));
    setTimeout(() => { if (this.state === 'good') this.banner.hidden = true; }, 3000);
  }

  retry() {
    return build('button', {type: 'button', onclick: () => this.onRetry()}, text('retry'));
  }

  show(state, look, message, ...actions) {
    if (this.ended) return;
    this.state = state;
    this.banner.className = `banner ${look}`;
    this.banner.replaceChildren(build('span', {}, message), ...actions);
    this.banner.hidden = false;
  }
}
