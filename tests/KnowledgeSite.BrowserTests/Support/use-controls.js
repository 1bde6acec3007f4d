// Uses the controls of a page once, including those that appear when others are used, and returns their names. Of
// controls that are alike, such as those of each cell of a matrix, only as many are used as the argument says. Nothing
// is kept on the device (OfflineTests do that), and links that only lead elsewhere are left alone.
async mostAlike => {
  const CONTROLS =
    'button:not(.level-pair *), summary, input:not([type="file"]), select, textarea, ' +
    '.copy-link, .cell-foot a[href^="#"], .search-link';
  const MAX_ROUNDS = 8;
  const known = new Set();
  const alike = new Map();
  const names = [];

  const isShown = control =>
    !control.disabled && control.checkVisibility({ visibilityProperty: true }) && !control.closest('offline-copy');

  const nameOf = control => (control.ariaLabel ?? control.labels?.[0]?.textContent ?? control.textContent).trim();

  const isOneOfMany = control => {
    const kind = `${control.localName} ${control.className} ${control.type} in ${control.parentElement.className}`;
    alike.set(kind, (alike.get(kind) ?? 0) + 1);
    return alike.get(kind) > mostAlike;
  };

  const type = (field, text) => {
    field.focus();
    field.value = text;
    for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
  };

  const use = control => {
    if (control.localName === 'select') type(control, control.options[control.options.length - 1].value);
    else if (control.type === 'time') type(control, '09:30');
    else if (control.localName === 'textarea' || ['text', 'search'].includes(control.type)) type(control, 'staff');
    else control.click();
  };

  const settled = async () => {
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const isComing = () => !document.querySelector('.search-panel [type="search"]');
    for (let wait = 0; isComing() && wait < 200; wait++) await new Promise(done => setTimeout(done, 25));
    const panel = [...document.querySelectorAll('.search-panel')].find(shown => shown.checkVisibility());
    const isAsked = () =>
      panel?.querySelector('[type="search"]')?.value && !panel.querySelector('.search-status').textContent;
    for (let wait = 0; isAsked() && wait < 200; wait++) await new Promise(done => setTimeout(done, 25));
  };

  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fresh = [...document.querySelectorAll(CONTROLS)].filter(control => !known.has(control) && isShown(control));
    if (fresh.length === 0) return names;
    for (const control of fresh) {
      if (!isShown(control)) continue;
      known.add(control);
      if (isOneOfMany(control)) continue;
      names.push(nameOf(control));
      use(control);
    }
    await settled();
  }
  throw new Error(`Controls came forth without an end: ${names.slice(-5).join(', ')}`);
};
