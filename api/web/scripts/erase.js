// Deleting for good: what goes with it is told first, and asked about.

import {build} from './build.js';
import {whyFailed} from './service.js';
import {say} from './said.js';
import {text} from './texts.js';

/**
 * offerErase opens the page's dialog "erase" from the button, which only those have
 * who may delete. about gives what goes, as {words, etag}, or {words, kept: true}
 * where it cannot go; remove deletes that;
 * gone is called once it is gone, before the page leads to the list at the path,
 * which says so.
 */
export function offerErase(button, {about, remove, gone, list}) {
  const dialog = document.getElementById('erase');
  let busy = false;
  const ask = async (lead) => {
    if (busy) return;
    busy = true;
    try {
      const what = await about();
      show(dialog, lead, build('p', {}, what.words), what.kept ? null : confirm(() => erase(what)));
    } catch (error) {
      show(dialog, failure(error));
    } finally {
      busy = false;
    }
  };
  const erase = async (what) => {
    try {
      await remove(what.etag);
      say(gone());
      location.assign(list);
    } catch (error) {
      if (error.code === 'stale') await ask(build('p', {class: 'warning'}, text('erase_again')));
      else show(dialog, failure(error));
    }
  };
  button?.addEventListener('click', () => ask());
}

/** show asks or tells in the dialog. The focus is on the button that deletes nothing. */
function show(dialog, ...nodes) {
  const yes = nodes.find((node) => node?.matches('button'));
  const no = build('button', {type: 'button', autofocus: true, onclick: () => dialog.close()}, text(yes ? 'erase_back' : 'erase_close'));
  dialog.replaceChildren(build('h2', {id: 'erase-title'}, text('erase_title')), ...nodes.filter((node) => node && node !== yes),
    build('div', {class: 'actions'}, ...[yes, no].filter(Boolean)));
  if (!dialog.open) dialog.showModal();
  no.focus();
}

function confirm(erase) {
  return build('button', {type: 'button', class: 'danger', onclick: (event) => {
    event.target.disabled = true;
    erase();
  }}, text('erase_confirm'));
}

function failure(error) {
  return build('p', {class: 'fault', role: 'alert'}, text('erase_failed', whyFailed(error)));
}
