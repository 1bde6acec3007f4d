// Expands each word of a query to its possible meanings. The C# counterpart is Slots.cs.
const OF_ABBREVIATION = 0.7;

/**
 * The possible meanings of each word: [{ places, sureness }], where places are dictionary indexes of words that must
 * all match. An abbreviation is expanded to its long form, and each word of a long form to its abbreviation.
 */
export function slotsOf({ words, last }, dictionary, abbreviations) {
  return words.map(word => {
    const slot = [...dictionary.meant(word, word === last, words.length === 1)].map(([place, sureness]) => ({
      places: [place],
      sureness,
    }));
    if (Object.hasOwn(abbreviations, word)) addWords(slot, abbreviations[word].split(' '), dictionary);
    for (const [letters, long] of Object.entries(abbreviations)) {
      const parts = long.split(' ');
      if (parts.includes(word) && parts.every(part => words.includes(part))) addWords(slot, [letters], dictionary);
    }
    return slot;
  });
}

function addWords(slot, words, dictionary) {
  const places = words.map(word => [dictionary.placeOf(word), word]);
  if (places.every(([place, word]) => dictionary.words[place] === word))
    slot.push({ places: places.map(([place]) => place), sureness: OF_ABBREVIATION });
}
