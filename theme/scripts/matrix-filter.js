// <matrix-filter> around a matrix: buttons choose levels, a track and dimensions, a field finds words. Up to five
// chosen levels are shown in full (reading view). Without a choice, summaries of all levels are shown (overview); on a
// phone, only the buttons. The choice is in the URL, so that links can be shared and the back button undoes it. Without
// this script the overview is shown; on a phone, the cells of all levels.
import { rangesOf, textNodesOf, textOf } from './matrix-words.js';
import {
  cellsMatch,
  dimensionsCount,
  levelsCount,
  matrixFound,
  matrixShown,
  noMatches,
  selectLevels,
  selectLevelsFirst,
  whatChanges,
} from './strings.js';

const MOST_TO_READ = 5;
const MOST_TO_OPEN_ON_A_PHONE = 2;
const phone = matchMedia('(max-width: 40rem)');

class MatrixFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.table = this.querySelector('table');
    this.heads = [...this.table.querySelectorAll('th[data-level]')];
    this.groups = [...this.table.querySelectorAll('.tracks th[data-track]')];
    this.rows = [...this.table.tBodies[0].rows];
    this.region = this.table.parentElement;
    this.text = this.form.elements.text;
    [this.status, this.compare, this.reset] = this.form.querySelectorAll('output, p > a, p > button');
    this.opened = new Set();
    this.listen();
    this.readUrl();
    this.openTarget();
    // While the page loads, the browser scrolls to the target too early, before the table header has its place.
    if (isNewlyOpened()) afterLoad(() => this.showTarget());
  }

  listen() {
    this.form.addEventListener('submit', event => event.preventDefault());
    this.form.addEventListener('click', event => this.choose(event.target.closest('[aria-pressed]')));
    this.text.addEventListener('input', () => this.apply({ replace: true }));
    this.reset.addEventListener('click', () => {
      this.clear();
      this.apply();
      this.form.elements[0].focus();
    });
    addEventListener('popstate', () => this.readUrl());
    addEventListener('hashchange', () => this.showTarget());
    phone.addEventListener('change', () => this.show());
    this.region.addEventListener('focusin', event => showFocused(event.target));
    for (const type of ['pointerover', 'focusin'])
      this.table.addEventListener(type, event => this.markLines(event.target.closest('td')));
    this.table.addEventListener('pointerleave', () => this.markLines(document.activeElement.closest('.matrix td')));
    this.table.addEventListener('click', event => this.use(event.target));
    this.table.addEventListener('toggle', event => event.target.open && this.closeCards(event.target), true);
    document.addEventListener('keydown', event => event.key === 'Escape' && this.dismissCards());
    for (const head of this.heads) head.querySelector('.code').title = `Select ${titleOf(head)}`;
  }

  buttons(name) {
    return [...this.form.querySelectorAll(`[name="${name}"]`)];
  }

  chosen(name) {
    return this.buttons(name)
      .filter(isPressed)
      .map(button => button.value);
  }

  // Presses or releases a button. Of the tracks, at most one is chosen.
  choose(button) {
    if (!button) return;
    const isChosen = !isPressed(button);
    if (button.name === 'track') for (const track of this.buttons('track')) press(track, false);
    press(button, isChosen);
    this.apply();
  }

  // Applies the form to the page and to the URL.
  apply({ replace = false } = {}) {
    this.releaseOtherTrack();
    const query = new URLSearchParams();
    for (const name of ['track', 'levels', 'dimensions']) {
      const chosen = this.chosen(name);
      if (chosen.length > 0) query.set(name, chosen.join(','));
    }
    if (this.text.value.trim()) query.set('text', this.text.value.trim());
    const choice = query.toString().replaceAll('%2C', ',');
    const address = choice ? `${location.pathname}?${choice}` : location.pathname;
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
    this.show();
  }

  // Applies the URL to the form and to the page. Values that the ladder does not know are ignored.
  readUrl() {
    const query = new URLSearchParams(location.search);
    this.clear();
    for (const name of ['track', 'levels', 'dimensions']) {
      const values = (query.get(name) ?? '').split(',');
      for (const button of this.buttons(name)) press(button, values.includes(button.value));
    }
    if (this.chosen('track').length > 1) for (const track of this.buttons('track')) press(track, false);
    const [dimension] = this.buttons('dimensions');
    if (this.chosen('dimensions').length > 0) dimension.closest('details').open = true;
    this.text.value = query.get('text') ?? '';
    this.releaseOtherTrack();
    this.show();
  }

  clear() {
    this.text.value = '';
    for (const button of this.form.querySelectorAll('[aria-pressed]')) press(button, false);
  }

  // The levels of the other track are not offered while a track is chosen.
  releaseOtherTrack() {
    const [track] = this.chosen('track');
    for (const button of this.buttons('levels')) {
      button.hidden = Boolean(track) && ![track, 'shared'].includes(button.dataset.track);
      if (button.hidden) press(button, false);
    }
  }

  show() {
    const words = this.text.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const [chosen, dimensions] = [this.chosen('levels'), this.chosen('dimensions')];
    const offered = this.buttons('levels').map(button => !button.hidden);
    const isFound = this.rows.map(row => cellsOf(row).map(cell => words.every(word => textOf(cell).includes(word))));
    const isShownRow = this.rows.map(
      (row, r) =>
        (dimensions.length === 0 || dimensions.includes(row.dataset.dimension)) &&
        this.heads.some((head, c) => isFound[r][c] && offered[c] && (!chosen.length || chosen.includes(headId(head)))),
    );
    const isShownLevel = this.heads.map((head, c) =>
      chosen.length > 0
        ? chosen.includes(headId(head))
        : offered[c] && (words.length === 0 || this.rows.some((row, r) => isShownRow[r] && isFound[r][c])),
    );

    let found = 0;
    this.rows.forEach((row, r) => {
      row.hidden = !isShownRow[r];
      cellsOf(row).forEach((cell, c) => {
        cell.hidden = !isShownLevel[c];
        cell.classList.toggle('is-passed-over', !isFound[r][c]);
        if (isShownRow[r] && isShownLevel[c] && isFound[r][c]) found++;
      });
    });
    this.showHeads(isShownLevel);

    const levels = this.heads.filter((head, c) => isShownLevel[c]).map(headId);
    this.showView(words, chosen, levels.length);
    this.region.hidden = found === 0;
    this.markWords(words);
    this.status.textContent = this.describe(words, found, levels.length, chosen.length);
    this.reset.hidden = !words.length && !this.form.querySelector('[aria-pressed="true"]');
    this.offerComparison(levels);
  }

  // The name of a track spans the levels that are shown.
  showHeads(isShownLevel) {
    this.heads.forEach((head, c) => {
      head.hidden = !isShownLevel[c];
    });
    let first = 0;
    for (const group of this.groups) {
      group.dataset.levels ??= group.colSpan;
      const end = first + Number(group.dataset.levels);
      const levels = isShownLevel.slice(first, end).filter(Boolean).length;
      group.hidden = levels === 0;
      group.colSpan = Math.max(1, levels);
      first = end;
    }
  }

  // Without a choice and without words to find, the view has no name: see matrix.css.
  showView(words, chosen, levels) {
    if (chosen.length > 0 && chosen.length <= MOST_TO_READ) this.dataset.view = 'reading';
    else if (words.length > 0) this.dataset.view = 'found';
    else if (chosen.length > 0) this.dataset.view = 'chosen';
    else delete this.dataset.view;
    this.table.style.setProperty('--levels', levels);
  }

  describe(words, found, levels, chosen) {
    const rows = this.rows.filter(row => !row.hidden).length;
    if (found === 0) return noMatches(this.text.value.trim());
    const shown = matrixShown(levelsCount(levels), dimensionsCount(rows));
    if (words.length > 0) return matrixFound(levelsCount(levels), dimensionsCount(rows), cellsMatch(found));
    if (chosen > MOST_TO_READ) return `${shown} ${selectLevels}`;
    if (chosen > 0) return shown;
    return phone.matches ? selectLevelsFirst : `${shown} ${selectLevels}`;
  }

  // Opens all signals in the reading view, otherwise those with matching words; closes them again afterwards. On a
  // phone, where cells are below one another, the signals of more than two levels stay folded.
  markWords(words) {
    const ranges = [];
    const wanted = new Set();
    const opensAll =
      this.dataset.view === 'reading' && (!phone.matches || this.chosen('levels').length <= MOST_TO_OPEN_ON_A_PHONE);
    for (const cell of this.table.querySelectorAll('tr:not([hidden]) > td:not([hidden])')) {
      if (opensAll) wanted.add(cell.querySelector('details:not(.used-by)'));
      if (cell.matches('.is-passed-over')) continue;
      for (const text of words.length > 0 ? textNodesOf(cell) : []) {
        const found = rangesOf(words, text.data);
        if (found.length > 0) wanted.add(text.parentElement.closest('details'));
        ranges.push(
          ...found.map(
            ([start, end]) =>
              new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
          ),
        );
      }
    }
    wanted.delete(null);
    for (const fold of this.opened) if (!wanted.has(fold)) fold.open = false;
    this.opened = new Set([...wanted].filter(fold => !fold.open || this.opened.has(fold)));
    for (const fold of wanted) fold.open = true;
    if (globalThis.Highlight) CSS.highlights.set('matrix-words', new Highlight(...ranges));
  }

  // If two levels remain, links to the comparison of the two.
  offerComparison(levels) {
    const pair = levels.join('--');
    this.compare.hidden = levels.length !== 2 || !this.dataset.pairs.split(' ').includes(pair);
    if (this.compare.hidden) return;
    const titles = levels.map(id => titleOf(this.heads.find(head => headId(head) === id)));
    this.compare.href = `${this.dataset.compare}${pair}/`;
    this.compare.textContent = whatChanges(titles[0], titles[1]);
  }

  // Marks the names of the level and the dimension of a cell.
  markLines(cell) {
    if (cell === this.marked) return;
    this.marked?.classList.remove('is-dismissed');
    this.marked = cell;
    for (const line of this.table.querySelectorAll('.is-here')) line.classList.remove('is-here');
    if (!cell) return;
    cell.parentElement.cells[0].classList.add('is-here');
    this.heads[cell.cellIndex - 1].classList.add('is-here');
    for (const row of this.rows) row.cells[cell.cellIndex].classList.add('is-here');
  }

  // A click on the name of a level chooses it. A click on a cell shows its links, in the overview also its signals.
  use(clicked) {
    if (clicked.closest('a, summary') || !getSelection().isCollapsed) return;
    const head = clicked.closest('th[data-level]');
    if (head) this.choose(this.buttons('levels').find(button => button.value === headId(head)));
    const cell = clicked.closest('td');
    for (const used of this.table.querySelectorAll('.is-used')) if (used !== cell) used.classList.remove('is-used');
    if (!cell || clicked.closest('.cell-more')) return;
    const isUsed = cell.classList.toggle('is-used');
    const fold = cell.querySelector('details');
    if (fold && this.hasCards()) fold.open = isUsed;
  }

  // In the overview, the signals of a cell are on a card over the other cells.
  hasCards() {
    return !phone.matches && !['reading', 'found'].includes(this.dataset.view);
  }

  closeCards(except) {
    if (!this.hasCards()) return;
    const cell = except?.closest('td');
    for (const fold of this.table.querySelectorAll('td [open]')) if (fold.closest('td') !== cell) fold.open = false;
    if (!except) for (const used of this.table.querySelectorAll('.is-used')) used.classList.remove('is-used');
  }

  // Also a card that is only shown because the pointer is over its cell; it stays hidden until the pointer has left.
  dismissCards() {
    if (document.querySelector('dialog[open]')) return;
    this.closeCards();
    this.table.querySelector('td:hover')?.classList.add('is-dismissed');
  }

  // A link to a cell or signal opens its fold and clears filters that hide it. A phone shows only its level then.
  openTarget() {
    const target = targetOfUrl();
    const cell = target?.closest('.matrix td');
    if (!cell || !this.contains(cell)) return null;
    const isUnchosen = phone.matches && !this.dataset.view;
    if (target.closest('[hidden]') || isUnchosen) {
      this.clear();
      if (phone.matches) press(this.buttons('levels')[cell.cellIndex - 1], true);
      this.releaseOtherTrack();
      const query = phone.matches ? `?levels=${headId(this.heads[cell.cellIndex - 1])}` : '';
      history.replaceState(null, '', location.pathname + query + location.hash);
      this.show();
    }
    const shown = target.matches('.former-id') ? target.parentElement : target;
    (shown.querySelector('details') ?? shown.closest('details'))?.setAttribute('open', '');
    return shown;
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

function isPressed(button) {
  return button.ariaPressed === 'true';
}

function press(button, isChosen) {
  button.ariaPressed = String(isChosen);
}

function headId(head) {
  return head.dataset.level;
}

function titleOf(head) {
  return head.querySelector('a').textContent;
}

function cellsOf(row) {
  return [...row.cells].slice(1);
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

customElements.define('matrix-filter', MatrixFilter);
