// The parts of the ranking that know no pages.
import { WEIGHTS } from './weights.js';

/** The scores of pages or sections: one number per field for each. Only touched entries are read and cleared. */
export class ScoreTable {
  constructor(size, fields) {
    this.count = 0;
    this.touched = new Uint32Array(size);
    this.isTouched = new Uint8Array(size);
    this.fields = fields;
    for (const field of fields) this[field] = new Float64Array(size);
  }

  touch(index) {
    if (this.isTouched[index]) return;
    this.isTouched[index] = 1;
    this.touched[this.count++] = index;
  }

  forEach(visit) {
    for (let i = 0; i < this.count; i++) visit(this.touched[i]);
  }

  clear() {
    for (const numbers of [this.isTouched, ...this.fields.map(field => this[field])]) {
      if (this.count * 8 > numbers.length) numbers.fill(0);
      else for (let i = 0; i < this.count; i++) numbers[this.touched[i]] = 0;
    }
    this.count = 0;
  }
}

/**
 * Near 1 if a title or heading consists of the words of the query and no others, with or without the words of the
 * question: "what is leakage" for "Leakage", and "how to read a ladder" for just that.
 */
export function exactness(matched, matchedAsked, length, { words, asked }) {
  const share = Math.max((matched * matched) / (length * words), (matchedAsked * matchedAsked) / (length * asked));
  return Math.pow(share, WEIGHTS.exactness);
}

/**
 * More words narrow the results: a page that matches much less of the query than the best page is dropped. The penalty
 * grows gradually, because every added or removed page changes the shares of all others a little.
 */
export function coveragePenalty(share) {
  if (share >= WEIGHTS.fullCoverage) return 1;
  return share < WEIGHTS.minCoverage ? 0 : Math.pow(share / WEIGHTS.fullCoverage, WEIGHTS.lowCoverage);
}

/** A complete match gets the full weight, whatever the exponent. */
export function power(share, exponent) {
  return share >= 1 ? 1 : Math.pow(share, exponent);
}

/** The inverse document frequency of what `containing` of `all` contain. */
export function rarityOf(all, containing) {
  return containing >= all
    ? Math.log(1 + 0.5 / (all + 0.5))
    : Math.log(1 + (all - containing + 0.5) / (containing + 0.5));
}

/** Avoids sorting all hits: for ten thousand hits, sorting would take longer than finding them. */
export function best(hits, max) {
  if (hits.length > max * 4) {
    const lowest = Float64Array.from(hits, hit => hit.score).sort()[hits.length - max];
    hits = hits.filter(hit => hit.score >= lowest);
  }
  return hits.sort((a, b) => b.score - a.score || a.section - b.section).slice(0, max);
}
