// Splits text into index words. The C# counterpart is WordReader.cs; tests run both on the same list of texts.

const MAX_LENGTH = 64;
/** The common word for all spellings of "one-to-one". */
export const ONE_TO_ONE = 'onetoone';

const HIGH_SURROGATE_AT_END = /[\ud800-\udbff]$/;
const PLAIN = /[A-Za-z0-9]+/y;
const WORD = /[\p{L}\p{Nd}\p{M}]/u;
const START = /[\p{L}\p{Nd}]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const APOSTROPHE = /['’]/;
const INVISIBLE = /\u00ad|\u200c|\u200d|\u2060/;
// Scripts without spaces between words; they are indexed by pairs of characters.
const UNSPACED = new RegExp(
  '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf' +
    '\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]',
  'u',
);
const LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/;
// Letters that have no accent to remove but are also written with others.
const REPLACEMENTS = {
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
export function readWords(text) {
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
export function readSearchWords(text) {
  const found = [];
  let before;
  let twoBefore;
  for (const whole of readWords(text)) {
    found.push(whole);
    const oneToOne = startOfOneToOne(text, twoBefore, before, whole);
    if (before && isLetterPair(text, before, whole))
      found.push({ word: before.word + whole.word, start: before.start, end: whole.end, isPart: true });
    else if (oneToOne >= 0) found.push({ word: ONE_TO_ONE, start: oneToOne, end: whole.end, isPart: true });
    for (const part of splitIdentifier(text.slice(whole.start, whole.end))) {
      const [first] = readWords(part.text);
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

// "A/B" or "R&D".
function isLetterPair(text, before, word) {
  return (
    word.start === before.end + 1 &&
    before.end - before.start === 1 &&
    word.end - word.start === 1 &&
    /^[A-Za-z][/&][A-Za-z]$/.test(text.slice(before.start, word.end))
  );
}

const PART_BOUNDARY = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
const MIN_PART_LENGTH = 2;

// "GitHub" and "JavaScript" are not split, because they are names. Two parts count only after a lower-case letter, and
// no part is a single letter.
function splitIdentifier(word) {
  if (!/.[A-Z]/.test(word)) return [];
  const parts = word.split(PART_BOUNDARY);
  if (parts.some(part => part.length < MIN_PART_LENGTH)) return [];
  if (parts.length < 2 || (parts.length === 2 && !/^[a-z]/.test(word))) return [];
  let start = 0;
  return parts.map(part => ({ text: part, start, end: (start += part.length) }));
}

function addWord(text, start, words) {
  let word = '';
  let at = start;
  while (at < text.length) {
    // Most text is letters a to z and digits, which are read at once.
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text)?.[0];
    if (plain) {
      word += plain.toLowerCase();
      at += plain.length;
      continue;
    }
    const character = characterAt(text, at);
    if (character === ' ') break;
    const next = at + character.length;
    if (WORD.test(character)) {
      if (UNSPACED.test(character)) break;
      word += fold(character);
    } else if (character === '.' && DIGIT.test(characterBefore(text, at)) && DIGIT.test(characterAt(text, next))) {
      word += '.';
    } else if (!isInsideWord(text, at, next, character)) break;
    at = next;
  }
  const sign = signAfter(text, at, word);
  word += sign;
  at += sign.length;
  if (word) words.push({ word: word.slice(0, MAX_LENGTH).replace(HIGH_SURROGATE_AT_END, ''), start, end: at });
  return at;
}

// "don't" is one word, and so is "10,000".
function isInsideWord(text, at, next, character) {
  if (INVISIBLE.test(character)) return WORD.test(characterAt(text, next));
  if (APOSTROPHE.test(character)) return LETTER.test(characterBefore(text, at)) && LETTER.test(characterAt(text, next));
  return character === ',' && DIGIT.test(characterBefore(text, at)) && DIGIT.test(characterAt(text, next));
}

// "C#" and "C++" are names.
function signAfter(text, at, word) {
  if (word.length !== 1 || !/[a-z]/.test(word)) return '';
  const sign = text.startsWith('++', at) ? '++' : text[at] === '#' ? '#' : '';
  return WORD.test(characterAt(text, at + sign.length)) ? '' : sign;
}

function addPairs(text, start, words) {
  const boundaries = [start];
  let at = start;
  while (at < text.length && UNSPACED.test(characterAt(text, at)) && WORD.test(characterAt(text, at)))
    boundaries.push((at += characterAt(text, at).length));
  if (boundaries.length === 2) words.push({ word: text.slice(start, at), start, end: at });
  for (let i = 0; i + 2 < boundaries.length; i++)
    words.push({
      word: text.slice(boundaries[i], boundaries[i + 2]),
      start: boundaries[i],
      end: boundaries[i + 2],
    });
  return at;
}

// Lower-case letters without accents; other scripts keep marks that make a different letter.
function fold(character) {
  if (character >= '\u0300' && character <= '\u036f') return '';
  const lower = character.toLowerCase();
  if (!LATIN.test(character)) return lower;
  return REPLACEMENTS[lower] ?? lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function characterAt(text, at) {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)) : '';
}

function characterBefore(text, at) {
  return text[at - 1] ?? '';
}
