// Compares words of a query with names of levels, roles and documents.

/** A word of a query, corrected if it is misspelt; a word by which people phrase a question is not. */
export function corrected(word, { question, comparing, level, shortForms }, dictionary) {
  if (question.has(word) || comparing.has(word) || level.has(word)) return word;
  if (Object.hasOwn(shortForms, word)) return shortForms[word];
  return dictionary.isUsed(word) ? word : (dictionary.nearest(word) ?? word);
}

/** True if two lists have the same words in any order. */
export function haveSameWords(a, b) {
  return a.length === b.length && a.every(word => b.includes(word));
}
