// Buttons that copy a text. On an intranet without TLS browsers give no clipboard
// to scripts; there the text is selected and copied as a person would.

import {text} from './texts.js';

/** watchCopy makes each button with data-copy copy the text of the element it names. */
export function watchCopy(status) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const words = button.textContent;
    button.addEventListener('click', async () => {
      if (!await copy(document.getElementById(button.dataset.copy))) return;
      button.textContent = text('copied');
      status.textContent = text('copied');
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand('copy');
  }
}
