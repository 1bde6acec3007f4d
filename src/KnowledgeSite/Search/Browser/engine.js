// What the page talks to. The work is done in worker.js; where no worker can be had, here.

const folder = new URL('./', import.meta.url).href;
const site = new URL('../../../', import.meta.url).href;
const waiting = new Map();
let worker;
let asked = 0;

/**
 * Sections that answer a query, best first.
 * @param query what a person typed: words, the last of which may be unfinished, and phrases in quotation marks
 * @param options { limit: 20 unless told, excerpts, filters: { kind: one or several kinds of page } }
 * @returns [{ url, title, heading, excerpt, kind, score, trail, marks, words }]; as many as `excerpts` says have an
 * excerpt (unless told ten, of a site
 * with a large index two: each costs the reader a page), the others ''; marks are the places in it of the words
 * that were looked for, [start, end] in UTF-16 units; words are those words; trail names the folders that the page lies
 * in
 * @throws where a file of the index could not be had: its name is IndexMissing
 */
export function search(query, options = {}) {
  return ask('search', [String(query), options]);
}

/** How many pages a search finds; null where that is not known, as with phrases. @param options { filters } */
export function count(query, options = {}) {
  return ask('count', [String(query), options]);
}

/** The query with each unknown word replaced by the nearest known one; null where all are known or none is near. */
export function suggest(query) {
  return ask('suggest', [String(query)]);
}

/** The kinds of page that a search can be limited to. */
export function kinds() {
  return ask('kinds', []);
}

function ask(method, given) {
  worker ??= begin();
  if (worker === 'none') return answerHere(method, given);
  return new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject, method, given });
    worker.postMessage({ id: asked, method, given, folder, site });
  });
}

function begin() {
  try {
    const begun = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    begun.addEventListener('message', ({ data }) => settle(data));
    begun.addEventListener('error', withoutWorker);
    return begun;
  } catch {
    return 'none';
  }
}

function settle({ id, value, error }) {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (error) reject(Object.assign(new Error(error.message), { name: error.name }));
  else resolve(value);
}

function withoutWorker() {
  worker = 'none';
  for (const [id, { resolve, method, given }] of waiting) {
    waiting.delete(id);
    resolve(answerHere(method, given));
  }
}

async function answerHere(method, given) {
  const { Answers } = await import('./answer.js');
  answerHere.answers ??= Answers.open(folder, site);
  answerHere.answers.catch(() => {
    answerHere.answers = undefined;
  });
  return (await answerHere.answers)[method](...given);
}
