// <theme-switch> in the header: light, dark, or as the system has it. What is chosen is kept in this browser, where it
// may be; early.js shows it, on this page and before the next one is painted.

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

  /** The next of the three, for the keyboard; returns its name. */
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
      // Then the choice holds for this page.
    }
  }
}

customElements.define('theme-switch', ThemeSwitch);
