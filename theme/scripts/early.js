// The only script that runs before a page is shown, and no module, since browsers load none from a disk.

addEventListener('DOMContentLoaded', () => {
  // Opened from a disk, a link to a page would show the files in its folder, and the search could read none.
  if (location.protocol === 'file:') {
    for (const link of document.querySelectorAll('a[href]')) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    }

    const note = document.createElement('p');
    note.textContent = 'Search needs a web server. Below are all pages by their first letters.';
    document.getElementById('site:search')?.append(note);
  }

  // The page of an old address takes the reader on by itself, but without what stands behind '#'.
  if (document.querySelector('meta[http-equiv="refresh"]')) location.replace(document.querySelector('article a[href]').href + location.hash);
});
