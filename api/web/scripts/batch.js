// Many reports at once: rows up, a zip down, and what became of each row. The
// zip is followed as it comes; nothing of it is kept by the service.

import {build} from './build.js';
import {rows as parseRows} from './csv.js';
import {Refusal} from './service.js';
import {text} from './texts.js';
import {ZipStream} from './zip_stream.js';

const at = (id) => document.getElementById(id);
const form = at('batch');
const most = 200; // faults that the page lists
let running = null;

form?.addEventListener('submit', (event) => { event.preventDefault(); run(); });
at('cancel')?.addEventListener('click', () => running?.abort());

const media = {xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv',
  json: 'application/json', ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson'};

async function run() {
  const file = at('rows').files[0];
  begin();
  try {
    const answer = await fetch(address(), {
      method: 'POST', body: file, credentials: 'same-origin', cache: 'no-store', signal: running.signal,
      headers: {'Content-Type': media[file.name.split('.').pop().toLowerCase()] || 'application/octet-stream'},
    });
    if (!answer.ok) throw new Refusal(answer.status, await answer.json().catch(() => ({})), 0);
    await follow(answer, file);
  } catch (error) {
    fail(error);
  } finally {
    end();
  }
}

function address() {
  const query = new URLSearchParams({missing: at('missing').value});
  if (at('name').value) query.set('name', at('name').value);
  if (at('store')?.checked) query.set('store', 'true');
  return `/api/v1/templates/${at('template').value}/batch?${query}`;
}

function begin() {
  running = new AbortController();
  at('start').disabled = true;
  at('cancel').hidden = at('progress').hidden = false;
  at('progress').removeAttribute('value');
  at('count').textContent = text('sending');
  at('outcome').replaceChildren();
}

function end() {
  at('start').disabled = false;
  at('cancel').hidden = at('progress').hidden = true;
}

async function follow(answer, file) {
  const total = Number(answer.headers.get('X-Reportfill-Rows'));
  const chunks = [];
  let made = 0;
  const zip = new ZipStream('results.csv', (name) => { if (name !== 'results.csv') made++; });
  if (total) at('progress').max = total;
  for (const reader = answer.body.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    zip.push(value);
    if (total) at('progress').value = made;
    at('count').textContent = text('made', made);
  }
  if (!zip.ended) throw new Error('cut');
  const name = `${file.name.replace(/\.[^.]*$/, '')}.zip`;
  show(parseRows(await zip.text()).slice(1), made, new Blob(chunks, {type: 'application/zip'}), name);
}

/** show lists what was refused; the columns are those of results.csv. */
function show(lines, made, blob, name) {
  const told = lines.filter((line) => line[6] !== '');
  const refused = new Set(lines.filter((line) => line[2] === '').map((line) => line[0])).size;
  const save = build('a', {class: 'button primary', id: 'save', href: URL.createObjectURL(blob), download: name}, text('save'));
  at('count').textContent = text('done', made, refused);
  const parts = [build('p', {}, save)];
  if (told.length) parts.push(table(told.slice(0, most)));
  if (told.length > most) parts.push(build('p', {}, text('more', told.length - most)));
  at('outcome').replaceChildren(...parts);
}

function table(lines) {
  const heads = [text('row'), text('cell'), text('figure'), text('message')];
  return build('table', {class: 'list changes', id: 'results'},
    build('thead', {}, build('tr', {}, ...heads.map((h) => build('th', {scope: 'col'}, h)))),
    build('tbody', {}, ...lines.map((line) => build('tr', {}, ...[0, 3, 5, 6].map((i) => build('td', {}, line[i] || ''))))));
}

function fail(error) {
  at('count').textContent = '';
  let reason = text('cut');
  if (error.name === 'AbortError') reason = text('stopped');
  else if (error instanceof Refusal) reason = text('failed', error.message);
  at('outcome').replaceChildren(build('p', {class: 'fault', role: 'alert'}, reason),
    build('ul', {class: 'problems'}, ...(error.errors || []).map((e) => build('li', {}, e.message))));
}

performance.mark('ready');
