// Checks a sheet as it is printed: everything is inside the page, nothing is cut off, letters are large and dark
// enough, and no area is filled.
({ smallest, body }) => {
  const complaints = [];
  const sheet = document.querySelector('.handout');
  const right = sheet.getBoundingClientRect().right;
  const channel = value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const onWhite = colour => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
    return 1.05 / (0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b) + 0.05);
  };
  const isShown = element => element.getClientRects().length > 0 && !element.closest('.visually-hidden, iframe');

  for (const element of sheet.querySelectorAll('*')) {
    if (!isShown(element) || element.closest('svg')) continue;
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
    if (element.getBoundingClientRect().right > right + 1) complaints.push(`${name} leaves the page`);
    if (
      style.overflow !== 'visible' &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    )
      complaints.push(`${name} is cut`);
    if (!['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(style.backgroundColor) || style.backgroundImage !== 'none')
      complaints.push(`${name} has a surface`);
    const speaks = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!speaks) continue;
    const points = parseFloat(style.fontSize) * 0.75;
    if (points < smallest - 0.01) complaints.push(`${name} has ${points} pt`);
    if (
      element.matches('p, li') &&
      !element.closest(
        'table, footer, .handout-foot, .footnotes, .handout-kind, .steps, .box-label, .container-title',
      ) &&
      points < body - 0.01
    )
      complaints.push(`${name} has only ${points} pt`);
    if (onWhite(style.color) < 4.5) complaints.push(`${name} is too faint: ${style.color}`);
  }

  for (const line of sheet.querySelectorAll('.line'))
    if (line.getBoundingClientRect().height < (9 * 96) / 25.4) complaints.push('a line is less than 9 mm high');
  for (const ruled of sheet.querySelectorAll('.line, .box, .step, td'))
    if (onWhite(getComputedStyle(ruled).borderBottomColor) < 4.5)
      complaints.push(`a rule is too faint: ${ruled.className} ${getComputedStyle(ruled).borderBottomColor}`);
  return complaints;
};
