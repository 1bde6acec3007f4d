// Adds a button to each block of code that copies it without prompts, signs of a difference and removed lines.
import { action, element } from './elements.js';
import { notify } from './notice.js';

const LEFT_OUT = '.code-lead';

export function textOf(code) {
  const copy = code.cloneNode(true);
  for (const line of copy.querySelectorAll('.code-removed')) {
    if (line.nextSibling?.nodeType === 3) line.nextSibling.data = line.nextSibling.data.replace(/^\n/, '');
    line.remove();
  }
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  return copy.textContent.replace(/\n$/, '');
}

async function copyCode(code) {
  try {
    await navigator.clipboard.writeText(textOf(code));
    notify('Code copied.');
  } catch {
    notify('Select the code and copy it.');
  }
}

for (const code of navigator.clipboard ? document.querySelectorAll('.prose pre > code') : []) {
  const region = code.parentElement;
  const block = element('div', { className: 'code-block' });
  const button = action('Copy', () => copyCode(code));
  button.className = 'copy-code';
  button.ariaLabel = 'Copy code';
  region.before(block);
  block.append(region, button);
}
