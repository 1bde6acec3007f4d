// <matrix-filter> around a matrix: choose a track, levels, dimensions, or type words. What is chosen stands in the address,
// so that it can be sent to somebody and the back button undoes it. Without this script the whole matrix is there.
import { element } from './elements.js';

class MatrixFilter extends HTMLElement {
  connectedCallback() {
    this.table = this.querySelector('table');
    this.levels = [...this.table.tHead.rows[0].cells].slice(1).map(cell => ({
      id: cell.dataset.level, track: cell.dataset.track, title: cell.querySelector('a').textContent,
    }));
    this.rows = [...this.table.tBodies[0].rows];
    this.prepend(this.buildForm());
    this.readAddress();
    addEventListener('popstate', () => this.readAddress());
    addEventListener('hashchange', () => this.showTarget());
    this.showTarget();
  }

  buildForm() {
    const form = element('form', { className: 'matrix-filter', role: 'search', ariaLabel: 'Choose what the matrix shows' });
    this.track = element('select', { name: 'track' },
      option('', 'Both tracks'), option('individual', 'Individual track'), option('manager', 'Manager track'));
    this.text = element('input', { type: 'search', name: 'text', autocomplete: 'off' });
    this.levelBoxes = this.levels.map(level => checkbox(level.id, level.title));
    this.dimensionBoxes = this.rows.map(row => checkbox(row.dataset.dimension, row.cells[0].textContent.trim()));
    this.status = element('output', { className: 'matrix-status' });
    this.compare = element('a', { hidden: true, href: this.dataset.compare });
    this.reset = element('button', { type: 'button', textContent: 'Show all', hidden: true });

    form.append(
      element('label', {}, 'Track ', this.track),
      element('label', {}, 'Words ', this.text),
      fold('Levels', this.levelBoxes),
      fold('Dimensions', this.dimensionBoxes),
      element('p', {}, this.status, this.compare, this.reset));
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', () => this.choose());
    this.text.addEventListener('input', () => this.choose({ replace: true }));
    this.reset.addEventListener('click', () => { this.clear(); this.choose(); this.track.focus(); });
    return form;
  }

  // From the form to the page and to the address.
  choose({ replace = false } = {}) {
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

  // From the address to the form and to the page.
  readAddress() {
    const query = new URLSearchParams(location.search);
    this.clear();
    if ([...this.track.options].some(o => o.value === query.get('track'))) this.track.value = query.get('track');
    tick(this.levelBoxes, query.get('levels'));
    tick(this.dimensionBoxes, query.get('dimensions'));
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
    const levels = new Set(this.levels
      .filter(l => (!track || l.track === 'shared' || l.track === track) && (!levelIds.length || levelIds.includes(l.id)))
      .map(l => l.id));

    for (const row of this.table.rows) this.levels.forEach((level, i) => { row.cells[i + 1].hidden = !levels.has(level.id); });
    let found = 0;
    for (const row of this.rows) {
      let matches = 0;
      for (const cell of [...row.cells].slice(1)) {
        const text = words.length ? cell.textContent.toLocaleLowerCase() : '';
        const hit = words.every(w => text.includes(w));
        cell.classList.toggle('is-passed-over', !hit);
        if (hit && !cell.hidden) matches++;
      }
      row.hidden = (dimensionIds.length > 0 && !dimensionIds.includes(row.dataset.dimension)) || matches === 0;
      if (!row.hidden) found += matches;
    }

    const all = levels.size === this.levels.length && !words.length && !dimensionIds.length;
    const dimensions = this.rows.filter(row => !row.hidden).length;
    this.status.textContent = found === 0 ? 'Nothing matches.'
      : `${count(levels.size, 'level')}, ${count(dimensions, 'dimension')}${words.length ? `, ${count(found, 'cell')} with these words` : ''}.`;
    this.reset.hidden = all;
    this.offerComparison([...levels]);
  }

  // Two levels, side by side, have a page that says what changes between them.
  offerComparison(levels) {
    const pair = levels.join('--');
    this.compare.hidden = levels.length !== 2 || !this.dataset.pairs.split(' ').includes(pair);
    if (this.compare.hidden) return;
    const titles = levels.map(id => this.levels.find(l => l.id === id).title);
    this.compare.href = `${this.dataset.compare}${pair}/`;
    this.compare.textContent = `What changes from ${titles[0]} to ${titles[1]}`;
  }

  // A link to a cell or a signal reaches it whatever was chosen before, and opens what is folded.
  showTarget() {
    const target = document.querySelector(':target');
    if (!target || !this.contains(target)) return;
    if (target.closest('[hidden]')) { this.clear(); this.show(); }
    (target.querySelector('details') ?? target.closest('details'))?.setAttribute('open', '');
    target.scrollIntoView();
  }
}

function option(value, text) {
  return element('option', { value, textContent: text });
}

function checkbox(value, text) {
  return element('label', {}, element('input', { type: 'checkbox', value }), ` ${text}`);
}

function fold(title, boxes) {
  return element('details', {}, element('summary', { textContent: title }), ...boxes);
}

function chosen(boxes) {
  return boxes.filter(label => label.control.checked).map(label => label.control.value);
}

function tick(boxes, list) {
  const ids = new Set((list ?? '').split(','));
  for (const label of boxes) label.control.checked = ids.has(label.control.value);
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

customElements.define('matrix-filter', MatrixFilter);
