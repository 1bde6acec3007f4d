// Loads the files of the index, each once. IndexFiles.cs writes them.
import { Dictionary } from './dictionary.js';
import { readPostings } from './postings.js';
import { baseForms } from './stemmer.js';

export class Store {
  /** @param files the files of the site, as in site-files.js */
  static async open(files) {
    return new Store(files, await files.readJson('index.bin'));
  }

  constructor(files, head) {
    this.files = files;
    this.head = head;
    this.dictionary = new Dictionary(
      readDictionary(head.words),
      Uint8Array.from(head.pages, letter => letter.charCodeAt(0) - 97),
    );
    this.firstSection = Uint32Array.from(sums(head.sections));
    this.pageOf = new Uint32Array(this.firstSection.at(-1));
    head.sections.forEach((count, page) =>
      this.pageOf.fill(page, this.firstSection[page], this.firstSection[page] + count),
    );
    this.rarityPages = head.rarityPages;
    this.kindOf = readKinds(head);
    this.loaded = new Map();
    this.decoded = new Map();
  }

  /** True if the whole index is one file. */
  get isSmall() {
    return Boolean(this.head.records);
  }

  /** The postings of words by dictionary index: Map(index → postings). */
  async postings(indexes) {
    const wanted = [...new Set(indexes)].filter(index => !this.decoded.has(index));
    const shards = new Set(wanted.map(index => this.shardOf(index)));
    const bytes = new Map(await Promise.all([...shards].map(async shard => [shard, await this.shard(shard)])));
    for (const index of wanted) {
      const shard = this.shardOf(index);
      this.decoded.set(index, {
        ...readPostings(bytes.get(shard), index - this.head.shards[shard], this.sizeOf(shard)),
        leftOut: this.head.leftOut[index],
      });
    }
    return this.decoded;
  }

  /** The record of a page for the result list: { url, title, trail, kind, sections: [{ heading, anchor }] }. */
  async record(page) {
    const block = Math.floor(page / this.head.pagesInBlock);
    const records = this.head.records ?? (await this.load(`pages-${block}.bin`, name => this.files.readJson(name)));
    const [url, title, trail, sections] = records[page - block * this.head.pagesInBlock];
    const headings = [{ heading: '', anchor: '' }];
    for (let i = 0; i < sections.length; i += 2)
      headings.push({ heading: sections[i], anchor: sections[i + 1] || defaultAnchor(sections[i]) });
    return { url, title, trail: this.head.trails[trail], kind: this.kindOf(page), sections: headings };
  }

  /**
   * The words of the site that are nearest in meaning to an English word that it does not use, perhaps none; null for
   * other words, and if their file cannot be loaded, because an answer without them is better than none.
   */
  async relatedTo(word) {
    for (const form of baseForms(word)) {
      const part = this.head.related.findLastIndex(first => first <= form);
      if (part < 0) continue;
      const table = await this.load(`related-${part}.bin`, name => this.files.readJson(name)).catch(() => ({}));
      if (Object.hasOwn(table, form)) return table[form].split(' ').filter(Boolean);
    }
    return null;
  }

  shard(number) {
    if (this.head.postings) return (this.inline ??= readBase64(this.head.postings));
    return this.load(`words-${number}.bin`, name => this.files.readBytes(name));
  }

  shardOf(index) {
    const starts = this.head.shards;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  sizeOf(shard) {
    return (this.head.shards[shard + 1] ?? this.dictionary.words.length) - this.head.shards[shard];
  }

  // After a failure, the file is requested again next time.
  load(name, read) {
    if (!this.loaded.has(name)) {
      const reading = read(name);
      reading.catch(() => this.loaded.delete(name));
      this.loaded.set(name, reading);
    }
    return this.loaded.get(name);
  }
}

// By index, because the interpreter of `check` iterates over a string in grapheme clusters: \r\n would be one.
function readBase64(text) {
  const characters = atob(text);
  return Uint8Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i));
}

function readDictionary(text) {
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

function readKinds({ kinds, kindRuns }) {
  const byPage = [];
  for (let i = 0; i < kindRuns.length; i += 2) for (let n = 0; n < kindRuns[i + 1]; n++) byPage.push(kindRuns[i]);
  return page => kinds[byPage[page]];
}

function defaultAnchor(heading) {
  return heading
    .slice(0, 256)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
