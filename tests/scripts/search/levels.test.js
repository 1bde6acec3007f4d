// Queries about levels of a ladder.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Dictionary } from '../../../src/KnowledgeSite.Search/Browser/dictionary.js';
import { RoleDocuments, Templates } from '../../../src/KnowledgeSite.Search/Browser/documents.js';
import { Levels } from '../../../src/KnowledgeSite.Search/Browser/levels.js';
import { phrasingOf } from '../../../src/KnowledgeSite.Search/Browser/phrasing.js';

const WORDS =
  'case data director engineer growth interview kit learning machine manager plan promotion science ' +
  'scientist senior staff staffing';
const dictionary = new Dictionary(WORDS.split(' '), new Uint8Array(WORDS.split(' ').length));
const TEMPLATES = [['growth plan', 'pdp'], ['promotion case'], ['interview kit', 'interview questions template']];

const level = (page, ...names) => ({ page, sheet: page + 30, names });
const ladder = (title, start) => ({
  title,
  levels: [
    level(start, 'l5', 'senior data scientist', 'senior'),
    level(start + 1, 'l6', 'staff data scientist', 'staff'),
    level(start + 2, 'l7', 'senior staff data scientist', 'senior staff'),
    level(start + 3, 'm6', 'data science manager', 'manager'),
  ],
  dimensions: [
    { names: ['scope', 'size of my projects'], page: start + 90, sections: [start + 50, start + 51, start + 52, -1] },
    { names: ['technical craft'], page: start + 91, sections: [start + 60, start + 61, start + 62, start + 63] },
  ],
  documents: [
    { levels: [start + 70, start + 71, start + 72, start + 73], steps: [] },
    { levels: [-1, start + 81, -1, start + 83], steps: [0, 1, start + 81, 0, 3, start + 83] },
    { levels: [-1, -1, -1, -1], steps: [] },
  ],
  pairs: [0, 1, start + 10, 0, 2, start + 11, 0, 3, start + 12, 1, 2, start + 13, 1, 3, start + 14, 2, 3, start + 15],
});

function answers(query, { language = 'en-GB', ladders = [ladder('data science', 0)] } = {}) {
  const last = /\s$/.test(query) ? '' : query.split(' ').at(-1).toLowerCase();
  const phrasing = phrasingOf(language);
  return new Levels(ladders, new Templates(TEMPLATES, phrasing), phrasing, dictionary).answersTo(query, last);
}

const find = (query, options) => answers(query, options).map(({ page }) => page);

for (const [query, page] of [
  ['l5 vs l6', 10],
  ['L6 vs. L5', 10],
  ['l5 l6', 10],
  ['senior to staff', 10],
  ['senior → staff', 10],
  ['difference between senior and staff', 10],
  ['what is the difference between a staff and a senior data scientist?', 10],
  ['how is staff different from senior', 10],
  ['senior staff vs staff', 13],
  ['senior vs senior staff', 11],
  ['compare l7 and manager', 15],
  ['senor vs stafff', 10],
  ['staf vs managr', 14],
  ['what do managers do', 3],
  ['senior vs sta', 10],
  ['staff', 1],
  ['l6', 1],
  ['level 7', 2],
  ['what does an L5 do', 0],
  ['what is expected of a senior data scientist', 0],
  ['senior staff', 2],
  ['staff versus manager', 14],
  ['staff responsibilities', 1],
  ['staff on one page', 31],
  ['print senior expectations', 30],
  ['ic6', 1],
  ['sr data scientist vs staff', 10],
  ['growth plan L6', 71],
  ['growth plan template for a senior data scientist', 70],
  ['pdp senior', 70],
  ['promotion case senior to staff', 81],
  ['promotion case template staff', 81],
])
  test(`“${query}” leads to page ${page}`, () => {
    assert.deepEqual(find(query), [page]);
  });

for (const query of [
  'senior to staff promotion',
  'staff role',
  'promotion case staff to senior staff',
  'growth plan senior vs staff',
  'staff promotion',
  'promotion',
  'senior vs',
  'compare staff',
  'l9 vs l8',
  'data',
  'sen',
  'data levels',
  'scope',
  'scope manager',
  'scope senior vs staff',
])
  test(`“${query}” asks for something else`, () => {
    assert.deepEqual(find(query), []);
  });

for (const [query, section] of [
  ['scope staff', 51],
  ['L6 scope', 51],
  ['what is the scope of a senior data scientist', 50],
  ['technical craft manager', 63],
  ['size of projects staff', 51],
])
  test(`“${query}” leads to section ${section}`, () => {
    assert.deepEqual(answers(query), [{ section }]);
  });

for (const query of ['scope vs case', 'scope vs scope', 'scope technical craft', 'scope vs technical craft plan'])
  test(`“${query}” is not about two dimensions`, () => {
    assert.deepEqual(find(query), []);
  });

test('Two dimensions lead to their pages, in the ladder that the query names', () => {
  const ladders = [ladder('data science', 0), ladder('machine learning scientist', 100)];
  for (const each of ladders) each.dimensions.push({ names: ['plan'], page: each.levels[0].page + 92, sections: [] });
  assert.deepEqual(find('scope vs plan', { ladders }), [90, 92]);
  assert.deepEqual(find('difference between plan and scope', { ladders }), [92, 90]);
  assert.deepEqual(find('scope or technical craft', { ladders }), [90, 91]);
  assert.deepEqual(find('scope vs plan mls', { ladders }), [190, 192]);
});

test('The ladder that the query names comes first, and a pair leads to all ladders', () => {
  const ladders = [ladder('data science', 0), ladder('machine learning scientist', 100)];
  assert.deepEqual(find('senior vs staff', { ladders }), [10, 110]);
  assert.deepEqual(find('senior ml scientist vs staff', { ladders }), [110]);
  assert.deepEqual(find('staff', { ladders }), [1]);
  assert.deepEqual(find('staff data scientist', { ladders }), [1]);
});

test('Comparisons are asked for in the language of the site', () => {
  assert.deepEqual(find('Unterschied zwischen senior und staff', { language: 'de' }), [10]);
  assert.deepEqual(find('différence entre senior et staff', { language: 'fr' }), [10]);
  assert.deepEqual(find('difference between senior and staff', { language: 'de' }), []);
  assert.deepEqual(find('l5 l6', { language: 'ja' }), [10]);
});

const role = (name, page) => ({ name, pages: [-1, -1, page] });
const roles = [
  role('machine learning engineer', 1),
  role('staff machine learning engineer', 2),
  role('data scientist', 3),
];

for (const [query, page] of [
  ['interview kit data scientist', 3],
  ['interview questions for a staff machine learning engineer', 2],
  ['intervew kit machine learning engineer', 1],
  ['staff ml engineer interview questions', 2],
  ['interview kit mle', 1],
  ['interview kit', undefined],
  ['data scientist', undefined],
  ['growth plan data scientist', undefined],
  ['interview kit for the data scientist of my team', undefined],
])
  test(`“${query}” leads to ${page ? `the document ${page} of a role` : 'no document of a role'}`, () => {
    const phrasing = phrasingOf('en');
    const documents = new RoleDocuments(roles, new Templates(TEMPLATES, phrasing), phrasing, dictionary);
    assert.deepEqual(documents.answersTo(query), page ? [{ page }] : []);
  });

for (const [query, defines] of [
  ["what's drift", true],
  ['what is an SLO', true],
  ['define scope', true],
  ['promotion', false],
  ['how to define', true],
])
  test(`“${query}” ${defines ? 'asks' : 'does not ask'} for a meaning`, () => {
    assert.equal(phrasingOf('en').defines(query.replace(/'/g, '').toLowerCase().split(' ')), defines);
  });
