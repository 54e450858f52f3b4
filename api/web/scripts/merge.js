// Two authors changed the same version: their changes are brought together, field
// by field, member by member, placeholder by placeholder, rule by rule. Where both
// changed one thing to different ends, the author's own is taken, and told.

/**
 * merge gives {schema, conflicts} of the base, the author's schema and the
 * colleague's. A conflict is {what, member, mine}: what is the title of a field or a
 * rule, the number of a placeholder, or empty for what the schema itself says.
 */
export function merge(base, mine, theirs) {
  const conflicts = [];
  const choose = (what, was, own, other, member = '') => {
    if (same(own, was) || same(own, other)) return other;
    if (!same(other, was)) conflicts.push({what, member, mine: typeof own === 'object' ? JSON.stringify(own) : String(own ?? '')});
    return own;
  };
  const schema = {
    ...theirs,
    fields: mergeFields(base.fields, mine.fields, theirs.fields, choose),
    placeholders: theirs.placeholders.map((name, i) => choose(i + 1, base.placeholders[i], mine.placeholders[i], name)),
    computed: mergeRules(base.computed, mine.computed, theirs.computed, (c) => c.field, choose),
    checks: mergeRules(base.checks, mine.checks, theirs.checks, (c) => c.check, choose),
  };
  for (const key of ['title', 'marks']) schema[key] = choose('', base[key], mine[key], theirs[key], key);
  dropUnbound(schema);
  return {schema, conflicts};
}

function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }

function mergeFields(base, mine, theirs, choose) {
  const out = mergeRules(base, mine, theirs, (f) => f.name, (what, was, own, other) => {
    if (!was || !own || !other) return choose(what, was, own, other);
    const field = {};
    for (const member of new Set([...Object.keys(own), ...Object.keys(other)])) {
      const value = choose(own.label || own.name, was[member], own[member], other[member], member);
      if (value !== undefined) field[member] = value;
    }
    return field;
  });
  return out;
}

/** mergeRules merges lists whose items have a key; a missing item is undefined to choose. */
function mergeRules(base = [], mine = [], theirs = [], keyOf, choose) {
  const [was, own, other] = [base, mine, theirs].map((list) => new Map(list.map((item) => [keyOf(item), item])));
  const keys = new Set([...own.keys(), ...other.keys()]);
  return [...keys].map((key) => choose(key, was.get(key), own.get(key), other.get(key))).filter((item) => item !== undefined);
}

/** dropUnbound takes fields away that one author renamed and the other changed: nothing fills or reads them any more. */
function dropUnbound(schema) {
  const used = new Set(schema.placeholders);
  for (const {field, is} of schema.computed) for (const name of `${field} ${is}`.match(/\p{L}[\p{L}\p{N}_]*/gu) || []) used.add(name);
  for (const {check} of schema.checks) for (const name of check.match(/\p{L}[\p{L}\p{N}_]*/gu) || []) used.add(name);
  schema.fields = schema.fields.filter((f) => used.has(f.name));
}
