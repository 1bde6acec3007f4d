// <site-shortcuts>: single-key shortcuts, and the dialog that lists them, opened by "?" and by a button in the footer.
// The dialog can switch them off. Keys are ignored in text fields, with modifier keys and over dialogs.
import { action, element } from './elements.js';
import { say } from './notice.js';

const OFF = 'knowledgesite:shortcuts-off';

const follow = selector => () => document.querySelector(selector)?.click();

const KEYS = [
  ['/', 'Search', follow('.search-link')],
  ['n', 'Next page', follow('a[rel="next"]')],
  ['p', 'Previous page', follow('a[rel="prev"]')],
  ['h', 'Home', follow('.site-name')],
  ['e', 'Edit this page', follow('a[rel="edit"]')],
  ['t', 'Switch theme', () => say(`Theme: ${document.querySelector('theme-switch').next()}`)],
  ['?', 'Show this list', () => document.querySelector('site-shortcuts').open()],
];

class SiteShortcuts extends HTMLElement {
  connectedCallback() {
    this.isOff = isKeptOff();
    document.addEventListener('keydown', event => this.listen(event));
    addEventListener('storage', event => {
      if (event.key === OFF || event.key === null) this.isOff = isKeptOff();
    });
    const button = action('Keyboard shortcuts', () => this.open());
    button.className = 'shortcuts-button';
    document.querySelector('.site-footer > p')?.append(element('span', { className: 'shortcuts-way' }, button));
  }

  listen(event) {
    if (
      this.isOff ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      isForOthers(event.target)
    )
      return;
    const [, , act] = KEYS.find(([key]) => key === keyOf(event)) ?? [];
    if (!act) return;
    event.preventDefault();
    act();
  }

  open() {
    this.sheet ??= document.body.appendChild(this.build());
    this.sheet.querySelector('input').checked = !this.isOff;
    this.sheet.showModal();
  }

  build() {
    const off = element('input', { type: 'checkbox' });
    off.addEventListener('change', () => this.switch(!off.checked));
    const close = action('Close', () => sheet.close());
    close.autofocus = true;
    const list = element(
      'dl',
      {},
      ...KEYS.map(([key, name]) =>
        element(
          'div',
          {},
          element('dt', {}, element('kbd', { textContent: key })),
          element('dd', { textContent: name }),
        ),
      ),
    );
    const sheet = element(
      'dialog',
      { className: 'shortcuts', ariaLabel: 'Keyboard shortcuts' },
      element('h2', { textContent: 'Keyboard shortcuts' }),
      list,
      element('label', {}, off, ' Enable keyboard shortcuts'),
      close,
    );
    sheet.addEventListener('click', event => {
      if (event.target === sheet) sheet.close();
    });
    return sheet;
  }

  switch(isOff) {
    this.isOff = isOff;
    try {
      if (isOff) localStorage.setItem(OFF, 'yes');
      else localStorage.removeItem(OFF);
    } catch {
      // The setting then applies to this page only.
    }
  }
}

function isKeptOff() {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

// On a keyboard of another script, a letter is recognized by its position.
function keyOf({ key, code, shiftKey }) {
  if (key.length !== 1) return '';
  const sign = /[ -~]/.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase();
  return shiftKey && /[a-z]/.test(sign) ? '' : sign;
}

// The field of a dialog that was just closed may keep the focus until the next frame. On a search result, a letter
// continues the query.
function isForOthers(target) {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  return (
    target.isContentEditable || target.matches('input, textarea, select') || target.closest('.search-results') !== null
  );
}

customElements.define('site-shortcuts', SiteShortcuts);
