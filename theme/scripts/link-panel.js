// A panel beside a link of the text, while the pointer rests on the link or the keyboard is on it; never on touch,
// where there is no resting. A page has one panel, whatever its scripts have to show in it: of a link that several
// know, the first to ask has the say. It is for the eye: screen readers are told what matters by the link itself, and
// by the page that it leads to.
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

  // Nothing is shown any more of a link that was left, even when what it leads to is still being fetched.
  forget() {
    clearTimeout(this.coming);
    this.next = null;
  }

  // The way to the panel leads over a gap, and a link that one of keyboard and pointer leaves may still have the other.
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

  // Below the link, above it where there is no room, beginning with the line that was pointed at, and never past the
  // edge. Where neither side has room for all of it, as in a window that is enlarged four times, it takes the larger
  // one, and scrolls.
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

  // The panel is what lies on top, so Escape closes it and nothing else.
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
 * @param offer Is given a link; returns a function that gives the element to show (or its promise, or null where it
 * turns out that there is none), or null for a link that it has nothing to say of.
 */
export function showBesideLinks(offer) {
  if (!('popover' in HTMLElement.prototype)) return;
  panel ??= new LinkPanel(document.querySelector('main'));
  panel.offers.push(offer);
}
