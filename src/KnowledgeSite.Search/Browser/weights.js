// The weights of the ranking. They were tuned on links and headings of public handbooks (eng/searcheval.sh), and on
// half of the queries in tests/fixtures/search.
export const WEIGHTS = {
  // The fields of a page. Names are what other pages call it.
  title: 3.75,
  headings: 0.71,
  body: 1.6,
  path: 0.4,
  names: 3.1,

  /** The bonus for the share of a title that the query covers. */
  titleShare: 0.95,
  /** The bonus if title and query cover each other. */
  exactTitle: 3,
  /** The penalty for titles that are longer than AVERAGE_TITLE. */
  titleLength: 0.22,

  // The fields of a section.
  sectionHeading: 2.2,
  sectionBody: 2,
  /** What other pages call the section. */
  sectionNames: 11,
  /** The bonus for a heading that equals the query. */
  exactHeading: 6.4,
  /** The exponent by which an exact title or heading loses with words that only it or only the query contains. */
  exactness: 4.7,
  /** The factor for the title as the heading of the page's first section. */
  titleAsHeading: 0.48,
  /**
   * The factor, for a section, of a word that is in the page's title instead of the section: a ladder cell is
   * known by its dimension and its level.
   */
  titleForSection: 0.8,
  /** The advantage of a page's first section over the others if the title contains the whole query. */
  firstSection: 3,

  /** The advantage of a section whose heading is asked for, over the start of a page that is called by such words. */
  askedHeading: 6,

  /** The advantage of a glossary's entry if the query asks what its term means. */
  definition: 2.5,

  /** A document to fill in comes after a guide that answers the query as well. */
  template: 0.9,

  /** The exponent of the share of the query that a field of the page contains. */
  fieldCoverage: 0.55,
  /** The exponent of the share of the query that a section contains. */
  sectionCoverage: 1.6,
  /** The exponent of the share of the query that the page contains in any field. */
  pageCoverage: 0.47,
  /** A page that matches less than this share of what the best page matches is scored lower. */
  fullCoverage: 0.28,
  /** A page that matches less than this share is dropped. */
  minCoverage: 0.14,
  /** The exponent of the penalty between the two limits. */
  lowCoverage: 4,

  /** The weight of the best section in the score of its page. */
  bestSection: 0.5,
  /** BM25's k1 for the text of a page: the higher, the more repetitions of a word count. */
  saturation: 1.75,
  /** The weight of a word of the question, such as "how", beside a word that is asked for. */
  questionWord: 0.4,
  /** The most that it counts as rarer than the rarest word that is asked for. */
  questionRarity: 1.5,
  /** BM25's b: the penalty for pages with more than AVERAGE_SECTIONS sections. */
  pageLength: 0.8,
};
