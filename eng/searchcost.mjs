// Measures what a search costs the reader of a built site: bytes until the first results, and the time per keystroke.
//   node eng/searchcost.mjs OUTPUT        such as a site of 10,000 pages; needs node 20.19 or later
// It runs the site's own search without a browser: files are read from disk, and pages for excerpts are counted as
// brotli would send them. Titles are typed letter by letter for a list of ten results. The first round reads the files,
// the second has them in memory.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { pathToFileURL } from 'node:url';

const output = path.resolve(process.argv[2] ?? 'output');
const version = fs.readdirSync(path.join(output, 'search/index'))[0];
const folder = new URL(`${pathToFileURL(path.join(output, 'search/index', version))}/`);
// The interface of the search page is not needed for a search.
const scripts = fs.readdirSync(folder).filter(name => /^(?!panel|results|recent|marks).*\.js$/.test(name));
const { Searcher } = await import(new URL('searcher.js', folder));

let bytes = 0;
const readBytes = async name => {
  const file = fs.readFileSync(new URL(name, folder));
  bytes += file.length;
  return new Uint8Array(zlib.gunzipSync(file));
};
const files = {
  readBytes,
  readJson: async name => JSON.parse(new TextDecoder().decode(await readBytes(name))),
  readPage: async url => {
    const page = fs.readFileSync(path.join(output, decodeURIComponent(url), 'index.html'));
    bytes += brotli(page);
    return page.toString();
  },
  pathOf: url => `/${url}`,
};

const pages = JSON.parse(fs.readFileSync(path.join(output, 'api/pages.json')));
const titles = Array.from({ length: 60 }, (_, i) => pages[Math.floor((i * pages.length) / 60)].title);
const code = scripts.reduce((sum, name) => sum + brotli(fs.readFileSync(new URL(name, folder))), 0);

const typed = titles.flatMap(title => [title, title.split(' ').slice(0, 2).join(' '), title.slice(0, 3)]);
const quoted = typed.filter(query => query.trim().includes(' ')).map(query => `"${query.replaceAll('"', '')}"`);
// As the panel does: it shows results before their excerpts, and the first page with a phrase before the others.
for (const [name, queries, options] of [
  ['until the first results', typed, { limit: 11, excerpts: 0 }],
  ['until their excerpts', typed, { limit: 11 }],
  ['until the first result, in quotation marks', quoted, { limit: 1, excerpts: 0 }],
]) {
  const costs = [];
  for (const query of queries) {
    bytes = code;
    await (await Searcher.open(files)).search(query, options);
    costs.push(bytes / 1024);
  }
  console.log(`${name}, KiB: ${figures(costs)} (scripts ${(code / 1024).toFixed(0)})`);
}

const searcher = await Searcher.open(files);
for (const round of ['first', 'second']) {
  const times = [];
  for (const title of titles.slice(0, 30)) {
    for (let length = 1; length <= title.length; length++) {
      const began = performance.now();
      await searcher.search(title.slice(0, length), { limit: 11, excerpts: 0 });
      times.push(performance.now() - began);
    }
  }
  console.log(`a keystroke, ms, ${round} round: ${figures(times)}`);
}

function figures(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  return `median ${at(0.5)}, 95th percentile ${at(0.95)}, most ${at(1)}`;
}

function brotli(file) {
  return zlib.brotliCompressSync(file, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
