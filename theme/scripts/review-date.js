// <review-date> says whether a page has to be reviewed again, by the day on which it is read. Without this script it
// says so by the day of the build.

class ReviewDate extends HTMLElement {
  connectedCallback() {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(part => String(part).padStart(2, '0'))
      .join('-');
    const overdue = today > this.dataset.by;
    const text = overdue ? this.dataset.overdue : this.dataset.due;
    if (this.textContent !== text) this.textContent = text;
    this.closest('tr')?.toggleAttribute('data-overdue', overdue);
  }
}

customElements.define('review-date', ReviewDate);
