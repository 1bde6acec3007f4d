// Compares the MathML of a built site with that of Temml, and prints the formulas that differ.
//
//   npm install --no-save --prefix /tmp/oracle temml@0.13.5
//   NODE_PATH=/tmp/oracle/node_modules node eng/math-oracle.mjs SITE [COUNT]
//
// Both trees are reduced to what they mean: elements, texts and scripts. These known differences are left out:
// - attributes, classes, white space and empty elements: spaces come from the operator dictionary here;
// - rows: Temml adds some around delimiters and functions;
// - function application: Temml writes a thin space after it;
// - mi, mo and mtext: Temml writes some operators as identifiers, and numbers with commas as one number;
// - frames, lines and strokes: Temml uses menclose and styles, which are not in MathML Core;
// - a script after a bracket belongs to the bracket, as in TeX, and to all that is in brackets in Temml;
// - marks of accents: the characters differ, the shapes do not.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const temml = createRequire(join(process.env.NODE_PATH ?? '.', 'x.cjs'))('temml');
const [site, count = '300'] = process.argv.slice(2);

const MARKS = new Map([
  ['ˆ', '^'],
  ['\u0302', '^'],
  ['˜', '~'],
  ['\u20d7', '→'],
  ['¯', 'ˉ'],
  ['‾', 'ˉ'],
  ['−', '-'],
  ['*', '∗'],
  ['∣', '|'],
]);

function* pages(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* pages(path);
    else if (entry.name.endsWith('.html')) yield path;
  }
}

const decode = text =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&amp;/g, '&');

/** Parses MathML to nested arrays: a name, then children or a text. */
function parse(html) {
  const root = ['root'];
  const open = [root];
  for (const [, end, name, text] of html.matchAll(/<(\/?)([a-z]+)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1).push(decode(text));
    else if (end) open.pop();
    else {
      const element = [name];
      open.at(-1).push(element);
      open.push(element);
    }
  }
  return root;
}

/** Reduces a tree to a list of what it shows, so that rows do not matter. */
function reduce(node) {
  if (typeof node === 'string') return [...node.replace(/[\s\u00a0\u2061\u2009]/g, '')].map(c => MARKS.get(c) ?? c);
  const [name, ...children] = node;
  if (name === 'mspace' || name === 'mphantom') return [];
  const parts = children.map(reduce);
  if (/^m(sub|sup|subsup|under|over|underover|frac|root|multiscripts)$/.test(name)) {
    const [base, ...scripts] = name === 'mfrac' ? [[], ...parts] : parts;
    return [...base, `${name}(`, ...scripts.flatMap(part => [...part, ';']), ')'];
  }
  if (name === 'msqrt') return ['msqrt(', ...parts.flat(), ')'];
  if (name === 'mtr') return ['mtr(', ...parts.filter(p => p.length > 0).flat(), ')'];
  return parts.flat();
}

const seen = new Set();
let same = 0;
let failed = 0;
const different = [];
const formulas = [];
for (const path of pages(site)) {
  const html = readFileSync(path, 'utf8');
  for (const [math, attributes] of html.matchAll(/<math( [^>]*)>.*?<\/math>/gs)) {
    const tex = decode(/ alttext="([^"]*)"/.exec(attributes)?.[1] ?? '');
    if (tex.length > 1 && !seen.has(tex)) formulas.push({ path, tex, math, displayMode: attributes.includes('block') });
    seen.add(tex);
  }
}

const step = Math.max(1, Math.floor(formulas.length / Number(count)));
for (const { path, tex, math, displayMode } of formulas.filter((_, index) => index % step === 0)) {
  let theirs;
  try {
    theirs = temml.renderToString(tex, { displayMode, throwOnError: true });
  } catch (error) {
    failed++;
    console.log(`Temml: ${error.message.split('\n')[0]}\n  ${tex}`);
    continue;
  }
  const ours = reduce(parse(math)).join(' ');
  const others = reduce(parse(theirs)).join(' ');
  if (ours === others) same++;
  else different.push(`${path}\n  ${tex}\n  ours:  ${ours}\n  Temml: ${others}`);
}

console.log(different.join('\n'));
console.log(`${same} the same, ${different.length} different, ${failed} that Temml cannot compile.`);
