// <site-search> around the link to the search page opens the search as a dialog, by the link (which "/" clicks) and by
// Ctrl or Command and K. On the search page the search is part of the page. After a click on a result, the search words
// are marked. Search modules are loaded when first needed.
import { browseAll, search, searchNotLoaded } from './strings.js';

// The place of the link in a text.
const SLOT = '\ufffc';

const engine = new URL('../search/search.js', import.meta.url);

class SiteSearch extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector('a');
    this.searchPage = document.querySelector('[data-search-page]');
    for (const link of [this.link, ...document.querySelectorAll('.search-again')]) {
      link.addEventListener('click', event => {
        if (opensNewTab(event)) return;
        event.preventDefault();
        this.open();
      });
    }
    document.addEventListener('keydown', event => this.onKey(event));
    if (this.searchPage) this.open();
    this.markWords();
  }

  onKey(event) {
    const isShortcut =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isShortcut) return;
    event.preventDefault();
    this.open();
  }

  async open() {
    const container = this.searchPage ?? this.openDialog();
    try {
      this.panel ??= import(engine).then(module =>
        module.panel(container, { isPage: Boolean(this.searchPage), all: this.link.href }),
      );
      (await this.panel).focus();
    } catch {
      this.panel = undefined;
      this.showFailure(container);
    }
  }

  openDialog() {
    this.dialog ??= document.body.appendChild(this.buildDialog());
    if (!this.dialog.open) this.dialog.showModal();
    return this.dialog.firstChild;
  }

  buildDialog() {
    const dialog = document.createElement('dialog');
    dialog.className = 'search-dialog';
    dialog.ariaLabel = search;
    dialog.append(Object.assign(document.createElement('div'), { className: 'search-panel' }));
    dialog.addEventListener('click', event => {
      if (event.target === dialog || (event.target.closest('a') && !opensNewTab(event))) dialog.close();
    });
    return dialog;
  }

  showFailure(container) {
    const message = document.createElement('p');
    const link = Object.assign(document.createElement('a'), {
      href: `${this.link.href}#site:letters`,
      textContent: browseAll,
    });
    message.role = 'alert';
    const [before, after] = searchNotLoaded(SLOT).split(SLOT);
    message.append(before, link, after);
    container.replaceChildren(message);
  }

  // Removes the words from the URL, so that a copied URL is clean.
  async markWords() {
    const url = new URL(location.href);
    const words = url.searchParams.getAll('mark');
    if (words.length === 0) return;
    url.searchParams.delete('mark');
    history.replaceState(history.state, '', url);
    await (await import(engine)).mark(words);
  }
}

function opensNewTab(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

customElements.define('site-search', SiteSearch);
