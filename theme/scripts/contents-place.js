// <contents-place> in a table of contents marks the heading that is being read and scrolls a long list to it. On a
// phone, where the list is folded in a bar at the top of the window, the bar shows the heading.

// A heading is current while it is in the upper fifth of the window or above it: the observed area has no upper end.
const READING_AREA = '1000000px 0px -80% 0px';

class ContentsPlace extends HTMLElement {
  connectedCallback() {
    this.list = this.parentElement;
    this.links = new Map(
      [...this.list.querySelectorAll('li a')].map(link => [
        document.getElementById(link.getAttribute('href').slice(1)),
        link,
      ]),
    );
    this.links.delete(null);
    this.reached = new Set();
    this.fold = this.list.querySelector('details');
    this.current = this.fold.firstElementChild.appendChild(document.createElement('span'));
    this.list.addEventListener('click', event => {
      if (event.target.closest('li a')) this.fold.open = false;
    });
    const headings = new IntersectionObserver(entries => this.update(entries), { rootMargin: READING_AREA });
    for (const heading of this.links.keys()) headings.observe(heading);
    new IntersectionObserver(([{ isIntersecting }]) => this.reachEnd(isIntersecting)).observe(this.elementAfterText());
    addEventListener('hashchange', () => this.mark());
  }

  // The last sections may be too short to reach the top; if the element after the text is visible, they are being read.
  elementAfterText() {
    return document.querySelector('.site-footer') ?? document.body.lastElementChild;
  }

  update(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.reached.add(target);
      else this.reached.delete(target);
    }
    this.mark();
  }

  reachEnd(isReached) {
    this.isAtEnd = isReached;
    this.mark();
  }

  mark() {
    const current = this.links.get(this.heading());
    for (const link of this.links.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
    this.current.textContent = current ? `: ${current.textContent}` : '';
    if (current) this.scrollIntoList(current);
  }

  heading() {
    const headings = [...this.links.keys()];
    const linked = this.isAtEnd && headings.find(heading => this.links.get(heading).hash === location.hash);
    if (linked && linked.getBoundingClientRect().top >= 0) return linked;
    return this.isAtEnd ? headings.at(-1) : headings.findLast(heading => this.reached.has(heading));
  }

  scrollIntoList(link) {
    const [list, box] = [this.list.getBoundingClientRect(), link.getBoundingClientRect()];
    if (box.top < list.top || box.bottom > list.bottom) this.list.scrollTop += box.top - (list.top + list.bottom) / 2;
  }
}

customElements.define('contents-place', ContentsPlace);
