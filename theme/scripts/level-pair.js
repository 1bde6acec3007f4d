// <level-pair> before the list of all comparisons: two select fields for the levels, in either order, and a button that
// opens their comparison. Without this script the list has the same links.
import { element } from './elements.js';
import { compare, compareWithSecond } from './strings.js';

class LevelPair extends HTMLElement {
  connectedCallback() {
    this.urls = new Map();
    const rows = [...document.querySelectorAll('.pairs > li')];
    const levels = new Set();
    for (const row of rows) {
      for (const link of row.querySelectorAll('a')) {
        const pair = [row.dataset.level, link.dataset.level];
        for (const level of pair) levels.add(level);
        this.urls.set(pair.join('\n'), link.href);
        this.urls.set(pair.reverse().join('\n'), link.href);
      }
    }
    this.from = field([...levels], this.dataset.from);
    this.to = field([...levels], this.dataset.to);
    this.button = element('button', { textContent: compare });
    const form = element(
      'form',
      { className: 'level-pair' },
      element('label', {}, compare, this.from),
      element('label', {}, compareWithSecond, this.to),
      this.button,
    );
    form.addEventListener('submit', event => {
      event.preventDefault();
      location.assign(this.url());
    });
    form.addEventListener('change', () => this.update());
    this.replaceChildren(form);
    this.hidden = false;
  }

  url() {
    return this.urls.get(`${this.from.value}\n${this.to.value}`);
  }

  update() {
    this.button.disabled = !this.url();
  }
}

function field(levels, chosen) {
  return element(
    'select',
    {},
    ...levels.map(level => element('option', { textContent: level, selected: level === chosen })),
  );
}

customElements.define('level-pair', LevelPair);
