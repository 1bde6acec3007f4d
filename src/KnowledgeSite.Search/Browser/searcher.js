// Turns a query into results. Runs in the worker of the reader's browser, and in `check` (SearchEngine.cs).
import { readSearchWords, readWords } from './analysis.js';
import { articleText, excerptOf, sectionText } from './excerpt.js';
import { expandQuery } from './expansion.js';
import { parseQuery } from './query.js';
import { Ranking } from './ranking.js';
import { Store } from './store.js';

// The number of hits whose pages are read to look for a phrase.
const MAX_PHRASE_CHECKS = 30;

const MIN_MEANINGFUL_LENGTH = 4;

// English stop words that are common in questions.
const STOP_WORDS = new Set(
  (
    'a about all an and any are as at be between by can could did difference do does for from get gets ' +
    'getting give has have how i if in into is it its me my need no not of on or our should so than that ' +
    'the their them then there this to us was we what when where which who whom whose why will with would ' +
    'you your'
  ).split(' '),
);

// Each excerpt makes the reader's browser load a page, so a large site shows only two by default.
const EXCERPTS = { small: 10, large: 2 };

const wordsOf = text => readSearchWords(text).map(({ word }) => word);

export class Searcher {
  /** @param files the files of the site, as in site-files.js */
  static async open(files) {
    return new Searcher(await Store.open(files), files);
  }

  constructor(store, files) {
    this.store = store;
    this.files = files;
    this.ranking = new Ranking(store);
    this.pages = new Map();
  }

  /** What engine.js describes. */
  async search(
    text,
    { limit = 20, filters = {}, excerpts = this.store.isSmall ? EXCERPTS.small : EXCERPTS.large } = {},
  ) {
    const query = this.parse(text);
    const hits = await this.findHits(query, limit, filters);
    const isMatch = this.matcher(query);
    return Promise.all(hits.map((hit, i) => this.result(hit, isMatch, i < excerpts)));
  }

  /** The best section of each page, best first: [{ page, section, score }], with the numbers of the index. */
  async find(text, { limit = 20, filters = {} } = {}) {
    return this.findHits(this.parse(text), limit, filters);
  }

  async findHits(query, limit, filters) {
    if (query.words.length === 0) return [];
    if (query.phrases.length === 0) return this.rank(query, limit, filters);
    const hits = await this.rank(query, MAX_PHRASE_CHECKS, filters);
    return (await this.withPhrases(hits, query.phrases)).slice(0, limit);
  }

  /** The number of pages found; null if counting would require reading the pages, as for phrases. */
  async count(text, { filters = {} } = {}) {
    const query = this.parse(text);
    return query.phrases.length > 0 ? null : (await this.rank(query, Infinity, filters)).length;
  }

  /** The kinds of pages on the site. */
  kinds() {
    return this.store.head.kinds;
  }

  /** The query with unknown words replaced by the nearest on the site; null if all are known or none is near. */
  suggest(text) {
    const { dictionary } = this.store;
    const words = readWords(text).map(({ word }) => ({
      word,
      nearest: dictionary.has(word) ? word : (dictionary.nearest(word) ?? dictionary.nearestForm(word)),
    }));
    return words.some(w => w.nearest !== w.word && w.nearest) ? words.map(w => w.nearest ?? w.word).join(' ') : null;
  }

  parse(text) {
    const query = parseQuery(text);
    return { ...query, expansions: expandQuery(query, this.store.dictionary, this.store.head.abbreviations) };
  }

  async rank({ expansions }, max, filters) {
    const postings = await this.store.postings(indexesIn(expansions));
    const kinds = filters.kind && [filters.kind].flat();
    return this.ranking.rank(
      expansions.map(word =>
        word.map(({ confidence, indexes }) => ({ confidence, postings: indexes.map(index => postings.get(index)) })),
      ),
      max,
      page => !kinds || kinds.includes(this.store.kindOf(page)),
    );
  }

  /** (word) → true for a word to highlight: one of the query; a stop word only if the query has no others. */
  matcher({ words, expansions }) {
    const meaningful = expansions.filter(
      (word, i) =>
        !STOP_WORDS.has(words[i]) && !word.every(({ indexes }) => indexes.every(index => this.isStopWord(index))),
    );
    const matches = new Set(
      indexesIn(meaningful.length > 0 ? meaningful : expansions).map(index => this.store.dictionary.words[index]),
    );
    return word => matches.has(word);
  }

  // True for a short word that nearly all pages contain.
  isStopWord(index) {
    const { head, dictionary } = this.store;
    const isEverywhere = head.leftOut[index] || 2 ** (dictionary.pages[index] + 1) > this.ranking.pageCount;
    return isEverywhere && dictionary.words[index].length < MIN_MEANINGFUL_LENGTH;
  }

  async withPhrases(hits, phrases) {
    const found = await Promise.all(
      hits.map(async hit => {
        const { url, title } = await this.store.record(hit.page);
        const words = ` ${wordsOf(`${title} . ${articleText(await this.html(url))}`).join(' ')} `;
        const isTitle = phrases.length === 1 && wordsOf(title).join(' ') === phrases[0].join(' ');
        return phrases.every(phrase => words.includes(` ${phrase.join(' ')} `)) ? { hit, isTitle } : null;
      }),
    );
    // A page whose whole title is the phrase ranks above pages that contain the phrase.
    return found
      .filter(Boolean)
      .sort((a, b) => b.isTitle - a.isTitle)
      .map(({ hit }) => hit);
  }

  async result({ page, section, score }, isMatch, hasExcerpt) {
    const { url, title, trail, kind, sections } = await this.store.record(page);
    const number = section - this.store.firstSection[page];
    const { heading, anchor } = sections[number];
    const excerpt = hasExcerpt
      ? excerptOf(sectionText(await this.html(url), anchor), isMatch)
      : { text: '', marks: [], words: [] };
    return {
      url: `${this.files.pathOf(url)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`,
      title,
      heading,
      excerpt: excerpt.text,
      kind,
      score,
      trail,
      marks: excerpt.marks,
      words: excerpt.words,
    };
  }

  html(url) {
    if (!this.pages.has(url)) this.pages.set(url, this.files.readPage(url));
    return this.pages.get(url);
  }
}

function indexesIn(expansions) {
  return expansions.flatMap(word => word.flatMap(({ indexes }) => indexes));
}
