// The words that a reader looked for, marked in the section that the search led to. Escape takes the marks away.
import { wordsIn } from './analysis.js';

/** @param words as the index knows them */
export function mark(words) {
  const wanted = new Set(words);
  const marks = textsOfTarget().flatMap(text => markIn(text, wanted));
  if (marks.length === 0) return;
  addEventListener('keydown', event => { if (event.key === 'Escape') unmark(marks); }, { once: true });
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

function markIn(text, wanted) {
  const found = wordsIn(text.data).filter(w => wanted.has(w.word));
  // From the end, so that places before it stay true.
  return found.reverse().map(({ start, end }) => {
    const part = text.splitText(start);
    part.splitText(end - start);
    const mark = document.createElement('mark');
    part.replaceWith(mark);
    mark.append(part);
    return mark;
  });
}

function unmark(marks) {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}
