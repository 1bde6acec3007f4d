// <theme-switch> in the header: light, dark or system theme. The choice is stored in this browser if possible; early.js
// applies it on this page and before the next one is painted.

const STORAGE_KEY = 'knowledgesite:theme';

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.select = this.querySelector('select');
    this.select.value = document.documentElement.dataset.theme ?? '';
    this.select.addEventListener('change', () => this.choose());
    addEventListener('theme', event => {
      this.select.value = event.detail ?? '';
    });
    this.hidden = false;
  }

  /** Selects the next theme, for the keyboard shortcut, and returns its name. */
  next() {
    this.select.selectedIndex = (this.select.selectedIndex + 1) % this.select.length;
    this.choose();
    return this.select.selectedOptions[0].text;
  }

  choose() {
    const theme = this.select.value;
    dispatchEvent(new CustomEvent('theme', { detail: theme }));
    try {
      if (theme) localStorage.setItem(STORAGE_KEY, theme);
      else localStorage.removeItem(STORAGE_KEY);
    } catch {
      // The choice then applies to this page only.
    }
  }
}

customElements.define('theme-switch', ThemeSwitch);
