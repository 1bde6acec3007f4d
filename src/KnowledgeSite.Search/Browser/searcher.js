// Turns a query into results. Runs in the worker of the reader's browser, and in `check` (SearchEngine.cs).
import { readSearchWords, readWords } from './analysis.js';
import { RoleDocuments, Templates } from './documents.js';
import { articleText, excerptOf, readSection } from './excerpt.js';
import { expandQuery } from './expansion.js';
import { Levels } from './levels.js';
import { phrasingOf } from './phrasing.js';
import { parseQuery } from './query.js';
import { Ranking } from './ranking.js';
import { Store } from './store.js';
import { WEIGHTS } from './weights.js';

// The number of hits whose pages are read to look for a phrase; the number whose titles are read at a time, and the
// least number of pages.
const MAX_PHRASE_CHECKS = 30;
const PHRASE_HITS = 10;
const MIN_PHRASE_CHECKS = 2;

const MIN_MEANINGFUL_LENGTH = 4;

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
    this.phrasing = phrasingOf(store.head.language);
    const { ladders, roles } = store.head;
    const templates = new Templates(store.head.templates, this.phrasing);
    this.levels = new Levels(ladders, templates, this.phrasing, store.dictionary);
    this.roleDocuments = new RoleDocuments(roles, templates, this.phrasing, store.dictionary);
    this.pages = new Map();
  }

  /** What engine.js describes. */
  async search(
    text,
    { limit = 20, filters = {}, excerpts = this.store.isSmall ? EXCERPTS.small : EXCERPTS.large } = {},
  ) {
    const query = await this.parse(text);
    const hits = await this.findHits(query, limit, filters);
    const isMatch = this.matcher(query);
    return Promise.all(hits.map((hit, i) => this.result(hit, isMatch, i < excerpts)));
  }

  /** The best section of each page, best first: [{ page, section, score }], with the numbers of the index. */
  async find(text, { limit = 20, filters = {} } = {}) {
    return this.findHits(await this.parse(text), limit, filters);
  }

  async findHits(query, limit, filters) {
    if (query.words.length === 0) return [];
    if (query.phrases.length === 0) return this.rank(query, limit, filters);
    const hits = await this.rank(query, MAX_PHRASE_CHECKS, filters);
    return this.withPhrases(hits, query.phrases, limit);
  }

  /** The number of pages found; null if counting would require reading the pages, as for phrases. */
  async count(text, { filters = {} } = {}) {
    const query = await this.parse(text);
    return query.phrases.length > 0 ? null : (await this.rank(query, Infinity, filters)).length;
  }

  /** The kinds of pages on the site. */
  kinds() {
    return this.store.head.kinds;
  }

  /**
   * How a query was understood: { suggestion: the query without its misspellings, or null if it has none, also: the
   * queries with words of the site in place of words that it does not use, report: the URL to report a query without
   * results, as in report.js, or null }.
   */
  async explain(text) {
    const { dictionary } = this.store;
    const { words, unknown, related, last } = await this.parse(text);
    const nearest = new Map();
    for (const word of words) {
      const isUnfinished = word === last && dictionary.longer(word);
      const form = isUnfinished || unknown.includes(word) ? null : dictionary.nearestForm(word);
      if (form) nearest.set(word, form);
    }
    const also = new Map();
    for (const word of unknown) {
      const others = related.get(word) ?? [];
      const longer = others.length === 0 ? dictionary.longer(word) : null;
      const correction = longer ? null : this.correction(word, related.has(word));
      if (correction) nearest.set(word, correction);
      else if (others.length > 0) also.set(word, others);
      else if (longer && word !== last) also.set(word, [longer]);
    }
    // A suggestion has no unfinished word.
    if (nearest.size > 0 && unknown.includes(last) && !nearest.has(last) && dictionary.longer(last))
      nearest.set(last, dictionary.longer(last));
    const replaced = replace =>
      readWords(text)
        .map(({ word }) => replace(word))
        .join(' ');
    return {
      suggestion: nearest.size > 0 ? replaced(word => nearest.get(word) ?? word) : null,
      also: [...also].flatMap(([word, others]) => others.map(other => replaced(w => (w === word ? other : w)))),
      report: this.store.head.report,
    };
  }

  // "catchup" is rather "catch up" than "catch", and "forever" no misspelling of two words that say nothing.
  correction(word, isEnglish) {
    const { dictionary } = this.store;
    const nearest = dictionary.nearest(word, isEnglish);
    const parts = isEnglish ? null : dictionary.split(word);
    if (!parts || (nearest && nearest !== parts[0])) return nearest;
    return parts.every(part => this.phrasing.question.has(part)) ? null : parts.join(' ');
  }

  async parse(text) {
    const query = parseQuery(text);
    const { dictionary, head } = this.store;
    const abbreviations = { ...this.phrasing.shortForms, ...head.abbreviations };
    const isAsked = query.words.map(word => !this.phrasing.question.has(word));
    // A query of question words alone, such as "who", asks for these words.
    const weights = isAsked.map(asked => (asked || !isAsked.includes(true) ? 1 : WEIGHTS.questionWord));
    const { otherWords } = this.phrasing;
    const hasOtherWords = word =>
      Object.hasOwn(otherWords, word) && otherWords[word].split(' ').every(other => dictionary.isUsed(other));
    const isKnown = word => Object.hasOwn(abbreviations, word) || hasOtherWords(word) || dictionary.isUsed(word);
    const unknown = query.words.filter((word, i) => weights[i] === 1 && !isKnown(word));
    const found = await Promise.all(unknown.map(async word => [word, await this.store.relatedTo(word)]));
    const related = new Map(found.filter(([, others]) => others));
    return {
      ...query,
      weights,
      unknown,
      related,
      defines: this.phrasing.defines(wordsOf(text)) || query.words.every(word => Object.hasOwn(abbreviations, word)),
      fillsIn: query.words.some(word => this.phrasing.document.has(word)),
      direct: query.phrases.length > 0 ? [] : this.directAnswers(text, query.last),
      expansions: expandQuery(query, dictionary, abbreviations, related, otherWords),
    };
  }

  directAnswers(text, last) {
    const answers = this.levels.answersTo(text, last);
    return answers.length > 0 ? answers : this.roleDocuments.answersTo(text);
  }

  async rank({ direct, expansions, weights, defines, fillsIn }, max, filters) {
    const postings = await this.store.postings(indexesIn(expansions));
    const kinds = filters.kind && [filters.kind].flat();
    const accepts = page => !kinds || kinds.includes(this.store.kindOf(page));
    const hits = this.ranking.rank(
      expansions.map(word =>
        word.map(({ confidence, indexes }) => ({ confidence, postings: indexes.map(index => postings.get(index)) })),
      ),
      {
        weights,
        max,
        accepts,
        defines: page => defines && this.store.kindOf(page) === 'glossary',
        isTemplate: page => !fillsIn && this.store.kindOf(page) === 'document',
      },
    );
    return this.withDirect(direct, accepts, hits).slice(0, max);
  }

  // The pages about the levels in the query, and the documents that it names, come first.
  withDirect(direct, accepts, hits) {
    const { pageOf, firstSection } = this.store;
    const first = direct
      .map(({ page, section = firstSection[page] }) => ({ page: pageOf[section], section }))
      .filter(({ page }) => accepts(page));
    const best = hits[0]?.score ?? 0;
    return [
      ...first.map((answer, i) => ({ ...answer, score: best + first.length - i })),
      ...hits.filter(hit => !first.some(({ page }) => page === hit.page)),
    ];
  }

  /** (word) → true for a word to highlight: one of the query; a stop word only if the query has no others. */
  matcher({ weights, expansions }) {
    const meaningful = expansions.filter(
      (word, i) => weights[i] === 1 && !word.every(({ indexes }) => indexes.every(index => this.isStopWord(index))),
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

  // Pages are looked at only until there are enough.
  async withPhrases(hits, phrases, limit) {
    const found = [];
    for (let at = 0; at < hits.length && found.length < limit; at += PHRASE_HITS) {
      const some = hits.slice(at, at + PHRASE_HITS);
      found.push(...(await this.withPhrasesAmong(some, phrases, limit - found.length)));
    }
    return found;
  }

  // A page whose whole title is the phrase comes before pages that contain the phrase.
  async withPhrasesAmong(hits, phrases, limit) {
    const titled = await Promise.all(
      hits.map(async hit => {
        const { url, title } = await this.store.record(hit.page);
        return { hit, url, title, isTitle: phrases.length === 1 && wordsOf(title).join(' ') === phrases[0].join(' ') };
      }),
    );
    titled.sort((a, b) => b.isTitle - a.isTitle);
    const found = [];
    // A title is known, so its page is not read.
    const step = titled[0]?.isTitle ? limit : Math.max(limit, MIN_PHRASE_CHECKS);
    for (let at = 0; at < titled.length && found.length < limit; at += step) {
      const pages = titled.slice(at, at + step);
      const matches = await Promise.all(pages.map(page => this.hasPhrases(page, phrases)));
      found.push(...pages.filter((_, i) => matches[i]).map(({ hit }) => hit));
    }
    return found.slice(0, limit);
  }

  async hasPhrases({ url, title }, phrases) {
    return containsAll(title, phrases) || containsAll(`${title} . ${articleText(await this.html(url))}`, phrases);
  }

  async result({ page, section, score }, isMatch, hasExcerpt) {
    const { url, title, trail, kind, sections } = await this.store.record(page);
    const number = section - this.store.firstSection[page];
    const { heading, anchor } = sections[number];
    const excerpt = hasExcerpt
      ? excerptOf(readSection(await this.html(url), anchor), isMatch)
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

function containsAll(text, phrases) {
  const words = ` ${wordsOf(text).join(' ')} `;
  return phrases.every(phrase => words.includes(` ${phrase.join(' ')} `));
}

function indexesIn(expansions) {
  return expansions.flatMap(word => word.flatMap(({ indexes }) => indexes));
}
