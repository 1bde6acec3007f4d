// What each word of a query may mean. Its twin is Slots.cs.
const OF_ABBREVIATION = 0.7;

/**
 * For each word the meanings that a page may meet it by: [{ places, sureness }], places of words in the dictionary, all
 * of which have to be met. A short form means what it stands for as well, and each word of a long form means its short
 * form.
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
