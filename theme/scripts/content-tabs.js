// Shows one tab of each group. Without this script and on paper, all tabs are shown in order with their titles. The
// choice is kept for all pages, by the names of tabs, and is in the URL (?tab=python). A link to a heading in a hidden
// tab and the search of the browser open that tab.
import { action, element } from './elements.js';
import { read, write } from './storage.js';

const STORAGE_KEY = 'knowledgesite:tabs';
const MAX_REMEMBERED = 30;
const PARAMETER = 'tab';
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

// For each group name, the names of the chosen tabs, the last one first. Groups without a name share the name ''.
function remembered(group) {
  const names = read(STORAGE_KEY)[group];
  return Array.isArray(names) ? names : [];
}

function remember(group, name) {
  const names = remembered(group).filter(n => n !== name);
  write(STORAGE_KEY, { ...read(STORAGE_KEY), [group]: [name, ...names].slice(0, MAX_REMEMBERED) });
}

function inAddress() {
  return new URLSearchParams(location.search).getAll(PARAMETER);
}

function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

class TabGroup {
  constructor(region, number) {
    this.region = region;
    this.group = region.dataset.group ?? '';
    this.panels = [...region.children].filter(c => c.matches('.content-tab[data-tab]'));
    this.list = element('div', { className: 'tab-list', role: 'tablist' });
    this.tabs = this.panels.map((panel, i) => this.createTab(panel, `site:tab-${number}-${i}`));
    this.panels[0].before(this.list);
    region.classList.add('is-enhanced');
    this.list.addEventListener('keydown', event => this.move(event));
    this.select(this.initial());
  }

  createTab(panel, id) {
    const title = panel.firstElementChild;
    title.classList.add('tab-title');
    const tab = action('', () => this.choose(panel));
    tab.append(...title.cloneNode(true).childNodes);
    for (const link of tab.querySelectorAll('a, button')) link.replaceWith(...link.childNodes);
    for (const part of tab.querySelectorAll('[id]')) part.removeAttribute('id');
    Object.assign(tab, { id, role: 'tab' });
    Object.assign(panel, { id: panel.id || `${id}-panel`, role: 'tabpanel' });
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('aria-labelledby', id);
    if (!panel.querySelector(FOCUSABLE)) panel.tabIndex = 0;
    panel.addEventListener('beforematch', () => this.select(panel));
    this.list.append(tab);
    return tab;
  }

  find(name) {
    return this.panels.find(p => p.dataset.tab === name);
  }

  initial() {
    const chosen = [...inAddress(), ...remembered(this.group)].find(n => this.find(n));
    return (
      this.panels.find(p => p.contains(target())) ??
      this.find(chosen) ??
      this.panels.find(p => p.matches('[data-selected]')) ??
      this.panels[0]
    );
  }

  select(panel) {
    for (const [i, tab] of this.tabs.entries()) {
      const isSelected = this.panels[i] === panel;
      tab.ariaSelected = isSelected;
      tab.tabIndex = isSelected ? 0 : -1;
      if (isSelected) this.panels[i].removeAttribute('hidden');
      else this.panels[i].setAttribute('hidden', 'until-found');
    }
  }

  // Other groups with this tab follow. The page scrolls by as much as they move this one.
  choose(panel) {
    const name = panel.dataset.tab;
    const { top } = this.list.getBoundingClientRect();
    for (const other of groups)
      if (other !== this && other.group === this.group && other.find(name)) other.select(other.find(name));
    this.select(panel);
    scrollBy({ top: this.list.getBoundingClientRect().top - top, behavior: 'instant' });
    remember(this.group, name);
    this.writeAddress(name);
  }

  writeAddress(name) {
    const address = new URL(location.href);
    const names = inAddress().filter(n => !this.find(n));
    address.searchParams.delete(PARAMETER);
    for (const one of [...names, name]) address.searchParams.append(PARAMETER, one);
    try {
      history.replaceState(history.state, '', address);
    } catch {
      /* A page on a disk has no parameters. */
    }
  }

  move(event) {
    const { key } = event;
    const at = this.tabs.indexOf(document.activeElement);
    const last = this.tabs.length - 1;
    const forward = getComputedStyle(this.list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = {
      [forward]: at === last ? 0 : at + 1,
      [backward]: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[key];
    if (to === undefined || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.tabs[to].focus();
    this.choose(this.panels[to]);
  }
}

const groups = [...document.querySelectorAll('.content-tabs')]
  .filter(region => region.querySelector(':scope > .content-tab[data-tab]'))
  .map((region, i) => new TabGroup(region, i));

function revealTarget() {
  const place = target();
  for (const group of groups) {
    const panel = place && group.panels.find(p => p.contains(place));
    if (panel?.hidden) group.select(panel);
  }
  return place;
}

addEventListener('hashchange', () => revealTarget()?.scrollIntoView());
// A link to the place in the address changes no address.
addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (link?.hash && link.href === location.href) revealTarget();
});
addEventListener('pageshow', event => {
  if (event.persisted) for (const group of groups) group.select(group.initial());
});
