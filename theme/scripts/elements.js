// Helpers that create elements.

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function action(text, onclick) {
  const button = element('button', { type: 'button', textContent: text });
  button.addEventListener('click', onclick);
  return button;
}
