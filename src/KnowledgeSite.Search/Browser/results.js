// One result as a list item. Content of pages is set as text, never as HTML.
import {
  archetypes,
  dimensions,
  kindArchetype,
  kindDimension,
  kindGlossary,
  kindLadder,
  kindLevel,
  kindRole,
  kindSource,
  kindDocument,
  kindWorkshop,
  ladders,
  levels,
  pages,
  roles,
  sections,
  sources,
  workflow,
  documents,
  workshops,
} from './strings.js';

/** @param result a result of search() */
export function resultItem(result) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = result.url;
  link.append(
    span('result-title', result.heading ? `${result.title} › ${result.heading}` : result.title),
    span('result-trail', trailOf(result)),
    span('result-excerpt', ''),
  );
  item.append(link);
  return item;
}

/** Adds the excerpts below the titles of results; a followed link then highlights their words. */
export function showExcerpts(list, results) {
  results.forEach((result, i) => {
    const link = list.children[i]?.querySelector('a');
    if (!link) return;
    link.querySelector('.result-excerpt').replaceChildren(...highlight(result));
    link.href = withMarks(result);
  });
}

/** The labels of page kinds: `one` in a result, `all` in the filter. Results do not name the most common kinds. */
export const KIND_LABELS = {
  page: { all: pages },
  section: { all: sections },
  ladder: { one: kindLadder, all: ladders },
  level: { one: kindLevel, all: levels },
  dimension: { one: kindDimension, all: dimensions },
  archetype: { one: kindArchetype, all: archetypes },
  stage: { one: workflow, all: workflow },
  role: { one: kindRole, all: roles },
  workshop: { one: kindWorkshop, all: workshops },
  document: { one: kindDocument, all: documents },
  glossary: { one: kindGlossary, all: kindGlossary },
  source: { one: kindSource, all: sources },
};

// The kind "Workshop" is redundant if the page is in the folder "Workshops".
function trailOf({ kind, trail }) {
  const label = KIND_LABELS[kind]?.one;
  const isInTrail = label && trail.split(' › ').some(folder => folder.toLowerCase().startsWith(label.toLowerCase()));
  return [isInTrail ? '' : label, trail].filter(Boolean).join(' · ');
}

function highlight({ excerpt, marks }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    const mark = document.createElement('mark');
    mark.textContent = excerpt.slice(start, end);
    parts.push(excerpt.slice(at, start), mark);
    at = end;
  }
  return [...parts, excerpt.slice(at)];
}

function withMarks({ url, words }) {
  const marked = new URL(url, location.href);
  for (const word of words) marked.searchParams.append('mark', word);
  return marked.href;
}

function span(className, textContent) {
  return Object.assign(document.createElement('span'), { className, textContent });
}
