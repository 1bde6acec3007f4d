// Which page, and which of its sections, comes first.
import assert from 'node:assert/strict';
import test from 'node:test';
import { intersectPostings } from '../../../src/KnowledgeSite.Search/Browser/postings.js';
import { Ranking } from '../../../src/KnowledgeSite.Search/Browser/ranking.js';

// Three pages of two sections each.
const SECTIONS = { firstSection: [0, 2, 4, 6], pageOf: [0, 0, 1, 1, 2, 2], rarityPages: 3 };

/** @param rows [section, { body, headings, names, paths }], all 0 by default */
function postings(...rows) {
  const column = name => Uint8Array.from(rows, ([, row]) => row[name] ?? 0);
  return {
    sections: Uint32Array.from(rows, ([section]) => section),
    body: column('body'),
    headings: column('headings'),
    names: column('names'),
    paths: column('paths'),
  };
}

const word = (...rows) => [{ confidence: 1, postings: [postings(...rows)] }];
const rank = (words, options) => new Ranking(SECTIONS).rank(words, options);
const sections = hits => hits.map(({ section }) => section);

test('A word counts more in a title than in a heading, and more there than in the text', () => {
  const [title] = rank([word([0, { headings: 1 }])]);
  const [heading] = rank([word([1, { headings: 1 }])]);
  const [text] = rank([word([1, { body: 9 }])]);
  assert.ok(title.score > heading.score);
  assert.ok(heading.score > text.score);
});

test('A rare word counts more than a common one', () => {
  const common = word([0, { body: 9 }], [2, { body: 9 }], [3, { body: 9 }]);
  const rare = word([4, { body: 9 }]);
  assert.equal(rank([common, rare])[0].page, 2);
});

test('A page with all words of the query comes before pages with one of them', () => {
  const first = word([0, { body: 9 }], [2, { body: 9 }]);
  const second = word([2, { body: 9 }], [4, { body: 9 }]);
  assert.equal(rank([first, second])[0].page, 1);
});

test('The result is the section with the words, or the page if its title contains the whole query', () => {
  assert.deepEqual(sections(rank([word([1, { body: 9 }])])), [1]);
  assert.deepEqual(sections(rank([word([0, { headings: 2 }], [1, { body: 9 }])])), [0]);
  assert.deepEqual(sections(rank([word([0, { headings: 6 }], [1, { headings: 1 }])])), [1]);
});

test('A less certain word scores less', () => {
  const [certain] = rank([word([0, { body: 9 }])]);
  const [typo] = rank([[{ confidence: 0.5, postings: [postings([0, { body: 9 }])] }]]);
  assert.ok(typo.score < certain.score);
});

test('A page that matches much less of the query than the best is dropped', () => {
  const words = [0, 1, 2, 3, 4, 5].map(() => word([0, { body: 9 }]));
  const hits = rank([...words, word([0, { body: 9 }], [2, { body: 9 }], [4, { body: 9 }])]);
  assert.deepEqual(sections(hits), [0]);
});

test('The results can be limited, and filtered by page', () => {
  const everywhere = word([0, { body: 9 }], [2, { body: 5 }], [4, { body: 3 }]);
  assert.deepEqual(sections(rank([everywhere])), [0, 2, 4]);
  assert.deepEqual(sections(rank([everywhere], { max: 2 })), [0, 2]);
  assert.deepEqual(sections(rank([everywhere], { max: 2, accepts: page => page !== 0 })), [2, 4]);
});

test('Equal pages keep the order of the site', () => {
  assert.deepEqual(sections(rank([word([4, { body: 5 }], [0, { body: 5 }], [2, { body: 5 }])])), [0, 2, 4]);
});

test('One ranking can be used for many queries', () => {
  const ranking = new Ranking(SECTIONS);
  const before = ranking.rank([word([0, { body: 9 }], [2, { headings: 1 }])]);
  ranking.rank([word([1, { headings: 3 }]), word([5, { names: 9 }])]);
  assert.deepEqual(ranking.rank([word([0, { body: 9 }], [2, { headings: 1 }])]), before);
});

test('Words that must all match are found where they occur together', () => {
  const {
    sections: common,
    body,
    headings,
  } = intersectPostings([
    postings([0, { body: 9 }], [2, { body: 7, headings: 2 }], [5, { body: 1 }]),
    postings([2, { body: 3, headings: 4 }], [4, { body: 2 }]),
  ]);
  assert.deepEqual([[...common], [...body], [...headings]], [[2], [3], [2]]);
});

test('A word of the question decides nothing, but a title may consist of it', () => {
  const asked = word([0, { headings: 1 }]);
  const how = word([2, { body: 15 }], [4, { headings: 2 }]);
  assert.equal(rank([how, asked], { weights: [0.05, 1] })[0].page, 0);
  const titled = word([0, { headings: 3 }], [4, { headings: 2 }]);
  assert.equal(rank([how, titled], { weights: [0.05, 1] })[0].page, 2);
});

test('A word of the question counts no more than what is asked for, however rare it is', () => {
  const asked = word([0, { headings: 1, body: 9 }], [2, { body: 9 }], [4, { body: 9 }]);
  const overview = word([2, { names: 15 }]);
  assert.equal(rank([asked, overview])[0].page, 1);
  assert.equal(rank([asked, overview], { weights: [1, 0.4] })[0].page, 0);
});

test('A title need not repeat the words of its folders', () => {
  const solver = word([0, { headings: 1, paths: 1 }], [2, { headings: 3, paths: 1 }]);
  const archetype = word([0, { paths: 1 }], [2, { headings: 3 }], [4, { headings: 2 }]);
  assert.equal(rank([solver, archetype])[0].page, 0);
});

test('A document to fill in comes after a guide that answers the query as well', () => {
  const words = [word([0, { headings: 1 }], [2, { headings: 1 }])];
  assert.deepEqual(sections(rank(words, { isTemplate: page => page === 0 })), [2, 0]);
});

test('The names that other pages use for a section lead to it', () => {
  assert.deepEqual(sections(rank([word([0, { body: 9 }], [1, { names: 15 }])])), [1]);
});

test('A term comes first if the query asks for its meaning', () => {
  const words = [word([0, { headings: 1, body: 15 }], [3, { headings: 1 }])];
  assert.equal(rank(words)[0].page, 0);
  assert.equal(rank(words, { defines: page => page === 1 })[0].page, 1);
});
