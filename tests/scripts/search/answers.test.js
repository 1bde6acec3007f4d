// Searches the pages of the repository as people type, and counts how often an answer comes first. SITE is the folder
// of the built site (eng/test-scripts.sh).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Searcher } from '../../../src/KnowledgeSite.Search/Browser/searcher.js';

const SITE = process.env.SITE;
const QUERIES = new URL('../../fixtures/search/', import.meta.url);
const LADDERS = {
  D: 'data-science',
  M: 'machine-learning-scientist',
  E: 'machine-learning-engineer',
  A: 'data-analyst',
  N: 'analytics-engineer',
};

const searcher = await Searcher.open(filesOf(SITE));

for (const [file, minFirst, minFirstThree] of [
  ['queries.txt', 93, 96],
  ['review.txt', 95, 98],
  ['unseen.txt', 85, 95],
  ['readers.txt', 86, 95],
  ['colleagues.txt', 82, 93],
])
  test(`Answers to ${file} come first`, async () => {
    const ranks = [];
    for (const { query, answers } of readQueries(file)) ranks.push({ query, rank: await rankOf(query, answers) });
    const percent = count => (100 * count) / ranks.length;
    const first = percent(ranks.filter(({ rank }) => rank === 0).length);
    const firstThree = percent(ranks.filter(({ rank }) => rank >= 0 && rank < 3).length);
    const others = ranks.filter(({ rank }) => rank !== 0).map(({ query }) => query);
    assert.ok(
      first >= minFirst && firstThree >= minFirstThree,
      `${first.toFixed(1)} % first, ${firstThree.toFixed(1)} % within three. Not first:\n${others.join('\n')}`,
    );
  });

/** Reads the files of a site as site-files.js does, from a folder. */
function filesOf(folder) {
  const versions = join(folder, 'search', 'index');
  const index = readdirSync(versions)
    .map(version => join(versions, version))
    .find(version => readdirSync(version).includes('index.bin'));
  const readBytes = async name => new Uint8Array(gunzipSync(readFileSync(join(index, name))));
  return {
    readBytes,
    readJson: async name => JSON.parse(new TextDecoder().decode(await readBytes(name))),
    readPage: async url => readFileSync(join(folder, url, 'index.html'), 'utf8'),
    pathOf: url => `/${url}`,
  };
}

function readQueries(file) {
  return readFileSync(new URL(file, QUERIES), 'utf8')
    .split(/\r?\n/)
    .filter(line => line && !line.startsWith('#'))
    .map(line => {
      const [query, answers] = line.split(' | ');
      return { query, answers: answers.split(' ').map(addressOf) };
    });
}

function addressOf(answer) {
  return answer.startsWith('/') ? answer : `/ladders/${LADDERS[answer[0]]}${answer.slice(1)}`;
}

/** The number of results before the first that is an answer; -1 if the first ten have none. */
async function rankOf(query, answers) {
  const results = await searcher.search(query, { limit: 10, excerpts: 0 });
  const isAnswer = url => answers.some(a => url === a || (!a.includes('#') && url.startsWith(`${a}#`)));
  return results.findIndex(({ url }) => isAnswer(url));
}
