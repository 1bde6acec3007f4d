// Compares words of a query with names of levels, roles and documents.
import { editDistance } from './dictionary.js';

/** Shorter words are not compared with names, because many others differ from them in one letter. */
export const MIN_LENGTH_OF_MISSPELT_NAME = 4;

/**
 * A word of a query, corrected if it is misspelt; a word by which people phrase a question is not.
 * @param names words that are more probably meant than others
 */
export function corrected(word, { question, comparing, level, shortForms }, dictionary, names = []) {
  if (question.has(word) || comparing.has(word) || level.has(word)) return word;
  if (Object.hasOwn(shortForms, word)) return shortForms[word];
  if (word.length >= MIN_LENGTH_OF_MISSPELT_NAME && !dictionary.has(word)) {
    const name = names.find(other => editDistance(word, other, 1) === 1);
    if (name) return name;
  }
  return dictionary.isUsed(word) ? word : (dictionary.nearest(word) ?? word);
}

/** True if two lists have the same words in any order. */
export function haveSameWords(a, b) {
  return a.length === b.length && a.every(word => b.includes(word));
}
