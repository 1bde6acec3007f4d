// The recent searches of a browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import { RecentSearches } from '../../../src/KnowledgeSite.Search/Browser/recent.js';

function useStorage(content = {}) {
  globalThis.localStorage = {
    getItem: key => content[key] ?? null,
    setItem: (key, value) => {
      content[key] = value;
    },
  };
}

test('The last five different searches are kept, the latest first', () => {
  useStorage();
  const recent = new RecentSearches();
  for (const query of ['a', 'b', ' c ', 'd', 'e', 'f', 'b', ' ']) recent.add(query);
  assert.deepEqual(recent.all(), ['b', 'f', 'e', 'd', 'c']);
  recent.clear();
  assert.deepEqual(recent.all(), []);
});

test('Damaged or forbidden storage is no error', () => {
  useStorage({ 'knowledgesite:searches': '{' });
  assert.deepEqual(new RecentSearches().all(), []);
  useStorage({ 'knowledgesite:searches': '["a", 1]' });
  assert.deepEqual(new RecentSearches().all(), ['a']);
  delete globalThis.localStorage;
  new RecentSearches().add('a');
  assert.deepEqual(new RecentSearches().all(), []);
});
