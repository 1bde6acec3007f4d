// What a person typed, as words and phrases. Its twin is Query.cs.
import { searchWordsIn } from './analysis.js';

const LONGEST = 400;
const MOST_WORDS = 24;

/**
 * @returns {{ words: string[], last: string, phrases: string[][] }} every word once; the last is unfinished ('' where
 * the query ends in a blank
 * or a closed phrase); phrases are what stood in quotation marks
 */
export function parse(text) {
  const query = text.slice(0, LONGEST);
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)]
    .map(match => searchWordsIn(match[1]).map(w => w.word))
    .filter(words => words.length > 1);
  const found = searchWordsIn(query);
  const words = [...new Set(found.map(w => w.word))].slice(0, MOST_WORDS);
  const end = found.findLast(w => !w.isPart);
  return { words, last: end?.end === query.length ? end.word : '', phrases };
}
