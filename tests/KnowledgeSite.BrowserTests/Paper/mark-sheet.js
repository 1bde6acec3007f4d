// Adds a mark to the upper and lower end of each writing space and of each row of a sheet. Returns the pairs of marks
// that must be on the same page, and each heading with the beginning of the text that must follow it on that page.
() => {
  const pairs = [];
  const words = element => element.innerText.trim().split(/\s+/);

  // A paragraph that introduces a list, a table or a writing space is on the page where that begins.
  const [leads, rooms] = [[], []];
  for (const lead of document.querySelectorAll('.handout p')) {
    const next = lead.nextElementSibling;
    if (lead.closest('.box, .footnotes, .clock-bar, .form-bar, .handout-foot, header')) continue;
    const end = words(lead).slice(-4).join('');
    if (next?.matches('ul, ol'))
      leads.push(end + (next.matches('ol') ? '1' : '') + words(next.firstElementChild).slice(0, 2).join(''));
    if (next?.matches('.lines, .box, .scale, .table')) rooms.push([next, end]);
  }

  const mark = () => [`Upper${pairs.length}end`, `Lower${pairs.length}end`];
  const put = (host, text, align) => {
    const made = document.createElement('span');
    made.textContent = text;
    Object.assign(made.style, {
      position: 'absolute',
      insetInlineStart: 0,
      [align]: 0,
      fontSize: '9pt',
      lineHeight: 1,
    });
    host.style.position = 'relative';
    host.append(made);
  };

  for (const room of document.querySelectorAll('.handout :is(.lines, .box, .scale, .handout-foot)')) {
    const [upper, lower] = mark();
    put(room, upper, 'insetBlockStart');
    put(room, lower, 'insetBlockEnd');
    pairs.push([upper, lower]);
    for (const [next, end] of rooms) if (next === room) pairs.push([end, upper]);
  }

  for (const row of document.querySelectorAll('.handout tr')) {
    const [upper, lower] = mark();
    put(row.cells[0], upper, 'insetBlockStart');
    put(row.cells[0], lower, 'insetBlockEnd');
    pairs.push([upper, lower]);
    for (const [next, end] of rooms) if (row === next.querySelector('tr')) pairs.push([end, upper]);
  }

  const headings = [];
  for (const heading of document.querySelectorAll('.handout :is(h2, h3)')) {
    const next = heading.nextElementSibling?.matches('p, ul, ol')
      ? heading.nextElementSibling.innerText.trim().split(/\s+/).slice(0, 2).join('')
      : '';
    headings.push(heading.innerText + next);
  }

  return { pairs, headings: [...headings, ...leads] };
};
