// Recognises queries for a document that was made from a template: "growth plan l5" (with levels.js), "job ad for a
// data analyst".
import { readWords } from './analysis.js';
import { corrected, haveSameWords } from './names.js';

/** The templates of documents, by their names. */
export class Templates {
  /** @param templates of the index's head: the names of each */
  constructor(templates, phrasing) {
    this.phrasing = phrasing;
    this.templates = templates.map(names => names.map(name => this.withoutKind(name.split(' '))));
  }

  /** The number of the template that the words name; -1 if there is none. */
  find(words) {
    const named = this.withoutKind(words);
    return this.templates.findIndex(names => names.some(name => haveSameWords(name, named)));
  }

  // "Job advert template" and "job advert" are one document.
  withoutKind(words) {
    const shorter = words.filter(word => !this.phrasing.document.has(word));
    return shorter.length > 0 ? shorter : words;
  }
}

export class RoleDocuments {
  /** @param roles of the index's head @param templates as above @param dictionary the words of the index */
  constructor(roles, templates, phrasing, dictionary) {
    this.roles = roles.map(({ name, pages }) => ({ names: shorterNames(name.split(' ')), pages }));
    this.templates = templates;
    this.phrasing = phrasing;
    this.dictionary = dictionary;
  }

  /** The page that answers the query, in a list: [{ page }]; empty if it asks for something else. */
  answersTo(text) {
    const words = readWords(text)
      .map(({ word }) => corrected(word, this.phrasing, this.dictionary))
      .filter(word => !this.phrasing.question.has(word));
    let best = { length: 0 };
    for (const { names, pages } of this.roles)
      for (const name of names) {
        const at = positionOf(name, words);
        if (at >= 0 && name.length > best.length) best = { at, length: name.length, pages };
      }
    if (best.length === 0) return [];
    const rest = [...words.slice(0, best.at), ...words.slice(best.at + best.length)];
    const page = best.pages[this.templates.find(rest)] ?? -1;
    return page < 0 ? [] : [{ page }];
  }
}

function positionOf(name, words) {
  return words.findIndex((_, at) => name.every((word, i) => words[at + i] === word));
}

// A name, and the names with initials for some of its words: "ml engineer" and "mle" for "machine learning engineer".
function shorterNames(name) {
  const names = [name];
  for (let from = 0; from < name.length; from++)
    for (let to = from + 2; to <= name.length; to++) {
      const initials = name.slice(from, to).map(word => word[0]);
      names.push([...name.slice(0, from), initials.join(''), ...name.slice(to)]);
    }
  return names;
}
