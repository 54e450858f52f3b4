// A form for Excel comes back: what it would change is shown, and taken over
// when the clerk says so. The file is sent twice; the service keeps nothing.

import {build} from './build.js';
import {call, whyFailed} from './service.js';
import {text} from './texts.js';

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const form = document.getElementById('upload');
const file = document.getElementById('file');
const outcome = document.getElementById('outcome');
const path = `/api/v1/reports/${form.dataset.report}/sheet`;

// Codes of cells that hold the whole form up.
const unread = ['doubtful_cell', 'formula_without_value', 'cell_error'];

file.addEventListener('click', () => { file.value = ''; }); // the same file, mended, is news too
file.addEventListener('change', preview);
form.addEventListener('submit', (event) => { event.preventDefault(); preview(); });

async function preview() {
  const chosen = file.files[0];
  if (!chosen) return;
  outcome.replaceChildren(build('p', {}, text('reading')));
  try {
    const answer = await call('POST', `${path}?preview=true`, {body: chosen, media});
    show(chosen, answer.etag, answer.body);
  } catch (error) {
    fail(error);
  }
}

function show(chosen, etag, {changes, problems, warnings}) {
  const held = problems.some((p) => unread.includes(p.code));
  const parts = changes.length ? [table(changes)] : [build('p', {}, text('unchanged'))];
  const told = [...problems, ...warnings];
  if (told.length) parts.push(build('h3', {}, text('problems', told.length)), list(told));
  if (held) parts.push(build('p', {class: 'fault'}, text('unread')));
  else if (changes.length) {
    parts.push(build('p', {class: 'actions'}, build('button', {
      type: 'button', class: 'primary', id: 'accept', onclick: () => accept(chosen, etag, changes.length),
    }, text('accept', changes.length))));
  }
  outcome.replaceChildren(...parts);
}

function table(changes) {
  const rows = changes.map((c) => build('tr', {'data-f': c.field},
    build('td', {}, c.label || c.field, c.overtaken ? build('small', {class: 'overtaken'}, text('overtaken')) : null),
    build('td', {}, c.cell), build('td', {}, written(c.old)),
    build('td', {}, build('strong', {}, written(c.new)), c.unit && c.new !== null ? ` ${c.unit}` : null)));
  const heads = ['field', 'cell', 'old', 'new'].map((key) => build('th', {scope: 'col'}, headings[key]()));
  return build('table', {class: 'list changes'}, build('caption', {}, text('changes', changes.length)),
    build('thead', {}, build('tr', {}, ...heads)), build('tbody', {}, ...rows));
}

const headings = {field: () => text('field'), cell: () => text('cell'), old: () => text('old'), new: () => text('new')};

/** written is a value as people write it: with its unit where it has one of its own. */
function written(value) {
  if (value === null) return text('nothing');
  if (typeof value === 'object' && 'value' in value) return `${value.value} ${value.unit || ''}`.trim();
  return String(value);
}

function list(problems) {
  return build('ul', {class: 'problems'}, ...problems.map((p) => build('li', {}, p.cell ? build('b', {}, `${p.cell} `) : null, p.message)));
}

async function accept(chosen, etag, count) {
  outcome.querySelector('#accept').disabled = true;
  try {
    await call('POST', path, {body: chosen, media, headers: {'If-Match': etag, Prefer: 'return=minimal'}});
    outcome.replaceChildren(build('p', {class: 'good', id: 'accepted'}, text('accepted', count), ' ',
      build('a', {class: 'button', href: `/reports/${form.dataset.report}`}, text('open'))));
  } catch (error) {
    if (error.code !== 'stale') return fail(error);
    await preview();
    outcome.prepend(build('p', {class: 'fault'}, text('again')));
  }
}

function fail(error) {
  outcome.replaceChildren(build('p', {class: 'fault', role: 'alert'}, text('failed', whyFailed(error))), list(error.errors || []));
}

performance.mark('ready');
