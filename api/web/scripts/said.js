// A word from the page before about what was done there, told once.

const key = 'reportfill.said';

/** say leaves a word for the page that follows. */
export function say(words) {
  try {
    sessionStorage.setItem(key, words);
  } catch {
    // No storage: what was done is to be seen all the same.
  }
}

/** said gives the word that was left; null where there is none. */
export function said() {
  try {
    const words = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return words;
  } catch {
    return null;
  }
}

/** tellSaid shows the word in the page's place for it, as a screen reader hears of it. */
export function tellSaid() {
  const words = said();
  if (words) requestAnimationFrame(() => { document.getElementById('said').textContent = words; });
}
