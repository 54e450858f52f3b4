// Notices stand in the corner until they are dismissed; short ones leave by themselves.

import {build} from './build.js';
import {text} from './texts.js';

const most = 5;
const brief = 6000; // milliseconds

/** Notices is a log that a screen reader follows. */
export class Notices {
  constructor(list) { this.list = list; }

  /** add shows a notice with actions, each of which dismisses it. */
  add(message, ...actions) {
    const notice = build('div', {class: 'notice'}, build('p', {}, message));
    const close = build('button', {type: 'button', class: 'quiet'}, text('dismiss'));
    notice.append(build('div', {class: 'actions'}, ...actions, close));
    notice.addEventListener('click', (event) => {
      if (event.target.closest('button, a')) notice.remove();
    });
    this.list.append(notice);
    while (this.list.childElementCount > most) this.list.firstElementChild.remove();
    return notice;
  }

  /** pass shows a notice for a few seconds. */
  pass(message, ...actions) {
    const notice = this.add(message, ...actions);
    setTimeout(() => notice.remove(), brief);
  }
}
