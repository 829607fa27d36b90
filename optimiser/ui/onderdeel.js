// Brings a component of our own to its place; its script and style are fetched once for all of its kind.
const file = (name) => new URL(`@PLAATS@/${name}`, window.__streamlit.BACKEND_BASE_URL);
const [{ default: draw }, style] = await Promise.all([import(file("@NAAM@.js")), fetch(file("@NAAM@.css"))]);
const sheet = new CSSStyleSheet();
sheet.replaceSync(await style.text());
export default function (component) {
  component.parentElement.adoptedStyleSheets = [sheet];
  return draw(component);
}
