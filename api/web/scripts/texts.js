// The page's texts, which the server put into it in the reader's language.

const texts = JSON.parse(document.getElementById('texts').textContent);

/** text gives the text of a key, with %s, %d and %[n]s put in as the server does. */
export function text(key, ...args) {
  const pattern = texts[key];
  if (pattern === undefined) throw new Error(`no text under the key ${key}`);
  let next = 0;
  return pattern.replace(/%(?:\[(\d+)\])?[sd]|%%/g, (verb, place) => {
    if (verb === '%%') return '%';
    return String(args[place ? place - 1 : next++]);
  });
}
