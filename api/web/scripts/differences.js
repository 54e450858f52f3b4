// How two versions differ, as the service tells it.

import {build} from './build.js';
import {text} from './texts.js';

/** differencesList lists differences. */
export function differencesList(all) {
  return build('ul', {class: 'differences'}, ...all.map((d) => build('li', {class: d.kind},
    build('span', {class: 'what'}, text(`differs_${d.kind}`)), build('span', {class: 'how'}, ...how(d)))));
}

function how(d) {
  const parts = [
    d.number && text('place', d.number), d.label && build('b', {}, d.label), d.field && d.kind !== 'field_renamed' && build('code', {}, d.field),
    d.member && text(`member_${d.member}`), (d.old || d.new) && change(d), d.sentence && build('small', {}, d.sentence),
  ].filter(Boolean);
  return parts.flatMap((p) => [p, ' ']);
}

function change(d) {
  const both = Boolean(d.member) || (d.old && d.new);
  const old = d.old || (d.member ? text('nothing') : '');
  const now = d.new || (d.member ? text('nothing') : '');
  return build('span', {class: 'change'}, old ? build('del', {}, old) : null, both ? ' → ' : null, now ? build('ins', {}, now) : null);
}
