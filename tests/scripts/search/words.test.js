// Splitting and stemming: the lists are shared with the tests of the index (AnalysisTests.cs).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readSearchWords, readWords } from '../../../src/KnowledgeSite.Search/Browser/analysis.js';
import { stem } from '../../../src/KnowledgeSite.Search/Browser/stemmer.js';

const readFixture = name => readFileSync(new URL(`../../fixtures/search/${name}`, import.meta.url), 'utf8');
const join = words => words.map(({ word }) => word).join(' ');

test('Texts of many scripts are split as the shared list says', () => {
  const texts = JSON.parse(readFixture('analysis.json'));
  assert.ok(texts.length > 4000);
  for (const [text, words] of texts) assert.equal(join(readWords(text)), words.join(' '), text);
});

test('Identifiers are also found by their parts, as the shared list says', () => {
  for (const [text, words] of JSON.parse(readFixture('identifiers.json')))
    assert.equal(join(readSearchWords(text)), words, text);
});

test('A word has its position in the text', () => {
  const words = readWords('a C# 数据科 x-y');
  assert.deepEqual(
    words.map(({ start, end }) => [start, end]),
    [
      [0, 1],
      [2, 4],
      [5, 7],
      [6, 8],
      [9, 10],
      [11, 12],
    ],
  );
});

test('A word has at most 64 characters', () => {
  assert.equal(readWords('x'.repeat(10_000))[0].word.length, 64);
});

test('English words have the stems of Snowball’s own stemmer', () => {
  const pairs = readFixture('stems.txt').trim().split('\n');
  assert.ok(pairs.length > 5000);
  for (const pair of pairs) {
    const [word, expected] = pair.split(' ');
    assert.equal(stem(word), expected, word);
  }
});

test('Other words have no stem', () => {
  for (const word of ['c#', "don't", 'élèves', 'l6', 'работает', 'is']) assert.equal(stem(word), word);
});
