// <theme-switch> in the header: light, dark or system theme. The choice is stored in this browser if possible; early.js
// applies it on this page and before the next one is painted.

const KEY = 'knowledgesite:theme';

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.choice = this.querySelector('select');
    this.choice.value = document.documentElement.dataset.theme ?? '';
    this.choice.addEventListener('change', () => this.choose());
    addEventListener('theme', event => {
      this.choice.value = event.detail ?? '';
    });
    this.hidden = false;
  }

  /** Selects the next theme, for the keyboard shortcut, and returns its name. */
  next() {
    this.choice.selectedIndex = (this.choice.selectedIndex + 1) % this.choice.length;
    this.choose();
    return this.choice.selectedOptions[0].text;
  }

  choose() {
    const theme = this.choice.value;
    dispatchEvent(new CustomEvent('theme', { detail: theme }));
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // The choice then applies to this page only.
    }
  }
}

customElements.define('theme-switch', ThemeSwitch);
