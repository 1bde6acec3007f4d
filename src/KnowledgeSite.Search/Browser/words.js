// Finds the index words that a query word may stand for, each with a confidence. The C# counterpart is
// WordDictionary.cs.
import { stem } from './stemmer.js';

export const SURENESS = {
  stem: 0.7,
  prefix: 0.94,
  prefixLength: 0.18,
  typo: 0.78,
  secondTypo: 0.38,
  otherInitial: 0.8,
  ofKnown: 0.3,
};
export const MOST = { prefixes: 30, shortPrefixes: 8, typos: 3, pagesOfTypo: 1 };

// An existing word of one or two letters, such as the name "C", is not expanded as a prefix; nor is one of three
// letters, such as "API", if it is the whole query.
const SHORTEST_BEGINNING = 3;
const SHORTEST_BEGINNING_ALONE = 4;

const SHORTEST_STEM = 5;
const LONGEST_ENDING = 4;

/**
 * A dictionary: the words of the index, sorted by UTF-16 code units.
 * @param {string[]} words @param {Uint8Array} pages the number of pages with each word, as a power of two
 */
export class Dictionary {
  constructor(words, pages) {
    this.words = words;
    this.pages = pages;
    this.letters = Uint32Array.from(words, lettersOf);
  }

  /** The index of the first word that is not before this one, by binary search. */
  placeOf(word) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The words that a query word may stand for: Map(index → confidence between 0 and 1). The last word of a query may be
   * unfinished; isAlone is true if the query has no other word.
   */
  meant(word, unfinished, isAlone) {
    const meant = new Map();
    const add = (place, sureness) => {
      if (!(meant.get(place) >= sureness)) meant.set(place, sureness);
    };
    const own = this.placeOf(word);
    const isKnown = this.words[own] === word;
    if (isKnown) add(own, 1);
    this.addForms(word, add);
    const shortest = isAlone ? SHORTEST_BEGINNING_ALONE : SHORTEST_BEGINNING;
    if (unfinished && !(isKnown && word.length < shortest)) this.addEndings(word, own, add);
    // A word that occurs on only one or two pages may be a spelling variant, but pages with exactly this word rank
    // first.
    const mayBeTypo = !isKnown || this.pages[own] <= MOST.pagesOfTypo;
    if (word.length >= 5 && mayBeTypo && !/\p{Nd}/u.test(word))
      this.addTypos(word, isKnown ? SURENESS.ofKnown : 1, add);
    return meant;
  }

  // All forms of a word share the letters of its stem except the last, which may change: happy, happiness.
  addForms(word, add) {
    const wordStem = stem(word);
    if (wordStem.length < 2) return;
    const shared = wordStem.slice(0, -1);
    for (let place = this.placeOf(shared); this.words[place]?.startsWith(shared); place++) {
      if (stem(this.words[place]) === wordStem) add(place, SURENESS.stem);
    }
  }

  addEndings(word, own, add) {
    const places = [];
    for (let place = own; this.words[place]?.startsWith(word); place++) places.push(place);
    places.sort((a, b) => this.pages[b] - this.pages[a] || a - b);
    for (const place of places.slice(0, word.length < 3 ? MOST.shortPrefixes : MOST.prefixes)) {
      add(place, SURENESS.prefix * Math.pow(word.length / this.words[place].length, SURENESS.prefixLength));
    }
  }

  /** The existing word that is nearest to an unknown one; null if none is near. */
  nearest(word) {
    return this.words[this.typos(word, word.length >= 5 ? 2 : 1)[0]?.place] ?? null;
  }

  /**
   * The word with a similar stem, if no word is similar itself: "ambigous" is a misspelt form of "ambiguity" rather
   * than a typo of it. Null if there is none.
   */
  nearestForm(word) {
    const wordStem = stem(word);
    if (wordStem.length < SHORTEST_STEM) return null;
    const near = this.words
      .map((other, place) => ({ other, place }))
      .filter(({ other }) => {
        const otherStem = Math.abs(other.length - word.length) <= LONGEST_ENDING ? stem(other) : '';
        return otherStem.length >= SHORTEST_STEM && typosBetween(wordStem, otherStem, 1) <= 1;
      });
    return near.sort((a, b) => this.pages[b.place] - this.pages[a.place] || a.place - b.place)[0]?.other ?? null;
  }

  addTypos(word, share, add) {
    for (const { place, sureness } of this.typos(word, word.length >= 8 ? 2 : 1).slice(0, MOST.typos))
      add(place, sureness * share);
  }

  // The highest confidence first.
  typos(word, allowed) {
    const letters = lettersOf(word);
    const found = [];
    for (let place = 0; place < this.words.length; place++) {
      const other = this.words[place];
      if (Math.abs(other.length - word.length) > allowed || bits(letters ^ this.letters[place]) > 2 * allowed) continue;
      const typos = typosBetween(word, other, allowed);
      if (typos === 0 || typos > allowed) continue;
      const sureness =
        SURENESS.typo * (typos > 1 ? SURENESS.secondTypo : 1) * (other[0] === word[0] ? 1 : SURENESS.otherInitial);
      found.push({ place, sureness });
    }
    return found.sort(
      (a, b) => b.sureness - a.sureness || this.pages[b.place] - this.pages[a.place] || a.place - b.place,
    );
  }
}

function lettersOf(word) {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) % 32);
  return letters >>> 0;
}

function bits(number) {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The edit distance with omitted, inserted, substituted or transposed letters (optimal string alignment), capped at
 * `most` + 1.
 */
export function typosBetween(a, b, most) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
