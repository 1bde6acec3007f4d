// The link that reports a search without results.
import assert from 'node:assert/strict';
import test from 'node:test';
import { reportUrl } from '../../../src/KnowledgeSite.Search/Browser/report.js';

test('The report contains the line for search-tests.yaml, whatever was typed', () => {
  const url = new URL(reportUrl('https://git.example/issues/new?title={subject}&body={body}', " it's  {body} & <b>"));
  assert.equal(url.searchParams.get('title'), "Search: it's {body} & <b>");
  assert.match(url.searchParams.get('body'), /- \{ query: 'it''s \{body\} & <b>', expect: … \}/);
});

test('A contact without texts stays as it is', () => {
  assert.equal(reportUrl('https://chat.example/team', 'x'), 'https://chat.example/team');
});
