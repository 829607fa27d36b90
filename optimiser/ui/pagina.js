// Sets the language of the page, says in Dutch what Streamlit itself says in English, leaves Ctrl+Z to a field,
// makes one page one step back, and gives the page its style.
const WORDS = {
  "Browse files": "Kies een bestand", "Upload": "Kies een bestand", "Drag and drop file here": "Sleep een bestand hierheen",
  "Drag and drop files here": "Sleep bestanden hierheen", "No results": "Niets gevonden", "No options to select": "Niets te kiezen",
  "No options to select.": "Niets te kiezen.", "Choose an option": "Maak een keuze", "Choose options": "Maak een keuze",
  "Select all": "Alles kiezen", "Clear all": "Alles wissen", "Clear value": "Wissen", "Press Enter to apply": "Enter om toe te passen",
  "Press Enter to submit form": "Enter om te versturen", "Copy to clipboard": "Kopieer", "Copied": "Gekopieerd", "Fullscreen": "Volledig scherm",
  "Close fullscreen": "Volledig scherm sluiten", "Running...": "Bezig …", "RUNNING...": "Bezig …", "Stop": "Stop", "Rerun": "Opnieuw", "Always rerun": "Altijd opnieuw",
  "Connecting": "Verbinden", "CONNECTING": "Verbinden", "Connection error": "Geen verbinding", "Is Streamlit still running?": "Draait de app nog?",
  "Close": "Sluiten", "Open": "Open", "open": "open", "Remove file": "Bestand verwijderen", "Delete": "Verwijderen", "Loading...": "Laden …", "Main menu": "Menu",
  "Help": "Uitleg", "Show password text": "Tonen", "Skip to main content": "Naar de inhoud", "Link to heading": "Link naar deze kop", "file upload": "bestand kiezen", "Page not found": "Pagina niet gevonden",
  "The page that you have requested does not seem to exist. Running the app's main page.": "Deze pagina is er niet; hier staat de pagina Start.",
};
const PATTERNS = [
  [/^(?:Limit )?(\d+)\s?MB per file(?: • (.*))?$/, (m) => `Hooguit ${m[1]} MB${m[2] ? ` • ${m[2]}` : ""}`],
  [/^Shortcut (.*)$/, (m) => `Sneltoets ${m[1]}`],
  [/^Remove (.*)$/, (m) => `${m[1]} verwijderen`],
  [/^Help for (.*)$/, (m) => `Uitleg bij ${m[1]}`],
  [/^Connection (?:failed with status (\d+)|timed out)\.$/, (m) => `De app antwoordt nu niet${m[1] ? ` (${m[1]})` : ""}. Deze pagina probeert het vanzelf weer; wat in het register en het datapunt staat, is bewaard.`],
  [/^Streamlit server is not responding\. Are you connected to the internet\?$/, () => "De app antwoordt nu niet. Deze pagina probeert het vanzelf weer; wat in het register en het datapunt staat, is bewaard."],
  [/^Selected (.*)\. (.*)$/, (m) => `Gekozen: ${m[1]}. ${m[2]}`],
];
const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];

function dutch(text) {
  const bare = text.trim();
  if (Object.hasOwn(WORDS, bare)) return WORDS[bare];
  for (const [pattern, say] of PATTERNS) { const m = bare.match(pattern); if (m) return say(m); }
  return null;
}
function own(node) { const e = node.nodeType === 1 ? node : node.parentElement; return !e?.closest('[data-testid="stFileUploader"]') && e?.closest('[data-testid="stMarkdownContainer"], .tabel, pre, code'); }
function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = dutch(node.nodeValue);
    if (said !== null && said !== node.nodeValue && !own(node)) node.nodeValue = said;
  }
}
function attributes(element) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const said = value ? dutch(value) : null;
    if (said !== null && said !== value) element.setAttribute(name, said);
  }
}
// Streamlit calls the place to drop a file presentation, and lets the Tab key come there.
const DROP = '[data-testid="stFileUploaderDropzone"][role="presentation"]';
function dropzones(root) {
  for (const zone of root.parentElement?.querySelectorAll(DROP) ?? []) zone.setAttribute("role", "group");
}
function translate(root) {
  if (root.nodeType === 3) { if (root.parentElement) texts(root.parentElement); return; }
  if (root.nodeType !== 1) return;
  texts(root); attributes(root); dropzones(root);
  root.querySelectorAll("[aria-label],[title],[placeholder],[alt]").forEach(attributes);
}
// Ctrl+Z in a field takes back what was typed there, as everywhere; outside it is the button of the page.
function ownUndo(event) {
  const field = event.composedPath()[0];
  const typed = field?.isContentEditable || /^(INPUT|TEXTAREA)$/.test(field?.tagName) && !/^(checkbox|radio|range|button)$/.test(field.type);
  if (typed && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") event.stopImmediatePropagation();
}
// Back is the page before. What a page writes in its own address is no step: this session knows it already.
function onePageOneStep() {
  const push = history.pushState;
  history.pushState = function (state, unused, url) {
    const same = new URL(url ?? "", location.href).pathname === location.pathname;
    return (same ? history.replaceState : push).call(history, state, unused, url);
  };
}
function dress(text) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}
export default function ({ data }) {
  document.documentElement.lang = "nl";
  if (window.taakstellingVertaald) return;
  window.taakstellingVertaald = true;
  dress(data.stijl);
  onePageOneStep();
  translate(document.body);
  window.addEventListener("keydown", ownUndo, true);
  new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === "childList") change.addedNodes.forEach(translate);
    else translate(change.target);
  })).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
}
