// What the reader is told about how a query was understood.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Dictionary } from '../../../src/KnowledgeSite.Search/Browser/dictionary.js';
import { Searcher } from '../../../src/KnowledgeSite.Search/Browser/searcher.js';

const WORDS = 'catch ever for lead manager miss okr pay process promotion salary tech up'.split(' ').sort();
const RELATED = { compensation: ['pay', 'salary'], firm: ['salary'], manger: [], mess: [] };

const searcher = new Searcher(
  {
    head: { language: 'en', ladders: [], roles: [], templates: [], abbreviations: {}, report: null },
    dictionary: new Dictionary(WORDS, new Uint8Array(WORDS.length)),
    firstSection: [0, 1],
    pageOf: [0],
    rarityPages: 1,
    relatedTo: async word => RELATED[word] ?? null,
  },
  {},
);

for (const [query, suggestion, also] of [
  ['promtion', 'promotion', []],
  ['techlead', 'tech lead', []],
  // "for" and "ever" say nothing.
  ['promotion forever', null, []],
  // Two letters are not completed.
  ['zy promotion', null, []],
  ['ok promotion', null, []],
  // The last word may be unfinished. A suggestion has no unfinished word.
  ['promotion proc', null, []],
  ['promtion proc', 'promotion process', []],
  ['compensation', null, ['pay', 'salary']],
  ['catchup', 'catch up', []],
  // English words. A short one is no misspelling of another.
  ['mess', null, []],
  ['manger', 'manager', []],
  // The reader's word is one of the workplace.
  ['boss', null, []],
  // The site does not use the word of the workplace for it, "company".
  ['firm', null, ['salary']],
])
  test(`“${query}” ${suggestion ? `may mean “${suggestion}”` : 'is no misspelling'}`, async () => {
    assert.deepEqual(await searcher.explain(query), { suggestion, also, report: null });
  });

test('A word of the workplace also stands for the word that the site uses', async () => {
  const { expansions } = await searcher.parse('boss ');
  assert.deepEqual(
    expansions[0].map(({ indexes }) => indexes.map(index => WORDS[index])),
    [['manager']],
  );
});
