// From a query to the words of the index: parsing, forms, completions, typos and abbreviations.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Dictionary, editDistance } from '../../../src/KnowledgeSite.Search/Browser/dictionary.js';
import { expandQuery } from '../../../src/KnowledgeSite.Search/Browser/expansion.js';
import { parseQuery } from '../../../src/KnowledgeSite.Search/Browser/query.js';

const WORDS =
  'calibrated calibration happiness happy investment l6 ladder ladders leader on promote promotion return roi scope';

function dictionaryOf(words, pages = []) {
  const sorted = words.split(' ');
  return new Dictionary(
    sorted,
    Uint8Array.from(sorted, (_, i) => pages[i] ?? 0),
  );
}

function print(dictionary, expansions) {
  return [...expansions]
    .map(([index, confidence]) => `${dictionary.words[index]} ${+confidence.toFixed(3)}`)
    .join(', ');
}

for (const [query, words, last] of [
  ['staff scop', 'staff scop', 'scop'],
  ['staff scope ', 'staff scope', ''],
  ['scope?', 'scope', ''],
  ['scope staff scope', 'scope staff', 'scope'],
  ['one on one', 'onetoone', 'one'],
  ['数据科', '数据 据科', '据科'],
  ['... 😀', '', ''],
  ['', '', ''],
])
  test(`The last word of “${query}” may be unfinished if the query ends with it`, () => {
    const parsed = parseQuery(query);
    assert.deepEqual([parsed.words.join(' '), parsed.last], [words, last]);
  });

for (const [query, phrases] of [
  ['"levels add up" staff', ['levels add up']],
  ['“levels add up” and "two words"', ['levels add up', 'two words']],
  ['"alone"', []],
  ['"not closed', []],
])
  test(`The phrases of ${query} are the texts in quotation marks`, () => {
    assert.deepEqual(
      parseQuery(query).phrases.map(phrase => phrase.join(' ')),
      phrases,
    );
  });

test('A long query is cut', () => {
  const { words } = parseQuery(Array.from({ length: 3000 }, (_, i) => `w${i}`).join(' '));
  assert.equal(words.length, 24);
  assert.equal(words[23], 'w23');
});

for (const [a, b, distance] of [
  ['scope', 'scope', 0],
  ['scpoe', 'scope', 1],
  ['scop', 'scope', 1],
  ['scoope', 'scope', 1],
  ['skope', 'scope', 1],
  ['ca', 'abc', 3],
  ['', 'ab', 2],
  ['abcdef', 'uvwxyz', 3],
])
  test(`'${a}' and '${b}' are ${distance} edits apart, capped at 3`, () => {
    assert.equal(editDistance(a, b, 2), distance);
  });

for (const [word, expected] of [
  ['scope', 'scope 1'],
  ['happiness', 'happiness 1, happy 0.7'],
  ['scoep', 'scope 0.78'],
  ['kcope', 'scope 0.624'],
  ['promtoino', 'promotion 0.296'],
  ['laddre', 'ladder 0.78, ladders 0.546'],
  ['l7', ''],
  ['scpe', ''],
])
  test(`'${word}' stands for ${expected || 'no word'}`, () => {
    const dictionary = dictionaryOf(WORDS);
    assert.equal(print(dictionary, dictionary.expand(word)), expected);
  });

test('An unfinished word stands for the words that begin with it', () => {
  const dictionary = dictionaryOf(WORDS);
  assert.equal(
    print(dictionary, dictionary.expand('l', { isUnfinished: true })),
    'l6 0.83, ladder 0.681, ladders 0.662, leader 0.681',
  );
});

test('A short word that exists is not completed', () => {
  const dictionary = dictionaryOf('c cat catalogue');
  assert.equal(print(dictionary, dictionary.expand('c', { isUnfinished: true })), 'c 1');
  assert.equal(print(dictionary, dictionary.expand('cat', { isUnfinished: true, isAlone: true })), 'cat 1');
  assert.match(print(dictionary, dictionary.expand('cat', { isUnfinished: true })), /^cat 1, catalogue/);
});

test('A word on several pages is not a typo', () => {
  const dictionary = dictionaryOf('laddar ladder', [1, 2]);
  assert.equal(print(dictionary, dictionary.expand('laddar')), 'laddar 1, ladder 0.234');
  assert.equal(print(dictionary, dictionary.expand('ladder')), 'ladder 1');
});

test('The nearest word is suggested for an unknown one', () => {
  const dictionary = dictionaryOf('ambiguity calibration ladder scope');
  const nearest = ['laddder', 'scop', 'scp', 'calbiratoin', 'zebra'].map(word => dictionary.nearest(word));
  assert.deepEqual(nearest, ['ladder', 'scope', null, 'calibration', null]);
});

test('A misspelt form is nearer to its word than to another word with two other letters', () => {
  assert.equal(dictionaryOf('ambiguity ambitious').nearest('ambigous'), 'ambiguity');
});

test('A misspelt word gets a suggestion, and a correct form of a word none', () => {
  const dictionary = dictionaryOf('archetype calibrated carrying evidence identifies responsibly technical');
  const misspelt = ['evidance', 'archetyp'].map(word => dictionary.nearestForm(word));
  assert.deepEqual(misspelt, ['evidence', 'archetype']);
  const forms = ['calibrates', 'carried', 'identified', 'responsible', 'technically', 'evidence', 'zebra'];
  assert.deepEqual(
    forms.filter(word => dictionary.nearestForm(word)),
    [],
  );
});

test('A missing space between two words is found', () => {
  const dictionary = dictionaryOf('case lead promotion tech');
  assert.deepEqual(dictionary.split('techlead'), ['tech', 'lead']);
  assert.equal(dictionary.split('techleads'), null);
  const [expansions] = expandQuery(parseQuery('promotioncase '), dictionary, {});
  assert.deepEqual(
    expansions.map(({ indexes }) => indexes.map(index => dictionary.words[index])),
    [['promotion', 'case']],
  );
});

test('A word that the site does not use stands for words that are near in meaning', () => {
  const dictionary = dictionaryOf('paid pay reaching salary');
  const options = { related: ['pay', 'salary'] };
  assert.equal(print(dictionary, dictionary.expand('compensation', options)), 'pay 0.7, salary 0.6');
  // It is a word of its own, so it is hardly a misspelling.
  assert.equal(print(dictionary, dictionary.expand('coaching', options)), 'pay 0.7, salary 0.6');
});

test('An English word of three letters is not completed', () => {
  const dictionary = dictionaryOf('pipeline seed');
  const options = { isUnfinished: true, isAlone: true };
  assert.equal(print(dictionary, dictionary.expand('pip', { ...options, related: ['seed'] })), 'seed 0.7');
  assert.match(print(dictionary, dictionary.expand('pip', options)), /^pipeline/);
});

test('An unknown word may be short for one that the site uses', () => {
  const dictionary = dictionaryOf('perfect performance review', [0, 3, 1]);
  assert.match(print(dictionary, dictionary.expand('perf')), /perfect.*performance|performance.*perfect/);
  assert.equal(dictionary.longer('perf'), 'performance');
});

test('An abbreviation stands for its long form, and the long form for the abbreviation', () => {
  const dictionary = dictionaryOf(WORDS);
  const expand = query => expandQuery(parseQuery(query), dictionary, { roi: 'return on investment' });
  const wordsOf = expansions =>
    expansions.map(({ indexes }) => indexes.map(index => dictionary.words[index]).join('+'));
  assert.deepEqual(wordsOf(expand('roi ')[0]), ['roi', 'return+on+investment']);
  assert.deepEqual(expand('return on investment ').map(wordsOf), [
    ['return', 'roi'],
    ['on', 'roi'],
    ['investment', 'roi'],
  ]);
  assert.deepEqual(wordsOf(expand('investment ')[0]), ['investment']);
});

test('Two words stand for the word that they form together', () => {
  const dictionary = dictionaryOf('performance under underperformance');
  const expansions = expandQuery(parseQuery('under performance '), dictionary, {});
  for (const word of expansions) assert.equal(dictionary.words[word.at(-1).indexes[0]], 'underperformance');
});

test('One-to-ones are found before the last word is finished', () => {
  for (const query of ['one to on', 'one-to-o', 'One on on'])
    assert.ok(parseQuery(query).words.includes('onetoone'), query);
  assert.ok(!parseQuery('one to onboard').words.includes('onetoone'));
});
