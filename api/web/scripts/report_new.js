// Last year's document for a new report: dropped or chosen, and sent with the form.

import {build} from './build.js';
import {text} from './texts.js';
import {tell, unfit, watchDrag} from './upload.js';

const box = document.getElementById('last');
const input = document.getElementById('docx');
const state = box.querySelector('[role=status]');
const previous = document.getElementById('previous');

/** take puts the file into the form in the place of a report that is there; one that is unfit is told. */
function take(files) {
  const wrong = files.length ? unfit(files) : '';
  if (wrong || files.length === 0) input.value = '';
  else if (input.files !== files) input.files = files;
  previous.disabled = input.files.length > 0;
  if (wrong) tell(state, wrong);
  else if (previous.disabled) state.replaceChildren(build('p', {class: 'chosen'}, text('last_chosen', input.files[0].name), ' ', leave()));
  else state.replaceChildren();
}

function leave() {
  return build('button', {type: 'button', class: 'quiet slight', onclick: () => { take([]); input.focus(); }}, text('last_drop'));
}

/**
 * sendOnce lets the form go once: a second click while the document is on its way
 * would begin a second report. One that the clerk stops, for its connection hangs, may
 * go again.
 */
function sendOnce(form) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  const again = () => { sent = false; };
  addEventListener('pageshow', again);
  window.navigation?.addEventListener('navigate', (event) => event.signal.addEventListener('abort', again));
}

sendOnce(box.closest('form'));
input.addEventListener('change', () => take(input.files));
watchDrag(box, take);
take(input.files); // what the browser kept, coming back
performance.mark('ready');
