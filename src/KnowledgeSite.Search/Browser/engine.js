// The interface for the page. The work is done in worker.js, or in the page itself if workers are not available.

const folder = new URL('./', import.meta.url).href;
const root = new URL('../../../', import.meta.url).href;
const pending = new Map();
let worker;
let lastId = 0;

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
  return call('search', [String(query), options]);
}

/** The number of pages found; null if it is unknown, as for phrases. @param options { filters } */
export function count(query, options = {}) {
  return call('count', [String(query), options]);
}

/**
 * How a query is understood: { suggestion: the query without its misspellings, or null if it has none, also: the
 * queries with words of the site in place of words that it does not use, report: the URL to report a query without
 * results, as in report.js, or null }.
 */
export function explain(query) {
  return call('explain', [String(query)]);
}

/** The kinds of pages that a search can be limited to. */
export function kinds() {
  return call('kinds', []);
}

function call(method, parameters) {
  worker ??= startWorker();
  if (worker === 'none') return callHere(method, parameters);
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    pending.set(id, { resolve, reject, method, parameters });
    worker.postMessage({ id, method, parameters, folder, root });
  });
}

function startWorker() {
  try {
    const started = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }) => settle(data));
    started.addEventListener('error', continueWithoutWorker);
    return started;
  } catch {
    return 'none';
  }
}

function settle({ id, value, error }) {
  const { resolve, reject } = pending.get(id);
  pending.delete(id);
  if (error) reject(Object.assign(new Error(error.message), { name: error.name }));
  else resolve(value);
}

function continueWithoutWorker() {
  worker = 'none';
  for (const [id, { resolve, method, parameters }] of pending) {
    pending.delete(id);
    resolve(callHere(method, parameters));
  }
}

let searcher;

async function callHere(method, parameters) {
  const [{ Searcher }, { SiteFiles }] = await Promise.all([import('./searcher.js'), import('./site-files.js')]);
  searcher ??= Searcher.open(new SiteFiles(folder, root));
  searcher.catch(() => {
    searcher = undefined;
  });
  return (await searcher)[method](...parameters);
}
