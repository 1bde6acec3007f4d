// The text of a page's HTML, and the excerpt of a result.
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleText, excerptOf, sectionText } from '../../../src/KnowledgeSite.Search/Browser/excerpt.js';

const HTML = `<nav><h2 id="nav">Not text</h2></nav><article class="prose">
<header class="article-header"><h1 id="top">Title</h1></header><p class="kind">Page</p>
<p>Before any <b>head</b>ing &amp; more.</p><h2 id="one">One</h2>
<p>First&nbsp;section, with&#32;a <a href="/x">link</a>.</p><ul><li>item</li><li>other</li></ul>
<h3 id="a&quot;b" class="x">Odd <em>id</em></h3><p>Second &lt;script&gt; section &#x1F600;.</p>
</article><footer>Not text</footer>`;

for (const [anchor, text] of [
  ['', 'Before any heading & more.'],
  ['one', 'First section, with a link. item other'],
  ['a"b', 'Second <script> section 😀.'],
  ['missing', 'Before any heading & more.'],
])
  test(`The text of section '${anchor}' is read from the page's HTML`, () => {
    assert.equal(sectionText(HTML, anchor), text);
  });

test('The text of a page is that of its article', () => {
  assert.match(articleText(HTML), /^Title Page Before any heading & more\. One First section/);
  assert.doesNotMatch(articleText(HTML), /Not text/);
});

test('An excerpt is the part where most of the words are closest together', () => {
  const filler = 'and so on it goes '.repeat(40);
  const text = `Scope alone. ${filler}Staff have scope here. ${filler}`;
  const excerpt = excerptOf(text, word => ['scope', 'staff'].includes(word));
  assert.match(excerpt.text, /^… .* …$/);
  assert.ok(excerpt.text.length >= 100 && excerpt.text.length <= 190);
  assert.deepEqual(
    excerpt.marks.map(([start, end]) => excerpt.text.slice(start, end)),
    ['Staff', 'scope'],
  );
  assert.deepEqual(excerpt.words, ['staff', 'scope']);
});

test('An excerpt without any of the words is the beginning', () => {
  assert.deepEqual(
    excerptOf('Just a short text.', () => false),
    { text: 'Just a short text.', marks: [], words: [] },
  );
  assert.equal(excerptOf('', () => true).text, '');
});
