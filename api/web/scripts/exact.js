// JSON whose numbers keep their digits: 12.30 stays "12.30". Browsers that do not
// hand out the source of a number show it as they read it.

/** parse reads JSON; a number whose digits a binary float would change is its text. */
export function parse(json) {
  return JSON.parse(json, (key, value, context) => {
    if (typeof value !== 'number' || !context || context.source === String(value)) return value;
    return context.source;
  });
}

/** display is a value of a payload as an input shows it, in the field's own unit without saying so. */
export function display(value, unit) {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return String(value.value ?? '') + (value.unit && value.unit !== unit ? value.unit : '');
}
