// Splits text into index words. The C# counterpart is WordReader.cs; tests run both on the same list of texts.

const LONGEST = 64;
/** The common word for all spellings of "one-to-one". */
export const ONE_TO_ONE = 'onetoone';

const HALF = /[\ud800-\udbff]$/;
const WORD = /[\p{L}\p{Nd}\p{M}]/u;
const START = /[\p{L}\p{Nd}]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const APOSTROPHE = /['’]/;
const UNSEEN = /\u00ad|\u200c|\u200d|\u2060/;
// Scripts without spaces between words; they are indexed by pairs of characters.
const UNSPACED = new RegExp(
  '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf' +
    '\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]',
  'u',
);
const LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/;
const SPELT_OUT = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ſ: 's',
  ŉ: 'n',
  ĳ: 'ij',
  ŀ: 'l',
};

/** The words of a text with their positions: [{ word, start, end }], in UTF-16 code units. */
export function wordsIn(text) {
  const words = [];
  for (let at = 0; at < text.length;) {
    const character = characterAt(text, at);
    if (!START.test(character)) at += character.length;
    else if (UNSPACED.test(character)) at = addPairs(text, at, words);
    else at = addWord(text, at, words);
  }
  return words;
}

/**
 * The index words of a text. An identifier is followed by its parts ("getUserName" is also found by "user"), and two
 * letters with a slash or an ampersand between them also form one word ("A/B" is found by "ab"). All spellings of
 * "one-to-one" ("1:1", "1-1", "one on one") share a common word. The C# counterpart is SearchWordReader.cs.
 * @returns [{ word, start, end, isPart }]
 */
export function searchWordsIn(text) {
  const found = [];
  let before;
  let twoBefore;
  for (const whole of wordsIn(text)) {
    found.push(whole);
    const ones = startOfOneToOne(text, twoBefore, before, whole);
    if (before && joinsLetters(text, before, whole))
      found.push({ word: before.word + whole.word, start: before.start, end: whole.end, isPart: true });
    else if (ones >= 0) found.push({ word: ONE_TO_ONE, start: ones, end: whole.end, isPart: true });
    for (const part of partsOf(text.slice(whole.start, whole.end))) {
      const [first] = wordsIn(part.text);
      found.push({ word: first.word, start: whole.start + part.start, end: whole.start + part.end, isPart: true });
    }
    twoBefore = before;
    before = whole;
  }
  return found;
}

const ONE = /^(?:ones?|1s?)$/;

// The start of a "one-to-one" that ends with this word; -1 if there is none.
function startOfOneToOne(text, twoBefore, before, word) {
  if (/^1(?:on|to)1$/.test(word.word)) return word.start;
  if (!before || !ONE.test(word.word)) return -1;
  const between = text.slice(before.end, word.start);
  if (ONE.test(before.word)) return /^[-:]$/.test(between) ? before.start : -1;
  if (!twoBefore || !/^(?:on|to)$/.test(before.word) || !ONE.test(twoBefore.word)) return -1;
  return /^[- ]$/.test(between) && /^[- ]$/.test(text.slice(twoBefore.end, before.start)) ? twoBefore.start : -1;
}

function joinsLetters(text, before, word) {
  return (
    word.start === before.end + 1 &&
    before.end - before.start === 1 &&
    word.end - word.start === 1 &&
    /^[A-Za-z][/&][A-Za-z]$/.test(text.slice(before.start, word.end))
  );
}

const PART_BEGINS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
const SHORTEST_PART = 2;

// "GitHub" and "JavaScript" are not split, because they are names. Two parts count only after a lower-case letter, and
// no part is a single letter.
function partsOf(word) {
  if (!/.[A-Z]/.test(word)) return [];
  const parts = word.split(PART_BEGINS);
  if (parts.some(part => part.length < SHORTEST_PART)) return [];
  if (parts.length < 2 || (parts.length === 2 && !/^[a-z]/.test(word))) return [];
  let start = 0;
  return parts.map(part => ({ text: part, start, end: (start += part.length) }));
}

function addWord(text, start, words) {
  let word = '';
  let at = start;
  while (at < text.length) {
    const character = characterAt(text, at);
    const next = at + character.length;
    if (WORD.test(character)) {
      if (UNSPACED.test(character)) break;
      word += folded(character);
    } else if (character === '.' && DIGIT.test(characterBefore(text, at)) && DIGIT.test(characterAt(text, next))) {
      word += '.';
    } else if (!joins(text, at, next, character)) break;
    at = next;
  }
  at = addSign(text, at, word, sign => {
    word += sign;
  });
  if (word) words.push({ word: word.slice(0, LONGEST).replace(HALF, ''), start, end: at });
  return at;
}

// "don't" is one word, and so is "10,000".
function joins(text, at, next, character) {
  if (UNSEEN.test(character)) return WORD.test(characterAt(text, next));
  if (APOSTROPHE.test(character)) return LETTER.test(characterBefore(text, at)) && LETTER.test(characterAt(text, next));
  return character === ',' && DIGIT.test(characterBefore(text, at)) && DIGIT.test(characterAt(text, next));
}

// "C#" and "C++" are names.
function addSign(text, at, word, add) {
  if (word.length !== 1 || !/[a-z]/.test(word)) return at;
  const sign = text.startsWith('++', at) ? '++' : text[at] === '#' ? '#' : '';
  if (!sign || WORD.test(characterAt(text, at + sign.length))) return at;
  add(sign);
  return at + sign.length;
}

function addPairs(text, start, words) {
  const places = [start];
  let at = start;
  while (at < text.length && UNSPACED.test(characterAt(text, at)) && WORD.test(characterAt(text, at)))
    places.push((at += characterAt(text, at).length));
  if (places.length === 2) words.push({ word: text.slice(start, at), start, end: at });
  for (let i = 0; i + 2 < places.length; i++)
    words.push({ word: text.slice(places[i], places[i + 2]), start: places[i], end: places[i + 2] });
  return at;
}

/** Lower-case letters without accents; other scripts keep marks that make a different letter. */
export function folded(character) {
  if (character >= '\u0300' && character <= '\u036f') return '';
  const small = character.toLowerCase();
  if (!LATIN.test(character)) return small;
  return SPELT_OUT[small] ?? small.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function characterAt(text, at) {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)) : '';
}

function characterBefore(text, at) {
  return text[at - 1] ?? '';
}
