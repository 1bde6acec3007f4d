// Runs the search on a thread of its own, so that typing never blocks. engine.js is the other end.
import { Searcher } from './searcher.js';
import { SiteFiles } from './site-files.js';

let searcher;

self.addEventListener('message', async ({ data: { id, method, parameters, folder, root } }) => {
  try {
    searcher ??= Searcher.open(new SiteFiles(folder, root));
    searcher.catch(() => {
      searcher = undefined;
    });
    self.postMessage({ id, value: await (await searcher)[method](...parameters) });
  } catch (error) {
    self.postMessage({ id, error: { name: error.constructor.name, message: error.message } });
  }
});
