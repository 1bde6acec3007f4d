// Turns a query into results; runs in the worker. The C# counterpart is SearchEngine.cs.
import { searchWordsIn, wordsIn } from './analysis.js';
import { parse } from './query.js';
import { Ranking } from './ranking.js';
import { Store } from './store.js';
import { articleText, excerptOf, sectionText } from './excerpt.js';
import { slotsOf } from './slots.js';

const MOST_CHECKED_FOR_PHRASE = 30;

const SHORTEST_TELLING = 4;

// English stop words that are common in questions.
const SMALL_WORDS = new Set(
  (
    'a about all an and any are as at be between by can could did difference do does for from get gets ' +
    'getting give has have how i if in into is it its me my need no not of on or our should so than that ' +
    'the their them then there this to us was we what when where which who whom whose why will with would ' +
    'you your'
  ).split(' '),
);

// Each excerpt makes the reader's browser load a page, so a large site shows only two by default.
const EXCERPTS = { small: 10, large: 2 };

const wordsOf = text => searchWordsIn(text).map(({ word }) => word);

export class Answers {
  /** @param folder the URL of the index folder @param site the root of the site */
  static async open(folder, site, load) {
    return new Answers(await Store.open(folder, load), site);
  }

  constructor(store, site) {
    this.store = store;
    this.site = site;
    this.ranking = new Ranking(store);
    this.pages = new Map();
  }

  async search(
    text,
    { limit = 20, filters = {}, excerpts = this.store.isSmall ? EXCERPTS.small : EXCERPTS.large } = {},
  ) {
    const query = parse(text);
    if (query.words.length === 0) return [];
    const slots = slotsOf(query, this.store.dictionary, this.store.head.abbreviations);
    const wanted = query.phrases.length > 0 ? Math.max(limit, MOST_CHECKED_FOR_PHRASE) : limit;
    let hits = await this.rank(slots, wanted, filters);
    if (query.phrases.length > 0) hits = await this.withPhrases(hits, query.phrases);
    const isMeant = this.meaningIn(slots, query.words);
    return Promise.all(hits.slice(0, limit).map((hit, i) => this.result(hit, isMeant, i < excerpts)));
  }

  /** The number of pages found; null if counting would require reading the pages, as for phrases. */
  async count(text, { filters = {} } = {}) {
    const query = parse(text);
    if (query.phrases.length > 0) return null;
    return (await this.rank(slotsOf(query, this.store.dictionary, this.store.head.abbreviations), Infinity, filters))
      .length;
  }

  async rank(slots, most, filters) {
    const postings = await this.store.postings(slots.flatMap(slot => slot.flatMap(meaning => meaning.places)));
    const meanings = slots.map(slot =>
      slot.map(meaning => ({ ...meaning, postings: meaning.places.map(place => postings.get(place)) })),
    );
    const kinds = filters.kind && [filters.kind].flat();
    return this.ranking.rank(meanings, most, page => !kinds || kinds.includes(this.store.kindOf(page)));
  }

  /** The kinds of pages on the site. */
  kinds() {
    return this.store.head.kinds;
  }

  /** The word on the site that is nearest to an unknown word; null if there is none. */
  suggest(text) {
    const { dictionary } = this.store;
    const isKnown = word => dictionary.words[dictionary.placeOf(word)] === word;
    const words = wordsIn(text).map(({ word }) => ({
      word,
      nearest: isKnown(word) ? word : (dictionary.nearest(word) ?? dictionary.nearestForm(word)),
    }));
    return words.some(w => w.nearest !== w.word && w.nearest) ? words.map(w => w.nearest ?? w.word).join(' ') : null;
  }

  /** The words to highlight: all words of the query, without stop words unless there are no others. */
  meaningIn(slots, words) {
    const telling = slots.filter(
      (slot, i) =>
        !SMALL_WORDS.has(words[i]) && !slot.every(meaning => meaning.places.every(place => this.isSmallWord(place))),
    );
    const meant = new Set(
      (telling.length > 0 ? telling : slots)
        .flatMap(slot => slot.flatMap(meaning => meaning.places))
        .map(place => this.store.dictionary.words[place]),
    );
    return word => meant.has(word);
  }

  isSmallWord(place) {
    const isEverywhere =
      this.store.head.leftOut[place] || 2 ** (this.store.dictionary.pages[place] + 1) > this.ranking.pageCount;
    return isEverywhere && this.store.dictionary.words[place].length < SHORTEST_TELLING;
  }

  async withPhrases(hits, phrases) {
    const kept = await Promise.all(
      hits.slice(0, MOST_CHECKED_FOR_PHRASE).map(async hit => {
        const { url, title } = await this.store.record(hit.page);
        const words = ` ${wordsOf(`${title} . ${articleText(await this.html(url))}`).join(' ')} `;
        const isTitle = phrases.length === 1 && wordsOf(title).join(' ') === phrases[0].join(' ');
        return phrases.every(phrase => words.includes(` ${phrase.join(' ')} `)) ? { hit, isTitle } : null;
      }),
    );
    // A page whose whole title is the phrase ranks above pages that contain the phrase.
    return kept
      .filter(Boolean)
      .sort((a, b) => b.isTitle - a.isTitle)
      .map(({ hit }) => hit);
  }

  async result({ page, section, score }, isMeant, hasExcerpt) {
    const { url, title, trail, kind, sections } = await this.store.record(page);
    const number = section - this.store.firstSection[page];
    const { heading, anchor } = sections[number];
    const excerpt = hasExcerpt
      ? excerptOf(sectionText(await this.html(url), anchor), isMeant)
      : { text: '', marks: [], words: [] };
    const { pathname } = new URL(url, this.site);
    return {
      url: `${pathname}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`,
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
    if (!this.pages.has(url))
      this.pages.set(
        url,
        fetch(new URL(url, this.site)).then(
          answer => (answer.ok ? answer.text() : ''),
          () => '',
        ),
      );
    return this.pages.get(url);
  }
}
