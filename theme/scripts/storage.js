// Stores what a reader writes in this browser, under a key for each sheet or page. The browser may refuse to store
// data. Notes can also be moved as a file.

/** The format of notes, and the key under which they are stored. */
export const NOTES = 'knowledgesite.notes/1';
export const MAX_NOTES_BYTES = 5_000_000;

// How progress is stored.
const WORDS = ['starting', 'growing', 'steady', 'teaching others'];

export function read(key) {
  try {
    const data = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    return {};
  }
}

export function write(key, data) {
  try {
    localStorage.setItem(key, JSON.stringify(data));
    return true;
  } catch {
    return false;
  }
}

/** The notes in a file by statement, without empty ones; null if it is no file of notes, or too large. */
export async function notesIn(file) {
  if (file.size > MAX_NOTES_BYTES) return null;
  try {
    const { format, notes } = JSON.parse(await file.text());
    if (format !== NOTES || typeof notes !== 'object' || notes === null) return null;
    return Object.fromEntries(
      Object.entries(notes)
        .map(([id, note]) => [
          id,
          {
            evidence: typeof note?.evidence === 'string' ? note.evidence : '',
            word: WORDS.includes(note?.word) ? note.word : '',
          },
        ])
        .filter(([, { evidence, word }]) => evidence || word),
    );
  } catch {
    return null;
  }
}
