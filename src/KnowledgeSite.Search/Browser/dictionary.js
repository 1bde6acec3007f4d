// Finds the index words that a query word may stand for, each with a confidence.
import { baseForms, stem } from './stemmer.js';

/** How certainly a query word stands for another word, between 0 and 1. */
export const CONFIDENCE = {
  /** Another form of the word, with the same stem. */
  stem: 0.7,
  /** The same if both words have a long ending of their own: "experiment" and "experience". */
  distantForm: 0.25,
  /** A longer word that begins with the query word. */
  prefix: 0.94,
  /** The exponent by which that falls with the share of missing letters. */
  prefixLength: 0.18,
  /** A word with one typo. */
  typo: 0.78,
  /** The factor for a second typo. */
  secondTypo: 0.38,
  /** The factor if the first letter differs. */
  otherInitial: 0.8,
  /** The factor if the typo is in another form of the word: "ambigous" for "ambiguity". */
  typoOfForm: 0.7,
  /** The factor if the query word itself exists: pages with it rank above pages with another spelling. */
  typoOfKnownWord: 0.3,
  /** The factor if the query word is an English word with another meaning. */
  typoOfEnglishWord: 0.6,
  /** The nearest words in meaning of a word that the site does not use, and the factor for forms of them. */
  related: [0.7, 0.6, 0.5],
  relatedForm: 0.9,
};

/** The maximum number of words that one query word is expanded to. */
export const MAX_EXPANSIONS = { prefixes: 30, prefixesOfShortWord: 8, typos: 3 };

// A word on more pages than this (as a power of two) is no typo.
const MAX_PAGES_OF_TYPO = 1;

// An existing word of one or two letters, such as the name "C", is not expanded as a prefix; nor is one of three
// letters, such as "API", if it is the whole query.
const MIN_PREFIX_LENGTH = 3;
const MIN_PREFIX_LENGTH_ALONE = 4;

const MIN_LENGTH_FOR_TYPO = 5;
const MIN_LENGTH_FOR_TWO_TYPOS = 8;
// A suggestion decides nothing, so it may be less certain.
const MIN_LENGTH_FOR_SUGGESTION = 4;
// Many short English words differ from each other in one letter: "mess" is no misspelling of "miss".
const MIN_LENGTH_FOR_SUGGESTION_OF_ENGLISH = 6;

/** Words of two letters that English joins to a verb: "catchup", "checkin". */
const PARTICLES = new Set(['by', 'in', 'on', 'up']);

const MIN_STEM_LENGTH = 5;
const MAX_ENDING_LENGTH = 4;

/**
 * A dictionary: the words of the index, sorted by UTF-16 code units.
 * @param {string[]} words @param {Uint8Array} pages the number of pages with each word, as a power of two
 */
export class Dictionary {
  constructor(words, pages) {
    this.words = words;
    this.pages = pages;
    this.stems = new Map();
  }

  /** The index of the first word that is not before this one, by binary search. */
  indexOf(word) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(word) {
    return this.words[this.indexOf(word)] === word;
  }

  /** True if the site uses the word or another form of it. */
  isUsed(word) {
    let found = this.has(word);
    if (!found) this.addForms(word, () => (found = true));
    return found;
  }

  /**
   * The words that a query word may stand for: Map(index → confidence).
   * @param options { isUnfinished: true for the last word of a query, which may be unfinished, isAlone: true if the
   * query has no other word, related: words of the site with a similar meaning, for an English word that it does not
   * use }
   */
  expand(word, { isUnfinished = false, isAlone = false, related } = {}) {
    const expansions = new Map();
    const add = (index, confidence) => {
      if (!(expansions.get(index) >= confidence)) expansions.set(index, confidence);
    };
    const own = this.indexOf(word);
    const isKnown = this.words[own] === word;
    if (isKnown) add(own, 1);
    this.addForms(word, add);
    const isUsed = expansions.size > 0;
    const isWord = isKnown || related?.length > 0;
    const minLength = isAlone ? MIN_PREFIX_LENGTH_ALONE : MIN_PREFIX_LENGTH;
    // A word that the site does not use may be short for one that it uses: "perf review".
    if (isUnfinished || (!isUsed && word.length >= MIN_PREFIX_LENGTH))
      if (!(isWord && word.length < minLength)) this.addLongerWords(word, own, add);
    this.addRelated(related ?? [], add);
    // A word that occurs on only one or two pages may be a spelling variant, but pages with exactly this word rank
    // first.
    const mayBeTypo = !isKnown || this.pages[own] <= MAX_PAGES_OF_TYPO;
    if (mayBeTypo) this.addCorrections(word, isKnown, Boolean(related), add);
    return expansions;
  }

  addRelated(related, add) {
    related.forEach((other, i) => {
      const confidence = CONFIDENCE.related[i] ?? CONFIDENCE.related.at(-1);
      if (this.has(other)) add(this.indexOf(other), confidence);
      this.addForms(other, index => add(index, confidence * CONFIDENCE.relatedForm));
    });
  }

  // All forms of a word share the letters of its stem except the last, which may change: happy, happiness.
  addForms(word, add) {
    const wordStem = stem(word);
    if (wordStem.length < 2) return;
    const shared = wordStem.slice(0, -1);
    for (let index = this.indexOf(shared); this.words[index]?.startsWith(shared); index++) {
      if (this.stemAt(index) !== wordStem) continue;
      add(index, haveLongEndings(word, this.words[index]) ? CONFIDENCE.distantForm : CONFIDENCE.stem);
    }
  }

  stemAt(index) {
    if (!this.stems.has(index)) this.stems.set(index, stem(this.words[index]));
    return this.stems.get(index);
  }

  addLongerWords(word, own, add) {
    const indexes = [];
    for (let index = own; this.words[index]?.startsWith(word); index++) indexes.push(index);
    indexes.sort((a, b) => this.pages[b] - this.pages[a] || a - b);
    const max = word.length < 3 ? MAX_EXPANSIONS.prefixesOfShortWord : MAX_EXPANSIONS.prefixes;
    for (const index of indexes.slice(0, max)) {
      add(index, CONFIDENCE.prefix * Math.pow(word.length / this.words[index].length, CONFIDENCE.prefixLength));
    }
  }

  addCorrections(word, isKnown, isEnglish, add) {
    if (word.length < MIN_LENGTH_FOR_TYPO || /\p{Nd}/u.test(word)) return;
    const factor = isKnown ? CONFIDENCE.typoOfKnownWord : isEnglish ? CONFIDENCE.typoOfEnglishWord : 1;
    const maxTypos = word.length >= MIN_LENGTH_FOR_TWO_TYPOS ? 2 : 1;
    for (const { index, confidence } of this.corrections(word, maxTypos, isEnglish).slice(0, MAX_EXPANSIONS.typos))
      add(index, confidence * factor);
  }

  // The words of which a word may be a misspelling. An English word is seldom one: only if one letter after the first
  // differs.
  corrections(word, maxTypos, isEnglish) {
    const found = this.findCorrections(word, isEnglish ? 1 : maxTypos);
    return isEnglish ? found.filter(({ confidence }) => confidence === CONFIDENCE.typo) : found;
  }

  /** The existing word of which an unknown word is probably a misspelling; null if there is none. */
  nearest(word, isEnglish = false) {
    const minLength = isEnglish ? MIN_LENGTH_FOR_SUGGESTION_OF_ENGLISH : MIN_LENGTH_FOR_SUGGESTION;
    if (word.length < minLength || /\p{Nd}/u.test(word)) return null;
    const maxTypos = word.length >= MIN_LENGTH_FOR_TYPO ? 2 : 1;
    return this.words[this.corrections(word, maxTypos, isEnglish)[0]?.index] ?? null;
  }

  /**
   * The word of which a word with the same stem is a misspelling, such as "evidence" for "evidance"; null if the word
   * may be a form of it, such as one with another last letter.
   */
  nearestForm(word) {
    if (this.has(word) || word.length < MIN_LENGTH_FOR_TYPO) return null;
    if (this.has(`${word}e`)) return `${word}e`;
    const forms = [];
    this.addForms(word, index => forms.push(this.words[index]));
    const bases = new Set(forms.flatMap(baseForms));
    if (baseForms(word).some(base => bases.has(base))) return null;
    const start = word.slice(0, -1);
    return forms.find(form => !form.startsWith(start) && editDistance(word, form, 1) === 1) ?? null;
  }

  /** The two words that an unknown word joins, such as "tech lead" for "techlead"; null if there are none. */
  split(word) {
    const parts = Array.from({ length: word.length }, (_, i) => [word.slice(0, i), word.slice(i)]).filter(pair =>
      pair.every((part, at) => (part.length >= MIN_PREFIX_LENGTH || (at > 0 && PARTICLES.has(part))) && this.has(part)),
    );
    const rarest = ([a, b]) => Math.min(this.pages[this.indexOf(a)], this.pages[this.indexOf(b)]);
    return parts.sort((a, b) => rarest(b) - rarest(a))[0] ?? null;
  }

  /** The most frequent word that begins with a word; null if there is none. */
  longer(word) {
    const found = [];
    if (word.length >= MIN_PREFIX_LENGTH) this.addLongerWords(word, this.indexOf(word), index => found.push(index));
    return this.words[found[0]] ?? null;
  }

  // The highest confidence first.
  findCorrections(word, maxTypos) {
    const letters = lettersOf(word);
    this.letters ??= Uint32Array.from(this.words, lettersOf);
    const found = [];
    for (let length = word.length - maxTypos; length <= word.length + maxTypos; length++) {
      for (const index of this.wordsOfLength(length)) {
        if (countBits(letters ^ this.letters[index]) > 2 * maxTypos) continue;
        const other = this.words[index];
        const typos = editDistance(word, other, maxTypos);
        if (typos === 0 || typos > maxTypos) continue;
        const confidence = CONFIDENCE.typo * (typos > 1 ? CONFIDENCE.secondTypo : 1);
        found.push({ index, confidence: confidence * (other[0] === word[0] ? 1 : CONFIDENCE.otherInitial) });
      }
    }
    this.addTyposOfForms(word, found);
    return found.sort(
      (a, b) => b.confidence - a.confidence || this.pages[b.index] - this.pages[a.index] || a.index - b.index,
    );
  }

  // Words with a similar stem and the same two first letters.
  addTyposOfForms(word, found) {
    const wordStem = stem(word);
    if (wordStem.length < MIN_STEM_LENGTH) return;
    const known = new Set(found.filter(({ confidence }) => confidence >= CONFIDENCE.typo).map(({ index }) => index));
    const start = word.slice(0, 2);
    for (let index = this.indexOf(start); this.words[index]?.startsWith(start); index++) {
      if (known.has(index) || Math.abs(this.words[index].length - word.length) > MAX_ENDING_LENGTH) continue;
      const otherStem = this.stemAt(index);
      if (otherStem.length >= MIN_STEM_LENGTH && editDistance(wordStem, otherStem, 1) === 1)
        found.push({ index, confidence: CONFIDENCE.typo * CONFIDENCE.typoOfForm });
    }
  }

  wordsOfLength(length) {
    if (!this.byLength) {
      this.byLength = [];
      this.words.forEach((word, index) => (this.byLength[word.length] ??= []).push(index));
    }
    return this.byLength[length] ?? [];
  }
}

// True if both words have at least four letters after those that they share, without an "s" of the plural.
function haveLongEndings(a, b) {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  const endingOf = word => word.replace(/s$/, '').length - shared;
  return endingOf(a) >= MAX_ENDING_LENGTH && endingOf(b) >= MAX_ENDING_LENGTH;
}

// A bit set of the letters in a word, to rule out most candidates without comparing them.
function lettersOf(word) {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) % 32);
  return letters >>> 0;
}

// In steps that count the bits of 2, 4 and 8 bits at once.
function countBits(number) {
  const ofTwo = number - ((number >>> 1) & 0x55555555);
  const ofFour = (ofTwo & 0x33333333) + ((ofTwo >>> 2) & 0x33333333);
  return (((ofFour + (ofFour >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * The edit distance with omitted, inserted, substituted or transposed letters (optimal string alignment), capped at
 * `max` + 1.
 */
export function editDistance(a, b, max) {
  let twoBefore = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > max) return max + 1;
    [twoBefore, before] = [before, row];
  }
  return before[b.length];
}
