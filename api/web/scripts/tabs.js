// The parts of a page, one at a time; the address says which. Without this script
// all of them stand one below the other.

/** watchTabs shows the part that the address names, or that holds what it names. */
export function watchTabs(nav) {
  const links = [...nav.querySelectorAll('a[href^="#"]')];
  const parts = links.map((link) => document.querySelector(link.hash));
  const show = () => {
    const target = document.getElementById(location.hash.slice(1));
    const shown = parts.find((part) => target && part.contains(target)) || parts[0];
    parts.forEach((part, i) => {
      part.hidden = part !== shown;
      if (part === shown) links[i].setAttribute('aria-current', 'true');
      else links[i].removeAttribute('aria-current');
    });
    if (target === shown) scrollTo(0, 0);
    else target?.scrollIntoView({block: 'center'});
    return target;
  };
  show();
  addEventListener('hashchange', show);
}
