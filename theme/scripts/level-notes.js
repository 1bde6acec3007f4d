// Notes on the page of a level: evidence for each statement, and one of four progress words. They are stored in this
// browser and can be moved as a file. They prepare a conversation, so no score is computed.
import { action, element } from './elements.js';
import { MAX_NOTES_BYTES, NOTES, notesIn, read, write } from './storage.js';
import {
  downloadNotes,
  evidence,
  fileTooLarge,
  loadNotes,
  notNotesFile,
  notRated,
  notesNotStored,
  notesStored,
  printLabel,
  progressGrowing,
  progressLabel,
  progressStarting,
  progressSteady,
  progressTeaching,
  statementsWithEvidence,
  useInDocument,
} from './strings.js';

// By the value that is stored.
const PROGRESS = new Map([
  ['', notRated],
  ['starting', progressStarting],
  ['growing', progressGrowing],
  ['steady', progressSteady],
  ['teaching others', progressTeaching],
]);

class LevelNotes extends HTMLElement {
  connectedCallback() {
    this.statements = [...this.querySelectorAll('.expected > .signals > li[data-statement]')];
    this.start = document.querySelector('.note-evidence');
    if (this.statements.length === 0) {
      this.start.remove();
      return;
    }
    this.start.hidden = false;
    this.start.addEventListener('click', () => this.open());
    this.status = element('output', {});
    this.documents = element('a', { href: '#site:documents', textContent: useInDocument, hidden: true });
    this.bar = element('p', { className: 'notes-bar' }, this.documents, this.status);
    this.editors = new Map();
    addEventListener('storage', event => {
      if (event.key === NOTES || event.key === null) this.refresh();
    });
    addEventListener('pageshow', event => {
      if (event.persisted) this.refresh();
    });
    this.showCount();
  }

  open() {
    this.start.remove();
    for (const statement of this.statements) statement.append(this.editor(statement.dataset.statement));
    const file = element('input', { type: 'file', accept: 'application/json', hidden: true });
    file.addEventListener('change', () => this.import(file));
    this.documents.before(
      action(downloadNotes, () => this.export()),
      action(loadNotes, () => file.click()),
      action(printLabel, () => print()),
      file,
    );
    this.refresh();
    this.statements[0].querySelector('textarea').focus();
  }

  editor(id) {
    const text = element('textarea', { rows: 2 });
    const progress = element(
      'select',
      {},
      ...[...PROGRESS].map(([value, textContent]) => element('option', { value, textContent })),
    );
    const labels = [element('label', {}, evidence, text), element('label', {}, progressLabel, progress)];
    // Printed in place of the fields, which would cut off long text.
    const copy = () => {
      for (const label of labels) label.dataset.written = label.control.value.trim();
    };
    // Skip the field with the focus: the reader is typing there.
    const fill = (note = {}) => {
      if (text !== document.activeElement) text.value = note.evidence ?? '';
      if (progress !== document.activeElement) progress.value = PROGRESS.has(note.word) ? note.word : '';
      copy();
    };
    text.addEventListener('input', () => {
      copy();
      this.save(id, { evidence: text.value.trim() });
    });
    progress.addEventListener('change', () => {
      copy();
      this.save(id, { word: progress.value });
    });
    fill(this.notes()[id]);
    this.editors.set(id, fill);
    return element('div', { className: 'level-note' }, ...labels);
  }

  // Notes that cannot be stored are kept in memory, so that they can still be downloaded.
  notes() {
    return this.unstored ?? read(NOTES);
  }

  /** @param change the changed fields; the others may have been changed in another tab */
  save(id, change) {
    const notes = this.notes();
    const note = { evidence: '', word: '', ...notes[id], ...change };
    if (note.evidence || note.word) notes[id] = note;
    else delete notes[id];
    this.store(notes);
  }

  store(notes) {
    const isStored = write(NOTES, notes);
    this.unstored = isStored ? undefined : notes;
    if (!isStored) this.showStatus(notesNotStored);
    else this.showCount();
    return isStored;
  }

  refresh() {
    const notes = this.notes();
    for (const [id, fill] of this.editors) fill(notes[id]);
    if (!this.unstored) this.showCount();
  }

  showCount() {
    const notes = this.notes();
    const withEvidence = this.statements.filter(s => notes[s.dataset.statement]?.evidence).length;
    const count = withEvidence > 0 ? `${statementsWithEvidence(withEvidence)} ` : '';
    this.documents.hidden = withEvidence === 0 || !document.getElementById('site:documents');
    this.showStatus(count || this.editors.size > 0 ? count + notesStored : '');
  }

  export() {
    const file = new Blob([JSON.stringify({ format: NOTES, notes: this.notes() }, null, 2)], {
      type: 'application/json',
    });
    const link = element('a', { href: URL.createObjectURL(file), download: 'evidence.json' });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async import(input) {
    const [file] = input.files;
    input.value = '';
    if (!file) return;
    const loaded = await notesIn(file);
    if (!loaded) return this.showStatus(file.size > MAX_NOTES_BYTES ? fileTooLarge : notNotesFile);
    const notes = { ...this.notes(), ...loaded };
    this.store(notes);
    this.refresh();
  }

  showStatus(text) {
    if (text && !this.bar.isConnected) this.querySelector('h2').after(this.bar);
    this.status.textContent = text;
  }
}

customElements.define('level-notes', LevelNotes);
