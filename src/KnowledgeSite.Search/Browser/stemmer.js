// The English (Porter2) stemmer, https://snowballstem.org/algorithms/english/stemmer.html. The C# counterpart is
// EnglishStemmer.cs.

const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SHORT_SYLLABLE = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;
const LI_ENDING = /[cdeghkmnrt]$/;
const REGION_PREFIX = /^(?:gener|commun|arsen)/;
const REGION = /^.*?[aeiouy][^aeiouy]/;

const EXCEPTIONS = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  }),
);
const KEPT = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);

// The longest matching suffix wins, so in each list a suffix comes before its own suffixes.
const STEP2 = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og', /l$/],
  ['li', '', LI_ENDING],
];
const STEP3 = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
];

/** The stem of a word in lower-case letters a to z; any other word is returned unchanged. */
export function stem(word) {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  if (EXCEPTIONS.has(word)) return EXCEPTIONS.get(word);
  let s = word.replace(/^y|([aeiouy])y/g, (_, vowel = '') => vowel + 'Y');
  const r1 = regionAfter(s, 0, REGION_PREFIX);
  const r2 = regionAfter(s, r1);

  s = step1a(s);
  if (KEPT.has(s)) return s;
  s = step1b(s, r1);
  if (s.length > 2 && /[^aeiouy][yY]$/.test(s)) s = s.slice(0, -1) + 'i';
  s = replaceIn(s, r1, STEP2);
  s = step3(s, r1, r2);
  s = step4(s, r2);
  return step5(s, r1, r2).toLowerCase();
}

function regionAfter(s, from, prefix) {
  const match = prefix?.exec(s) ?? REGION.exec(s.slice(from));
  return match ? from + match[0].length : s.length;
}

function step1a(s) {
  if (s.endsWith('sses')) return s.slice(0, -2);
  if (/ie[ds]$/.test(s)) return s.slice(0, s.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(s)) return s;
  return s.endsWith('s') && VOWEL.test(s.slice(0, -2)) ? s.slice(0, -1) : s;
}

function step1b(s, r1) {
  const eed = /(?:eedly|eed)$/.exec(s);
  if (eed) return eed.index >= r1 ? s.slice(0, eed.index) + 'ee' : s;
  const ending = /(?:ingly|edly|ing|ed)$/.exec(s);
  if (!ending || !VOWEL.test(s.slice(0, ending.index))) return s;
  const rest = s.slice(0, ending.index);
  if (/(?:at|bl|iz)$/.test(rest)) return rest + 'e';
  if (DOUBLE.test(rest)) return rest.slice(0, -1);
  return rest.length <= r1 && SHORT_SYLLABLE.test(rest) ? rest + 'e' : rest;
}

function replaceIn(s, region, endings) {
  for (const [ending, replacement, after] of endings) {
    if (!s.endsWith(ending)) continue;
    const rest = s.slice(0, -ending.length);
    return rest.length >= region && (!after || after.test(rest)) ? rest + replacement : s;
  }
  return s;
}

function step3(s, r1, r2) {
  if (s.endsWith('ative')) return s.length - 5 >= r2 ? s.slice(0, -5) : s;
  return replaceIn(s, r1, STEP3);
}

function step4(s, r2) {
  const ending = STEP4.find(e => s.endsWith(e));
  if (!ending) return s;
  const rest = s.slice(0, -ending.length);
  return rest.length >= r2 && (ending !== 'ion' || /[st]$/.test(rest)) ? rest : s;
}

function step5(s, r1, r2) {
  const rest = s.slice(0, -1);
  if (s.endsWith('e')) return rest.length >= r2 || (rest.length >= r1 && !SHORT_SYLLABLE.test(rest)) ? rest : s;
  return s.endsWith('ll') && rest.length >= r2 ? rest : s;
}

/** The forms under which a dictionary may list an English word: "recruiting" is under "recruit". */
export function baseForms(word) {
  const [, root, ending] = /^(.{3,}?)(s|es|ies|ed|ied|ing|er|ier|ers|iers)$/.exec(word) ?? [];
  if (!root) return [word];
  if (ending === 's') return [word, root];
  if (ending.startsWith('i') && ending !== 'ing') return [word, `${root}y`];
  const single = root.at(-1) === root.at(-2) ? [root.slice(0, -1)] : [];
  return [word, root, `${root}e`, ...single];
}
