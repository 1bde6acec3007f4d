// Parses a query into words and phrases. The C# counterpart is Query.cs.
import { ONE_TO_ONE, searchWordsIn } from './analysis.js';

const LONGEST = 400;
const MOST_WORDS = 24;

/**
 * @returns {{ words: string[], last: string, phrases: string[][] }} the distinct words; the last word, which may be
 * unfinished ('' if the query ends with a space or a closed phrase); the texts in quotation marks
 */
export function parse(text) {
  const query = text.slice(0, LONGEST);
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)]
    .map(match => searchWordsIn(match[1]).map(w => w.word))
    .filter(words => words.length > 1);
  const found = searchWordsIn(query);
  let words = [...new Set(found.map(w => w.word))];
  // "1:1" finds one-to-ones, not every page that contains a 1.
  if (words.includes(ONE_TO_ONE)) words = words.filter(word => !/^(?:1s?|ones?|to|on|1on1|1to1)$/.test(word));
  words = words.slice(0, MOST_WORDS);
  const end = found.findLast(w => !w.isPart);
  return { words, last: end?.end === query.length ? end.word : '', phrases };
}
