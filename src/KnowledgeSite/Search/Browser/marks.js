// The words that a reader looked for, marked in the section that the search led to. Escape takes the marks away.
import { searchWordsIn } from './analysis.js';

/** @param words as the index knows them */
export function mark(words) {
  const wanted = new Set(words);
  const marked = textsOfTarget().flatMap(text => markIn(text, wanted));
  if (marked.length === 0) return;
  addEventListener(
    'keydown',
    event => {
      if (event.key === 'Escape') unmark(marked);
    },
    { once: true },
  );
}

// The text nodes from the target up to the next heading; of the whole page where there is no target.
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

// In one element for the whole text: where a link is a row of boxes, each part would be a box of its own and lose the
// spaces at its ends.
function markIn(text, wanted) {
  const found = searchWordsIn(text.data).filter(w => wanted.has(w.word));
  if (found.length === 0) return [];
  const whole = document.createElement('span');
  let at = 0;
  for (const { start, end } of found) {
    // An identifier and a part of it.
    if (start < at) continue;
    const highlight = document.createElement('mark');
    highlight.textContent = text.data.slice(start, end);
    whole.append(text.data.slice(at, start), highlight);
    at = end;
  }
  whole.append(text.data.slice(at));
  text.replaceWith(whole);
  return [whole];
}

function unmark(texts) {
  for (const whole of texts) {
    const parent = whole.parentNode;
    whole.replaceWith(whole.textContent);
    parent.normalize();
  }
}
