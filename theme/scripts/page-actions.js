// <page-actions> at the end of a page: print the page, copy a link to it, and copy links to its headings and
// statements. If the browser cannot copy, these links lead to their target.
import { action, element } from './elements.js';
import { notify } from './notice.js';
import { copyAddress, copyLink, copyLinkTo, linkCopied, printLabel } from './strings.js';

const HEADINGS = 'main :is(h2, h3, h4, h5, h6)[id], main dt[id]';
const STATEMENTS = 'main .signals > li[id], [data-kind="dimension"] li[id]:not(.footnotes *)';
const NESTED = 'ul, ol, .raises';

class PageActions extends HTMLElement {
  connectedCallback() {
    const row =
      document.querySelector('.about-page .actions') ?? this.appendChild(element('p', { className: 'actions' }));
    row.append(
      ' ',
      action(copyLink, () => this.copyPage()),
      ' ',
      action(printLabel, () => print()),
    );
    for (const heading of document.querySelectorAll(HEADINGS)) {
      if (heading.localName !== 'dt') isolateName(heading);
      this.addCopyLink(heading);
    }
    for (const statement of document.querySelectorAll(STATEMENTS)) this.addCopyLinkWhenOpen(statement);
    document.querySelector('main').addEventListener('click', event => this.onClick(event));
    this.hidden = false;
  }

  async copyPage() {
    const address = new URL(location.href);
    address.hash = '';
    if (!(await copy(address.href))) notify(copyAddress);
  }

  // A matrix has hundreds of statements, nearly all of them folded.
  addCopyLinkWhenOpen(statement) {
    const fold = statement.closest('details');
    const add = () => this.addCopyLink(statement);
    if (!fold || fold.open) add();
    else fold.addEventListener('toggle', add, { once: true });
  }

  addCopyLink(target) {
    const text = target.querySelector(':scope > p') ?? target;
    const end = text.querySelector(`:scope > :is(${NESTED})`);
    text.insertBefore(
      element('a', { className: 'copy-link', href: `#${target.id}`, ariaLabel: copyLinkTo(wordsOf(text)) }),
      end,
    );
  }

  async onClick(event) {
    const link = event.target.closest('.copy-link, .cell-foot a[href^="#"]');
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!(await copy(link.href))) location.href = link.href;
  }
}

/**
 * A link inside a heading becomes part of its accessible name, and of the name of every region that it labels. So only
 * the text becomes the heading; the element keeps its place, id and style.
 */
function isolateName(heading) {
  const name = element('span', { id: `site:heading-${heading.id}`, role: 'heading', ariaLevel: heading.localName[1] });
  name.append(...[...heading.childNodes].filter(node => !node.matches?.('.former-id')));
  heading.append(name);
  heading.role = 'none';
  for (const region of document.querySelectorAll('main [aria-labelledby]')) {
    if (region.getAttribute('aria-labelledby') === heading.id) region.setAttribute('aria-labelledby', name.id);
  }
}

// The text of a heading, term or statement, without nested lists.
function wordsOf(text) {
  return [...text.childNodes]
    .filter(node => !node.matches?.(NESTED))
    .map(node => node.textContent)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    notify(linkCopied);
    return true;
  } catch {
    return false;
  }
}

customElements.define('page-actions', PageActions);
