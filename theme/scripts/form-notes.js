// <form-notes> above a document: fills the evidence that the reader noted on level pages into the empty field beside
// each statement. Statements are found by their text in the export of the ladder, because a document has no ids for
// them.
import { action } from './elements.js';
import { read } from './storage.js';
import { fillInNotes, filledInNotes, ladderNotLoaded, noNotesForDocument } from './strings.js';

const NOTES = 'knowledgesite.notes/1';
const FIELD = 'textarea, input[type="text"]';

class FormNotes extends HTMLElement {
  connectedCallback() {
    if (!Object.values(read(NOTES)).some(note => note?.evidence)) return;
    this.status = document.createElement('output');
    this.replaceChildren(
      action(fillInNotes, () => this.fill()),
      this.status,
    );
    this.hidden = false;
  }

  async fill() {
    let texts;
    try {
      texts = await statementsOf(this.dataset.ladder);
    } catch {
      this.status.textContent = ladderNotLoaded;
      return;
    }
    const notes = Object.entries(read(NOTES)).flatMap(([id, note]) =>
      note?.evidence && texts.has(id) ? [{ text: texts.get(id), evidence: note.evidence }] : [],
    );
    let count = 0;
    for (const place of document.querySelectorAll('handout-form :is(td, th, li, p)')) {
      const evidence = evidenceFor(wordsOf(place), notes);
      const field = evidence && emptyFieldAfter(place);
      if (!field) continue;
      field.value = evidence;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      count++;
    }
    this.status.textContent = count > 0 ? filledInNotes(count) : noNotesForDocument;
  }
}

/** The texts of a ladder's statements by their ids. */
async function statementsOf(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  const { cells } = await response.json();
  return new Map(cells.flatMap(cell => (cell.signals ?? []).map(signal => [signal.id, signal.text])));
}

// A text may contain several statements, such as the raised one after the new one: the first counts.
function evidenceFor(words, notes) {
  return notes
    .map(note => ({ ...note, at: words.indexOf(note.text.replace(/\s+/g, ' ').trim()) }))
    .filter(note => note.at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.evidence;
}

function wordsOf(place) {
  return place.querySelector(FIELD) ? '' : place.textContent.replace(/\s+/g, ' ').trim();
}

/** The first empty field in the row of a statement, or in what follows it; null if there is none. */
function emptyFieldAfter(place) {
  const row = place.closest('tr');
  const fields = row
    ? [...row.querySelectorAll(FIELD)].filter(field => place.compareDocumentPosition(field) & 4)
    : [...(place.nextElementSibling?.querySelectorAll(FIELD) ?? [])];
  return fields[0] && !fields[0].value.trim() ? fields[0] : null;
}

customElements.define('form-notes', FormNotes);
