// A panel beside a link, shown while the pointer rests on the link or the link has keyboard focus; never on touch
// screens. A page has one panel; if several scripts have content for a link, the first registered wins. The panel is
// visual only: screen readers get the same from the link or from its target.
import { element } from './elements.js';

const DELAY = 300;
const GRACE = 150;
const GAP = 6;

class LinkPanel {
  constructor(text) {
    Object.assign(this, { text, offers: [] });
    text.addEventListener('pointerover', event => this.onPointer(event, link => this.come(link, event.clientY)));
    text.addEventListener('pointerout', event => this.onPointer(event, link => this.leave(link)));
    text.addEventListener('pointerdown', event => {
      if (linkAt(event)) this.dismiss();
    });
    text.addEventListener('focusin', event => {
      if (event.target.matches(':focus-visible')) this.come(linkAt(event));
    });
    text.addEventListener('focusout', event => this.leave(linkAt(event)));
  }

  onPointer(event, act) {
    const link = linkAt(event);
    if (event.pointerType === 'mouse' && link && !link.contains(event.relatedTarget)) act(link);
  }

  come(link, height) {
    this.forget();
    if (!link) return;
    if (link === this.shown) return clearTimeout(this.going);
    const content = this.contentFor(link);
    if (!content) return;
    this.next = link;
    this.coming = setTimeout(() => this.show(link, content, height), DELAY);
  }

  contentFor(link) {
    for (const offer of this.offers) {
      const content = offer(link);
      if (content) return content;
    }
  }

  leave(link) {
    if (!link) return;
    if (link === this.next) this.forget();
    if (link === this.shown) this.letGo();
  }

  // A link that was left shows nothing, even if its content is still being fetched.
  forget() {
    clearTimeout(this.coming);
    this.next = null;
  }

  // The pointer crosses a gap to reach the panel, and a link may keep the focus when the pointer leaves it.
  letGo() {
    clearTimeout(this.going);
    this.going = setTimeout(() => {
      if (!this.panel.matches(':hover') && !this.shown?.matches(':hover, :focus-visible')) this.hide();
    }, GRACE);
  }

  async show(link, content, height) {
    const shown = await content();
    if (this.next !== link || !shown || link.getClientRects().length === 0) return;
    this.dismiss();
    this.shown = link;
    this.panel ??= this.build();
    this.panel.replaceChildren(shown);
    this.panel.showPopover();
    this.place(link, height);
    this.listenForEnd();
  }

  build() {
    const panel = element('div', { className: 'link-panel', popover: 'manual', ariaHidden: 'true' });
    panel.addEventListener('pointerenter', () => clearTimeout(this.going));
    panel.addEventListener('pointerleave', () => this.letGo());
    this.text.append(panel);
    return panel;
  }

  // Below the link, or above it if there is no space; aligned with the line under the pointer and kept within the
  // window. If neither side has enough space, as at 400 % zoom, the panel takes the larger side and scrolls.
  place(link, height) {
    const lines = [...link.getClientRects()];
    const line = lines.find(({ top, bottom }) => top <= height && height <= bottom) ?? lines[0];
    this.panel.style.removeProperty('max-block-size');
    const box = this.panel.getBoundingClientRect();
    const room = document.documentElement;
    const [above, below] = [lines[0].top - 2 * GAP, room.clientHeight - lines.at(-1).bottom - 2 * GAP];
    const isBelow = box.height <= below || (box.height > above && above <= below);
    const tall = Math.min(box.height, isBelow ? below : above);
    const left = Math.max(GAP, Math.min(line.left, room.clientWidth - box.width - GAP));
    this.panel.style.setProperty('left', `${left}px`);
    this.panel.style.setProperty('top', `${isBelow ? lines.at(-1).bottom + GAP : lines[0].top - GAP - tall}px`);
    if (tall < box.height) this.panel.style.setProperty('max-block-size', `${tall}px`);
  }

  listenForEnd() {
    this.endings = new AbortController();
    const { signal } = this.endings;
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
    this.forget();
    this.hide();
  }

  hide() {
    clearTimeout(this.going);
    this.endings?.abort();
    this.shown = null;
    if (this.panel?.matches(':popover-open')) this.panel.hidePopover();
  }
}

function linkAt(event) {
  return event.target.closest('a[href]');
}

let panel;

/**
 * @param offer Takes a link. Returns null if it has no content for the link, else a function that returns the element
 * to show, a promise of it, or null.
 */
export function showBesideLinks(offer) {
  if (!('popover' in HTMLElement.prototype)) return;
  panel ??= new LinkPanel(document.querySelector('main'));
  panel.offers.push(offer);
}
