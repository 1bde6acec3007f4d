// The text of the cells of a matrix, and where words are in it.
const texts = new WeakMap();

/** The text of a cell in lower case, without links and visually hidden text. */
export function textOf(cell) {
  if (!texts.has(cell))
    texts.set(
      cell,
      textNodesOf(cell)
        .map(text => text.data)
        .join(' ')
        .toLocaleLowerCase(),
    );
  return texts.get(cell);
}

export function textNodesOf(cell) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, node =>
    node.nodeType === Node.TEXT_NODE
      ? NodeFilter.FILTER_ACCEPT
      : node.matches('.cell-foot, .cell-level, .used-by, .visually-hidden, .copy-link, summary')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** The positions of the words in a text, each as [start, end]. */
export function rangesOf(words, text) {
  const lower = text.toLocaleLowerCase();
  // A few letters change their length in lower case; then nothing is marked, to avoid marking the wrong place.
  if (lower.length !== text.length) return [];
  return words.flatMap(word => {
    const found = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
    return found;
  });
}
