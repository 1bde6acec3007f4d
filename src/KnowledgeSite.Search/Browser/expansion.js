// Expands each word of a query to the index words that it may stand for.

/** The confidence of an abbreviation for its long form, and the other way round. */
const ABBREVIATION_CONFIDENCE = 0.7;
/** The confidence of two words for the word that they form together: "under performance". */
const JOINED_CONFIDENCE = 0.9;

/**
 * The expansions of each word of the query: [[{ indexes, confidence }]], where indexes are dictionary indexes of words
 * that must all match. An abbreviation is expanded to its long form, and each word of a long form to its abbreviation.
 * @param related Map(word → words of the site that are near to it in meaning), for words that it does not use
 * @param otherWords what others say for a word: { boss: 'manager' }
 */
export function expandQuery({ words, last }, dictionary, abbreviations, related = new Map(), otherWords = {}) {
  return words.map((word, i) => {
    const found = dictionary.expand(word, {
      isUnfinished: word === last && !Object.hasOwn(abbreviations, word),
      isAlone: words.length === 1,
      related: related.get(word),
    });
    const expansions = [...found].map(([index, confidence]) => ({ indexes: [index], confidence }));
    for (const joined of [words[i - 1] + word, word + words[i + 1]])
      addWords(expansions, [joined], dictionary, JOINED_CONFIDENCE);
    if (expansions.length === 0) addWords(expansions, dictionary.split(word) ?? [], dictionary, JOINED_CONFIDENCE);
    if (Object.hasOwn(abbreviations, word)) addWords(expansions, abbreviations[word].split(' '), dictionary);
    if (Object.hasOwn(otherWords, word)) addWords(expansions, otherWords[word].split(' '), dictionary);
    for (const [letters, longForm] of Object.entries(abbreviations)) {
      const parts = longForm.split(' ');
      if (parts.includes(word) && parts.every(part => words.includes(part)))
        addWords(expansions, [letters], dictionary);
    }
    return expansions;
  });
}

function addWords(expansions, words, dictionary, confidence = ABBREVIATION_CONFIDENCE) {
  if (words.length > 0 && words.every(word => dictionary.has(word)))
    expansions.push({
      indexes: words.map(word => dictionary.indexOf(word)),
      confidence,
    });
}
