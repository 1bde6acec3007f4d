// Shows a short notice for some seconds, and announces it to screen readers.
import { element } from './elements.js';

const SHOWN = 3000;

let notice, going;

export function say(text) {
  notice ??= document.body.appendChild(element('p', { className: 'notice', role: 'status' }));
  clearTimeout(going);
  // Screen readers do not announce text that a status has when it is created.
  requestAnimationFrame(() => {
    notice.textContent = text;
  });
  going = setTimeout(() => notice.replaceChildren(), SHOWN);
}
