// Adds a button to each block of code that copies it without prompts, signs of a difference and removed lines.
import { action, element } from './elements.js';
import { notify } from './notice.js';
import { codeCopied, copy, copyCodeLabel, selectCode } from './strings.js';

const LEFT_OUT = '.code-removed, .code-lead';

export function textOf(code) {
  const clone = code.cloneNode(true);
  for (const part of clone.querySelectorAll(LEFT_OUT)) part.remove();
  return clone.textContent.replace(/\n$/, '');
}

async function copyCode(code) {
  try {
    await navigator.clipboard.writeText(textOf(code));
    notify(codeCopied);
  } catch {
    notify(selectCode);
  }
}

for (const code of navigator.clipboard ? document.querySelectorAll('.prose pre > code') : []) {
  const region = code.parentElement;
  const block = element('div', { className: 'code-block' });
  const button = action(copy, () => copyCode(code));
  button.className = 'copy-code';
  button.ariaLabel = copyCodeLabel;
  region.before(block);
  block.append(region, button);
}
