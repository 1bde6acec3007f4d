// <print-sheet> around links to sheets: a button behind each prints that sheet without leaving the page. Where no link
// is to a sheet, the page itself is one, and the button prints it. Nothing is printed before somebody presses it.

class PrintSheet extends HTMLElement {
  connectedCallback() {
    const sheets = [...this.querySelectorAll('a[data-sheet]')];
    for (const link of sheets)
      link.after(button('Print', `Print: ${link.textContent}`, () => this.printFrom(link.href)));
    if (sheets.length > 0) return;
    const item = document.createElement('li');
    item.append(button('Print', 'Print this page', () => print()));
    this.querySelector('ul').prepend(item);
  }

  // In a frame that nobody sees, which stays until the next one: a browser may still be reading from it.
  printFrom(address) {
    this.frame?.remove();
    this.frame = Object.assign(document.createElement('iframe'), {
      src: address,
      title: 'Sheet to print',
      className: 'visually-hidden',
    });
    this.frame.setAttribute('aria-hidden', 'true');
    this.frame.tabIndex = -1;
    this.frame.addEventListener('load', () => this.frame.contentWindow.print(), { once: true });
    document.body.append(this.frame);
  }
}

function button(text, label, onclick) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text, ariaLabel: label });
  made.addEventListener('click', onclick);
  return made;
}

customElements.define('print-sheet', PrintSheet);
