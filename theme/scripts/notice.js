// Says in a few words that something was done: to the eye for some seconds, and to screen readers.
import { element } from './elements.js';

const SHOWN = 3000;

let notice, going;

export function say(text) {
  notice ??= document.body.appendChild(element('p', { className: 'notice', role: 'status' }));
  clearTimeout(going);
  // What stands in a status from the first is not read out.
  requestAnimationFrame(() => {
    notice.textContent = text;
  });
  going = setTimeout(() => notice.replaceChildren(), SHOWN);
}
