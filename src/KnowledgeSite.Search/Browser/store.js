// Loads the files of the index, each once. IndexFiles.cs writes them.
import { Dictionary } from './words.js';
import { postingsIn } from './postings.js';

/** The error if an index file cannot be loaded: no network, or the file is gone because the site was republished. */
export class IndexMissing extends Error {}

export class Store {
  /** @param folder the URL of the index folder @param load (URL) → bytes */
  static async open(folder, load = fetchFile) {
    const head = JSON.parse(new TextDecoder().decode(await load(new URL('index.bin', folder))));
    return new Store(folder, load, head);
  }

  constructor(folder, load, head) {
    Object.assign(this, { folder, load, head });
    this.dictionary = new Dictionary(
      dictionaryWords(head.words),
      Uint8Array.from(head.pages, letter => letter.charCodeAt(0) - 97),
    );
    this.firstSection = Uint32Array.from(sums(head.sections));
    this.pageOf = new Uint32Array(this.firstSection.at(-1));
    head.sections.forEach((count, page) =>
      this.pageOf.fill(page, this.firstSection[page], this.firstSection[page] + count),
    );
    this.weighing = head.weighing;
    this.kindOf = kindsOfPages(head);
    this.files = new Map();
    this.decoded = new Map();
  }

  /** True if the whole index is one file. */
  get isSmall() {
    return Boolean(this.head.records);
  }

  /** The postings of words by dictionary index: Map(index → postings). */
  async postings(places) {
    const wanted = [...new Set(places)].filter(place => !this.decoded.has(place));
    const shards = new Set(wanted.map(place => this.shardOf(place)));
    const bytes = new Map(await Promise.all([...shards].map(async shard => [shard, await this.shard(shard)])));
    for (const place of wanted) {
      const shard = this.shardOf(place);
      this.decoded.set(place, {
        ...postingsIn(bytes.get(shard), place - this.head.shards[shard], this.sizeOf(shard)),
        leftOut: this.head.leftOut[place],
      });
    }
    return this.decoded;
  }

  /** The record of a page for the result list: { url, title, trail, kind, sections: [{ heading, anchor }] }. */
  async record(page) {
    const block = Math.floor(page / this.head.pagesInBlock);
    const records =
      this.head.records ??
      (await this.file(`pages-${block}.bin`, bytes => JSON.parse(new TextDecoder().decode(bytes))));
    const [url, title, trail, sections] = records[page - block * this.head.pagesInBlock];
    const headings = [{ heading: '', anchor: '' }];
    for (let i = 0; i < sections.length; i += 2)
      headings.push({ heading: sections[i], anchor: sections[i + 1] || usualAnchor(sections[i]) });
    return { url, title, trail: this.head.trails[trail], kind: this.kindOf(page), sections: headings };
  }

  shard(number) {
    if (this.head.postings)
      return (this.inline ??= Uint8Array.from(atob(this.head.postings), character => character.charCodeAt(0)));
    return this.file(`words-${number}.bin`, bytes => bytes);
  }

  shardOf(place) {
    const starts = this.head.shards;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  sizeOf(shard) {
    return (this.head.shards[shard + 1] ?? this.dictionary.words.length) - this.head.shards[shard];
  }

  // After a failure, the file is requested again next time.
  file(name, read) {
    if (!this.files.has(name)) {
      const reading = this.load(new URL(name, this.folder)).then(read);
      reading.catch(() => this.files.delete(name));
      this.files.set(name, reading);
    }
    return this.files.get(name);
  }
}

async function fetchFile(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new IndexMissing(`${url.pathname}: ${error.message}`);
  }
  if (!response.ok) throw new IndexMissing(`${url.pathname}: ${response.status}`);
  return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

function dictionaryWords(text) {
  const words = [];
  let last = '';
  for (const line of text ? text.split('\n') : [])
    words.push((last = last.slice(0, parseInt(line[0], 36)) + line.slice(1)));
  return words;
}

function sums(counts) {
  const totals = [0];
  for (const count of counts) totals.push(totals.at(-1) + count);
  return totals;
}

function kindsOfPages({ kinds, kindRuns }) {
  const byPage = [];
  for (let i = 0; i < kindRuns.length; i += 2) for (let n = 0; n < kindRuns[i + 1]; n++) byPage.push(kindRuns[i]);
  return page => kinds[byPage[page]];
}

function usualAnchor(heading) {
  return heading
    .slice(0, 256)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
