// Shows a short notice for some seconds, and announces it to screen readers.
import { element } from './elements.js';

const DURATION = 3000;

let notice, timer;

export function notify(text) {
  notice ??= document.body.appendChild(element('p', { className: 'notice', role: 'status' }));
  clearTimeout(timer);
  // Screen readers do not announce text that a status has when it is created.
  requestAnimationFrame(() => {
    notice.textContent = text;
  });
  timer = setTimeout(() => notice.replaceChildren(), DURATION);
}
