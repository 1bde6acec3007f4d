// <review-date> shows whether a review is due or overdue on the reader's date. Without this script it shows the state
// on the date of the build.

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
