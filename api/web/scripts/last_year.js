// Last year's report beside this year's: its finished document, dropped or chosen,
// or a report that the service has.

import {build} from './build.js';
import {say} from './said.js';
import {call, whyFailed} from './service.js';
import {text} from './texts.js';
import {upload, watchDrop} from './upload.js';

const most = 200; // reports to choose from
const brief = {Prefer: 'return=minimal'};

/** offerLastYear opens the dialog from the button, or where a file is dropped on the page. */
export function offerLastYear(path, queue) {
  const at = (id) => document.getElementById(id);
  const dialog = at('last');
  const name = (previous) => call('PUT', `${path}/previous`, {body: {previous}, headers: brief});
  const open = () => {
    if (dialog.open) return;
    at('last-fault').textContent = '';
    dialog.showModal();
    offerReports(path, at('pick-last'), at('last-report'));
  };
  const attempt = async (change) => {
    at('last-fault').textContent = '';
    try {
      await change();
    } catch (error) {
      at('last-fault').textContent = text('last_failed', error.errors?.[0]?.message || whyFailed(error));
    }
  };
  at('compare').addEventListener('click', () => {
    open();
    at('last-docx').focus();
  });
  at('last-close').addEventListener('click', () => dialog.close());
  addEventListener('drop', (event) => { if (event.dataTransfer?.files.length) open(); });
  watchDrop(at('drop-last'), async (file, way) => {
    dialog.addEventListener('close', way.cancel, {once: true});
    const form = new FormData();
    form.append('docx', file);
    const {body} = await upload('PUT', `${path}/previous`, form, brief, way);
    await show(body, queue);
  });
  at('pick-last').addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(async () => show((await name(at('last-report').value)).body, queue));
  });
  at('last-none')?.addEventListener('click', () => attempt(async () => show((await name('')).body, queue)));
}

/** offerReports fills the list with the reports that may be last year's. */
async function offerReports(path, form, list) {
  const id = path.slice(path.lastIndexOf('/') + 1);
  try {
    const {body} = await call('GET', `/api/v1/reports?limit=${most}`);
    const others = body.items.filter((r) => r.id !== id && r.previous !== id);
    list.replaceChildren(...others.map((r) => build('option', {value: r.id}, r.title)));
    form.hidden = others.length === 0;
  } catch {
    form.hidden = true; // the document can be given all the same
  }
}

/** show draws the page anew, with last year's figures, and says how many there are. */
async function show({previous}, queue) {
  try {
    say(await compared(previous));
  } catch {
    // It is done all the same, and the page shows it.
  }
  await queue.flush();
  location.reload();
}

/** compared tells what the report is compared with now. */
async function compared(previous) {
  if (!previous) return text('compared_none');
  const {body} = await call('GET', `/api/v1/reports/${previous}`, {headers: brief});
  return text('compared', body.title, body.progress.given, body.progress.fields);
}
