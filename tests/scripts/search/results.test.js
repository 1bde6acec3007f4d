// Results as elements of the page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parseHTML } from 'linkedom';
import { resultItem, showExcerpts } from '../../../src/KnowledgeSite.Search/Browser/results.js';

const RESULT = {
  url: '/staff/scope/#depth',
  title: 'Scope',
  heading: 'Depth',
  kind: 'dimension',
  trail: 'Ladders › Data science',
  excerpt: 'A <b>deep</b> scope.',
  marks: [[14, 19]],
  words: ['scope'],
};

function openPage() {
  const { document } = parseHTML('<!doctype html><html><body><ol></ol></body></html>');
  globalThis.document = document;
  globalThis.location = new URL('https://site.example/');
  return document.querySelector('ol');
}

const textOf = (item, part) => item.querySelector(`.result-${part}`).textContent;

test('A result names the page, the section, the kind and the folders', () => {
  openPage();
  const item = resultItem(RESULT);
  assert.equal(textOf(item, 'title'), 'Scope › Depth');
  assert.equal(textOf(item, 'trail'), 'Dimension · Ladders › Data science');
  assert.equal(textOf(item, 'excerpt'), '');
  assert.equal(item.querySelector('a').getAttribute('href'), '/staff/scope/#depth');
});

test('A result without a section has the title of the page', () => {
  openPage();
  assert.equal(textOf(resultItem({ ...RESULT, heading: '' }), 'title'), 'Scope');
});

test('The kind is left out if a folder says it', () => {
  openPage();
  assert.equal(textOf(resultItem({ ...RESULT, kind: 'ladder' }), 'trail'), 'Ladders › Data science');
  assert.equal(textOf(resultItem({ ...RESULT, kind: 'page' }), 'trail'), 'Ladders › Data science');
});

test('Excerpts are text with the words marked, and links highlight the words', () => {
  const list = openPage();
  list.append(resultItem(RESULT));
  showExcerpts(list, [RESULT, RESULT]);
  const excerpt = list.querySelector('.result-excerpt');
  assert.equal(excerpt.textContent, 'A <b>deep</b> scope.');
  assert.equal(excerpt.querySelector('mark').textContent, 'scope');
  assert.equal(excerpt.querySelector('b'), null);
  assert.equal(list.querySelector('a').getAttribute('href'), 'https://site.example/staff/scope/?mark=scope#depth');
});
