// Pasting cells of a spreadsheet: the first goes into the place that has the
// focus, each further one into the place that follows. An empty cell leaves its
// place as it is. Into a place of several lines a text goes as it is.

import {build} from './build.js';
import {text} from './texts.js';

/** watchPaste listens on the sheet; put takes the new text of a field. */
export function watchPaste(sheet, figures, notices, put) {
  const set = (changes) => {
    for (const [field, value] of changes) {
      figures.show(field, value);
      put(field, value);
    }
  };

  sheet.addEventListener('paste', (event) => {
    const start = figures.inputs.indexOf(event.target);
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (start < 0 || cells.length < 2 || event.target.readOnly || event.target.localName === 'textarea') return;
    event.preventDefault();
    const places = figures.inputs.slice(start, start + cells.length);
    const changes = new Map();
    places.forEach((input, i) => { if (cells[i] !== '') changes.set(input.dataset.f, cells[i]); });
    const before = new Map([...changes.keys()].map((field) => [field, figures.text(field)]));
    set(changes);
    const last = places[places.length - 1];
    figures.go(last.dataset.f, last.id.startsWith('p') ? last.id.slice(1) : 0);
    const rest = cells.slice(places.length).filter((cell) => cell !== '').length;
    notices.add(text('pasted', changes.size, figures.label(event.target.dataset.f), figures.label(last.dataset.f)) +
      (rest > 0 ? ` ${text('pasted_over', rest)}` : ''),
    build('button', {type: 'button', onclick: () => set(before)}, text('undo')));
  });
}

/** cellsOf reads what a spreadsheet puts on the clipboard: cells parted by tabs and lines, quoted where they hold either. */
export function cellsOf(clip) {
  const cells = [];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  const rest = clip.replace(/[\r\n]+$/, '');
  for (let at = 0; at <= rest.length;) {
    cell.lastIndex = at;
    const [whole, quoted, plain] = cell.exec(rest);
    cells.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    at += whole.length;
    at += rest.startsWith('\r\n', at) ? 2 : 1;
  }
  return cells;
}
