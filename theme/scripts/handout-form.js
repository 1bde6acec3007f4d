// <handout-form> around a participant sheet: its lines, boxes, gaps, scales, choices, checkboxes and empty cells become
// form fields, and gaps that add up a column show its sum. Answers are stored in this browser, printed in place of the
// lines, and can be downloaded as Markdown. Without this script the sheet is the same as on paper.
import { action, element } from './elements.js';
import { read, write } from './storage.js';
import {
  answersNotStored,
  answersSaved,
  answersStoredHint,
  checkbox,
  clear,
  clearSheetQuestion,
  columnNumber,
  downloadMarkdown,
  noAnswerYet,
  notRated,
  rowNumber,
  scaleEnds,
  yourAnswer,
} from './strings.js';

const FIELDS = '.lines, .box, .gap:not([data-sum]), tbody td:empty, .scale, .choice, input[type="checkbox"]';

class HandoutForm extends HTMLElement {
  connectedCallback() {
    this.key = `knowledgesite.handout/1 ${location.pathname.replace(/large\/$/, '')}`;
    this.answers = read(this.key);
    this.fields = new Map();
    const hosts = [...this.querySelectorAll('.lines, .box, .gap:not([data-sum]), tbody td:empty')];
    const scales = [...this.querySelectorAll('.scale, .choice')];
    const boxes = [...this.querySelectorAll('input[type="checkbox"]')];
    // The order of the fields, as the Word file of the page numbers them.
    this.order = [...this.querySelectorAll(FIELDS)];
    // Labels are read before the fields are added: a filled field would be part of the sentence around the next one.
    this.labels = labelAll(hosts, scales, boxes);
    for (const host of hosts) this.addTextField(host);
    for (const scale of scales) this.addRadios(scale);
    for (const box of boxes) this.addCheckbox(box);
    this.sums = [...this.querySelectorAll('[data-sum]')].map(gap => new Sum(gap));
    this.showSums();
    this.status = document.createElement('output');
    this.clearButton = action(clear, () => this.clear());
    this.prepend(
      element(
        'p',
        { className: 'form-bar' },
        this.status,
        action(downloadMarkdown, () => this.export()),
        this.clearButton,
      ),
    );
    this.addWordLink();
    this.classList.add('is-form');
    addEventListener('storage', event => {
      if (event.key === this.key || event.key === null) this.refresh();
    });
    addEventListener('pageshow', event => {
      if (event.persisted) this.refresh();
    });
    this.showStatus();
  }

  // Who has filled in a long form is far from the link at the top of the page.
  addWordLink() {
    const link = document.querySelector('word-answers');
    if (link) this.append(element('p', { className: 'form-bar' }, link.cloneNode(true)));
  }

  addTextField(host) {
    const isGap = host.matches('.gap');
    const { key, name } = this.labels.get(host);
    const field = isGap
      ? element('input', { type: 'text', className: 'gap-field' })
      : element('textarea', { rows: rowsOf(host) });
    const copy = element('span', { className: 'written' });
    field.ariaLabel = name;
    const empty = isGap ? host.textContent : '';
    // The field is as wide as the gap was written, and grows with the answer.
    if (isGap) host.replaceChildren(element('span', { className: 'room', textContent: empty }));
    host.removeAttribute('role');
    host.removeAttribute('aria-label');
    const lines = host.querySelectorAll('.line');
    if (lines.length > 0) host.prepend(element('div', { className: 'room' }, ...lines));
    for (const room of host.querySelectorAll('.room')) room.setAttribute('aria-hidden', 'true');
    host.classList.toggle('blank', host.matches('td'));
    if (headOf(host)) host.dataset.column = headOf(host);
    host.append(field, copy);
    // An empty gap is printed at its original width.
    const show = () => {
      copy.textContent = field.value.trim() || empty;
      host.classList.toggle('is-written', field.value.trim() !== '' || isGap);
    };
    field.addEventListener('input', () => {
      show();
      this.save(key, field.value.trim());
    });
    this.bind(key, field, answer => {
      field.value = answer ?? '';
      show();
    });
  }

  /** The numbers of a scale and the options of a choice become radio buttons. */
  addRadios(group) {
    const { key, name } = this.labels.get(group);
    group.setAttribute('role', 'radiogroup');
    group.ariaLabel = name;
    for (const item of group.querySelectorAll(':scope > li')) item.setAttribute('role', 'none');
    const radios = [];
    const cell = group.closest('td');
    if (cell && headOf(cell)) cell.dataset.column = headOf(cell);
    let chosen;
    for (const step of group.querySelectorAll('.step, .option')) {
      const value = words(step);
      const radio = element('input', { type: 'radio', name: key, value });
      radio.addEventListener('change', () => this.save(key, value));
      if (step.matches('.chosen')) chosen = value;
      step.classList.remove('chosen');
      const label = element('label', { className: step.className }, radio, ...step.childNodes);
      step.replaceWith(label);
      radios.push(radio);
    }
    this.bind(key, group, answer => {
      for (const radio of radios) radio.checked = radio.value === (answer ?? chosen);
    });
  }

  addCheckbox(box) {
    const { key, name } = this.labels.get(box);
    const isChecked = box.checked;
    box.disabled = false;
    labelCheckbox(box, name);
    box.addEventListener('change', () => this.save(key, box.checked ? 'x' : ''));
    this.bind(key, box, answer => {
      box.checked = answer === undefined ? isChecked : answer === 'x';
    });
  }

  /** Fills a field with its stored answer, now and after changes in another tab. */
  bind(key, host, fill) {
    this.fields.set(key, { host, fill });
    fill(this.answers[key]);
  }

  // The same sheet may be open in another tab: reload its answers, and change only this one.
  save(key, value) {
    if (this.isStored !== false) this.answers = read(this.key);
    if (value) this.answers[key] = value;
    else delete this.answers[key];
    this.isStored = write(this.key, this.answers);
    this.showSums();
    this.showStatus();
  }

  /** The answers by the number of their field, beginning with 1. */
  answersByNumber() {
    return new Map(
      this.order
        .map((host, index) => [index + 1, this.answers[this.labels.get(host)?.key]])
        .filter(([, answer]) => answer !== undefined),
    );
  }

  showSums() {
    for (const sum of this.sums) sum.show();
  }

  // Skip the field with the focus: the reader is typing there.
  refresh() {
    if (this.isStored === false) return;
    this.answers = read(this.key);
    for (const [key, { host, fill }] of this.fields) {
      if (!host.contains(document.activeElement)) fill(this.answers[key]);
    }
    this.showSums();
    this.showStatus();
  }

  clear() {
    if (!confirm(clearSheetQuestion)) return;
    write(this.key, {});
    location.reload();
  }

  showStatus() {
    const count = Object.keys(this.answers).length;
    this.clearButton.hidden = count === 0;
    this.status.textContent =
      this.isStored === false ? answersNotStored : count === 0 ? answersStoredHint : answersSaved(count);
  }

  export() {
    const text = `# ${this.dataset.title}\n\n${blocksOf(this)}`;
    const link = element('a', {
      href: URL.createObjectURL(new Blob([text], { type: 'text/markdown' })),
      download: `${this.dataset.file ?? location.pathname.split('/').at(-3)}.md`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

/** A gap that shows the sum of a column of the table above, over all rows or over those with one option. */
class Sum {
  constructor(gap) {
    const { sum: column, of: option } = gap.dataset;
    this.option = option?.toLowerCase();
    this.table = tablesBefore(gap).findLast(table => columnOf(table, column) >= 0);
    this.column = this.table ? columnOf(this.table, column) : -1;
    this.empty = gap.textContent;
    this.output = element('output', {});
    gap.removeAttribute('role');
    gap.removeAttribute('aria-label');
    gap.classList.add('is-written');
    gap.replaceChildren(this.output);
  }

  show() {
    const rows = [...(this.table?.tBodies[0]?.rows ?? [])].filter(row => !this.option || this.option === choiceOf(row));
    const numbers = rows.map(row => numberIn(row.cells[this.column])).filter(number => number !== null);
    const sum = numbers.reduce((all, number) => all + number, 0);
    this.output.textContent = numbers.length > 0 ? sum.toLocaleString(document.documentElement.lang) : this.empty;
  }
}

function tablesBefore(node) {
  const tables = [...node.closest('handout-form').querySelectorAll('table')];
  return tables.filter(table => table.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function columnOf(table, name) {
  return [...(table.tHead?.rows[0]?.cells ?? [])].findIndex(cell => words(cell).toLowerCase() === name.toLowerCase());
}

const choiceOf = row => row.querySelector('.choice :checked')?.value.toLowerCase();

// The first number of a cell, with a decimal point or comma; null if there is none.
function numberIn(cell) {
  const text = cell?.querySelector('textarea')?.value ?? words(cell);
  const number = text.match(/[0-9]+(?:[.,][0-9]+)?/)?.[0].replace(',', '.');
  return number === undefined ? null : Number(number);
}

const words = node => node?.textContent.replace(/[\s\u00a0]+/g, ' ').trim() ?? '';

// The header of a cell's column, or '' for other hosts.
function headOf(host) {
  return host.matches('td') ? words(host.closest('table').tHead?.rows[0]?.cells[host.cellIndex]) : '';
}

/**
 * Labels every field: Map(host → { key, name }). Answers are stored under the key, which is the question, so that they
 * stay with their question when the sheet gets another one. The name is for screen readers and unique on the sheet.
 */
function labelAll(hosts, scales, boxes) {
  const labels = new Map();
  const [keys, names] = [new Map(), new Map()];
  const add = (host, question, name) => {
    const nth = timesSeen(names, name);
    labels.set(host, { key: `${question} ${timesSeen(keys, question)}`, name: nth > 1 ? `${name} (${nth})` : name });
  };
  for (const host of [...hosts, ...scales])
    add(host, questionOf(host), host.matches('.gap') ? nameOfGap(host) : questionOf(host));
  for (const box of boxes) add(box, box.parentElement.textContent.trim(), nameOfCheckbox(box));
  return labels;
}

function timesSeen(counts, text) {
  counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts.get(text);
}

// The question: the label of a box, the headers of a cell, the sentence around a gap, or the preceding text.
function questionOf(host) {
  if (host.matches('.box') && host.querySelector('.box-label')) return words(host.querySelector('.box-label'));
  if (host.matches('.gap')) return words(sentenceOf(host));
  if (host.matches('.choice') && host.closest('td')) return questionOf(host.closest('td'));
  if (host.matches('td')) {
    const row = host.parentElement;
    const head = headOf(host) || columnNumber(host.cellIndex + 1);
    const first = host.cellIndex > 0 && !row.cells[0].querySelector('textarea') ? words(row.cells[0]) : '';
    return `${head}, ${first || rowNumber(row.sectionRowIndex + 1)}`;
  }
  let before = host.previousElementSibling;
  while (before?.matches('.lines, .box, .scale, .choice, .form-bar')) before = before.previousElementSibling;
  return words(before ?? host.parentElement).slice(0, 120) || yourAnswer;
}

function sentenceOf(host) {
  return host.closest('p, li, td, dd, th, blockquote') ?? host.parentElement;
}

// Several gaps in one sentence are named by the words around each, up to the next comma: "A takes … hours", "M takes".
function nameOfGap(gap) {
  const sentence = sentenceOf(gap);
  const gaps = [...sentence.querySelectorAll('.gap')];
  const next = gaps[gaps.indexOf(gap) + 1];
  const before = wordsBetween(sentence, gaps[gaps.indexOf(gap) - 1], gap)
    .replace(/:$/, '')
    .match(/[^,.;:!?…]*$/)[0]
    .trim();
  const [, after, mark] = wordsBetween(sentence, gap, next).match(/^([^,.;:!?…]*)(.?)/);
  // Text between two gaps without a comma belongs to the second.
  const isOwn = before === '' || mark !== '' || !next;
  return [before, isOwn ? after.trim() : ''].filter(Boolean).join(' … ') || questionOf(gap) || yourAnswer;
}

/** The text of an element between two of its descendants; by default from its start and to its end. */
function wordsBetween(within, from, to) {
  const range = document.createRange();
  range.selectNodeContents(within);
  if (from) range.setStartAfter(from);
  if (to) range.setEndBefore(to);
  return words(range.cloneContents());
}

// The nodes of the label after a checkbox, without nested lists and fields.
function labelNodesOf(box) {
  const nodes = [];
  for (
    let node = box.nextSibling;
    node && !node.matches?.(NOT_LABEL) && !node.querySelector?.(NOT_LABEL);
    node = node.nextSibling
  )
    nodes.push(node);
  return nodes;
}

const NOT_LABEL = 'ul, ol, p, table, .lines, .box, .scale, .choice, .gap, input, textarea, a';

function nameOfCheckbox(box) {
  return words(box.parentElement).slice(0, 120) || words(sentenceOf(box)) || checkbox;
}

// Clicking the text also ticks the checkbox. An aria-label is set if the label is not the whole name: the text may
// continue after a link or a gap, or belong to another checkbox.
function labelCheckbox(box, name) {
  const nodes = labelNodesOf(box);
  const label = element('label', { htmlFor: (box.id ||= `site:tick-${++labels}`) });
  if (nodes.length > 0) {
    nodes[0].before(label);
    label.append(...nodes);
  }
  if (words(label) === name) box.removeAttribute('aria-label');
  else box.ariaLabel = name;
}

let labels = 0;

function rowsOf(host) {
  return host.matches('.lines') ? Math.max(2, host.querySelectorAll('.line').length) : host.matches('.box') ? 4 : 1;
}

// Formats the sheet and its answers as Markdown.
function blocksOf(parent) {
  return [...parent.children]
    .map(blockOf)
    .filter(Boolean)
    .join('\n\n')
    .concat(parent.matches('handout-form') ? '\n' : '');
}

function blockOf(block) {
  const name = block.localName;
  if (block.matches('.form-bar, script, style, .footnotes') || getComputedStyle(block).display === 'none') return '';
  if (/^h[1-6]$/.test(name)) return `${'#'.repeat(Number(name[1]))} ${inlineOf(block)}`;
  if (block.matches('.lines, .box')) return quoteOf(block);
  if (block.matches('.scale')) {
    const ends = [...block.querySelectorAll('.end-of-scale')].map(e => e.textContent);
    return `> ${block.querySelector(':checked')?.value ?? notRated} (${ends.length === 2 ? scaleEnds(...ends) : ends})`;
  }
  if (name === 'ul' || name === 'ol')
    return [...block.children].map((item, i) => `${name === 'ol' ? `${i + 1}.` : '-'} ${inlineOf(item)}`).join('\n');
  if (name === 'table')
    return [...block.rows]
      .map(
        (row, i) =>
          `| ${[...row.cells].map(inlineOf).join(' | ')} |${i === 0 ? `\n|${' --- |'.repeat(row.cells.length)}` : ''}`,
      )
      .join('\n');
  return ['div', 'section', 'blockquote', 'details'].includes(name) ? blocksOf(block) : inlineOf(block);
}

function quoteOf(host) {
  const label = host.querySelector('.box-label')?.textContent;
  const answer = host.querySelector('textarea').value.trim() || noAnswerYet;
  return `${label ? `**${label}**\n\n` : ''}> ${answer.replaceAll('\n', '\n> ')}`;
}

function inlineOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches('.link-note, .written, .footnote-ref, .line, .room'))
    return '';
  if (node.matches('input[type="radio"]')) return node.checked ? '(x) ' : '( ) ';
  if (node.matches('.gap:has(output)')) return node.textContent.trim() || '____';
  if (node.matches('.choice:not(ul, ol)')) return [...node.children].map(option => inlineOf(option).trim()).join(' ');
  if (node.matches('input[type="checkbox"]')) return node.checked ? '[x]' : '[ ]';
  if (node.matches('textarea, input'))
    return node.value.trim().replaceAll('\n', ' ').replaceAll('|', '\\|') || (node.matches('input') ? '____' : '');
  if (node.matches('.lines, .box'))
    return `\n  > ${node.querySelector('textarea').value.trim().replaceAll('\n', '\n  > ') || noAnswerYet}`;
  const text = [...node.childNodes].map(inlineOf).join('');
  if (text.trim() === '') return '';
  if (node.matches('strong, em')) return emphasised(text, node.matches('strong') ? '**' : '*');
  // Footnotes are left out, so no space may remain before the full stop.
  return node.matches('a[href]') ? `[${text.trim()}](${node.href})` : text.replace(/ +(?=[.,;:!?])/g, '');
}

/** Puts marks around a text, without the spaces at its ends. */
function emphasised(text, mark) {
  const trimmed = text.trim();
  return text.replace(trimmed, () => mark + trimmed + mark);
}

customElements.define('handout-form', HandoutForm);
