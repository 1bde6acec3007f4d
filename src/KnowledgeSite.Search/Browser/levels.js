// Recognises queries about levels of a ladder: "l5 vs l6", "difference between senior and staff", "what does an L7 do".
// They lead to the comparison of two levels, to the page of one, to its summary to print, to what a dimension asks at
// one ("scope staff"), or to a document made for a level or a step ("growth plan l5").
import { readWords } from './analysis.js';
import { corrected, haveSameWords, MIN_LENGTH_OF_MISSPELT_NAME } from './names.js';

const SIGN = /[→>/|&+–—]/;
const CODE = /^\p{L}{1,3}(\p{Nd}+)$/u;
const MIN_UNFINISHED_LENGTH = 3;

export class Levels {
  /**
   * @param ladders of the index's head @param templates of documents, as in documents.js @param phrasing of phrasing.js
   * @param dictionary the words of the index
   */
  constructor(ladders, templates, phrasing, dictionary) {
    this.templates = templates;
    this.phrasing = phrasing;
    this.dictionary = dictionary;
    this.ladders = ladders.map(ladder => ({
      ...ladder,
      // A level with the title of its ladder is not meant by that title: "analytics engineer levels".
      levels: ladder.levels.map(level => ({
        ...level,
        names: level.names.filter(name => name !== ladder.title).map(name => name.split(' ')),
      })),
      dimensions: ladder.dimensions.map(({ names, page, sections }) => ({
        names: names.map(name => this.withoutQuestion(name.split(' '))).filter(words => words.length > 0),
        page,
        sections,
      })),
      // What may stand beside the name of a level: "staff data scientist", "staff ds".
      ownWords: new Set([...ladder.title.split(' '), ...initialsOf(ladder.title)]),
      titleWords: new Set(ladder.levels.flatMap(({ names }) => names).flatMap(name => name.split(' '))),
    }));
    this.nameWords = [...new Set(this.ladders.flatMap(({ titleWords }) => [...titleWords]))].filter(
      word => word.length >= MIN_LENGTH_OF_MISSPELT_NAME,
    );
  }

  /**
   * The pages that answer the query, best first: [{ page }], or [{ section }] for a section of a page; empty if it asks
   * for something else. @param last as in query.js
   */
  answersTo(text, last) {
    const words = readWords(text);
    const hasSign = words.some((word, i) => i > 0 && SIGN.test(text.slice(words[i - 1].end, word.start)));
    // A sign between two words separates names: "senior/staff" are two levels.
    const parts = [[]];
    words.forEach(({ word, start }, i) => {
      if (i > 0 && !/^[\s-]*$/.test(text.slice(words[i - 1].end, start))) parts.push([]);
      parts.at(-1).push(corrected(word, this.phrasing, this.dictionary, this.nameWords));
    });
    const answers = this.ladders
      .map(ladder => this.answer(ladder, parts, last, hasSign))
      .filter(Boolean)
      .sort((a, b) => b.ownWords - a.ownWords);
    if (answers.length === 0) return this.dimensionsIn(parts.flat(), hasSign);
    // A single level is also found by its words, so only the ladder that the query names leads to it directly.
    return (answers[0]?.isPair ? answers : answers.slice(0, 1)).map(({ page, section }) =>
      section === undefined ? { page } : { section },
    );
  }

  // The pages of two dimensions: "scope vs impact"; of the first ladder, unless the query names another.
  dimensionsIn(words, hasSign) {
    const { question, comparing } = this.phrasing;
    if (!hasSign && !words.some(word => comparing.has(word) || question.has(word))) return [];
    const asked = words.filter(word => !question.has(word) && !comparing.has(word));
    for (const { dimensions, ownWords } of this.ladders) {
      const others = asked.filter(word => !ownWords.has(word));
      const named = dimensions.filter(({ names, page }) => page >= 0 && names[0]?.every(word => others.includes(word)));
      named.sort((a, b) => others.indexOf(a.names[0][0]) - others.indexOf(b.names[0][0]));
      if (
        named.length === 2 &&
        haveSameWords(
          others,
          named.flatMap(({ names }) => names[0]),
        )
      )
        return named.map(({ page }) => ({ page }));
    }
    return [];
  }

  // "How many teams" would be "teams" alone, which may mean anything.
  withoutQuestion(words) {
    const shorter = words.filter(word => !this.phrasing.question.has(word));
    return shorter.length > 1 || shorter.length === words.length ? shorter : [];
  }

  answer(ladder, parts, last, hasSign) {
    const { levels, rest, areCodes, titleWords } = this.readLevels(ladder, parts, last);
    const { question, comparing, level } = this.phrasing;
    const mayStandBeside = word => ladder.ownWords.has(word) || ladder.titleWords.has(word) || level.has(word);
    const other = rest.filter(word => !question.has(word) && !comparing.has(word) && !mayStandBeside(word));
    const ownWords = rest.filter(word => ladder.ownWords.has(word)).length + titleWords;
    if (other.length > 0) {
      const found =
        levels.length === 1 ? this.partAt(ladder, other, levels[0]) : this.documentOfStep(ladder, other, levels);
      return found && { ...found, ownWords, isPair: false };
    }
    const compares = rest.some(word => comparing.has(word));
    if (levels.length === 1 && !compares) {
      const { page } = ladder.levels[levels[0]];
      return page < 0 ? null : { page, ownWords, isPair: false };
    }
    const areJoined = compares || hasSign || areCodes || rest.some(word => question.has(word));
    if (levels.length !== 2 || !areJoined) return null;
    const page = pageOfPair(ladder.pairs, Math.min(...levels), Math.max(...levels));
    return page === undefined ? null : { page, ownWords, isPair: true };
  }

  // What the other words of the query ask for at a level: a dimension, the sheet or a document.
  partAt(ladder, words, level) {
    const { sheet } = ladder.levels[level];
    if (words.every(word => this.phrasing.sheet.has(word))) return sheet < 0 ? null : { page: sheet };
    const section = sectionOfCell(ladder, words, level);
    if (section >= 0) return { section };
    const page = this.documentsOf(ladder, words)?.levels[level] ?? -1;
    return page < 0 ? null : { page };
  }

  documentOfStep(ladder, words, levels) {
    if (levels.length !== 2) return null;
    const { steps = [] } = this.documentsOf(ladder, words) ?? {};
    const page = pageOfPair(steps, Math.min(...levels), Math.max(...levels));
    return page === undefined ? null : { page };
  }

  // The documents of a ladder made from the template that the words name.
  documentsOf(ladder, words) {
    return ladder.documents[this.templates.find(words)];
  }

  // The longest name wins: "senior staff" is one level.
  readLevels(ladder, parts, last) {
    const levels = new Set();
    const rest = [];
    let areCodes = true;
    let titleWords = 0;
    for (const words of parts)
      for (let at = 0; at < words.length;) {
        const isLast = words === parts.at(-1) && levels.size > 0;
        const found = this.levelAt(ladder, words, at, isLast ? last : '');
        if (found) {
          levels.add(found.level);
          areCodes &&= found.length === 1 && CODE.test(words[at]);
          titleWords += found.length - 1;
        } else rest.push(words[at]);
        at += found?.length ?? 1;
      }
    return { levels: [...levels], rest, areCodes, titleWords };
  }

  levelAt(ladder, words, at, last) {
    let found = null;
    ladder.levels.forEach(({ names }, level) => {
      for (const name of names)
        if (name.length > (found?.length ?? 0) && name.every((word, i) => words[at + i] === word))
          found = { level, length: name.length };
    });
    return found ?? numberedLevel(ladder, words, at, this.phrasing) ?? unfinishedLevel(ladder, words, at, last);
  }
}

// "Level 4" or another company's "IC4" for the level with the code L4.
function numberedLevel(ladder, words, at, phrasing) {
  const isLevel = phrasing.level.has(words[at]) && at + 1 < words.length;
  const number = isLevel ? words[at + 1] : /^ic(\p{Nd}+)$/u.exec(words[at])?.[1];
  if (number === undefined) return null;
  const level = ladder.levels.findIndex(({ names }) =>
    names.some(([word, ...more]) => more.length === 0 && CODE.exec(word)?.[1] === number),
  );
  return level < 0 ? null : { level, length: isLevel ? 2 : 1 };
}

// The shortest name that begins with the last word, after another level: "senior vs sta".
function unfinishedLevel(ladder, words, at, last) {
  if (at !== words.length - 1 || words[at] !== last || last.length < MIN_UNFINISHED_LENGTH) return null;
  let found = null;
  ladder.levels.forEach(({ names }, level) => {
    for (const name of names)
      if (name[0].startsWith(last) && name.length < (found?.nameLength ?? Infinity))
        found = { level, length: 1, nameLength: name.length };
  });
  return found;
}

// The section about a dimension at a level if the words are the name of a dimension; otherwise -1.
function sectionOfCell({ dimensions }, words, level) {
  const named = dimensions.find(({ names }) => names.some(name => haveSameWords(name, words)));
  return named?.sections[level] ?? -1;
}

function pageOfPair(pairs, from, to) {
  for (let i = 0; i < pairs.length; i += 3) if (pairs[i] === from && pairs[i + 1] === to) return pairs[i + 2];
  return undefined;
}

// "ml" and "mls" for "machine learning scientist".
function initialsOf(title) {
  const initials = title
    .split(' ')
    .map(word => word[0])
    .join('');
  return Array.from({ length: Math.max(0, initials.length - 1) }, (_, i) => initials.slice(0, i + 2));
}
