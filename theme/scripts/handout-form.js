// <handout-form> around a participant sheet: its lines, boxes, gaps, scales, ticks and empty cells become fields. What is typed stays
// in this browser, is printed where the lines were, and can be taken along as Markdown. Without this script the sheet is as on paper.
import { action, element } from './elements.js';
import { read, write } from './keeping.js';

class HandoutForm extends HTMLElement {
  connectedCallback() {
    this.key = `knowledgesite.handout/1 ${location.pathname.replace(/large\/$/, '')}`;
    this.answers = read(this.key);
    this.named = new Map();
    for (const host of this.querySelectorAll('.lines, .box, .gap, tbody td:empty')) this.text(host);
    for (const scale of this.querySelectorAll('.scale')) this.scale(scale);
    for (const box of this.querySelectorAll('input[type="checkbox"]')) this.tick(box);
    this.status = document.createElement('output');
    this.clearing = action('Clear', () => this.clear());
    this.prepend(element('p', { className: 'form-bar' }, this.status, action('Save as Markdown', () => this.export()), this.clearing));
    this.classList.add('is-form');
    this.say();
  }

  text(host) {
    const isGap = host.matches('.gap');
    const label = labelOf(host);
    const name = this.nameOf(label);
    const field = isGap ? element('input', { type: 'text', className: 'gap-field' }) : element('textarea', { rows: rowsOf(host) });
    const written = element('span', { className: 'written' });
    field.ariaLabel = label;
    field.value = this.answers[name] ?? '';
    const empty = isGap ? host.textContent : '';
    if (isGap) host.textContent = '';
    host.removeAttribute('role');
    host.removeAttribute('aria-label');
    const lines = host.querySelectorAll('.line');
    if (lines.length > 0) host.prepend(element('div', { className: 'room' }, ...lines));
    for (const room of host.querySelectorAll('.room')) room.setAttribute('aria-hidden', 'true');
    host.classList.toggle('blank', host.matches('td'));
    if (headOf(host)) host.dataset.column = headOf(host);
    host.append(field, written);
    // An empty gap is printed as wide as it was.
    const show = () => {
      written.textContent = field.value.trim() || empty;
      host.classList.toggle('is-written', field.value.trim() !== '' || isGap);
    };
    field.addEventListener('input', () => { show(); this.save(name, field.value.trim()); });
    show();
  }

  scale(scale) {
    const label = labelOf(scale);
    const name = this.nameOf(label);
    scale.setAttribute('role', 'radiogroup');
    scale.ariaLabel = label;
    for (const step of scale.querySelectorAll('.step')) {
      const value = step.textContent;
      const radio = element('input', { type: 'radio', name, value, checked: this.answers[name] === value });
      radio.addEventListener('change', () => this.save(name, value));
      step.replaceWith(element('label', { className: 'step' }, radio, value));
    }
  }

  tick(box) {
    const label = box.parentElement.textContent.trim();
    const name = this.nameOf(label);
    box.disabled = false;
    box.ariaLabel = label;
    if (name in this.answers) box.checked = this.answers[name] === 'x';
    box.addEventListener('change', () => this.save(name, box.checked ? 'x' : ''));
  }

  // After what is asked, so that an answer stays where it belongs when the sheet gets another question.
  nameOf(label) {
    const count = (this.named.get(label) ?? 0) + 1;
    this.named.set(label, count);
    return `${label} ${count}`;
  }

  save(name, value) {
    if (value) this.answers[name] = value;
    else delete this.answers[name];
    this.isKept = write(this.key, this.answers);
    this.say();
  }

  clear() {
    if (!confirm('Take out all that you wrote on this sheet?')) return;
    write(this.key, {});
    location.reload();
  }

  say() {
    const count = Object.keys(this.answers).length;
    this.clearing.hidden = count === 0;
    this.status.textContent = this.isKept === false ? 'This browser keeps nothing: save the sheet before you leave.'
      : count === 0 ? 'Fill it in here, or print it empty. What you type stays in this browser.' : `${count} ${count === 1 ? 'answer' : 'answers'} kept in this browser only.`;
  }

  export() {
    const text = `# ${this.dataset.title}\n\n${blocksOf(this)}`;
    const link = element('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/markdown' })), download: `${location.pathname.split('/').at(-3)}.md` });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

const words = node => node?.textContent.replace(/[\s\u00a0]+/g, ' ').trim() ?? '';

// Of a cell's column.
function headOf(host) {
  return host.matches('td') ? words(host.closest('table').tHead?.rows[0]?.cells[host.cellIndex]) : '';
}

// What is asked: the box's own label, the heads of a cell's column and row, the sentence around a gap, or what stands before.
function labelOf(host) {
  if (host.matches('.box') && host.querySelector('.box-label')) return words(host.querySelector('.box-label'));
  if (host.matches('.gap')) return words(host.closest('p, li, td, dd'));
  if (host.matches('td')) {
    const row = host.parentElement;
    const head = headOf(host) || `Column ${host.cellIndex + 1}`;
    const first = host.cellIndex > 0 && !row.cells[0].querySelector('textarea') ? words(row.cells[0]) : '';
    return `${head}, ${first || `row ${row.sectionRowIndex + 1}`}`;
  }
  let before = host.previousElementSibling;
  while (before?.matches('.lines, .box, .scale, .form-bar')) before = before.previousElementSibling;
  return words(before ?? host.parentElement).slice(0, 120) || 'Your answer';
}

function rowsOf(host) {
  return host.matches('.lines') ? Math.max(2, host.querySelectorAll('.line').length) : host.matches('.box') ? 4 : 1;
}

// The sheet with its answers as Markdown.
function blocksOf(parent) {
  return [...parent.children].map(blockOf).filter(Boolean).join('\n\n').concat(parent.matches('handout-form') ? '\n' : '');
}

function blockOf(block) {
  const name = block.localName;
  if (block.matches('.form-bar, script, style, .footnotes')) return '';
  if (/^h[1-6]$/.test(name)) return `${'#'.repeat(Number(name[1]))} ${inlineOf(block)}`;
  if (block.matches('.lines, .box')) return quoteOf(block);
  if (block.matches('.scale')) return `> ${block.querySelector(':checked')?.value ?? 'no number yet'} (${[...block.querySelectorAll('.end-of-scale')].map(e => e.textContent).join(' to ')})`;
  if (name === 'ul' || name === 'ol') return [...block.children].map((item, i) => `${name === 'ol' ? `${i + 1}.` : '-'} ${inlineOf(item)}`).join('\n');
  if (name === 'table') return [...block.rows].map((row, i) => `| ${[...row.cells].map(inlineOf).join(' | ')} |${i === 0 ? `\n|${' --- |'.repeat(row.cells.length)}` : ''}`).join('\n');
  return ['div', 'section', 'blockquote', 'details'].includes(name) ? blocksOf(block) : inlineOf(block);
}

function quoteOf(host) {
  const label = host.querySelector('.box-label')?.textContent;
  const answer = host.querySelector('textarea').value.trim() || 'no answer yet';
  return `${label ? `**${label}**\n\n` : ''}> ${answer.replaceAll('\n', '\n> ')}`;
}

function inlineOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches('.link-note, .written, .footnote-ref, .line, .room')) return '';
  if (node.matches('input[type="checkbox"]')) return node.checked ? '[x]' : '[ ]';
  if (node.matches('textarea, input')) return node.value.trim().replaceAll('\n', ' ').replaceAll('|', '\\|') || (node.matches('input') ? '____' : '');
  if (node.matches('.lines, .box')) return `\n  > ${node.querySelector('textarea').value.trim().replaceAll('\n', '\n  > ') || 'no answer yet'}`;
  return [...node.childNodes].map(inlineOf).join('').trim() === '' ? '' : [...node.childNodes].map(inlineOf).join('');
}

customElements.define('handout-form', HandoutForm);
