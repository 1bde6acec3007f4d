// Loading files of the site.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { IndexMissing, SiteFiles } from '../../../src/KnowledgeSite.Search/Browser/site-files.js';

async function withSite(files, run) {
  const server = createServer((request, response) => {
    const file = files[request.url];
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${server.address().port}/kb/`;
  try {
    await run(new SiteFiles(`${root}search/index/1/`, root));
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
}

test('Files of the index are decompressed, and pages are read relative to the site', async () => {
  const files = { '/kb/search/index/1/index.bin': gzipSync('{"words":"a"}'), '/kb/page/': '<article>' };
  await withSite(files, async site => {
    assert.deepEqual(await site.readJson('index.bin'), { words: 'a' });
    assert.equal(await site.readPage('page/'), '<article>');
    assert.equal(await site.readPage('missing/'), '');
    assert.equal(site.pathOf('page/'), '/kb/page/');
  });
});

test('A missing file of the index is an error of its own', async () => {
  await withSite({}, async site => {
    await assert.rejects(site.readBytes('index.bin'), new IndexMissing('/kb/search/index/1/index.bin: 404'));
  });
});

test('An index without a network is missing, too', async () => {
  const site = new SiteFiles('http://127.0.0.1:1/search/index/1/', 'http://127.0.0.1:1/');
  await assert.rejects(site.readBytes('index.bin'), IndexMissing);
  assert.equal(await site.readPage('page/'), '');
});
