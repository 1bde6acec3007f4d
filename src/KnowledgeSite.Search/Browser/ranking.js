// Ranks the sections for a query. The C# counterpart is SectionRanking.cs, which computes the same numbers in the same
// order.
import { standingTogether } from './postings.js';
import { Scores } from './scores.js';

export const WEIGHTS = {
  title: 3.75,
  headings: 0.96,
  body: 1.6,
  path: 0.4,
  names: 2.9, // title to names: the field weights of a page
  wholeTitle: 0.7,
  exactTitle: 0.6,
  titleLength: 0.22,
  sectionHeading: 2.2,
  sectionBody: 2,
  exactHeading: 2.6,
  titleOfFirst: 0.48,
  titleForSection: 0.8,
  titleLead: 3,
  exactness: 6.4, // how fast a heading's score falls with each word that only it or only the query has
  together: 0.35,
  sectionTogether: 1.6,
  coverage: 0.47,
  fullCoverage: 0.28,
  leastCoverage: 0.14,
  narrowing: 4, // the exponent of the penalty for pages that match less of the query
  section: 0.5, // the weight of the best section in the score of its page
  pageBody: 1.75,
  pageLength: 0.8,
};
const AVERAGE_TITLE = 4;
const AVERAGE_SECTIONS = 8;

/**
 * Ranks sections. A page is scored by each field separately, with the word's rarity in that field, and by its best
 * section.
 * @param index { firstSection: first section of each page and the end, pageOf: page of each section, weighing: number
 * of pages, from the start, that count for the rarity of words }
 * @param slots one for each word of the query: [{ sureness, postings: [{ sections, body, headings, names, paths,
 * leftOut }] }], with several postings if all must match; body is 0 to 15, headings is the number of words in the
 * heading that contains the word, names is 0 to 15, paths is 0 or 1
 * @returns [{ page, section, score }] best first
 */
export class Ranking {
  constructor(index) {
    this.index = index;
    this.pageCount = index.firstSection.length - 1;
    this.sectionCount = index.pageOf.length;
    this.weighingPages = index.weighing;
    this.weighingSections = index.firstSection[index.weighing];
    this.pages = new Scores(this.pageCount, [
      'title',
      'titleMet',
      'titleWords',
      'headings',
      'headingsMet',
      'body',
      'bodyMet',
      'path',
      'names',
      'namesMet',
      'met',
      'metInTitle',
      'titleLength',
    ]);
    this.sections = new Scores(this.sectionCount, [
      'heading',
      'headingWords',
      'headingLength',
      'body',
      'met',
      'metInTitle',
    ]);
    this.slotPages = new Scores(this.pageCount, ['title', 'headings', 'body', 'path', 'names', 'sureness']);
    this.slotSections = new Scores(this.sectionCount, ['heading', 'body']);
    this.bestScore = new Float64Array(this.pageCount);
    this.bestChoice = new Float64Array(this.pageCount);
    this.bestSection = new Uint32Array(this.pageCount);
  }

  /** @param most the maximum number of hits @param accepts (page) → true if the page may be a hit */
  rank(slots, most = Infinity, accepts = () => true) {
    this.pages.clear();
    this.sections.clear();
    const all = { title: 0, headings: 0, body: 0, names: 0, any: 0 };
    slots.forEach(slot => this.addSlot(slot, all));
    return best(this.hits(slots.length, all, accepts), most);
  }

  addSlot(slot, all) {
    this.slotPages.clear();
    this.slotSections.clear();
    for (const { sureness, postings } of slot)
      this.addPostings(sureness, postings.length > 1 ? standingTogether(postings) : postings[0]);
    const rarity = this.rarities(slot);
    for (const field of ['title', 'headings', 'body', 'names', 'any']) all[field] += rarity[field];
    this.slotPages.forEach(page => this.addPage(page, rarity));
    this.slotSections.forEach(section => this.addSection(section, rarity));
  }

  addPostings(sureness, { sections, body, headings, names, paths }) {
    const { pageOf, firstSection } = this.index;
    const { slotPages: p, slotSections: s } = this;
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i];
      const page = pageOf[section];
      p.touch(page);
      s.touch(section);
      p.sureness[page] = Math.max(p.sureness[page], sureness);
      if (body[i]) {
        const weight = (sureness * body[i]) / 15;
        s.body[section] += weight;
        p.body[page] += weight;
      }
      if (headings[i]) {
        s.heading[section] = Math.max(s.heading[section], sureness);
        if (section === firstSection[page]) {
          p.title[page] = Math.max(p.title[page], sureness);
          this.pages.touch(page);
          this.pages.titleLength[page] = headings[i];
        } else p.headings[page] = Math.max(p.headings[page], sureness);
        this.sections.touch(section);
        this.sections.headingLength[section] = headings[i];
      }
      if (names[i]) p.names[page] = Math.max(p.names[page], (sureness * names[i]) / 15);
      if (paths[i]) p.path[page] = Math.max(p.path[page], sureness);
    }
  }

  // The inverse document frequency of a word per field: rare words count more. All its expansions count as one word.
  rarities(slot) {
    const count = {};
    for (const field of ['title', 'headings', 'body', 'path', 'names'])
      count[field] = this.slotPages.countAbove0(field, this.weighingPages);
    const inSections = {
      heading: this.slotSections.countAbove0('heading', this.weighingSections),
      body: this.slotSections.countAbove0('body', this.weighingSections),
    };
    let any = this.slotPages.countBelow(this.weighingPages);
    for (const { postings } of slot) {
      const { leftOut } = postings[0];
      if (!leftOut) continue;
      [count.body, inSections.body] = [Math.max(count.body, leftOut[0]), Math.max(inSections.body, leftOut[1])];
      any = Math.max(any, leftOut[0]);
    }
    return {
      title: rarityOf(this.weighingPages, count.title),
      headings: rarityOf(this.weighingPages, count.headings),
      body: rarityOf(this.weighingPages, count.body),
      path: rarityOf(this.weighingPages, count.path),
      names: rarityOf(this.weighingPages, count.names),
      any: rarityOf(this.weighingPages, any),
      sectionHeading: rarityOf(this.weighingSections, inSections.heading),
      sectionBody: rarityOf(this.weighingSections, inSections.body),
    };
  }

  addPage(page, rarity) {
    const { pages: total, slotPages: slot } = this;
    total.touch(page);
    total.met[page] += rarity.any * slot.sureness[page];
    if (slot.title[page]) {
      total.title[page] += rarity.title * slot.title[page];
      total.titleMet[page] += rarity.title;
      total.titleWords[page] += slot.title[page];
      total.metInTitle[page] += rarity.any;
    }
    if (slot.headings[page]) {
      total.headings[page] += rarity.headings * slot.headings[page];
      total.headingsMet[page] += rarity.headings;
    }
    if (slot.names[page]) {
      total.names[page] += rarity.names * slot.names[page];
      total.namesMet[page] += rarity.names;
    }
    if (slot.body[page]) {
      const sections = this.index.firstSection[page + 1] - this.index.firstSection[page];
      const length = 1 - WEIGHTS.pageLength + (WEIGHTS.pageLength * sections) / AVERAGE_SECTIONS;
      total.body[page] +=
        (rarity.body * (1 + WEIGHTS.pageBody) * slot.body[page]) / (slot.body[page] + WEIGHTS.pageBody * length);
      total.bodyMet[page] += rarity.body;
    }
    total.path[page] += rarity.path * slot.path[page];
  }

  addSection(section, rarity) {
    const { sections: total, slotSections: slot } = this;
    total.touch(section);
    total.met[section] += rarity.any;
    if (this.slotPages.title[this.index.pageOf[section]]) total.metInTitle[section] += rarity.any;
    total.body[section] += rarity.sectionBody * slot.body[section];
    if (!slot.heading[section]) return;
    const isFirst = this.index.firstSection[this.index.pageOf[section]] === section;
    total.heading[section] += (isFirst ? WEIGHTS.titleOfFirst : 1) * rarity.sectionHeading * slot.heading[section];
    total.headingWords[section] += slot.heading[section];
  }

  hits(wordCount, all, accepts) {
    this.findBestSections(wordCount, all);
    const { met } = this.pages;
    let mostMet = 0;
    this.pages.forEach(page => {
      mostMet = Math.max(mostMet, met[page]);
    });
    const hits = [];
    this.pages.forEach(page => {
      const narrowed = narrowing(met[page] / mostMet);
      if (narrowed === 0 || !accepts(page)) return;
      const coverage = share(met[page] / all.any, WEIGHTS.coverage);
      const score =
        ((1 - WEIGHTS.section) * this.scoreOfPage(page, wordCount, all) + WEIGHTS.section * this.bestScore[page]) *
        coverage;
      hits.push({ page, section: this.bestSection[page], score: score * narrowed });
    });
    return hits;
  }

  // If two sections score the same, the first wins. If the title contains the whole query, the result is the page and
  // not one of its sections, unless a section's heading matches the query.
  findBestSections(wordCount, all) {
    const { pageOf, firstSection } = this.index;
    this.pages.forEach(page => {
      this.bestScore[page] = this.bestChoice[page] = -1;
    });
    this.sections.forEach(section => {
      const page = pageOf[section];
      const score = this.scoreOfSection(section, wordCount, all);
      const isLed = section === firstSection[page] && this.pages.metInTitle[page] === all.any;
      const choice = isLed ? score * WEIGHTS.titleLead : score;
      this.bestScore[page] = Math.max(this.bestScore[page], score);
      if (choice < this.bestChoice[page] || (choice === this.bestChoice[page] && section > this.bestSection[page]))
        return;
      this.bestChoice[page] = choice;
      this.bestSection[page] = section;
    });
  }

  scoreOfSection(section, wordCount, all) {
    const { heading, headingWords, headingLength, body, met, metInTitle } = this.sections;
    // A word in the page's title also counts for its sections, with less weight: a ladder cell is known by its
    // dimension and its level.
    const metByTitle = this.pages.metInTitle[this.index.pageOf[section]] - metInTitle[section];
    const exact = headingLength[section]
      ? Math.pow(
          ((headingWords[section] / headingLength[section]) * headingWords[section]) / wordCount,
          WEIGHTS.exactness,
        )
      : 0;
    return (
      (WEIGHTS.sectionHeading * heading[section] * (1 + WEIGHTS.exactHeading * exact) +
        WEIGHTS.sectionBody * body[section]) *
      share((met[section] + WEIGHTS.titleForSection * metByTitle) / all.any, WEIGHTS.sectionTogether)
    );
  }

  scoreOfPage(page, wordCount, all) {
    const p = this.pages;
    const together = (score, met, most) => (most > 0 ? score * share(met / most, WEIGHTS.together) : 0);
    const length = p.titleLength[page] || 1;
    const title =
      (together(p.title[page], p.titleMet[page], all.title) *
        (1 +
          (WEIGHTS.wholeTitle * p.titleWords[page]) / length +
          WEIGHTS.exactTitle *
            Math.pow(((p.titleWords[page] / length) * p.titleWords[page]) / wordCount, WEIGHTS.exactness))) /
      (1 - WEIGHTS.titleLength + (WEIGHTS.titleLength * length) / AVERAGE_TITLE);
    return (
      WEIGHTS.title * title +
      WEIGHTS.headings * together(p.headings[page], p.headingsMet[page], all.headings) +
      WEIGHTS.body * together(p.body[page], p.bodyMet[page], all.body) +
      WEIGHTS.path * p.path[page] +
      WEIGHTS.names * together(p.names[page], p.namesMet[page], all.names)
    );
  }
}

// More words narrow the results: a page that matches much less of the query than the best page is dropped. It fades out
// gradually, because every added or removed page changes the shares of all others a little.
function narrowing(met) {
  if (met >= WEIGHTS.fullCoverage) return 1;
  return met < WEIGHTS.leastCoverage ? 0 : Math.pow(met / WEIGHTS.fullCoverage, WEIGHTS.narrowing);
}

// A complete match gets the full weight, whatever the exponent.
function share(part, weight) {
  return part >= 1 ? 1 : Math.pow(part, weight);
}

function rarityOf(all, having) {
  return having >= all ? Math.log(1 + 0.5 / (all + 0.5)) : Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

// Avoids sorting all hits: for ten thousand hits, sorting would take longer than finding them.
function best(hits, most) {
  if (hits.length > most * 4) {
    const least = Float64Array.from(hits, hit => hit.score).sort()[hits.length - most];
    hits = hits.filter(hit => hit.score >= least);
  }
  return hits.sort((a, b) => b.score - a.score || a.section - b.section).slice(0, most);
}
