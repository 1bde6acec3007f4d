// On the page of an old address: takes the reader on to the same place of the new one. The refresh of the page itself, which does
// without scripts, would lose what stands behind '#'.

const way = document.querySelector('article a[href]');
if (way && location.hash) location.replace(way.href + location.hash);
