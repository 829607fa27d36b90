// Small helpers around the document. Text only ever enters as textContent or attribute.

export const SVG = 'http://www.w3.org/2000/svg';

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Make an HTML element: attributes, `text`, handlers as `onclick`. */
export const html = (tag, attributes = {}, ...children) =>
  filled(document.createElement(tag), attributes, children);

/** Make an SVG element. */
export const svg = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, tag), attributes, children);

/** Fill the placeholders of a Dutch text. */
export const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? '');

/** Write a whole number the Dutch way: 1.234. */
export const whole = number => String(number).replace(/\B(?=(\d{3})+$)/g, '.');

/** Set an attribute only when it changes. */
export function put(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Join names, the first five by name. */
export function joined(names, words) {
  if (names.length <= 5) return names.join(', ');
  const facts = { namen: names.slice(0, 5).join(', '), aantal: names.length - 5 };
  return fill(words.en_meer, facts);
}
