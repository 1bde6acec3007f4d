// Helpers that create elements.

export function element(name, properties, ...children) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

export function action(text, onclick) {
  const button = element('button', { type: 'button', textContent: text });
  button.addEventListener('click', onclick);
  return button;
}
