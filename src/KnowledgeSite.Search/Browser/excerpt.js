// The excerpt of a result: the text around the words of the query, read from the page's HTML. The browser then has the
// page cached when the reader follows the result.
import { searchWordsIn } from './analysis.js';

const LENGTH = 180;
const BEFORE = 40;

const HEADING = /<h[2-6]\b[^>]*? id="([^"]*)"[^>]*>[\s\S]*?<\/h[2-6]>/g;
// Elements that are not text of the page: title and kind, actions, navigation, table headers, footnote marks.
const ASIDE = new RegExp(
  [
    /<(h1|nav|thead|caption|print-sheet|page-actions)\b[\s\S]*?<\/\1>/,
    /<(p|ul) class="(?:kind|actions|byline|cell-foot)"[\s\S]*?<\/\2>/,
    /<(a|sup)\b[^>]* class="(?:footnote-ref|footnote-back-ref|link-note)"[\s\S]*?<\/\3>/,
  ]
    .map(part => part.source)
    .join('|'),
  'g',
);
const CELL_END = /<\/t[dh]>(?=\s*<t[dh]\b)/g;
const ROW_END = /<\/tr>(?=\s*<tr\b)/g;
const INLINE_NAMES =
  'a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr';
const INLINE_TAG = new RegExp(`</?(?:${INLINE_NAMES})\\b[^>]*>`, 'g');
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of one section of a page's HTML; an empty anchor means the text before the first heading. */
export function sectionText(html, anchor) {
  const article = html.slice(html.indexOf('<article'), html.indexOf('</article>')).replace(ASIDE, '');
  const headings = [...article.matchAll(HEADING)];
  const place = anchor ? headings.findIndex(heading => decoded(heading[1]) === anchor) : -1;
  const start = place < 0 ? 0 : headings[place].index + headings[place][0].length;
  return textOf(article.slice(start, headings[place + 1]?.index));
}

/** The whole text of a page. */
export function articleText(html) {
  return textOf(html.slice(html.indexOf('<article'), html.indexOf('</article>')));
}

/**
 * The part of a text that contains most of the words, closest together.
 * @param isMeant (word) → true for words to find
 * @returns {{ text: string, marks: [number, number][], words: string[] }} the ranges of the words, and the words
 */
export function excerptOf(text, isMeant) {
  const met = searchWordsIn(text).filter(w => isMeant(w.word));
  const best = densest(met);
  let start = best ? Math.max(0, best.start - BEFORE) : 0;
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), best ? best.end : start + 1);
  const [before, after] = [start > 0 ? '… ' : '', end < text.length ? ' …' : ''];
  const shift = before.length - start;
  const shown = met.filter(w => w.start >= start && w.end <= end);
  return {
    text: before + text.slice(start, end) + after,
    marks: shown.map(w => [w.start + shift, w.end + shift]),
    words: [...new Set(shown.map(w => w.word))],
  };
}

function densest(met) {
  let best = null;
  for (let i = 0; i < met.length; i++) {
    const different = new Set();
    for (let j = i; j < met.length && met[j].end - met[i].start <= LENGTH - BEFORE; j++) different.add(met[j].word);
    if (!best || different.size > best.size) best = { size: different.size, start: met[i].start, end: met[i].end };
  }
  return best;
}

function textOf(html) {
  return decoded(
    html
      .replace(CELL_END, ' · ')
      .replace(ROW_END, '; ')
      .replace(INLINE_TAG, '')
      .replace(/<[^>]*>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

function decoded(text) {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) =>
    name
      ? (NAMED[name] ?? whole)
      : String.fromCodePoint(Math.min(0x10ffff, decimal ? parseInt(decimal, 10) : parseInt(hexadecimal, 16))),
  );
}
