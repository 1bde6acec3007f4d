// <page-print> at the end of a page: on paper the site's name, the address and the day stand at the foot of each sheet,
// and where links lead is said in numbered notes at the end. All of it is there only while the page is printed. Without
// this script the name and the address stand at the end, and addresses elsewhere behind their links.
import { element } from './elements.js';

const LINKS =
  '.prose a[href]:not(.prose svg *, .actions *, .entry-list *, .raises *, .about-page *, .wordings *, ' +
  '.cell-foot *, .copy-link, .term, [href^="#"])';

class PagePrint extends HTMLElement {
  connectedCallback() {
    this.address = document.querySelector('link[rel="canonical"]')?.href ?? location.href.replace(/#.*/, '');
    this.site = document.querySelector('.site-name');
    addEventListener('beforeprint', () => this.begin());
    addEventListener('load', () => this.loadFolded(), { once: true });
    addEventListener('afterprint', () => this.end());
  }

  // Paper shows what is folded, and a print does not wait: fonts that only such text needs are loaded before.
  loadFolded() {
    for (const [text, style] of [
      ['em, i, cite, h4', 'italic'],
      ['strong, b, h2, h3, th', '600'],
    ]) {
      const folded = document.querySelector(`details:not([open]) :is(${text})`);
      if (!folded) continue;
      // A font that cannot be loaded is not an error: the fallback font prints.
      document.fonts.load(`${style} 1em ${getComputedStyle(folded).fontFamily}`).catch(() => {});
    }
  }

  begin() {
    this.end();
    const day = new Date().toLocaleDateString(language(), { dateStyle: 'long' });
    const line = `${this.site.textContent} · ${this.address} · ${day}`;
    this.foot = new CSSStyleSheet();
    this.foot.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(line)}; } }`);
    document.adoptedStyleSheets.push(this.foot);
    if (globalThis.CSSMarginRule) this.firstElementChild.hidden = true;
    else this.firstElementChild.textContent = line;
    if (!document.querySelector('matrix-filter'))
      this.note([...document.querySelectorAll(LINKS)].filter(link => link.checkVisibility()));
  }

  note(links) {
    const root = new URL(this.site.getAttribute('href'), this.address).href;
    const numbers = new Map();
    this.marks = links.map(link => {
      const to = new URL(link.getAttribute('href'), this.address).href;
      const address = to.startsWith(root) && to !== root ? to.slice(root.length) : to;
      if (!numbers.has(address)) numbers.set(address, numbers.size + 1);
      const mark = element('span', { className: 'link-note', textContent: numbers.get(address) });
      link.after(mark);
      return mark;
    });
    if (numbers.size === 0) return;
    const list = element('p', { className: 'link-notes' }, `Links, relative to ${root}:`);
    for (const [address, number] of numbers) list.append(' ', element('b', { textContent: number }), ` ${address}`);
    this.append(list);
    this.marks.push(list);
  }

  end() {
    for (const mark of this.marks ?? []) mark.remove();
    this.marks = [];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.foot);
    this.firstElementChild.hidden = false;
  }
}

// Every date of a page that names no country is written as in Britain, where browsers would take 'en' for American.
function language() {
  const { lang } = document.documentElement;
  return lang.toLowerCase() === 'en' ? 'en-GB' : lang || 'en-GB';
}

customElements.define('page-print', PagePrint);
