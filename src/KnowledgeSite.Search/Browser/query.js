// Parses a query into words and phrases.
import { ONE_TO_ONE, readSearchWords } from './analysis.js';

const MAX_LENGTH = 400;
const UNFINISHED_ONE_TO_ONE = /\b(one[- ](?:to|on)[- ])on?$/i;
const MAX_WORDS = 24;

/**
 * @returns {{ words: string[], last: string, phrases: string[][] }} the distinct words; the last word, which may be
 * unfinished ('' if the query ends with a space or a closed phrase); the texts in quotation marks
 */
export function parseQuery(text) {
  const query = text.slice(0, MAX_LENGTH).replace(UNFINISHED_ONE_TO_ONE, '$1one');
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)]
    .map(match => readSearchWords(match[1]).map(w => w.word))
    .filter(words => words.length > 1);
  const found = readSearchWords(query);
  let words = [...new Set(found.map(w => w.word))];
  // "1:1" finds one-to-ones, not every page that contains a 1.
  if (words.includes(ONE_TO_ONE)) words = words.filter(word => !/^(?:1s?|ones?|to|on|1on1|1to1)$/.test(word));
  words = words.slice(0, MAX_WORDS);
  const end = found.findLast(w => !w.isPart);
  return { words, last: end?.end === query.length ? end.word : '', phrases };
}
