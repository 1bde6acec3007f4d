// <form-notes> above a document: fills the evidence that the reader noted on level pages into the empty field beside
// each statement, and the evidence of a whole dimension into the row that links to its cell. Statements are found by
// their text in the export of the ladder, because a document has no ids for them.
import { action } from './elements.js';
import { NOTES, read } from './storage.js';
import { fillInNotes, filledInNotes, ladderNotLoaded, noNotesForDocument, notesLeftOut } from './strings.js';

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
    let cells;
    try {
      cells = await cellsOf(this.dataset.ladder);
    } catch {
      this.status.textContent = ladderNotLoaded;
      return;
    }
    const notes = notesOn(cells);
    const used = new Set();
    let count = 0;
    for (const place of document.querySelectorAll('handout-form :is(td, th, li, p)')) {
      const found = notesFor(place, notes, cells);
      const field = found.length > 0 && emptyFieldAfter(place);
      if (!field) continue;
      field.value = found.map(note => note.evidence).join('\n');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      for (const note of found) used.add(note);
      count++;
    }
    const left = notes.length - used.size;
    this.status.textContent =
      count === 0
        ? noNotesForDocument
        : [filledInNotes(count), left > 0 && notesLeftOut(left)].filter(Boolean).join(' ');
  }
}

async function cellsOf(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).cells;
}

/** The reader's notes on statements of these cells, with the text and the dimension of the statement. */
function notesOn(cells) {
  const stored = read(NOTES);
  return cells.flatMap(({ dimension, signals }) =>
    (signals ?? [])
      .filter(signal => stored[signal.id]?.evidence)
      .map(signal => ({ text: signal.text, dimension, evidence: stored[signal.id].evidence })),
  );
}

// A text may contain several statements, such as the raised one after the new one: the first counts.
function notesFor(place, notes, cells) {
  const words = wordsOf(place);
  const [first] = notes
    .map(note => ({ note, at: words.indexOf(note.text.replace(/\s+/g, ' ').trim()) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (first) return [first.note];
  const link = place.matches('td, th') && place.querySelector('a[href*="#"]');
  const cell = link && cells.find(({ id }) => id === decodeURIComponent(link.hash.slice(1)));
  return cell ? notes.filter(note => note.dimension === cell.dimension) : [];
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
