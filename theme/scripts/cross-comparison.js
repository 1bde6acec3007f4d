// <cross-comparison> before the lists of levels and roles: two select fields for levels of any ladders, or for two
// roles, and their comparison, dimension by dimension, read from the pages of both. The address of this page keeps the
// choice. Without this script the lists lead to the pages.
import { element } from './elements.js';
import {
  compare,
  compareWithSecond,
  comparisonNotLoaded,
  comparisonUnknown,
  differentWording,
  inBoth,
  notRequired,
  onlyIn,
} from './strings.js';

class CrossComparison extends HTMLElement {
  connectedCallback() {
    const links = [...document.querySelectorAll('.comparable a')];
    this.entries = new Map(links.map(link => [this.pathOf(link.href), link]));
    const chosen = new URLSearchParams(location.search);
    this.first = this.field(chosen.get('a'));
    this.second = this.field(chosen.get('b') ?? this.counterpart());
    this.button = element('button', { textContent: compare });
    this.result = element('div', { className: 'cross-result' });
    this.result.setAttribute('aria-live', 'polite');
    const form = element(
      'form',
      { className: 'level-pair' },
      element('label', {}, compare, this.first),
      element('label', {}, compareWithSecond, this.second),
      this.button,
    );
    form.addEventListener('submit', event => {
      event.preventDefault();
      const choice = new URLSearchParams({ a: this.first.value, b: this.second.value });
      history.pushState(null, '', `?${choice}`);
      this.show();
    });
    form.addEventListener('change', () => this.update());
    addEventListener('popstate', () => this.restore());
    this.replaceChildren(form, this.result);
    this.hidden = false;
    document.querySelector('.comparable').hidden = true;
    this.update();
    this.showChosen(chosen);
  }

  /** The path of a page below the root of the site, which the address of this page contains. */
  pathOf(href) {
    return new URL(href, location.href).pathname.slice(new URL(this.dataset.root, location.href).pathname.length);
  }

  field(chosen) {
    const groups = [...document.querySelectorAll('.comparable details')].map(group =>
      element(
        'optgroup',
        { label: group.querySelector('summary').textContent },
        ...[...group.querySelectorAll('a')].map(link => {
          const value = this.pathOf(link.href);
          return element('option', { textContent: link.textContent, value, selected: value === chosen });
        }),
      ),
    );
    return element('select', {}, ...groups);
  }

  /** The level of the same name in another ladder, or the entry after the first one. */
  counterpart() {
    const options = [...this.first.options];
    const option = this.first.selectedOptions[0];
    const name = `/${this.first.value.split('/').at(-2)}/`;
    const other = options.find(o => o.parentNode !== option.parentNode && o.value.endsWith(name));
    return (other ?? options[options.indexOf(option) + 1] ?? options[0]).value;
  }

  restore() {
    const chosen = new URLSearchParams(location.search);
    if (chosen.has('b')) {
      this.first.value = chosen.get('a');
      this.second.value = chosen.get('b');
      this.update();
    }
    this.showChosen(chosen);
  }

  // An old or shortened address may name a page that does not exist, a level and a role, or one page twice.
  showChosen(chosen) {
    const isComparison = chosen.has('b');
    const names = ['a', 'b'].filter(name => isComparison || chosen.has(name)).map(name => chosen.get(name));
    if (names.some(name => !this.entries.has(name)) || (isComparison && this.button.disabled))
      this.result.replaceChildren(element('p', { textContent: comparisonUnknown }));
    else if (isComparison) this.show();
    else this.result.replaceChildren();
  }

  // A level has nothing in common with a role.
  update() {
    const kinds = [this.first, this.second].map(field => this.entries.get(field.value)?.dataset.kind);
    this.button.disabled = this.first.value === this.second.value || kinds[0] !== kinds[1];
  }

  async show() {
    const links = [this.first, this.second].map(field => this.entries.get(field.value));
    try {
      const pages = await Promise.all(links.map(link => load(link.href)));
      const read = links[0].dataset.kind === 'level' ? levelRows : roleRows;
      this.result.replaceChildren(...(await read(pages, links)));
      document.title = links.map(link => link.textContent).join(' – ');
    } catch {
      this.result.replaceChildren(element('p', { textContent: comparisonNotLoaded }));
    }
  }
}

async function load(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function levelRows(pages, links) {
  const [first, second] = pages.map(readLevel);
  const names = links.map(link => link.textContent);
  return [...new Set([...first.keys(), ...second.keys()])].map(dimension => {
    const sides = [first.get(dimension), second.get(dimension)];
    const statements = sides.map(side => side?.statements ?? new Map());
    const both = [...statements[0]].filter(([id]) => statements[1].has(id));
    const only = [0, 1].map(side => [...statements[side]].filter(([id]) => !statements[1 - side].has(id)));
    const same = both.filter(([id, text]) => statements[1].get(id) === text);
    const worded = both.filter(([id, text]) => statements[1].get(id) !== text);
    return element(
      'section',
      {},
      element('h2', { textContent: (sides[0] ?? sides[1]).title }),
      columns(
        names,
        sides.map(side => side?.sentence ?? notRequired),
      ),
      ...worded.flatMap(([id, text]) => [
        element('h3', { textContent: differentWording }),
        columns(names, [text, statements[1].get(id)]),
      ]),
      columns(
        only.map((list, side) => (list.length > 0 ? onlyIn(names[side]) : '')),
        only.map(list => textsOf(list)),
      ),
      ...(same.length > 0
        ? [element('details', {}, element('summary', { textContent: `${inBoth} (${same.length})` }), textsOf(same))]
        : []),
    );
  });
}

// By the id of the dimension: its title, the sentence of the cell, and all expected statements by id. A statement
// without an id counts by its text.
function readLevel(page) {
  const found = new Map();
  for (const section of page.querySelectorAll('.expectation')) {
    const heading = section.querySelector('h3');
    const expected = section.querySelector('.expected');
    const items = expected.querySelectorAll('details > .signals > li');
    const statements = new Map();
    for (const item of items.length > 0 ? items : expected.querySelectorAll('.signals > li')) {
      for (const note of item.querySelectorAll('.raises, .origin')) note.remove();
      const text = item.textContent.trim();
      statements.set(item.dataset.statement ?? text, text);
    }
    found.set(heading.id.split('.')[0], {
      title: heading.textContent.trim(),
      sentence: expected.querySelector('.cell-summary, .quiet')?.textContent.trim(),
      statements,
    });
  }
  return found;
}

function roleRows(pages, links) {
  const names = links.map(link => link.textContent);
  const [first, second] = pages.map(
    page =>
      new Map(
        [...page.querySelectorAll('[aria-labelledby="site:requires"] tr')].map(row => [
          row.cells[0].textContent.trim(),
          row.cells[1].textContent.trim(),
        ]),
      ),
  );
  return [...new Set([...first.keys(), ...second.keys()])].map(dimension =>
    element(
      'section',
      {},
      element('h2', { textContent: dimension }),
      columns(names, [first.get(dimension) ?? notRequired, second.get(dimension) ?? notRequired]),
    ),
  );
}

function textsOf(statements) {
  return element('ul', {}, ...statements.map(([, text]) => element('li', { textContent: text })));
}

function columns(names, contents) {
  return element(
    'dl',
    { className: 'wording' },
    ...contents.map((content, side) =>
      element('div', {}, element('dt', { textContent: names[side] }), element('dd', {}, content)),
    ),
  );
}

customElements.define('cross-comparison', CrossComparison);
