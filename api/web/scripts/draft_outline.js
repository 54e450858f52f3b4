// The outline beside the draft: how many places of each part are still to be named.

/** DraftOutline counts by the headings that a place stands under. */
export class DraftOutline {
  constructor(marks) {
    this.marks = marks;
    this.parts = new Map([...document.querySelectorAll('.outline a')].map((link) => [link.hash.slice(1), {link, numbers: []}]));
    for (const button of marks.buttons) {
      for (const id of button.closest('.chunk').dataset.parts.split(' ')) this.parts.get(id)?.numbers.push(Number(button.dataset.n));
    }
    this.count();
  }

  count() {
    for (const {link, numbers} of this.parts.values()) {
      const open = numbers.filter((n) => this.marks.state(n) === 'suggested').length;
      const tally = link.querySelector('.tally');
      if (tally.textContent !== String(open || '')) tally.textContent = open || '';
      link.classList.toggle('done', numbers.length > 0 && open === 0);
    }
  }
}
