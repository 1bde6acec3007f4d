// <print-sheet> around links to sheets adds a button to each that prints the sheet without leaving the page. Without
// links to sheets, the button prints the page itself. Whoever comes from the code of a printed copy, which carries its
// version (#printed=1.0), reads whether it is the newest one.
import { element } from './elements.js';
import { printLabel, printSheetOf, printThisPage, printedNewest, printedOutdated, sheetToPrint } from './strings.js';

class PrintSheet extends HTMLElement {
  connectedCallback() {
    const sheets = [...this.querySelectorAll('a[data-sheet]')];
    for (const link of sheets)
      link.after(button(printLabel, printSheetOf(link.textContent), () => this.printFrom(link.href)));
    if (sheets.length > 0) return;
    const item = document.createElement('li');
    item.append(button(printLabel, printThisPage, () => print()));
    this.querySelector('ul').prepend(item);
    this.showVersion();
    addEventListener('hashchange', () => this.showVersion());
  }

  showVersion() {
    const printed = new URLSearchParams(location.hash.slice(1)).get('printed');
    const newest = this.dataset.printed;
    this.querySelector('.printed')?.remove();
    if (!printed || !newest) return;
    const isNewest = printed === newest;
    const note = element('p', {
      className: 'printed',
      textContent: isNewest ? printedNewest(printed) : printedOutdated(printed, newest),
    });
    const changes = [...this.querySelectorAll('[data-since]')].find(link => link.dataset.since === printed);
    if (changes && !isNewest) note.append(' ', changes.cloneNode(true));
    this.prepend(note);
  }

  // In a hidden frame that stays until the next print: the browser may still be reading from it.
  printFrom(address) {
    this.frame?.remove();
    this.frame = Object.assign(document.createElement('iframe'), {
      src: address,
      title: sheetToPrint,
      className: 'visually-hidden',
    });
    this.frame.setAttribute('aria-hidden', 'true');
    this.frame.tabIndex = -1;
    this.frame.addEventListener('load', () => this.frame.contentWindow.print(), { once: true });
    document.body.append(this.frame);
  }
}

function button(text, label, onclick) {
  const created = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: text,
    ariaLabel: label,
  });
  created.addEventListener('click', onclick);
  return created;
}

customElements.define('print-sheet', PrintSheet);
