// The excerpt of a result: the text around the words of the query, read from the page's HTML. The browser then has the
// page cached when the reader follows the result.
import { readSearchWords } from './analysis.js';

const MAX_LENGTH = 180;
const LENGTH_BEFORE_WORD = 40;
/** An excerpt begins with a sentence that begins at most this far before the first word. */
const MAX_LENGTH_TO_SENTENCE = 90;

const HEADING = /<h[2-6]\b[^>]*? id="([^"]*)"[^>]*>[\s\S]*?<\/h[2-6]>/g;
// Elements that are not text of the page: title and kind, actions, navigation, table headers, generated lists, notes
// and their marks; and those that are no sentences: diagrams, code and formulas on a line of their own.
const LEFT_OUT_CLASSES = 'kind|actions|byline|cell-foot|uses|footnotes|level-about|handout-kind|diagram|ladder-diagram';
const NOT_TEXT = new RegExp(
  [
    /<(h1|nav|thead|caption|svg|pre|print-sheet|page-actions)\b[\s\S]*?<\/\1>/,
    /<math\b[^>]* display="block"[\s\S]*?<\/math>/,
    new RegExp(`<(p|ul|dl|section|details|figure)\\b[^>]* class="(?:${LEFT_OUT_CLASSES})\\b[\\s\\S]*?</\\2>`),
    /<(a|sup)\b[^>]* class="(?:footnote-ref|footnote-back-ref|link-note)"[\s\S]*?<\/\3>/,
  ]
    .map(part => part.source)
    .join('|'),
  'g',
);
const FORMULA = /<math\b[^>]* alttext="([^"]*)"[\s\S]*?<\/math>/g;
const TABLE = /<table\b[\s\S]*?<\/table>/g;
const ROW = /<tr\b[\s\S]*?<\/tr>/g;
const CELL_END = /<\/t[dh]>(?=\s*<t[dh]\b)/g;
const TERM_END = /<\/dt>\s*<dd\b[^>]*>/g;
// The end of a heading, an item or a paragraph without a full stop, also none within quotation marks.
const BLOCK_END = /([\p{L}\p{Nd}%]|(?<![.!?…])[)\]"”’])\s*<\/(?:p|li|dd|h[2-6]|figcaption|blockquote)>/gu;
const INLINE_NAMES =
  'a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr';
const INLINE_TAG = new RegExp(`</?(?:${INLINE_NAMES})\\b[^>]*>`, 'g');
const NAMED_CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * One section of a page's HTML; an empty anchor means the text before the first heading.
 * @returns {{ text: string, rows: string[] }} its text without tables, and the rows of its tables
 */
export function readSection(html, anchor) {
  const article = html.slice(html.indexOf('<article'), html.indexOf('</article>')).replace(NOT_TEXT, '');
  const headings = [...article.matchAll(HEADING)];
  const heading = anchor ? headings.findIndex(h => decode(h[1]) === anchor) : -1;
  const start = heading < 0 ? 0 : headings[heading].index + headings[heading][0].length;
  const section = article.slice(start, headings[heading + 1]?.index);
  const text = textOf(section.replace(TABLE, ' '));
  const rows = (section.match(ROW) ?? []).map(textOf);
  return anchor || text || rows.length > 0 ? { text, rows } : { text: descriptionOf(html), rows };
}

// The summary of a page that begins with facts and links.
function descriptionOf(html) {
  return decode(html.match(/<meta name="description" content="([^"]*)"/)?.[1] ?? '');
}

/** The whole text of a page. */
export function articleText(html) {
  return textOf(html.slice(html.indexOf('<article'), html.indexOf('</article>')));
}

/**
 * The part of a section that contains most of the words, closest together: of its text, or else one row of a table.
 * @param section of readSection @param isMatch (word) → true for words to find
 * @returns {{ text: string, marks: [number, number][], words: string[] }} the ranges of the words, and the words
 */
export function excerptOf({ text, rows }, isMatch) {
  const inText = matchesIn(text, isMatch);
  const inRows = rows.map(row => matchesIn(row, isMatch));
  const best = inRows.reduce((a, b) => (b.distinct > a.distinct ? b : a), inText);
  return excerptAround(best.text || rows[0] || '', best.found);
}

function matchesIn(text, isMatch) {
  const found = readSearchWords(text).filter(w => isMatch(w.word));
  return { text, found, distinct: new Set(found.map(w => w.word)).size };
}

function excerptAround(text, found) {
  const best = densest(found);
  const start = best && text.length > MAX_LENGTH ? startOf(text, best.start) : 0;
  let end = Math.min(text.length, start + MAX_LENGTH);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), best ? best.end : start + 1);
  const [before, after] = [start > 0 ? '… ' : '', end < text.length ? ' …' : ''];
  const shift = before.length - start;
  const shown = found.filter(w => w.start >= start && w.end <= end);
  return {
    text: before + text.slice(start, end) + after,
    marks: shown.map(w => [w.start + shift, w.end + shift]),
    words: [...new Set(shown.map(w => w.word))],
  };
}

// The start of the sentence, or of a word in a long one.
function startOf(text, word) {
  const from = Math.max(0, word - MAX_LENGTH_TO_SENTENCE);
  const sentence = text.slice(from, word).match(/^(.*[.!?][”’)]? )/s)?.[0].length;
  if (sentence) return from + sentence;
  const start = Math.max(0, word - LENGTH_BEFORE_WORD);
  return start > 0 ? text.indexOf(' ', start) + 1 || start : 0;
}

function densest(found) {
  let best = null;
  for (let i = 0; i < found.length; i++) {
    const distinct = new Set();
    for (let j = i; j < found.length && found[j].end - found[i].start <= MAX_LENGTH - LENGTH_BEFORE_WORD; j++)
      distinct.add(found[j].word);
    if (!best || distinct.size > best.size) best = { size: distinct.size, start: found[i].start, end: found[i].end };
  }
  return best;
}

function textOf(html) {
  return decode(
    html
      .replace(CELL_END, ' · ')
      .replace(TERM_END, ': ')
      .replace(FORMULA, '$1')
      .replace(INLINE_TAG, '')
      .replace(BLOCK_END, '$1. ')
      .replace(/<[^>]*>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

function decode(text) {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) =>
    name
      ? (NAMED_CHARACTERS[name] ?? whole)
      : String.fromCodePoint(Math.min(0x10ffff, decimal ? parseInt(decimal, 10) : parseInt(hexadecimal, 16))),
  );
}
