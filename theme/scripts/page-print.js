// <page-print> at the end of a page: in print, each page has a footer with the site's name, the URL and the date, and
// links become numbered notes at the end. All of it is added only while printing. Without this script the name and the
// URL are at the end, and external URLs follow their links.
import { element } from './elements.js';
import { linksRelativeTo } from './strings.js';

const LINKS =
  '.prose a[href]:not(.prose svg *, .actions *, .entry-list *, .raises *, .about-page *, .wordings *, ' +
  '.cell-foot *, .copy-link, .term, [href^="#"])';

// Video and sound in HTML. Those in Markdown have a link for paper.
const MEDIA = '.prose :is(video, audio):is([src], :has(source)):not(:has(+ .on-paper))';

function linkTo(media) {
  const href = media.getAttribute('src') ?? media.querySelector('source')?.getAttribute('src') ?? '';
  const textContent = media.ariaLabel || media.title || href.replace(/.*\//, '');
  const link = element('a', { className: 'on-paper', href, textContent });
  media.after(link);
  return link;
}

function isPrinted(link) {
  return (link.matches('.on-paper') ? link.parentElement : link).checkVisibility();
}

class PagePrint extends HTMLElement {
  connectedCallback() {
    this.address = document.querySelector('link[rel="canonical"]')?.href ?? location.href.replace(/#.*/, '');
    this.site = document.querySelector('.site-name');
    addEventListener('beforeprint', () => this.begin());
    addEventListener('load', () => this.loadFolded(), { once: true });
    addEventListener('afterprint', () => this.end());
  }

  // Folded text is printed too, and printing does not wait for fonts: load those that only folded text needs.
  loadFolded() {
    for (const [text, style] of [
      ['em, i, cite, h4', 'italic'],
      ['strong, b, h2, h3, th', '600'],
    ]) {
      const folded = document.querySelector(`details:not([open]) :is(${text})`);
      if (!folded) continue;
      // A font that fails to load is not an error: the fallback font prints.
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
    this.marks = [...document.querySelectorAll(MEDIA)].map(linkTo);
    if (!document.querySelector('matrix-filter')) this.note([...document.querySelectorAll(LINKS)].filter(isPrinted));
  }

  note(links) {
    const root = new URL(this.site.getAttribute('href'), this.address).href;
    const numbers = new Map();
    const marks = links.map(link => {
      const to = new URL(link.getAttribute('href'), this.address).href;
      const address = to.startsWith(root) && to !== root ? to.slice(root.length) : to;
      if (!numbers.has(address)) numbers.set(address, numbers.size + 1);
      const mark = element('span', { className: 'link-note', textContent: numbers.get(address) });
      link.after(mark);
      return mark;
    });
    this.marks.push(...marks);
    if (numbers.size === 0) return;
    const list = element('p', { className: 'link-notes' }, linksRelativeTo(root));
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

// Dates of a site without a country are British, because browsers take 'en' for American.
function language() {
  const { lang } = document.documentElement;
  return lang.toLowerCase() === 'en' ? 'en-GB' : lang || 'en-GB';
}

customElements.define('page-print', PagePrint);
