// The only script that runs before a page is shown. Not a module, because browsers load no modules from a disk. It
// applies what would visibly change if it ran later: the chosen theme and the state of the sidebar.
{
  const THEME_KEY = 'knowledgesite:theme';
  const root = document.documentElement;

  const apply = theme => {
    const chosen = theme === 'light' || theme === 'dark' ? theme : '';
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    document.querySelector('meta[name="color-scheme"]').content = chosen || 'light dark';
    for (const meta of document.querySelectorAll('meta[name="theme-color"][data-for]')) {
      const { for: scheme } = meta.dataset;
      meta.media = chosen ? (scheme === chosen ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`;
    }
  };

  const storedTheme = () => {
    try {
      return localStorage.getItem(THEME_KEY);
    } catch {
      return null;
    }
  };

  // A page restored from the back-forward cache or open in another tab missed the change of theme.
  const announce = () => dispatchEvent(new CustomEvent('theme', { detail: storedTheme() }));
  addEventListener('theme', event => apply(event.detail));
  addEventListener('storage', event => {
    if (event.key === THEME_KEY || event.key === null) announce();
  });
  addEventListener('pageshow', event => {
    if (event.persisted) announce();
  });
  apply(storedTheme());
}

// <sidebar-place> at the end of the sidebar restores its folds and scroll position on each page of the section.
customElements.define(
  'sidebar-place',
  class extends HTMLElement {
    connectedCallback() {
      this.sidebar = this.parentElement;
      this.key = `knowledgesite:sidebar ${this.sidebar.querySelector('a').pathname}`;
      this.state = this.read();
      for (const fold of this.sidebar.querySelectorAll('li > details')) {
        const isOpen = this.state.folds[this.nameOf(fold)];
        if (isOpen !== undefined) fold.open = isOpen || fold.querySelector('[aria-current]') !== null;
        fold.firstElementChild.addEventListener('click', () => {
          this.state.folds[this.nameOf(fold)] = !fold.open;
        });
      }
      addEventListener('pagehide', () => this.write());
      requestAnimationFrame(() => this.scroll());
    }

    // Runs before the first paint, after all styles are loaded. The current page is always scrolled into view.
    scroll() {
      const { sidebar, state } = this;
      if (state.top !== undefined) sidebar.scrollTop = state.top;
      const current = sidebar.querySelector('[aria-current]')?.getBoundingClientRect();
      const { top, bottom } = sidebar.getBoundingClientRect();
      const end = Math.min(bottom, innerHeight);
      if (current && (current.top < top || current.bottom > end)) sidebar.scrollTop += current.top - (top + end) / 2;
    }

    nameOf(fold) {
      return fold.parentElement.querySelector('a').pathname;
    }

    read() {
      try {
        return { folds: {}, ...JSON.parse(sessionStorage.getItem(this.key)) };
      } catch {
        return { folds: {} };
      }
    }

    write() {
      this.state.top = this.sidebar.scrollTop;
      try {
        sessionStorage.setItem(this.key, JSON.stringify(this.state));
      } catch {
        /* The next page then has the default state. */
      }
    }
  },
);

addEventListener('DOMContentLoaded', () => {
  // Opened from a disk, a link to a folder would list its files, and the search could load no index.
  if (location.protocol === 'file:') {
    for (const link of document.querySelectorAll('a[href]')) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    }

    const search = document.getElementById('site:search');
    if (search) search.append(Object.assign(document.createElement('p'), { textContent: search.dataset.onDisk }));
  }

  // A redirect page forwards the reader without the fragment, so the script adds it.
  if (document.querySelector('meta[http-equiv="refresh"]'))
    location.replace(document.querySelector('article a[href]').href + location.hash);
});
