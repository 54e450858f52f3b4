// Making a report final: what is missing or wrong, each a link to its place, or
// the question whether it shall be.

import {build} from './build.js';
import {short} from './marks.js';
import {call, whyFailed} from './service.js';
import {text} from './texts.js';

const mostListed = 200;

/** offerFinal opens the dialog from the button, which only those have who may. */
export function offerFinal(path, queue, figures) {
  const button = document.getElementById('finalize');
  const dialog = document.getElementById('final');
  let busy = false; // a disabled button would lose the focus, which comes back to it
  button?.addEventListener('click', async () => {
    if (busy) return;
    busy = true;
    try {
      show(dialog, await content(path, queue, figures, dialog));
    } finally {
      busy = false;
    }
  });
}

function show(dialog, nodes) {
  dialog.replaceChildren(build('h2', {id: 'final-title'}, text('final_title')), ...nodes.filter(Boolean));
  if (!dialog.open) dialog.showModal();
}

async function content(path, queue, figures, dialog) {
  if (!await queue.flush()) return [build('p', {}, text('waiting')), actions(closer(dialog))];
  let answer;
  try {
    answer = await call('GET', path);
  } catch (error) {
    return [build('p', {}, text('final_failed', whyFailed(error))), actions(closer(dialog))];
  }
  const {status, missing, problems, warnings} = answer.body;
  if (status === 'final') return [build('p', {}, text('already_final')), actions(closer(dialog))];
  const ready = missing.length + problems.length === 0;
  return [
    build('p', {}, ready ? text('final_ready') : text('final_not', missing.length, problems.length)),
    faults(text('final_problems', problems.length), problems, short, figures, dialog),
    faults(text('final_missing', missing.length), missing, whereMissing, figures, dialog),
    faults(text('final_warnings'), warnings, short, figures, dialog),
    actions(ready ? confirm(path, answer.etag, figures, dialog) : null, closer(dialog, ready)),
  ];
}

/** whereMissing is who answers for a missing value, and its sentence. */
function whereMissing({owner, sentence}) {
  return [owner, sentence].filter(Boolean).join('：');
}

/** faults lists what is to be told, each a link to its place, with what say gives of it. */
function faults(title, list, say, figures, dialog) {
  if (list.length === 0) return null;
  const items = list.slice(0, mostListed).map((f) => {
    const number = f.placeholders?.[0];
    const field = f.field || figures.fieldAt(number);
    const go = (event) => {
      event.preventDefault();
      dialog.close();
      figures.go(field, number);
    };
    return build('li', {}, build('a', {href: `#p${number || ''}`, onclick: go}, f.label || figures.label(field)), build('span', {}, say(f)));
  });
  const more = list.length - items.length;
  return build('section', {}, build('h3', {}, title), build('ol', {}, ...items),
    more > 0 ? build('p', {}, text('final_more', more)) : null);
}

function actions(...buttons) {
  return build('div', {class: 'actions'}, ...buttons);
}

/** closer is the button that leaves all as it is; it has the focus where the other one cannot be taken back. */
function closer(dialog, focus = false) {
  return build('button', {type: 'button', autofocus: focus, onclick: () => dialog.close()}, text('final_close'));
}

function confirm(path, etag, figures, dialog) {
  const go = async (event) => {
    event.target.disabled = true;
    try {
      await call('POST', `${path}/finalize`, {headers: {'If-Match': etag}});
      location.reload();
    } catch (error) {
      const list = error.errors || [];
      show(dialog, [build('p', {class: 'fault'}, text('final_failed', whyFailed(error))),
        faults(text('final_problems', list.length), list, short, figures, dialog), actions(closer(dialog))]);
    }
  };
  return build('button', {type: 'button', class: 'primary', onclick: go}, text('final_confirm'));
}
