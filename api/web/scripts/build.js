// Nodes from data. Text is text: nothing here takes HTML.

/**
 * build makes an element: attributes by name (false and undefined leave one
 * out, true sets it empty, on… are listeners), then children, nodes or texts.
 */
export function build(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    if (typeof value === 'function') element.addEventListener(key.replace(/^on/, ''), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
