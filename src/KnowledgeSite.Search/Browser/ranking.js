// Ranks the sections for a query. Each field of a page (title, headings, text, URL, names) is scored separately, with
// the rarity of the words in that field, and the scores are combined with weights, as in BM25F (Robertson and Zaragoza,
// The Probabilistic Relevance Framework: BM25 and Beyond, 2009). What runs for each section has few calls and property
// reads, which are slow in the interpreter of `check`.
import { intersectPostings } from './postings.js';
import { best, coveragePenalty, exactness, power, rarityOf, ScoreTable } from './scores.js';
import { WEIGHTS } from './weights.js';

const AVERAGE_TITLE = 4; // words
const AVERAGE_SECTIONS = 8;

/** A heading or a query of which this share is met counts as met: other forms of a word count a little less. */
const MIN_SHARE = 0.9;
/**
 * The same for a query that a longer heading contains, and the number of words that it then has at least: two, of which
 * one may be another form.
 */
const MIN_SHARE_IN_LONGER = 0.8;
const MIN_WORDS_IN_LONGER = 1.6;

/** The sums of these rarities over all words of the query are the most that a page can reach. */
const SUMMED = ['title', 'headings', 'body', 'names', 'any'];

/**
 * Ranks sections. A page is scored by its fields and by its best section.
 * @param index { firstSection: first section of each page and the end, pageOf: page of each section, rarityPages: the
 * number of pages, from the start, that count for the rarity of words }
 */
export class Ranking {
  constructor(index) {
    this.index = index;
    this.pageCount = index.firstSection.length - 1;
    this.sectionCount = index.pageOf.length;
    this.rarityPages = index.rarityPages;
    this.raritySections = index.firstSection[index.rarityPages];
    this.pages = new ScoreTable(this.pageCount, [
      'title',
      'titleMatched',
      'titleWords',
      'titleAsked',
      'onlyInPath',
      'onlyInPathAsked',
      'headings',
      'headingsMatched',
      'body',
      'bodyMatched',
      'path',
      'names',
      'namesMatched',
      'matched',
      'matchedByTitle',
      'titleLength',
    ]);
    this.sections = new ScoreTable(this.sectionCount, [
      'heading',
      'headingWords',
      'headingAsked',
      'headingLength',
      'body',
      'names',
      'matched',
      'matchedByTitle',
    ]);
    // The same for the current word of the query.
    this.wordPages = new ScoreTable(this.pageCount, ['title', 'headings', 'body', 'path', 'names', 'confidence']);
    this.wordSections = new ScoreTable(this.sectionCount, ['heading', 'body', 'names']);
    this.penalties = new Float64Array(this.pageCount);
    this.bestScore = new Float64Array(this.pageCount);
    this.bestChoice = new Float64Array(this.pageCount);
    this.bestSection = new Uint32Array(this.pageCount);
  }

  /**
   * @param words the expansions of each word of the query: [[{ confidence, postings: [{ sections, body, headings,
   * names, paths, leftOut }] }]], with several postings if all must match; body is 0 to 15, headings is the number of
   * words in the heading that contains the word, names is 0 to 15, paths is 0 or 1
   * @param weights the weight of each word between 0 and 1; 1 for all if left out
   * @param max the maximum number of hits @param accepts (page) → true if the page may be a hit
   * @param defines (page) → true if the query asks for a definition, and the page contains definitions
   * @param isTemplate (page) → true if the page is a document to fill in, and the query does not ask for one
   * @returns [{ page, section, score }] best first
   */
  rank(
    words,
    {
      weights = words.map(() => 1),
      max = Infinity,
      accepts = () => true,
      defines = () => false,
      isTemplate = () => false,
    } = {},
  ) {
    this.pages.clear();
    this.sections.clear();
    const totals = { title: 0, headings: 0, body: 0, names: 0, any: 0 };
    // The rarest of the words that are asked for, per field.
    const asked = { title: 0, headings: 0, body: 0, path: 0, names: 0, any: 0, sectionHeading: 0, sectionBody: 0 };
    words.forEach((expansions, i) => weights[i] === 1 && this.addWord(expansions, 1, totals, asked));
    words.forEach((expansions, i) => weights[i] < 1 && this.addWord(expansions, weights[i], totals, asked));
    const counts = { words: words.length, asked: weights.filter(weight => weight === 1).length };
    return best(this.hits(counts, totals, { accepts, defines, isTemplate }), max);
  }

  addWord(expansions, weight, totals, asked) {
    this.wordPages.clear();
    this.wordSections.clear();
    for (const { confidence, postings } of expansions)
      this.addPostings(confidence, postings.length > 1 ? intersectPostings(postings) : postings[0]);
    const rarity = this.rarities(expansions);
    // A word of the question, however rare, counts less than the words that are asked for.
    for (const field of Object.keys(rarity)) {
      if (weight === 1) asked[field] = Math.max(asked[field], rarity[field]);
      else rarity[field] = weight * Math.min(rarity[field], WEIGHTS.questionRarity * asked[field]);
    }
    for (const field of SUMMED) totals[field] += rarity[field];
    this.wordPages.forEach(page => this.addPage(page, rarity, weight === 1));
    this.addSections(rarity, weight === 1);
  }

  addPostings(confidence, { sections, body, headings, names, paths }) {
    const { pageOf, firstSection } = this.index;
    const { wordPages: p, wordSections: s } = this;
    const { headingLength } = this.sections;
    const { isTouched: isPageTouched, confidence: confidences, body: bodyOfPage, headings: headingsOfPage } = p;
    const { isTouched: isSectionTouched, body: bodyOfSection, heading: headingOfSection } = s;
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i];
      const page = pageOf[section];
      if (!isPageTouched[page]) p.touch(page);
      if (!isSectionTouched[section]) s.touch(section);
      if (confidences[page] < confidence) confidences[page] = confidence;
      if (body[i]) {
        const weight = (confidence * body[i]) / 15;
        bodyOfSection[section] += weight;
        bodyOfPage[page] += weight;
      }
      if (headings[i]) {
        if (headingOfSection[section] < confidence) headingOfSection[section] = confidence;
        if (section === firstSection[page]) {
          p.title[page] = Math.max(p.title[page], confidence);
          this.pages.touch(page);
          this.pages.titleLength[page] = headings[i];
        } else if (headingsOfPage[page] < confidence) headingsOfPage[page] = confidence;
        headingLength[section] = headings[i];
      }
      if (names[i]) {
        s.names[section] = Math.max(s.names[section], (confidence * names[i]) / 15);
        p.names[page] = Math.max(p.names[page], s.names[section]);
      }
      if (paths[i]) p.path[page] = Math.max(p.path[page], confidence);
    }
  }

  // The inverse document frequency of a word per field: rare words count more. All its expansions count as one word.
  rarities(expansions) {
    const { rarityPages, raritySections } = this;
    const pages = this.countPages();
    const sections = this.countSections();
    for (const { postings } of expansions) {
      const { leftOut } = postings[0];
      if (!leftOut) continue;
      pages.body = Math.max(pages.body, leftOut[0]);
      sections.body = Math.max(sections.body, leftOut[1]);
      pages.any = Math.max(pages.any, leftOut[0]);
    }
    return {
      title: rarityOf(rarityPages, pages.title),
      headings: rarityOf(rarityPages, pages.headings),
      body: rarityOf(rarityPages, pages.body),
      path: rarityOf(rarityPages, pages.path),
      names: rarityOf(rarityPages, pages.names),
      any: rarityOf(rarityPages, pages.any),
      sectionHeading: rarityOf(raritySections, sections.heading),
      sectionBody: rarityOf(raritySections, sections.body),
    };
  }

  // The number of pages with the current word, in each field and in any.
  countPages() {
    const { touched, count, title, headings, body, path, names } = this.wordPages;
    const pages = { title: 0, headings: 0, body: 0, path: 0, names: 0, any: 0 };
    for (let i = 0; i < count; i++) {
      const page = touched[i];
      if (page >= this.rarityPages) continue;
      pages.any++;
      if (title[page] > 0) pages.title++;
      if (headings[page] > 0) pages.headings++;
      if (body[page] > 0) pages.body++;
      if (path[page] > 0) pages.path++;
      if (names[page] > 0) pages.names++;
    }
    return pages;
  }

  countSections() {
    const { touched, count, heading, body } = this.wordSections;
    const sections = { heading: 0, body: 0 };
    for (let i = 0; i < count; i++) {
      const section = touched[i];
      if (section >= this.raritySections) continue;
      if (heading[section] > 0) sections.heading++;
      if (body[section] > 0) sections.body++;
    }
    return sections;
  }

  addPage(page, rarity, isAsked) {
    const { pages: total, wordPages: word } = this;
    total.touch(page);
    total.matched[page] += rarity.any * word.confidence[page];
    if (word.title[page]) {
      total.title[page] += rarity.title * word.title[page];
      total.titleMatched[page] += rarity.title;
      total.titleWords[page] += word.title[page];
      if (isAsked) total.titleAsked[page] += word.title[page];
      total.matchedByTitle[page] += rarity.any;
    }
    if (word.headings[page]) {
      total.headings[page] += rarity.headings * word.headings[page];
      total.headingsMatched[page] += rarity.headings;
    }
    if (word.names[page]) {
      total.names[page] += rarity.names * word.names[page];
      total.namesMatched[page] += rarity.names;
    }
    if (word.body[page]) {
      const sections = this.index.firstSection[page + 1] - this.index.firstSection[page];
      const length = 1 - WEIGHTS.pageLength + (WEIGHTS.pageLength * sections) / AVERAGE_SECTIONS;
      total.body[page] +=
        (rarity.body * (1 + WEIGHTS.saturation) * word.body[page]) / (word.body[page] + WEIGHTS.saturation * length);
      total.bodyMatched[page] += rarity.body;
    }
    total.path[page] += rarity.path * word.path[page];
    if (word.path[page] && !word.title[page]) {
      total.titleMatched[page] += rarity.title;
      total.onlyInPath[page]++;
      if (isAsked) total.onlyInPathAsked[page]++;
    }
  }

  addSections(rarity, isAsked) {
    const { pageOf, firstSection } = this.index;
    const { sections: total, wordSections: word } = this;
    const { title } = this.wordPages;
    const { isTouched, matched, matchedByTitle, body, names, heading, headingWords, headingAsked } = total;
    const { touched, count, body: bodyOfWord, names: namesOfWord, heading: headingOfWord } = word;
    const { any, sectionBody, sectionHeading } = rarity;
    for (let i = 0; i < count; i++) {
      const section = touched[i];
      const page = pageOf[section];
      if (!isTouched[section]) total.touch(section);
      matched[section] += any;
      if (title[page]) matchedByTitle[section] += any;
      body[section] += sectionBody * bodyOfWord[section];
      if (namesOfWord[section]) names[section] += rarity.names * namesOfWord[section];
      const share = headingOfWord[section];
      if (!share) continue;
      const factor = firstSection[page] === section ? WEIGHTS.titleAsHeading : 1;
      heading[section] += factor * sectionHeading * share;
      headingWords[section] += share;
      if (isAsked) headingAsked[section] += share;
    }
  }

  hits(counts, totals, { accepts, defines, isTemplate }) {
    const { matched } = this.pages;
    let mostMatched = 0;
    this.pages.forEach(page => {
      mostMatched = Math.max(mostMatched, matched[page]);
    });
    const penalties = this.penalties;
    this.pages.forEach(page => {
      penalties[page] = accepts(page) ? coveragePenalty(matched[page] / mostMatched) : 0;
    });
    this.findBestSections(counts, totals);
    const hits = [];
    this.pages.forEach(page => {
      if (penalties[page] === 0) return;
      const coverage = power(matched[page] / totals.any, WEIGHTS.pageCoverage);
      const score =
        ((1 - WEIGHTS.bestSection) * this.scoreOfPage(page, counts, totals) +
          WEIGHTS.bestSection * this.bestScore[page]) *
        coverage;
      const section = this.bestSection[page];
      const factor = defines(page) && this.isWholeHeading(section, counts) ? WEIGHTS.definition : 1;
      const asked = isTemplate(page) ? WEIGHTS.template : 1;
      hits.push({ page, section, score: score * penalties[page] * factor * asked });
    });
    return hits;
  }

  // If two sections score the same, the first wins. If the title contains the whole query, the result is the page and
  // not one of its sections, unless a section's heading matches the query. Pages that are no hits are left out, because
  // a query with common words touches nearly all.
  findBestSections(counts, totals) {
    const { pageOf, firstSection } = this.index;
    const { bestScore, bestChoice, bestSection, penalties } = this;
    const { matchedByTitle } = this.pages;
    const { touched, count, headingWords } = this.sections;
    this.pages.forEach(page => {
      bestScore[page] = bestChoice[page] = -1;
    });
    for (let i = 0; i < count; i++) {
      const section = touched[i];
      const page = pageOf[section];
      if (penalties[page] === 0) continue;
      const score = this.scoreOfSection(section, counts, totals);
      let choice = score;
      if (matchedByTitle[page] === totals.any) {
        if (section === firstSection[page]) choice *= WEIGHTS.firstSection;
      } else if (headingWords[section] > 0 && section !== firstSection[page] && this.isHeadingAsked(section, counts))
        choice *= WEIGHTS.askedHeading;
      if (score > bestScore[page]) bestScore[page] = score;
      if (choice < bestChoice[page] || (choice === bestChoice[page] && section > bestSection[page])) continue;
      bestChoice[page] = choice;
      bestSection[page] = section;
    }
  }

  // True if the query contains the whole heading and not much more, or the heading contains the whole query.
  isHeadingAsked(section, { asked }) {
    const { headingWords, headingAsked, headingLength } = this.sections;
    const isWhole = headingWords[section] >= MIN_SHARE * headingLength[section];
    return headingAsked[section] >= (isWhole ? asked / 3 : Math.max(MIN_WORDS_IN_LONGER, MIN_SHARE_IN_LONGER * asked));
  }

  // True if what is asked for is the heading of the section, such as a term or its short form: "SLO".
  isWholeHeading(section, { asked }) {
    const { headingWords, headingAsked, headingLength } = this.sections;
    return headingWords[section] >= MIN_SHARE * headingLength[section] && headingAsked[section] >= MIN_SHARE * asked;
  }

  scoreOfSection(section, counts, totals) {
    const s = this.sections;
    const onlyInTitle = this.pages.matchedByTitle[this.index.pageOf[section]] - s.matchedByTitle[section];
    const exact = s.headingWords[section]
      ? exactness(s.headingWords[section], s.headingAsked[section], s.headingLength[section], counts)
      : 0;
    return (
      (WEIGHTS.sectionHeading * s.heading[section] * (1 + WEIGHTS.exactHeading * exact) +
        WEIGHTS.sectionBody * s.body[section] +
        WEIGHTS.sectionNames * s.names[section]) *
      power((s.matched[section] + WEIGHTS.titleForSection * onlyInTitle) / totals.any, WEIGHTS.sectionCoverage)
    );
  }

  // A title need not repeat the words of its folders: "solver archetype" asks for the page "Solver" of "archetypes/".
  withoutPath(page, { words, asked }) {
    const { onlyInPath, onlyInPathAsked } = this.pages;
    return {
      words: Math.max(1, words - onlyInPath[page]),
      asked: Math.max(1, asked - onlyInPathAsked[page]),
    };
  }

  scoreOfPage(page, counts, totals) {
    const p = this.pages;
    const covered = (score, matched, total) => (total > 0 ? score * power(matched / total, WEIGHTS.fieldCoverage) : 0);
    const words = p.titleWords[page];
    const length = p.titleLength[page] || 1;
    const title =
      (covered(p.title[page], p.titleMatched[page], totals.title) *
        (1 +
          (WEIGHTS.titleShare * words) / length +
          WEIGHTS.exactTitle * exactness(words, p.titleAsked[page], length, this.withoutPath(page, counts)))) /
      (1 - WEIGHTS.titleLength + (WEIGHTS.titleLength * length) / AVERAGE_TITLE);
    return (
      WEIGHTS.title * title +
      WEIGHTS.headings * covered(p.headings[page], p.headingsMatched[page], totals.headings) +
      WEIGHTS.body * covered(p.body[page], p.bodyMatched[page], totals.body) +
      WEIGHTS.path * p.path[page] +
      WEIGHTS.names * covered(p.names[page], p.namesMatched[page], totals.names)
    );
  }
}
