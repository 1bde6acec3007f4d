// <site-shortcuts>: single-key shortcuts, and the dialog that lists them, opened by "?" and by a button in the footer.
// The dialog can switch them off. Keys are ignored in text fields, with modifier keys and over dialogs.
import { action, element } from './elements.js';
import { notify } from './notice.js';
import {
  close,
  editPage,
  enableShortcuts,
  home,
  keyboardShortcuts,
  nextPage,
  previousPage,
  search,
  showThisList,
  switchTheme,
  themeIs,
} from './strings.js';

const OFF_KEY = 'knowledgesite:shortcuts-off';

const click = selector => () => document.querySelector(selector)?.click();

const KEYS = [
  ['/', search, click('.search-link')],
  ['n', nextPage, click('a[rel="next"]')],
  ['p', previousPage, click('a[rel="prev"]')],
  ['h', home, click('.site-name')],
  ['e', editPage, click('a[rel="edit"]')],
  ['t', switchTheme, () => notify(themeIs(document.querySelector('theme-switch').next()))],
  ['?', showThisList, () => document.querySelector('site-shortcuts').open()],
];

class SiteShortcuts extends HTMLElement {
  connectedCallback() {
    this.isOff = isSwitchedOff();
    document.addEventListener('keydown', event => this.onKey(event));
    addEventListener('storage', event => {
      if (event.key === OFF_KEY || event.key === null) this.isOff = isSwitchedOff();
    });
    const button = action(keyboardShortcuts, () => this.open());
    button.className = 'shortcuts-button';
    document.querySelector('.site-footer > p')?.append(element('span', { className: 'shortcuts-way' }, button));
  }

  onKey(event) {
    if (
      this.isOff ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      isForAnotherControl(event.target)
    )
      return;
    const [, , act] = KEYS.find(([key]) => key === keyOf(event)) ?? [];
    if (!act) return;
    event.preventDefault();
    act();
  }

  open() {
    this.dialog ??= document.body.appendChild(this.build());
    this.dialog.querySelector('input').checked = !this.isOff;
    this.dialog.showModal();
  }

  build() {
    const off = element('input', { type: 'checkbox' });
    off.addEventListener('change', () => this.switch(!off.checked));
    const closeButton = action(close, () => dialog.close());
    closeButton.autofocus = true;
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
    const dialog = element(
      'dialog',
      { className: 'shortcuts', ariaLabel: keyboardShortcuts },
      element('h2', { textContent: keyboardShortcuts }),
      list,
      element('label', {}, off, ` ${enableShortcuts}`),
      closeButton,
    );
    dialog.addEventListener('click', event => {
      if (event.target === dialog) dialog.close();
    });
    return dialog;
  }

  switch(isOff) {
    this.isOff = isOff;
    try {
      if (isOff) localStorage.setItem(OFF_KEY, 'yes');
      else localStorage.removeItem(OFF_KEY);
    } catch {
      // The setting then applies to this page only.
    }
  }
}

function isSwitchedOff() {
  try {
    return localStorage.getItem(OFF_KEY) !== null;
  } catch {
    return false;
  }
}

// On a keyboard of another script, a letter is recognized by its position.
function keyOf({ key, code, shiftKey }) {
  if (key.length !== 1) return '';
  const character = /[ -~]/.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase();
  return shiftKey && /[a-z]/.test(character) ? '' : character;
}

// The field of a dialog that was just closed may keep the focus until the next frame. On a search result, a letter
// continues the query.
function isForAnotherControl(target) {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  return (
    target.isContentEditable || target.matches('input, textarea, select') || target.closest('.search-results') !== null
  );
}

customElements.define('site-shortcuts', SiteShortcuts);
