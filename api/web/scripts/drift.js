// Another draft for a template, such as next year's: first what becomes of each
// placeholder, then, once the author agrees, the new version.

import {build} from './build.js';
import {say} from './said.js';
import {whyFailed} from './service.js';
import {text} from './texts.js';
import {upload, watchDrop} from './upload.js';

const mostListed = 100;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** watchDraft takes a draft on the form and shows in the publisher's dialog what it would change. */
export function watchDraft(form, draft, publisher, notices) {
  const path = `/api/v1/templates/${draft.data.id}/docx`;
  const send = (file, query, way) => upload('PUT', path + query, file, {'Content-Type': docx, 'If-Match': `"${draft.base}"`}, way);
  watchDrop(form, async (file, way) => {
    if (draft.dirty) {
      notices.add(text('drift_edits'), build('button', {type: 'button', onclick: () => draft.discard()}, text('discard')));
      return;
    }
    const {body} = await send(file, '?dry_run=true', way);
    const confirm = build('button', {type: 'button', class: 'primary', onclick: async () => {
      confirm.disabled = true;
      const stop = new AbortController();
      publisher.dialog.addEventListener('close', () => stop.abort(), {once: true});
      try {
        const made = await send(file, '', {signal: stop.signal});
        say(text('published', made.body.version));
        location.assign(`/templates/${draft.data.id}`);
        if (location.hash) location.reload();
      } catch (error) {
        publisher.dialog.close();
        if (error.name !== 'AbortError') notices.add(text('publish_failed', whyFailed(error)));
      }
    }}, text('drift_confirm'));
    const changes = body.version !== draft.base;
    publisher.show(text('drift_title', draft.base), build('p', {}, changes ? text('drift_lead', body.version) : text('drift_same')),
      ...report(body.drift), publisher.actions(text('drift_back'), changes ? confirm : null));
  });
}

/** report is what became of the placeholders, that which needs the author first. */
function report(drift) {
  const edited = [...drift.stayed, ...drift.moved].filter((k) => k.edited);
  return [
    section('drift_ambiguous', drift.ambiguous, (a) => [at(a), build('p', {class: 'hint'}, text('drift_candidates'), a.candidates.map((c) => c.label || c.sentence).join('、'))], true),
    section('drift_new', drift.new, (p) => [at(p), named(p)], true),
    section('drift_gone', drift.gone, (p) => [build('span', {}, p.sentence), named(p)], true),
    section('drift_edited', edited, (p) => [at(p), named(p)], true),
    section('drift_moved', drift.moved, (p) => [at(p), named(p)]),
    section('drift_kept', drift.stayed, (p) => [at(p), named(p)]),
    section('drift_dropped_fields', drift.dropped.fields, (f) => [f.label || f.field]),
    section('drift_dropped_computed', drift.dropped.computed, (f) => [f.label || f.field], true),
    section('drift_dropped_checks', drift.dropped.checks, (c) => [build('code', {}, c)], true),
  ].filter(Boolean);
}

function section(title, list, item, open = false) {
  if (list.length === 0) return null;
  return build('details', {class: 'drift', open}, build('summary', {}, text(title, list.length)),
    build('ol', {}, ...list.slice(0, mostListed).map((x) => build('li', {}, ...item(x)))));
}

function at(place) {
  return build('span', {}, build('b', {}, text('place', place.number)), ` ${place.sentence}`);
}

function named(place) {
  return place.label ? build('p', {class: 'hint'}, place.label) : null;
}
