// The fields of a draft, and what an author does with them. Each function that
// takes a schema changes it; none of them touches the page.

import {ignored} from './draft.js';

const nameIn = /\p{L}[\p{L}\p{N}_]*/gu;

/** goodName tells whether a name can be a field's. */
export function goodName(name) { return /^\p{L}[\p{L}\p{Nd}_]{0,99}$/u.test(name); }

/** isUnnamed tells whether a field has the name that it has until an author names it. */
export function isUnnamed(name) { return /^x[0-9]+$/.test(name); }

export function fieldNamed(schema, name) { return schema.fields.find((f) => f.name === name); }

/** fieldAt is the field of a placeholder, by its number; undefined where it has none. */
export function fieldAt(schema, number) { return fieldNamed(schema, schema.placeholders[number - 1]); }

export function title(field) { return field ? field.label || field.name : ''; }

/** placesOf are the numbers of the placeholders that a field fills. */
export function placesOf(schema, name) {
  return schema.placeholders.flatMap((n, i) => (n === name ? [i + 1] : []));
}

export function computedOf(schema, name) { return (schema.computed || []).find((c) => c.field === name); }

/** renamedIn is an expression with another name in the place of one. */
export function renamedIn(expression, from, to) {
  return expression.replace(nameIn, (name) => (name === from ? to : name));
}

/** inLabels is an expression as a clerk reads it. */
export function inLabels(schema, expression) {
  const labels = new Map(schema.fields.map((f) => [f.name, title(f)]));
  return expression.replace(nameIn, (name) => labels.get(name) ?? name)
    .replaceAll('*', '×').replaceAll('/', '÷').replaceAll('<=', '≤').replaceAll('>=', '≥').replaceAll('==', '＝').replaceAll('!=', '≠');
}

/** reads tells whether any expression reads a field, or gives it. */
function reads(schema, name) {
  const expressions = [...(schema.computed || []).map((c) => `${c.field} ${c.is}`), ...(schema.checks || []).map((c) => c.check)];
  return expressions.some((e) => (e.match(nameIn) || []).includes(name));
}

/** rename gives a field another name, wherever it is named. */
export function rename(schema, from, to) {
  fieldNamed(schema, from).name = to;
  follow(schema, from, to);
}

/** follow puts a name in the place of another that a field had. */
function follow(schema, from, to) {
  schema.placeholders = schema.placeholders.map((n) => (n === from ? to : n));
  for (const f of schema.fields) if (f.prior_of === from) f.prior_of = to;
  for (const c of schema.computed) {
    if (c.field === from) c.field = to;
    c.is = renamedIn(c.is, from, to);
  }
  for (const c of schema.checks) c.check = renamedIn(c.check, from, to);
}

/** bind lets a placeholder take a field, or none; it gives the field that nothing needs any more. */
export function bind(schema, number, name) {
  const before = schema.placeholders[number - 1];
  schema.placeholders[number - 1] = name;
  return before === name ? undefined : dropUnused(schema, before);
}

function dropUnused(schema, name) {
  const field = fieldNamed(schema, name);
  if (!field || placesOf(schema, name).length > 0 || reads(schema, name)) return undefined;
  schema.fields = schema.fields.filter((f) => f !== field);
  for (const f of schema.fields) if (f.prior_of === name) delete f.prior_of;
  return field;
}

/** bindNew gives a placeholder a field of its own, as its sentence suggests. */
export function bindNew(schema, number, about) {
  const field = {name: about.name || freeName(schema, number), label: about.label, kind: about.kind || 'text', unit: about.unit, decimals: about.decimals};
  for (const key of Object.keys(field)) if (field[key] === undefined || field[key] === '') delete field[key];
  if (!fieldNamed(schema, field.name)) insert(schema, field, number);
  return bind(schema, number, field.name);
}

/** insert puts a field behind that of the placeholder before. */
function insert(schema, field, number) {
  for (let n = number - 1; n > 0; n--) {
    const at = schema.fields.findIndex((f) => f.name === schema.placeholders[n - 1]);
    if (at < 0) continue;
    schema.fields.splice(at + 1, 0, field);
    return;
  }
  schema.fields.unshift(field);
}

function freeName(schema, number) {
  for (let n = number; ; n += schema.placeholders.length) {
    if (!fieldNamed(schema, `x${n}`)) return `x${n}`;
  }
}

/** join lets one field take the place of another. */
export function join(schema, into, other) {
  schema.computed = schema.computed.filter((c) => c.field !== other);
  schema.fields = schema.fields.filter((f) => f.name !== other);
  follow(schema, other, into);
}

/** set sets a member of a field; empty takes it away. */
export function set(field, member, value) {
  if (value === '' || value === undefined || value === false) delete field[member];
  else field[member] = value;
}
