// Added to every page of the preview, never to a build. Reloads the page or its style sheets after a change, and lists
// the problems on the page.
const me = document.querySelector('script[data-page]');

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** A panel in the corner that lists the problems of the page. Its shadow root isolates it from the site's styles. */
class PreviewFindings extends HTMLElement {
  #list = element('ul', {});
  #button = element('button', { type: 'button' });
  #all = element('a', { href: '/_preview/' });
  #status = element('p', { className: 'lost' });
  #box;
  #shown = '';

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#button.setAttribute('aria-controls', 'list');
    this.#list.id = 'list';
    this.#status.setAttribute('role', 'status');
    this.#box = element(
      'section',
      { hidden: true },
      element('div', { className: 'head' }, this.#button, this.#all, this.#status),
      this.#list,
    );
    this.#box.setAttribute('aria-label', 'Preview');
    root.append(element('link', { rel: 'stylesheet', href: '/_preview/follow.css' }), this.#box);
    this.#button.addEventListener('click', () => this.#open(this.#list.hidden));
    root.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || this.#list.hidden) return;
      this.#open(false);
      this.#button.focus();
    });
  }

  /**
   * @typedef {{severity: string, rule: string, message: string, place?: string, source?: string}} Finding
   * @param {{onSite: number, here: Finding[]}} findings
   */
  show({ onSite, here }) {
    this.#list.replaceChildren(...here.map(item));
    this.#button.textContent = here.length === 1 ? '1 problem on this page' : `${here.length} problems on this page`;
    this.#button.hidden = here.length === 0;
    this.#all.textContent = here.length === onSite ? 'All problems' : `${onSite} on the site`;
    this.#all.hidden = onSite === 0;
    this.#box.dataset.worst = here.some(f => f.severity === 'error') ? 'error' : here.length > 0 ? 'warning' : 'none';
    this.#shown = JSON.stringify(here);
    this.#open(here.length > 0 && sessionStorage.getItem('preview-closed') !== this.#shown);
    this.#settle();
  }

  lost(isLost) {
    this.#status.textContent = isLost ? 'The preview is not running.' : '';
    this.#settle();
  }

  #open(isOpen) {
    this.#list.hidden = !isOpen;
    this.#button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) sessionStorage.removeItem('preview-closed');
    else if (this.#shown.length > 2) sessionStorage.setItem('preview-closed', this.#shown);
  }

  #settle() {
    this.#box.hidden = this.#button.hidden && this.#all.hidden && this.#status.textContent === '';
  }
}

const item = ({ severity, rule, message, place, source }) =>
  element(
    'li',
    { className: severity },
    element('strong', { textContent: `${severity} ${rule}` }),
    ...(place ? [' ', element('code', { textContent: place })] : []),
    element('p', { textContent: message }),
    ...(source ? [element('pre', { textContent: source })] : []),
  );

/** Replaces style sheets. The old one is removed when the new one has loaded, so that the page is never unstyled. */
const restyle = hrefs => {
  const links = [...document.querySelectorAll('link[rel=stylesheet]:not([data-leaving])')];
  if (links.length !== hrefs.length) return location.reload();
  links.forEach((link, i) => {
    const href = new URL(hrefs[i], document.baseURI).href;
    if (link.href === href) return;
    link.dataset.leaving = '';
    const next = element('link', { rel: 'stylesheet', href });
    next.addEventListener('load', () => link.remove());
    next.addEventListener('error', () => next.remove());
    link.after(next);
  });
};

customElements.define('preview-findings', PreviewFindings);
const findings = element('preview-findings', {});
document.body.append(findings);

let events;
const follow = () => {
  events?.close();
  events = new EventSource(`/_preview/events?page=${encodeURIComponent(me.dataset.page)}&seen=${me.dataset.seen}`);
  events.addEventListener('reload', () => location.reload());
  events.addEventListener('styles', event => restyle(JSON.parse(event.data)));
  events.addEventListener('findings', event => findings.show(JSON.parse(event.data)));
  events.addEventListener('open', () => findings.lost(false));
  events.addEventListener('error', () => {
    findings.lost(true);
    if (events.readyState === EventSource.CLOSED) setTimeout(follow, 1000);
  });
};

// Browsers limit the connections per host, so hidden pages close theirs and reconnect when they become visible.
const seen = () => (document.visibilityState === 'visible' ? follow() : events?.close());
document.addEventListener('visibilitychange', seen);
addEventListener('pageshow', event => event.persisted && seen());
addEventListener('pagehide', () => events?.close());
seen();
