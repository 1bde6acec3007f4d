// The search interface: a field, filters for kinds, and results as the reader types. Used in a dialog and on the search
// page.
import { search, count, explain, kinds } from './engine.js';
import { KIND_LABELS, resultItem, showExcerpts } from './results.js';
import { RecentSearches } from './recent.js';
import { reportUrl } from './report.js';
import {
  allTypes,
  alsoSearchedFor,
  browseAll,
  checkConnection,
  clearRecent,
  close,
  didYouMean,
  listSeparator,
  noResults,
  pageType,
  recentSearches,
  reportSearch,
  reportSearchHint,
  resultsCount,
  resultsOrMore,
  searchNotLoadedShort,
  searchSite,
  seeAllResults,
  showMore,
  showingOneType,
  youCanBrowse,
} from './strings.js';

/** The place of links and buttons in a text. */
const SLOT = '\ufffc';

const PAGE_SIZE = 10;
const MAX_EXCERPTS = 10;

/** A query with a text in quotation marks. */
const PHRASE = /["“”][^"“”]+["“”]/;

export class SearchPanel {
  /**
   * @param container an empty element
   * @param options { isPage: true if the query is kept in the URL, all: the URL of the search page }
   */
  constructor(container, { isPage, all }) {
    Object.assign(this, {
      container,
      isPage,
      searchPage: all,
      lastUpdate: 0,
      limit: PAGE_SIZE,
      engine: { search, count, explain, kinds },
      recent: new RecentSearches(),
    });
    this.build();
    this.container.addEventListener('keydown', event => this.onKey(event));
    if (isPage) {
      this.readUrl();
      addEventListener('popstate', () => this.readUrl());
    } else this.showRecent();
    this.showKinds();
  }

  focus() {
    this.field.focus();
    this.field.select();
  }

  build() {
    this.field = element('input', {
      type: 'search',
      name: 'q',
      autocomplete: 'off',
      spellcheck: false,
      enterKeyHint: 'search',
      ariaLabel: searchSite,
      placeholder: searchSite,
    });
    this.kind = element(
      'select',
      { name: 'kind', ariaLabel: pageType },
      element('option', { value: '', textContent: allTypes }),
    );
    this.status = element('output', { className: 'search-status' });
    this.hint = element('p', { className: 'search-hint', ariaLive: 'polite' });
    this.list = element('ol', { className: 'search-results' });
    this.more = element('p', { className: 'search-more' });
    this.close = element('button', { type: 'button', textContent: close, hidden: this.isPage });
    const form = element('form', { role: 'search', className: 'search-form' }, this.field, this.kind, this.close);
    this.field.addEventListener('input', () => this.change());
    this.kind.addEventListener('change', () => this.change());
    this.close.addEventListener('click', () => this.container.closest('dialog').close());
    this.list.addEventListener('click', () => this.recent.add(this.field.value));
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.openFirst();
    });
    this.container.replaceChildren(form, this.status, this.hint, this.list, this.more);
  }

  async showKinds() {
    try {
      for (const kind of await this.engine.kinds()) this.addKind(kind);
    } catch {
      // The error is shown when the reader searches.
    }
  }

  addKind(kind) {
    if ([...this.kind.options].some(option => option.value === kind)) return;
    this.kind.append(element('option', { value: kind, textContent: KIND_LABELS[kind]?.all ?? kind }));
  }

  change() {
    this.limit = PAGE_SIZE;
    if (this.isPage) history.replaceState(null, '', this.url());
    this.updated = this.update();
  }

  url() {
    const url = new URL(this.searchPage, location.href);
    if (this.field.value.trim()) url.searchParams.set('q', this.field.value.trim());
    if (this.kind.value) url.searchParams.set('kind', this.kind.value);
    return url;
  }

  readUrl() {
    const parameters = new URLSearchParams(location.search);
    this.field.value = parameters.get('q') ?? '';
    const kind = parameters.get('kind') ?? '';
    this.addKind(kind);
    this.kind.value = kind;
    this.updated = this.update();
  }

  // Only the results of the latest query are shown, whichever order the answers arrive in.
  async update() {
    const update = ++this.lastUpdate;
    const query = this.field.value;
    if (!query.trim()) return this.showRecent();
    const options = { limit: this.limit + 1, filters: this.kind.value ? { kind: this.kind.value } : {} };
    try {
      // Pages are read to look for a phrase, so the first result is shown before the others are looked for.
      if (PHRASE.test(query)) {
        const first = await this.engine.search(query, { ...options, limit: 1, excerpts: 0 });
        if (update !== this.lastUpdate) return;
        this.list.replaceChildren(...first.map(resultItem));
      }
      const results = await this.engine.search(query, { ...options, excerpts: 0 });
      if (update !== this.lastUpdate) return;
      const total = results.length > this.limit ? await this.engine.count(query, options) : results.length;
      if (update !== this.lastUpdate) return;
      this.show(results, query, total);
      const { suggestion, also, report } = await this.engine.explain(query);
      if (update !== this.lastUpdate) return;
      this.showHint(suggestion, also);
      if (results.length === 0) return this.showNoResults(query, report);
      const withExcerpts = await this.engine.search(query, { ...options, excerpts: MAX_EXCERPTS });
      if (update === this.lastUpdate) showExcerpts(this.list, withExcerpts.slice(0, this.limit));
    } catch {
      if (update === this.lastUpdate) await this.showFailure(update);
    }
  }

  /** @param total the number of results; null if it is unknown and larger than the number shown */
  show(results, query, total) {
    const shown = results.slice(0, this.limit);
    const isMore = results.length > this.limit;
    const focused = [...this.list.children].findIndex(item => item.contains(document.activeElement));
    this.list.replaceChildren(...shown.map(resultItem));
    if (focused >= 0) (this.list.children[focused]?.querySelector('a') ?? this.field).focus();
    const found = total === null ? resultsOrMore(shown.length) : resultsCount(total);
    this.showStatus(shown.length === 0 ? noResults(query.trim()) : found);
    this.more.replaceChildren(...this.moreElements(isMore));
  }

  moreElements(isMore) {
    if (!isMore) return [];
    if (!this.isPage) return [element('a', { href: this.url(), textContent: seeAllResults })];
    const button = element('button', { type: 'button', textContent: showMore });
    button.addEventListener('click', () => {
      const last = this.list.children.length;
      this.limit += PAGE_SIZE;
      this.update().then(() => this.list.children[last]?.querySelector('a').focus());
    });
    return [button];
  }

  showHint(suggestion, also) {
    const parts = [];
    if (suggestion) parts.push(...around(didYouMean(SLOT), this.button(suggestion)), ' ');
    const queries = also.flatMap((query, i) => [i > 0 ? listSeparator : '', this.button(query)]);
    if (also.length > 0) parts.push(...around(alsoSearchedFor(SLOT), ...queries));
    this.hint.replaceChildren(...parts);
  }

  showNoResults(query, report) {
    const parts = [];
    if (this.kind.value) parts.push(`${showingOneType} `);
    parts.push(...around(youCanBrowse(SLOT), this.linkToAll()), ' ');
    if (report) {
      const link = element('a', { href: reportUrl(report, query), textContent: reportSearch });
      parts.push(...around(reportSearchHint(SLOT), link));
    }
    this.more.replaceChildren(...parts);
  }

  linkToAll() {
    return element('a', { href: `${this.searchPage}#site:letters`, textContent: browseAll });
  }

  showRecent() {
    const queries = this.recent.all();
    this.showStatus(queries.length > 0 ? recentSearches : '');
    this.hint.replaceChildren();
    this.list.replaceChildren(...queries.map(query => element('li', {}, this.button(query))));
    const clear = element('button', { type: 'button', textContent: clearRecent });
    clear.addEventListener('click', () => {
      this.recent.clear();
      this.showRecent();
      this.field.focus();
    });
    this.more.replaceChildren(...(queries.length > 0 ? [clear] : []));
  }

  button(query) {
    const button = element('button', { type: 'button', textContent: query });
    button.addEventListener('click', event => {
      event.stopPropagation();
      this.field.value = query;
      this.field.focus();
      this.change();
    });
    return button;
  }

  // If the site was republished after the page was loaded, there is a new index; use it instead.
  async showFailure(update) {
    if (!this.isReloaded) {
      this.isReloaded = true;
      try {
        this.engine = await import(new URL(`../../search.js?${Date.now()}`, import.meta.url));
        return await this.update();
      } catch {
        // The message below tells the reader what to do.
      }
    }
    if (update !== this.lastUpdate) return;
    this.isReloaded = false;
    this.hint.replaceChildren();
    this.list.replaceChildren();
    this.showStatus(searchNotLoadedShort);
    this.more.replaceChildren(...around(checkConnection(SLOT), this.linkToAll()));
  }

  showStatus(text) {
    this.status.textContent = text;
  }

  async openFirst() {
    this.recent.add(this.field.value);
    if (this.isPage) return;
    await this.updated;
    this.list.querySelector('a')?.click();
  }

  // Escape closes the dialog; by default, browsers would clear the field. The arrow keys move through the results and
  // back to the field; typing on a result continues the query.
  onKey(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.container.closest('dialog')?.close();
    }
    const focusable = [this.field, ...this.hint.querySelectorAll('button'), ...this.list.querySelectorAll('a, button')];
    const position = focusable.indexOf(document.activeElement);
    if (position < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: position + 1, ArrowUp: position - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusable[Math.max(0, Math.min(to, focusable.length - 1))].focus();
    } else if (position > 0 && event.key.length === 1 && event.key !== ' ') this.field.focus();
  }
}

export function element(name, properties = {}, ...children) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

/** The parts of a text with elements at the place of its slot. */
function around(text, ...elements) {
  const [before, after] = text.split(SLOT);
  return [before, ...elements, after];
}
