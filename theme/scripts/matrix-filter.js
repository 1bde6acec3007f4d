// <matrix-filter> around a matrix filters it by track, levels, dimensions and words. The filters are in the URL, so
// that links can be shared and the back button undoes a change. Without this script the whole matrix is shown.
import { element } from './elements.js';

class MatrixFilter extends HTMLElement {
  connectedCallback() {
    this.table = this.querySelector('table');
    this.levels = [...this.table.tHead.rows[0].cells].slice(1).map(cell => ({
      id: cell.dataset.level,
      track: cell.dataset.track,
      title: cell.querySelector('a').textContent,
    }));
    this.rows = [...this.table.tBodies[0].rows];
    this.region = this.table.parentElement;
    this.region.addEventListener('focusin', event => showFocused(event.target));
    this.prepend(this.buildForm());
    this.readUrl();
    addEventListener('popstate', () => this.readUrl());
    addEventListener('hashchange', () => this.showTarget());
    this.openTarget();
    // While the page loads, the browser scrolls to the target too early, before the table header has its place.
    if (isNewlyOpened()) afterLoad(() => this.showTarget());
  }

  buildForm() {
    const form = element('form', {
      className: 'matrix-filter',
      role: 'search',
      ariaLabel: 'Filter matrix',
    });
    const hasTracks = ['individual', 'manager'].every(track => this.levels.some(level => level.track === track));
    const tracks = hasTracks ? [option('individual', 'Individual track'), option('manager', 'Manager track')] : [];
    this.track = element('select', { name: 'track' }, option('', 'Both tracks'), ...tracks);
    this.text = element('input', { type: 'search', name: 'text', autocomplete: 'off' });
    this.levelBoxes = this.levels.map(level => checkbox(level.id, level.title));
    this.dimensionBoxes = this.rows.map(row => checkbox(row.dataset.dimension, row.cells[0].textContent.trim()));
    this.status = element('output', { className: 'matrix-status' });
    this.compare = element('a', { hidden: true, href: this.dataset.compare });
    this.reset = element('button', { type: 'button', textContent: 'Clear filters', hidden: true });

    form.append(
      ...(hasTracks ? [element('label', {}, 'Track ', this.track)] : []),
      element('label', {}, 'Find in matrix ', this.text),
      fold('Levels', this.levelBoxes),
      fold('Dimensions', this.dimensionBoxes),
      element('p', {}, this.status, this.compare, this.reset),
    );
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', () => this.apply());
    this.text.addEventListener('input', () => this.apply({ replace: true }));
    this.reset.addEventListener('click', () => {
      this.clear();
      this.apply();
      form.elements[0].focus();
    });
    return form;
  }

  // Applies the form to the page and to the URL.
  apply({ replace = false } = {}) {
    const query = new URLSearchParams();
    if (this.track.value) query.set('track', this.track.value);
    const [levels, dimensions] = [chosen(this.levelBoxes), chosen(this.dimensionBoxes)];
    if (levels.length) query.set('levels', levels.join(','));
    if (dimensions.length) query.set('dimensions', dimensions.join(','));
    if (this.text.value.trim()) query.set('text', this.text.value.trim());
    const address = `${location.pathname}${query.size ? `?${decodeURIComponent(query)}` : ''}`;
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
    this.show();
  }

  // Applies the URL to the form and to the page.
  readUrl() {
    const query = new URLSearchParams(location.search);
    this.clear();
    if ([...this.track.options].some(o => o.value === query.get('track'))) this.track.value = query.get('track');
    setChecked(this.levelBoxes, query.get('levels'));
    setChecked(this.dimensionBoxes, query.get('dimensions'));
    this.text.value = query.get('text') ?? '';
    this.show();
  }

  clear() {
    this.track.value = '';
    this.text.value = '';
    for (const label of [...this.levelBoxes, ...this.dimensionBoxes]) label.control.checked = false;
  }

  show() {
    const [track, words] = [this.track.value, this.text.value.toLocaleLowerCase().split(/\s+/).filter(Boolean)];
    const [levelIds, dimensionIds] = [chosen(this.levelBoxes), chosen(this.dimensionBoxes)];
    const levels = new Set(
      this.levels
        .filter(
          l => (!track || l.track === 'shared' || l.track === track) && (!levelIds.length || levelIds.includes(l.id)),
        )
        .map(l => l.id),
    );

    for (const row of this.table.rows)
      this.levels.forEach((level, i) => {
        row.cells[i + 1].hidden = !levels.has(level.id);
      });
    let found = 0;
    for (const row of this.rows) {
      let matches = 0;
      for (const cell of [...row.cells].slice(1)) {
        const hit = words.length === 0 || words.every(w => textOf(cell).includes(w));
        cell.classList.toggle('is-passed-over', !hit);
        if (hit && !cell.hidden) matches++;
      }
      row.hidden = (dimensionIds.length > 0 && !dimensionIds.includes(row.dataset.dimension)) || matches === 0;
      if (!row.hidden) found += matches;
    }

    this.region.hidden = found === 0;
    this.markWords(words);
    const all = levels.size === this.levels.length && !words.length && !dimensionIds.length;
    const dimensions = this.rows.filter(row => !row.hidden).length;
    const cells = words.length ? `, ${count(found, 'cell')} match${found === 1 ? 'es' : ''}` : '';
    this.status.textContent =
      found === 0 ? 'No matches.' : `${count(levels.size, 'level')}, ${count(dimensions, 'dimension')}${cells}.`;
    this.reset.hidden = all;
    this.offerComparison([...levels]);
  }

  // Opens folds with matching words, and closes them again with the next search.
  markWords(words) {
    const ranges = [];
    const opened = new Set();
    if (words.length > 0) {
      for (const cell of this.table.querySelectorAll('td:not(.is-passed-over, [hidden])')) {
        if (cell.parentElement.hidden) continue;
        for (const text of textNodesOf(cell)) {
          const found = rangesOf(words, text.data);
          if (found.length > 0 && text.parentElement.closest('details'))
            opened.add(text.parentElement.closest('details'));
          ranges.push(
            ...found.map(
              ([start, end]) =>
                new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
            ),
          );
        }
      }
    }
    for (const cell of this.opened ?? []) if (!opened.has(cell)) cell.open = false;
    this.opened = new Set([...opened].filter(cell => !cell.open || this.opened?.has(cell)));
    for (const cell of opened) cell.open = true;
    if (globalThis.Highlight) CSS.highlights.set('matrix-words', new Highlight(...ranges));
  }

  // If two levels remain, links to the comparison of the two.
  offerComparison(levels) {
    const pair = levels.join('--');
    this.compare.hidden = levels.length !== 2 || !this.dataset.pairs.split(' ').includes(pair);
    if (this.compare.hidden) return;
    const titles = levels.map(id => this.levels.find(l => l.id === id).title);
    this.compare.href = `${this.dataset.compare}${pair}/`;
    this.compare.textContent = `What changes from ${titles[0]} to ${titles[1]}`;
  }

  // A link to a cell or signal resets filters that hide it, and opens its fold.
  openTarget() {
    const target = targetOfUrl();
    if (!target || !this.contains(target)) return null;
    if (target.closest('[hidden]')) {
      this.clear();
      this.show();
      history.replaceState(null, '', location.pathname + location.hash);
    }
    const cell = target.matches('.former-id') ? target.parentElement : target;
    (cell.querySelector('details') ?? cell.closest('details'))?.setAttribute('open', '');
    return cell;
  }

  // The browser scrolls a target to the top edge of the window; the table header must stay visible above it.
  showTarget() {
    const target = this.openTarget();
    if (!target) return;
    target.scrollIntoView();
    const above = this.region.getBoundingClientRect().top;
    if (above < 0 && getComputedStyle(this.region).overflowY !== 'visible') scrollBy(0, above);
  }
}

/** Browsers do not scroll to a focused link that is partly visible; keyboard users must see all of it. */
function showFocused(target) {
  if (target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// `:target` is not set yet when the script runs on a page that was just opened.
function targetOfUrl() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

// On back, forward and reload, the browser restores the scroll position.
function isNewlyOpened() {
  return performance.getEntriesByType('navigation')[0]?.type === 'navigate';
}

function afterLoad(act) {
  if (document.readyState === 'complete') act();
  else addEventListener('load', () => requestAnimationFrame(act), { once: true });
}

const texts = new WeakMap();

// The text of a cell in lower case, without links and visually hidden text.
function textOf(cell) {
  if (!texts.has(cell))
    texts.set(
      cell,
      textNodesOf(cell)
        .map(text => text.data)
        .join(' ')
        .toLocaleLowerCase(),
    );
  return texts.get(cell);
}

function textNodesOf(cell) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, node =>
    node.nodeType === Node.TEXT_NODE
      ? NodeFilter.FILTER_ACCEPT
      : node.matches('.cell-foot, .cell-level, .visually-hidden, .copy-link, summary')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** The positions of the words in a text, each as [start, end]. */
function rangesOf(words, text) {
  const lower = text.toLocaleLowerCase();
  // A few letters change their length in lower case; then nothing is marked, to avoid marking the wrong place.
  if (lower.length !== text.length) return [];
  return words.flatMap(word => {
    const found = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
    return found;
  });
}

function option(value, text) {
  return element('option', { value, textContent: text });
}

function checkbox(value, text) {
  return element('label', {}, element('input', { type: 'checkbox', value }), ` ${text}`);
}

function fold(title, boxes) {
  return element(
    'details',
    {},
    element('summary', { textContent: title }),
    element('div', { className: 'choices' }, ...boxes),
  );
}

function chosen(boxes) {
  return boxes.filter(label => label.control.checked).map(label => label.control.value);
}

function setChecked(boxes, list) {
  const ids = new Set((list ?? '').split(','));
  for (const label of boxes) label.control.checked = ids.has(label.control.value);
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

customElements.define('matrix-filter', MatrixFilter);
