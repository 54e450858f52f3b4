// Enter goes to the next place that is empty, Shift+Enter to the one before,
// Escape takes back what was typed since the focus came. Tab goes to the next
// place as everywhere.

import {text} from './texts.js';

/** watchKeys listens on the sheet, and gives the function that goes to the next gap (1) or the one before (-1). */
export function watchKeys(sheet, figures, notices) {
  let last = null; // where the focus was
  let before = ''; // what stood there when it came

  const goOn = (step) => {
    const gap = nextGap(figures, last, step);
    if (!gap) notices.pass(text('none_left'));
    else figures.go(gap.dataset.f, gap.id.startsWith('p') ? gap.id.slice(1) : 0);
  };

  sheet.addEventListener('focusin', (event) => {
    if (!event.target.dataset.f) return;
    last = event.target;
    before = last.value;
  });
  sheet.addEventListener('keydown', (event) => {
    if (!event.target.dataset.f || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && !(event.shiftKey && event.target.localName === 'textarea')) {
      event.preventDefault();
      goOn(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && event.target.value !== before) {
      event.preventDefault();
      event.target.value = before;
      event.target.dispatchEvent(new Event('input', {bubbles: true}));
    }
  });
  return goOn;
}

/** nextGap looks from an input onwards and round to it again. */
function nextGap(figures, from, step) {
  const all = figures.inputs;
  const start = from ? all.findIndex((input) => input.id === from.id) : step > 0 ? -1 : all.length;
  for (let i = 1; i <= all.length; i++) {
    const input = all[(((start + i * step) % all.length) + all.length) % all.length];
    if (input.id !== from?.id && figures.isGap(input)) return input;
  }
  return null;
}
