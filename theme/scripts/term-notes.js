// Shows what a term means beside its link, while the pointer rests on the link or the keyboard is on it. The link goes to the
// glossary as ever; nothing is shown on touch, where there is no resting.

const DELAY = 300;
const GRACE = 150;
const GAP = 6;

class TermNotes extends HTMLElement {
  connectedCallback() {
    const text = this.closest('main');
    this.notes = new Map([...this.querySelectorAll('[data-href]')].map(note => [new URL(note.dataset.href, document.baseURI).href, note]));
    this.links = [...text.querySelectorAll('a[href]')].filter(link => this.notes.has(link.href) && link.getAttribute('aria-hidden') !== 'true');
    for (const link of this.links) {
      if (!link.hasAttribute('aria-describedby')) link.setAttribute('aria-describedby', this.notes.get(link.href).id);
    }
    if (this.links.length === 0 || !('popover' in HTMLElement.prototype)) return;
    this.panel = this.makePanel();
    text.append(this.panel);
    for (const link of this.links) this.listen(link);
    this.panel.addEventListener('pointerenter', () => clearTimeout(this.timer));
    this.panel.addEventListener('pointerleave', () => this.later(GRACE, () => this.hide()));
  }

  disconnectedCallback() {
    this.hide();
    this.panel?.remove();
  }

  makePanel() {
    const panel = document.createElement('div');
    panel.className = 'term-note';
    panel.popover = 'manual';
    // Screen readers are told by the link itself.
    panel.setAttribute('aria-hidden', 'true');
    panel.append(document.createElement('strong'), document.createElement('span'));
    return panel;
  }

  listen(link) {
    link.addEventListener('pointerenter', event => {
      if (event.pointerType === 'mouse') this.later(this.shown === link ? 0 : DELAY, () => this.show(link));
    });
    link.addEventListener('pointerleave', event => {
      if (event.pointerType === 'mouse') this.later(GRACE, () => this.hide());
    });
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) this.later(DELAY, () => this.show(link));
    });
    link.addEventListener('blur', () => this.later(0, () => this.hide()));
    link.addEventListener('pointerdown', () => this.hide());
  }

  later(delay, act) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, delay);
  }

  show(link) {
    const note = this.notes.get(link.href);
    const [title, definition] = this.panel.children;
    title.textContent = note.dataset.title;
    definition.textContent = note.textContent;
    if (!this.panel.matches(':popover-open')) this.panel.showPopover();
    this.shown = link;
    this.place(link);
    this.endings?.abort();
    this.endings = new AbortController();
    const { signal } = this.endings;
    document.addEventListener('keydown', event => { if (event.key === 'Escape') this.hide(); }, { signal });
    addEventListener('scroll', () => this.hide(), { signal, passive: true, capture: true });
    addEventListener('resize', () => this.hide(), { signal });
  }

  // Below the line that the link begins on, above it where there is no room, and never past the edge.
  place(link) {
    const line = link.getClientRects()[0];
    const { width, height } = this.panel.getBoundingClientRect();
    const room = document.documentElement;
    const left = Math.max(GAP, Math.min(line.left, room.clientWidth - width - GAP));
    const below = line.bottom + GAP + height <= room.clientHeight || line.top - GAP - height < 0;
    this.panel.style.setProperty('left', `${left}px`);
    this.panel.style.setProperty('top', `${below ? line.bottom + GAP : line.top - GAP - height}px`);
  }

  hide() {
    clearTimeout(this.timer);
    this.endings?.abort();
    this.shown = null;
    if (this.panel?.matches(':popover-open')) this.panel.hidePopover();
  }
}

customElements.define('term-notes', TermNotes);
