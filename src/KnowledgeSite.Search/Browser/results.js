// One result as a list item. Content of pages is set as text, never as HTML.

/** @param result a result of search() */
export function resultItem(result) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = result.url;
  link.append(
    part('result-title', result.heading ? `${result.title} › ${result.heading}` : result.title),
    part('result-trail', trailOf(result)),
    part('result-excerpt', ''),
  );
  item.append(link);
  return item;
}

/** Adds the excerpts below the titles of results; a followed link then highlights their words. */
export function showExcerpts(list, results) {
  results.forEach((result, i) => {
    const link = list.children[i]?.querySelector('a');
    if (!link) return;
    link.querySelector('.result-excerpt').replaceChildren(...marked(result));
    link.href = withMarks(result);
  });
}

const KINDS = {
  ladder: 'Ladder',
  level: 'Level',
  dimension: 'Dimension',
  archetype: 'Archetype',
  stage: 'Workflow',
  role: 'Role',
  workshop: 'Workshop',
  glossary: 'Glossary',
  source: 'Source',
};

// The kind "Workshop" is redundant if the page is in the folder "Workshops".
function trailOf({ kind, trail }) {
  const name = KINDS[kind];
  const isSaid = name && trail.split(' › ').some(folder => folder.toLowerCase().startsWith(name.toLowerCase()));
  return [isSaid ? '' : name, trail].filter(Boolean).join(' · ');
}

function marked({ excerpt, marks }) {
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
  const address = new URL(url, location.href);
  for (const word of words) address.searchParams.append('mark', word);
  return address.href;
}

function part(name, text) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}
