// The search interface: a field, filters for kinds, and results as the reader types. Used in a dialog and on the search
// page.
import { search, count, suggest, kinds } from './engine.js';
import { resultItem, showExcerpts } from './results.js';
import { RecentSearches } from './recent.js';

const STEP = 10;
const EXCERPTS = 10;
const NAMES = {
  page: 'Pages',
  section: 'Sections',
  ladder: 'Ladders',
  level: 'Levels',
  dimension: 'Dimensions',
  archetype: 'Archetypes',
  stage: 'Workflow',
  role: 'Roles',
  workshop: 'Workshops',
  glossary: 'Glossary',
  source: 'Sources',
};

export class SearchPanel {
  /**
   * @param place an empty container element
   * @param options { isPage: true if the query is kept in the address, all: the address of the search page }
   */
  constructor(place, { isPage, all }) {
    Object.assign(this, {
      place,
      isPage,
      all,
      asked: 0,
      limit: STEP,
      ask: { search, count, suggest, kinds },
      recent: new RecentSearches(),
    });
    this.build();
    this.place.addEventListener('keydown', event => this.move(event));
    if (isPage) {
      this.readAddress();
      addEventListener('popstate', () => this.readAddress());
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
      ariaLabel: 'Search this site',
      placeholder: 'Search this site',
    });
    this.kind = element(
      'select',
      { name: 'kind', ariaLabel: 'Page type' },
      element('option', { value: '', textContent: 'All types' }),
    );
    this.status = element('output', { className: 'search-status' });
    this.list = element('ol', { className: 'search-results' });
    this.more = element('p', { className: 'search-more' });
    this.close = element('button', { type: 'button', textContent: 'Close', hidden: this.isPage });
    const form = element('form', { role: 'search', className: 'search-form' }, this.field, this.kind, this.close);
    this.field.addEventListener('input', () => this.change());
    this.kind.addEventListener('change', () => this.change());
    this.close.addEventListener('click', () => this.place.closest('dialog').close());
    this.list.addEventListener('click', () => this.recent.add(this.field.value));
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.follow();
    });
    this.place.replaceChildren(form, this.status, this.list, this.more);
  }

  async showKinds() {
    try {
      for (const kind of await this.ask.kinds()) this.addKind(kind);
    } catch {
      // The error is shown when the reader searches.
    }
  }

  addKind(kind) {
    if ([...this.kind.options].some(option => option.value === kind)) return;
    this.kind.append(element('option', { value: kind, textContent: NAMES[kind] ?? kind }));
  }

  change() {
    this.limit = STEP;
    if (this.isPage) history.replaceState(null, '', this.address());
    this.updated = this.update();
  }

  address() {
    const address = new URL(this.all, location.href);
    if (this.field.value.trim()) address.searchParams.set('q', this.field.value.trim());
    if (this.kind.value) address.searchParams.set('kind', this.kind.value);
    return address;
  }

  readAddress() {
    const given = new URLSearchParams(location.search);
    this.field.value = given.get('q') ?? '';
    const kind = given.get('kind') ?? '';
    this.addKind(kind);
    this.kind.value = kind;
    this.updated = this.update();
  }

  // Only the results of the latest query are shown, whichever order the answers arrive in.
  async update() {
    const asked = ++this.asked;
    const query = this.field.value;
    if (!query.trim()) return this.showRecent();
    const options = { limit: this.limit + 1, filters: this.kind.value ? { kind: this.kind.value } : {} };
    try {
      const results = await this.ask.search(query, { ...options, excerpts: 0 });
      if (asked !== this.asked) return;
      const total = results.length > this.limit ? await this.ask.count(query, options) : results.length;
      if (asked !== this.asked) return;
      this.show(results, query, total);
      if (results.length === 0) return this.showNothing(query, asked);
      const withExcerpts = await this.ask.search(query, { ...options, excerpts: EXCERPTS });
      if (asked === this.asked) showExcerpts(this.list, withExcerpts.slice(0, this.limit));
    } catch {
      if (asked === this.asked) await this.fail(asked);
    }
  }

  /** @param total the number of results; null if it is unknown and larger than the number shown */
  show(results, query, total) {
    const shown = results.slice(0, this.limit);
    const isMore = results.length > this.limit;
    const chosen = [...this.list.children].findIndex(item => item.contains(document.activeElement));
    this.list.replaceChildren(...shown.map(resultItem));
    if (chosen >= 0) (this.list.children[chosen]?.querySelector('a') ?? this.field).focus();
    const found = total === 1 ? '1 result' : `${total ?? `${shown.length}+`} results`;
    this.say(shown.length === 0 ? `No results for “${query.trim()}”.` : found);
    this.more.replaceChildren(...this.further(isMore));
  }

  further(isMore) {
    if (!isMore) return [];
    if (!this.isPage) return [element('a', { href: this.address(), textContent: 'See all results' })];
    const button = element('button', { type: 'button', textContent: 'Show more' });
    button.addEventListener('click', () => {
      const last = this.list.children.length;
      this.limit += STEP;
      this.update().then(() => this.list.children[last]?.querySelector('a').focus());
    });
    return [button];
  }

  async showNothing(query, asked) {
    const instead = await this.ask.suggest(query);
    if (asked !== this.asked) return;
    const parts = [];
    if (instead) parts.push('Did you mean ', this.button(instead), '? ');
    if (this.kind.value) parts.push('Showing one page type only. ');
    parts.push(
      'You can ',
      element('a', { href: `${this.all}#site:letters`, textContent: 'browse all pages from A to Z' }),
      '.',
    );
    this.more.replaceChildren(...parts);
  }

  showRecent() {
    const queries = this.recent.all();
    this.say(queries.length > 0 ? 'Recent searches' : '');
    this.list.replaceChildren(...queries.map(query => element('li', {}, this.button(query))));
    const forget = element('button', { type: 'button', textContent: 'Clear recent searches' });
    forget.addEventListener('click', () => {
      this.recent.clear();
      this.showRecent();
      this.field.focus();
    });
    this.more.replaceChildren(...(queries.length > 0 ? [forget] : []));
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
  async fail(asked) {
    if (!this.isRenewed) {
      this.isRenewed = true;
      try {
        this.ask = await import(new URL(`../../search.js?${Date.now()}`, import.meta.url));
        return await this.update();
      } catch {
        // The message below tells the reader what to do.
      }
    }
    if (asked !== this.asked) return;
    this.isRenewed = false;
    this.list.replaceChildren();
    this.say('Search could not be loaded.');
    this.more.replaceChildren(
      'Check your connection and try again, or ',
      element('a', { href: `${this.all}#site:letters`, textContent: 'browse all pages from A to Z' }),
      '.',
    );
  }

  say(text) {
    this.status.textContent = text;
  }

  async follow() {
    this.recent.add(this.field.value);
    if (this.isPage) return;
    await this.updated;
    this.list.querySelector('a')?.click();
  }

  // Escape closes the dialog; by default, browsers would clear the field. The arrow keys move through the results and
  // back to the field; typing on a result continues the query.
  move(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.place.closest('dialog')?.close();
    }
    const stops = [this.field, ...this.list.querySelectorAll('a, button')];
    const place = stops.indexOf(document.activeElement);
    if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      stops[Math.max(0, Math.min(to, stops.length - 1))].focus();
    } else if (place > 0 && event.key.length === 1 && event.key !== ' ') this.field.focus();
  }
}

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
