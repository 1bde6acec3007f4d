// <page-prefetch> prefetches a page of this site when the pointer rests on its link, or a finger or the focus is on it.
// Not if the reader saves data or the connection is not reported as fast, and never more than MAX_PAGES pages.

const root = new URL('../', import.meta.url);
const HOVER_DELAY = 80;
const MAX_PAGES = 30;

class PagePrefetch extends HTMLElement {
  connectedCallback() {
    if (navigator.connection?.effectiveType !== '4g' || navigator.connection.saveData) return;
    this.fetched = new Set([location.pathname]);
    document.addEventListener('pointerover', event => this.wait(event), { passive: true });
    document.addEventListener('pointerdown', event => this.fetch(linkAt(event)), { passive: true });
    document.addEventListener('focusin', event => this.fetch(linkAt(event)));
  }

  wait(event) {
    clearTimeout(this.timer);
    const link = event.pointerType === 'mouse' && linkAt(event);
    if (link) this.timer = setTimeout(() => this.fetch(link), HOVER_DELAY);
  }

  fetch(link) {
    if (
      !link ||
      !link.href.startsWith?.(root.href) ||
      !link.pathname.endsWith('/') ||
      this.fetched.has(link.pathname) ||
      this.fetched.size > MAX_PAGES
    )
      return;
    this.fetched.add(link.pathname);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: link.pathname }));
  }
}

function linkAt({ target }) {
  return target instanceof Element ? target.closest('a[href]') : null;
}

customElements.define('page-prefetch', PagePrefetch);
