// The page of a template: to be read, or for its author to work on.

import {build} from './build.js';
import {Checking, placeOf} from './checking.js';
import {watchCopy} from './copy.js';
import {Draft} from './draft.js';
import {DraftMarks} from './draft_marks.js';
import {DraftOutline} from './draft_outline.js';
import {watchDraft} from './drift.js';
import {offerErase} from './erase.js';
import {fieldNamed, title} from './fields.js';
import {watchFile} from './fields_file.js';
import {Notices} from './notices.js';
import {Panel} from './panel.js';
import {parse} from './exact.js';
import {Proposals} from './proposals.js';
import {Publisher} from './publish.js';
import {Rules} from './rules.js';
import {said} from './said.js';
import {call} from './service.js';
import {watchTabs} from './tabs.js';
import {text} from './texts.js';

const units = ['亿元', '万元', '元', '%', '个百分点', '个', '项', '件', '家', '人', '人次', '户', '次', '位', '公里', '亩', '吨'];

watchTabs(document.getElementById('tabs'));
watchCopy(document.getElementById('said'));
const data = document.getElementById('data');
if (data) work(parse(data.textContent));
performance.mark('ready');

/** work puts the author's bench together. */
function work(content) {
  const draft = new Draft(content);
  const notices = new Notices(document.getElementById('notices'));
  const marks = new DraftMarks(document.getElementById('sheet'), draft);
  const proposals = new Proposals(draft, notices);
  const goToText = (number) => { location.hash = `p${number}`; marks.go(number); };
  const outline = new DraftOutline(marks);
  draft.listen((about) => {
    marks.refresh(about);
    if (!about || about.endsWith('.name')) outline.count();
  });
  const panel = new Panel(document.getElementById('panel'), draft, marks, proposals, notices);
  const rules = new Rules(document.getElementById('rules-editor'), draft, proposals, goToText);
  const checking = new Checking(draft, document.getElementById('saved'));
  const publisher = new Publisher(draft, checking, notices);
  watchTitle(draft);
  watchUndo(draft);
  watchDraft(document.getElementById('drop-docx'), draft, publisher, notices);
  watchFile(document.getElementById('drop-fields'), draft, notices);
  offerUnits(draft);
  draft.listen(() => publisher.refresh());
  checking.onAnswer = (faults, found) => {
    if (found) proposals.update(found);
    showFaults(faults, draft, marks, panel, rules, goToText);
    publisher.refresh();
  };
  offerErase(document.getElementById('erase-template'), erasing(draft));
  greet(notices);
  restore(draft, publisher, notices, checking);
  goToPlace(marks);
  checking.tell();
}

/** watchTitle takes the template's title, which stands in the fields file too. */
function watchTitle(draft) {
  const input = document.getElementById('title');
  const published = input.value;
  input.addEventListener('input', () => draft.change((schema) => { schema.title = input.value.trim(); }, 'title'));
  draft.listen((about) => { if (about !== 'title') input.value = draft.schema.title || published; });
}

function watchUndo(draft) {
  const button = document.getElementById('undo');
  button.addEventListener('click', () => draft.undo());
  draft.listen(() => { button.disabled = draft.steps.length === 0; });
}

function offerUnits(draft) {
  const all = new Set([...draft.schema.fields.map((f) => f.unit).filter(Boolean), ...units]);
  document.getElementById('units').replaceChildren(...[...all].map((value) => build('option', {value})));
}

/** erasing is what deleting the template means. */
function erasing(draft) {
  const name = document.querySelector('h1').textContent;
  return {
    list: '/templates',
    about: async () => {
      const {body: {reports}} = await call('GET', `/templates/${draft.data.id}/reports`);
      return reports ? {words: text('erase_used', reports, name), kept: true} : {words: text('erase_what', name)};
    },
    remove: () => call('DELETE', `/api/v1/templates/${draft.data.id}`),
    gone: () => {
      draft.forget();
      return text('erased', name);
    },
  };
}

/** showFaults tells each fault at its place, and all of them below the title. */
function showFaults(faults, draft, marks, panel, rules, go) {
  const members = new Map();
  const rows = new Map();
  const places = new Set();
  const items = faults.map((f) => {
    const place = placeOf(f.field || '', draft.schema);
    if (place.field) members.set(`${place.field}.${place.member}`, f.message);
    if (place.rule) rows.set(place.rule, [...(rows.get(place.rule) || []), f.message]);
    if (place.placeholder) places.add(place.placeholder);
    return build('li', {}, link(place, draft, go), f.message);
  });
  panel.form.show(members);
  rules.show(rows);
  marks.wrong(new Set([...members.keys()].map((key) => key.slice(0, key.lastIndexOf('.')))), places);
  const banner = document.getElementById('faults');
  banner.replaceChildren(build('ul', {}, ...items.slice(0, 5)));
  banner.hidden = items.length === 0;
}

/** link leads to the place of a fault. */
function link(place, draft, go) {
  const number = place.placeholder || (place.field && draft.schema.placeholders.indexOf(place.field) + 1);
  if (number) return build('a', {href: `#p${number}`, onclick: (event) => { event.preventDefault(); go(number); }}, `${title(fieldNamed(draft.schema, place.field)) || text('place', number)}：`);
  if (place.rule) return build('a', {href: `#${place.rule.replace(' ', '-')}`}, text(place.rule.startsWith('check') ? 'checks' : 'computed'), '：');
  return '';
}

/** greet tells what the page before this one did. */
function greet(notices) {
  const words = said();
  if (words) notices.pass(words);
}

/** restore takes up what an earlier visit did not publish. */
function restore(draft, publisher, notices, checking) {
  const stored = draft.stored();
  if (!stored) return;
  if (stored.base !== draft.base) {
    draft.base = stored.base;
    draft.published = JSON.stringify(stored.before);
    draft.data.sha256 = stored.sha256;
    if (stored.schema.placeholders.length !== draft.data.placeholders.length) {
      draft.schema = stored.schema; // of another draft: kept, but not to be shown on this one
      publisher.stale();
      return;
    }
  }
  draft.take(stored.schema);
  checking.later(0);
  notices.pass(text('restored'), build('button', {type: 'button', onclick: () => { draft.forget(); location.reload(); }}, text('discard')));
}

/** goToPlace chooses the placeholder that the address names. */
function goToPlace(marks) {
  const go = () => {
    const number = location.hash.match(/^#p(\d+)$/)?.[1];
    if (number && Number(number) !== marks.chosen && document.getElementById(`p${number}`)) marks.choose(Number(number), false);
  };
  go();
  addEventListener('hashchange', go);
}
