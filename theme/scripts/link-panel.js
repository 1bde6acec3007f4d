// A panel beside a link, shown while the pointer rests on the link or the link has keyboard focus; never on touch
// screens. A page has one panel; if several scripts have content for a link, the first registered wins. The panel is
// visual only: screen readers get the same from the link or from its target.
import { element } from './elements.js';

const SHOW_DELAY = 300;
const HIDE_DELAY = 150;
const GAP = 6;

class LinkPanel {
  constructor(text) {
    Object.assign(this, { text, providers: [] });
    text.addEventListener('pointerover', event => this.onPointer(event, link => this.enter(link, event.clientY)));
    text.addEventListener('pointerout', event => this.onPointer(event, link => this.leave(link)));
    text.addEventListener('pointerdown', event => {
      if (linkAt(event)) this.dismiss();
    });
    text.addEventListener('focusin', event => {
      if (event.target.matches(':focus-visible')) this.enter(linkAt(event));
    });
    text.addEventListener('focusout', event => this.leave(linkAt(event)));
  }

  onPointer(event, act) {
    const link = linkAt(event);
    if (event.pointerType === 'mouse' && link && !link.contains(event.relatedTarget)) act(link);
  }

  enter(link, pointerY) {
    this.cancel();
    // The panel would cover the field in which the reader is writing.
    if (!link || document.activeElement?.matches('textarea, input')) return;
    if (link === this.shown) return clearTimeout(this.hideTimer);
    const content = this.contentFor(link);
    if (!content) return;
    this.next = link;
    this.showTimer = setTimeout(() => this.show(link, content, pointerY), SHOW_DELAY);
  }

  contentFor(link) {
    for (const provider of this.providers) {
      const content = provider(link);
      if (content) return content;
    }
  }

  leave(link) {
    if (!link) return;
    if (link === this.next) this.cancel();
    if (link === this.shown) this.hideSoon();
  }

  // A link that was left shows nothing, even if its content is still being fetched.
  cancel() {
    clearTimeout(this.showTimer);
    this.next = null;
  }

  // The pointer crosses a gap to reach the panel, and a link may keep the focus when the pointer leaves it.
  hideSoon() {
    clearTimeout(this.hideTimer);
    this.hideTimer = setTimeout(() => {
      if (!this.panel.matches(':hover') && !this.shown?.matches(':hover, :focus-visible')) this.hide();
    }, HIDE_DELAY);
  }

  async show(link, content, pointerY) {
    const shown = await content();
    if (this.next !== link || !shown || link.getClientRects().length === 0) return;
    this.dismiss();
    this.shown = link;
    this.panel ??= this.build();
    this.panel.replaceChildren(shown);
    this.panel.showPopover();
    this.place(link, pointerY);
    this.listenForDismissal();
  }

  build() {
    const panel = element('div', { className: 'link-panel', popover: 'manual', ariaHidden: 'true' });
    panel.addEventListener('pointerenter', () => clearTimeout(this.hideTimer));
    panel.addEventListener('pointerleave', () => this.hideSoon());
    this.text.append(panel);
    return panel;
  }

  // Below the link, or above it if there is no space; aligned with the line under the pointer and kept within the
  // window. If neither side has enough space, as at 400 % zoom, the panel takes the larger side and scrolls.
  place(link, pointerY) {
    const lines = [...link.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= pointerY && pointerY <= bottom) ?? lines[0];
    this.panel.style.removeProperty('max-block-size');
    const box = this.panel.getBoundingClientRect();
    const viewport = document.documentElement;
    const [above, below] = [lines[0].top - 2 * GAP, viewport.clientHeight - lines.at(-1).bottom - 2 * GAP];
    const isBelow = box.height <= below || (box.height > above && above <= below);
    const height = Math.min(box.height, isBelow ? below : above);
    const left = Math.max(GAP, Math.min(line.left, viewport.clientWidth - box.width - GAP));
    this.panel.style.setProperty('left', `${left}px`);
    this.panel.style.setProperty('top', `${isBelow ? lines.at(-1).bottom + GAP : lines[0].top - GAP - height}px`);
    if (height < box.height) this.panel.style.setProperty('max-block-size', `${height}px`);
  }

  listenForDismissal() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    addEventListener('keydown', event => this.onKey(event), { signal, capture: true });
    addEventListener(
      'scroll',
      event => {
        if (event.target !== this.panel) this.dismiss();
      },
      { signal, capture: true, passive: true },
    );
    addEventListener('resize', () => this.dismiss(), { signal });
    addEventListener(
      'focusin',
      event => {
        if (!this.text.contains(event.target)) this.dismiss();
      },
      { signal },
    );
  }

  // The panel is on top, so Escape closes only the panel.
  onKey(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.dismiss();
  }

  dismiss() {
    this.cancel();
    this.hide();
  }

  hide() {
    clearTimeout(this.hideTimer);
    this.listeners?.abort();
    this.shown = null;
    if (this.panel?.matches(':popover-open')) this.panel.hidePopover();
  }
}

function linkAt(event) {
  return event.target.closest('a[href]');
}

let panel;

/**
 * @param provider Takes a link. Returns null if it has no content for the link, else a function that returns the
 * element to show, a promise of it, or null.
 */
export function showBesideLinks(provider) {
  if (!('popover' in HTMLElement.prototype)) return;
  panel ??= new LinkPanel(document.querySelector('main'));
  panel.providers.push(provider);
}
