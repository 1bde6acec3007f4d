// <changes-since> before the list of pages "changes of a level since a version": a select field for the level, the date
// of the last review, and a button that opens the page since the version of that day. Without this script the list has
// the same links.
import { element } from './elements.js';
import { lastReviewDate, level, reviewDateHint, showChanges } from './strings.js';

class ChangesSince extends HTMLElement {
  connectedCallback() {
    this.rows = new Map();
    for (const row of this.parentElement.querySelectorAll('li'))
      this.rows.set(row.querySelector('span').textContent, [...row.querySelectorAll('a[data-date]')]);
    this.level = element('select', {}, ...[...this.rows.keys()].map(textContent => element('option', { textContent })));
    this.date = element('input', { type: 'date', required: true });
    const form = element(
      'form',
      { className: 'changes-since' },
      element('label', {}, level, this.level),
      element('label', {}, lastReviewDate, this.date),
      element('button', { textContent: showChanges }),
      element('p', { textContent: reviewDateHint }),
    );
    form.addEventListener('submit', event => {
      event.preventDefault();
      location.assign(this.url());
    });
    this.replaceChildren(form);
    this.hidden = false;
  }

  // The version that was the newest on that day. The links begin with the newest version.
  url() {
    const links = this.rows.get(this.level.value);
    return (links.find(link => link.dataset.date <= this.date.value) ?? links.at(-1)).href;
  }
}

customElements.define('changes-since', ChangesSince);
