// Draws a component of our own, with one style sheet for all of its kind. Served beside its files, as `begin.js`.
import draw from './@NAAM@.js';

const style = await fetch(new URL('@NAAM@.css', import.meta.url));
const sheet = new CSSStyleSheet();
sheet.replaceSync(await style.text());
export default function (component) {
  component.parentElement.adoptedStyleSheets = [sheet];
  return draw(component);
}
