// Runs the search on a thread of its own, so that typing never blocks. engine.js is the other end.
import { Answers } from './answer.js';

let answers;

self.addEventListener('message', async ({ data: { id, method, given, folder, site } }) => {
  try {
    answers ??= Answers.open(folder, site);
    answers.catch(() => {
      answers = undefined;
    });
    self.postMessage({ id, value: await (await answers)[method](...given) });
  } catch (error) {
    self.postMessage({ id, error: { name: error.constructor.name, message: error.message } });
  }
});
