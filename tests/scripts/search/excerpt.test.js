// The text of a page's HTML, and the excerpt of a result.
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleText, excerptOf, readSection } from '../../../src/KnowledgeSite.Search/Browser/excerpt.js';

const HTML = `<nav><h2 id="nav">Not text</h2></nav><article class="prose">
<header class="article-header"><h1 id="top">Title</h1></header><p class="kind">Page</p>
<p>Before any <b>head</b>ing &amp; more.</p><h2 id="one">One</h2>
<p>First&nbsp;section, with&#32;a <a href="/x">link</a>.</p><ul><li>item</li><li>other</li></ul>
<h3 id="a&quot;b" class="x">Odd <em>id</em></h3><p>Second &lt;script&gt; section &#x1F600;.</p>
</article><footer>Not text</footer>`;

for (const [anchor, text] of [
  ['', 'Before any heading & more.'],
  ['one', 'First section, with a link. item. other.'],
  ['a"b', 'Second <script> section 😀.'],
  ['missing', 'Before any heading & more.'],
])
  test(`The text of section '${anchor}' is read from the page's HTML`, () => {
    assert.equal(readSection(HTML, anchor).text, text);
  });

test('The text of a page is that of its article', () => {
  assert.match(articleText(HTML), /^Title Page\. Before any heading & more\. One\. First section/);
  assert.doesNotMatch(articleText(HTML), /Not text/);
});

test('An excerpt is the part where most of the words are closest together', () => {
  const filler = 'and so on it goes '.repeat(40);
  const text = `Scope alone. ${filler}Staff have scope here. ${filler}`;
  const excerpt = excerptOf({ text, rows: [] }, word => ['scope', 'staff'].includes(word));
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
    excerptOf({ text: 'Just a short text.', rows: [] }, () => false),
    { text: 'Just a short text.', marks: [], words: [] },
  );
  assert.equal(excerptOf({ text: '', rows: [] }, () => true).text, '');
});

const WITH_JUNK = `<article><h1>Level</h1><ul class="actions level-actions"><li><a href="x">Print</a></li></ul>
<details class="level-about"><summary>L6</summary><dl><dt>Reach</dt><dd>One task</dd></dl></details>
<dl><dt>Purpose</dt><dd>To decide</dd></dl>
<p>A text with a note.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p>
<table><thead><tr><th>Level</th><th>Years</th></tr></thead><tbody><tr><th>Senior</th><td>2 to 3</td></tr>
<tr><th>Staff</th><td>4 or more</td></tr></tbody></table>
<section class="footnotes"><ol><li>Note.<a href="#fnref:1" class="footnote-back-ref">↩</a></li></ol></section>
</article>`;

test('An excerpt has no actions, notes or flattened tables', () => {
  const section = readSection(WITH_JUNK, '');
  assert.equal(section.text, 'Purpose: To decide. A text with a note.');
  assert.deepEqual(section.rows, ['Senior · 2 to 3', 'Staff · 4 or more']);
});

test('An excerpt has no diagrams, code and displayed formulas, and no full stop after another', () => {
  const html =
    '<article><h1>T</h1><figure ' +
    'class="diagram"><figcaption>Steps</figcaption><svg><text>Box</text></svg><ul><li>Box: ' +
    'leads to End</li></ul></figure><p>With <math alttext="p"><mi>p</mi></math> small.</p>' +
    '<math display="block" alttext="x^2"><mi>x</mi></math><pre><code>a = 1</code></pre>' +
    '<p>She said “done.”</p><p>Next</p></article>';
  assert.equal(readSection(html, '').text, 'With p small. She said “done.” Next.');
});

test('A page that begins with facts has its summary as excerpt', () => {
  const html =
    '<meta name="description" content="What L6 expects." /><article><h1>Staff</h1>' +
    '<details class="level-about"><summary>L6</summary><dl><dt>Reach</dt><dd>Teams</dd></dl></details>' +
    '<h2 id="a">A</h2><p>Text</p></article>';
  assert.deepEqual(readSection(html, ''), { text: 'What L6 expects.', rows: [] });
});

test('An excerpt begins with a sentence, and a short text is whole', () => {
  const text = `${'Before that. '.repeat(20)}A sentence that leads to the scope of a team. ${'And after. '.repeat(20)}`;
  assert.match(excerptOf({ text, rows: [] }, word => word === 'scope').text, /^… A sentence that leads to the scope/);
  const row = 'a cell that is longer than forty characters · 90 · 60 · scope';
  assert.equal(excerptOf({ text: '', rows: [row] }, word => word === 'scope').text, row);
});

test('An excerpt is a row of a table if the words are only there', () => {
  const section = readSection(WITH_JUNK, '');
  assert.equal(excerptOf(section, word => word === 'staff').text, 'Staff · 4 or more');
  assert.equal(excerptOf(section, word => word === 'text').text, section.text);
});
