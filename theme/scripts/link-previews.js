// Shows a preview beside a link: the page kind, its title, the section and a summary. They are fetched when the pointer
// or focus rests on a link: first an index of files, then the file with the page and its neighbours. On failure nothing
// is shown.
import { element } from './elements.js';
import { showBesideLinks } from './link-panel.js';

const root = new URL('../', import.meta.url);
const folder = new URL('api/previews/', root);

// Links without a preview: navigation, actions, and list entries that already have a summary.
const EXCLUDED = 'nav, footer, .handout-foot, .actions, .sheets, .whole, .entry-list li:has(> p)';

class LinkPreviews extends HTMLElement {
  connectedCallback() {
    this.files = new Map();
    showBesideLinks(link => this.provide(link));
  }

  provide(link) {
    if (navigator.connection?.saveData || link.closest(EXCLUDED)) return null;
    const target = urlOf(link);
    const isAnotherPage =
      target?.href.startsWith(root.href) && target.pathname.endsWith('/') && target.pathname !== location.pathname;
    return isAnotherPage ? () => this.preview(target) : null;
  }

  async preview(target) {
    const address = target.pathname.slice(root.pathname.length);
    const run = (await this.file('index'))?.findLast(([first]) => first <= address);
    const found = run && (await this.file(run[1]))?.[address];
    return found ? render(found, sectionOf(target, found)) : null;
  }

  // Fetched once; again only after a failure.
  file(name) {
    if (!this.files.has(name))
      this.files.set(
        name,
        fetchJson(new URL(`${name}.json`, folder)).catch(() => {
          this.files.delete(name);
        }),
      );
    return this.files.get(name);
  }
}

// A link in an SVG has no resolved URL, so the attribute is read.
function urlOf(link) {
  const written = link.getAttribute('href');
  return URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI) : null;
}

async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function sectionOf({ hash }, { sections = {} }) {
  try {
    const id = decodeURIComponent(hash.slice(1));
    return Object.hasOwn(sections, id) ? sections[id] : null;
  } catch {
    return null;
  }
}

function render({ kind, title, text }, section) {
  const preview = element(
    'div',
    { className: 'preview' },
    element('p', { className: 'preview-kind', textContent: kind }),
    element('p', { className: 'preview-title', textContent: title }),
  );
  preview.dataset.kind = kind;
  if (section && section !== title)
    preview.append(element('p', { className: 'preview-section', textContent: section }));
  if (text) preview.append(element('p', { textContent: text }));
  return preview;
}

customElements.define('link-previews', LinkPreviews);
