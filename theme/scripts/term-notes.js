// Shows the definition of a term beside its link, and adds it as the link's description for screen readers.
import { element } from './elements.js';
import { showBesideLinks } from './link-panel.js';

class TermNotes extends HTMLElement {
  connectedCallback() {
    this.notes = new Map(
      [...this.querySelectorAll('[data-href]')].map(note => [new URL(note.dataset.href, document.baseURI).href, note]),
    );
    for (const link of this.closest('main').querySelectorAll('a[href]:not([aria-describedby], [aria-hidden="true"])')) {
      const note = this.notes.get(link.href);
      if (note) link.setAttribute('aria-describedby', note.id);
    }
    showBesideLinks(link => (this.notes.has(link.href) ? () => definition(this.notes.get(link.href)) : null));
  }
}

function definition(note) {
  return element(
    'div',
    { className: 'definition' },
    element('strong', { textContent: note.dataset.title }),
    element('span', { textContent: note.textContent }),
  );
}

customElements.define('term-notes', TermNotes);
