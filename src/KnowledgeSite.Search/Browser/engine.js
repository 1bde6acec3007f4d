// The interface for the page. The work is done in worker.js, or in the page itself if workers are not available.

const folder = new URL('./', import.meta.url).href;
const site = new URL('../../../', import.meta.url).href;
const waiting = new Map();
let worker;
let asked = 0;

/**
 * The sections that match a query, best first.
 * @param query the query as typed: words, the last of which may be unfinished, and phrases in quotation marks
 * @param options { limit: default 20, excerpts, filters: { kind: one or several kinds of page } }
 * @returns [{ url, title, heading, excerpt, kind, score, trail, marks, words }]. The first `excerpts` results have an
 * excerpt (default 10, or 2 with a large index, because each makes the browser load a page); for the others it is ''.
 * marks are the ranges of matching words in the excerpt, [start, end] in UTF-16 code units; words are these words;
 * trail contains the names of the page's folders.
 * @throws an error with the name IndexMissing if a file of the index cannot be loaded
 */
export function search(query, options = {}) {
  return ask('search', [String(query), options]);
}

/** The number of pages found; null if it is unknown, as for phrases. @param options { filters } */
export function count(query, options = {}) {
  return ask('count', [String(query), options]);
}

/** The query with unknown words replaced by the nearest known ones; null if all are known or none is near. */
export function suggest(query) {
  return ask('suggest', [String(query)]);
}

/** The kinds of pages that a search can be limited to. */
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
