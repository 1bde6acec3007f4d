// Notes on the page of a level: a person writes down evidence for a statement and one of four words for it. They stay in this
// browser; a file takes them elsewhere. They are for a conversation: nothing is added up to a score.
import { action, element } from './elements.js';
import { read, write } from './keeping.js';

const WORDS = ['', 'starting', 'growing', 'steady', 'teaching others'];
const KEY = 'knowledgesite.notes/1';

class LevelNotes extends HTMLElement {
  connectedCallback() {
    this.statements = [...this.querySelectorAll('.expectation > .signals > li[data-statement]')];
    if (this.statements.length === 0) return;
    this.button = element('button', { type: 'button', textContent: 'Note evidence' });
    this.status = element('output', {});
    this.button.addEventListener('click', () => this.open());
    this.querySelector('h2').after(element('p', { className: 'notes-bar' }, this.button, this.status));
    this.count();
  }

  open() {
    this.button.hidden = true;
    for (const statement of this.statements) statement.append(this.editor(statement.dataset.statement));
    const file = element('input', { type: 'file', accept: 'application/json', hidden: true });
    file.addEventListener('change', () => this.import(file));
    this.status.before(
      action('Save as a file', () => this.export()),
      action('Open a file', () => file.click()),
      action('Print', () => print()),
      file);
    this.statements[0].querySelector('textarea').focus();
  }

  editor(id) {
    const note = read(KEY)[id] ?? {};
    const text = element('textarea', { rows: 2, value: note.evidence ?? '' });
    const word = element('select', {}, ...WORDS.map(w => element('option', { value: w, textContent: w || 'no word yet' })));
    word.value = WORDS.includes(note.word) ? note.word : '';
    const labels = [element('label', {}, 'Evidence', text), element('label', {}, 'In a word', word)];
    // What is printed in place of the fields, which paper would cut off.
    const copy = () => { for (const label of labels) label.dataset.written = label.control.value.trim(); };
    const save = () => { copy(); this.save(id, { evidence: text.value.trim(), word: word.value }); };
    text.addEventListener('input', save);
    word.addEventListener('change', save);
    copy();
    return element('div', { className: 'note' }, ...labels);
  }

  save(id, note) {
    const notes = read(KEY);
    if (note.evidence || note.word) notes[id] = note;
    else delete notes[id];
    if (!write(KEY, notes)) this.say('This browser keeps no notes: save them as a file before you leave.');
    else this.count();
  }

  count() {
    const notes = read(KEY);
    const withEvidence = this.statements.filter(s => notes[s.dataset.statement]?.evidence).length;
    this.say(withEvidence === 0 ? 'Notes stay in this browser.' : `${withEvidence} ${withEvidence === 1 ? 'statement has' : 'statements have'} evidence. Notes stay in this browser.`);
  }

  export() {
    const file = new Blob([JSON.stringify({ format: KEY, notes: read(KEY) }, null, 2)], { type: 'application/json' });
    const link = element('a', { href: URL.createObjectURL(file), download: 'evidence.json' });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async import(input) {
    const [file] = input.files;
    input.value = '';
    if (!file) return;
    let found = null;
    try { found = JSON.parse(await file.text()); } catch { /* said below */ }
    if (found?.format !== KEY || typeof found.notes !== 'object' || found.notes === null) return this.say('This file holds no notes of this site. Nothing was changed.');
    const notes = read(KEY);
    for (const [id, note] of Object.entries(found.notes)) notes[id] = { evidence: String(note?.evidence ?? ''), word: WORDS.includes(note?.word) ? note.word : '' };
    write(KEY, notes);
    for (const statement of this.statements) statement.querySelector('.note')?.replaceWith(this.editor(statement.dataset.statement));
    this.count();
  }

  say(text) {
    this.status.textContent = text;
  }
}

customElements.define('level-notes', LevelNotes);
