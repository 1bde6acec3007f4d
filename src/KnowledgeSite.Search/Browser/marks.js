// Highlights the words of the query in the section that the result led to. Escape removes the highlights.
import { readSearchWords } from './analysis.js';

/** @param words normalized as in the index */
export function mark(words) {
  const searched = new Set(words);
  const marked = textsOfTarget().flatMap(text => markIn(text, searched));
  if (marked.length === 0) return;
  addEventListener(
    'keydown',
    event => {
      if (event.key === 'Escape') unmark(marked);
    },
    { once: true },
  );
}

// The text nodes from the target up to the next heading, or of the whole page if there is no target.
function textsOfTarget() {
  const article = document.querySelector('main article');
  if (!article) return [];
  const target = document.querySelector(':target');
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const texts = [];
  if (target && article.contains(target)) walker.currentNode = target;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node);
    else if (target && node.matches('h2, h3, h4, h5, h6') && !node.contains(target)) break;
  }
  return texts;
}

// Wrap the whole text in one element: if a link is a flex row, each part would become a box of its own and lose the
// spaces at its ends.
function markIn(text, searched) {
  const found = readSearchWords(text.data).filter(w => searched.has(w.word));
  if (found.length === 0) return [];
  const wrapper = document.createElement('span');
  let at = 0;
  for (const { start, end } of found) {
    // Matches may overlap: an identifier and a part of it.
    if (start < at) continue;
    const highlight = document.createElement('mark');
    highlight.textContent = text.data.slice(start, end);
    wrapper.append(text.data.slice(at, start), highlight);
    at = end;
  }
  wrapper.append(text.data.slice(at));
  text.replaceWith(wrapper);
  return [wrapper];
}

function unmark(texts) {
  for (const wrapper of texts) {
    const parent = wrapper.parentNode;
    wrapper.replaceWith(wrapper.textContent);
    parent.normalize();
  }
}
