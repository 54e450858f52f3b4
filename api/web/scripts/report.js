// The report page: the text of the report with an input in every place.

import {Figures} from './figures.js';
import {Connection} from './connection.js';
import {Queue} from './save.js';
import {Held} from './held.js';
import {Marks} from './marks.js';
import {Note} from './note.js';
import {Notices} from './notices.js';
import {Outline} from './outline.js';
import {watchKeys} from './keys.js';
import {watchPaste} from './paste.js';
import {watchOthers} from './others.js';
import {offerFinal} from './finalize.js';
import {offerErase} from './erase.js';
import {call} from './service.js';
import {text} from './texts.js';
import {offerLastYear} from './last_year.js';
import {said} from './said.js';
import {parse} from './exact.js';

const sheet = document.getElementById('sheet');
const path = `/api/v1/reports/${sheet.dataset.report}`;
const notes = JSON.parse(document.getElementById('fields').textContent);
const figures = new Figures(sheet, notes);
const connection = new Connection(document.getElementById('connection'));
const notices = new Notices(document.getElementById('notices'));
const marks = new Marks(figures);
const outline = new Outline(sheet, figures);
const queue = new Queue(path, `${sheet.dataset.report}.${sheet.dataset.actor}`, connection, figures);
const held = new Held(figures, queue, notices);
const note = new Note(document.getElementById('note'), figures, held, marks);

/** take shows an answer of the service: a report as it now is. sent are the values that it answers to. */
function take(answer, sent) {
  if (!held.take(answer, sent)) return;
  marks.show(answer);
  outline.count();
  note.refresh();
  showStatus(answer.status);
}

const badge = document.getElementById('status');

function showStatus(status) {
  badge.className = `badge ${status}`;
  badge.textContent = text(`status_${status}`);
  if (status === 'final') queue.close('final');
}

queue.onAnswer = take;
queue.onRefusal = (errors) => { marks.refuse(errors); note.refresh(); };
queue.onClose = (code) => {
  for (const input of figures.inputs) input.readOnly = true;
  if (code === 'final') showStatus('final');
};

/** put takes the new text of a field on its way to the service. */
function put(field, value) {
  marks.edited(field);
  queue.put(field, value, held.text(field));
  outline.count();
}

function typed(input) {
  figures.follow(input);
  put(input.dataset.f, input.value);
}

sheet.addEventListener('submit', (event) => event.preventDefault());
sheet.addEventListener('input', (event) => typed(event.target));
sheet.addEventListener('compositionstart', () => queue.hold(true));
sheet.addEventListener('compositionend', (event) => { typed(event.target); queue.hold(false); });
sheet.addEventListener('focusout', ({target}) => {
  queue.hurry();
  if (target.dataset.f) requestAnimationFrame(() => figures.show(target.dataset.f, figures.text(target.dataset.f))); // all of it, however long
});

const goOn = watchKeys(sheet, figures, notices);
watchPaste(sheet, figures, notices, put);
offerFinal(path, queue, figures);
offerLastYear(path, queue);
offerErase(document.getElementById('erase-report'), {
  list: '/reports',
  about: async () => {
    await queue.flush();
    const {etag, body} = await call('GET', path, {headers: {Prefer: 'return=minimal'}});
    const given = Object.keys(body.values).length;
    return {etag, words: given ? text('erase_what', body.title, given) : text('erase_empty', body.title)};
  },
  remove: (etag) => call('DELETE', path, {headers: {'If-Match': etag}}),
  gone: () => {
    queue.forget();
    return text('erased', document.querySelector('h1').textContent);
  },
});
document.getElementById('next').addEventListener('click', () => goOn(1));
document.getElementById('print').addEventListener('click', () => print());
document.getElementById('download').addEventListener('click', async (event) => {
  if (!queue.busy) return;
  event.preventDefault();
  if (await queue.flush() || !queue.busy) location.assign(event.target.href); // else the banner tells why not
});

take(parse(document.getElementById('report').textContent), new Map());
for (const input of figures.inputs) {
  if (input.value !== input.defaultValue) typed(input); // before this script was there
}
held.restore();
outline.count();
watchOthers(path, queue, held, connection, take);
const words = said();
if (words) notices.pass(words);
performance.mark('ready');
