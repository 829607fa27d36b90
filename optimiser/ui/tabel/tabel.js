// Draws a table; texts come in as data and go out as textContent, never as HTML.
const UNKNOWN = "niet beschikbaar";
// Rows of a long table that are drawn at once: more than its box shows.
const PORTION = 40;
const [later, cancel] = window.requestIdleCallback
  ? [(act) => requestIdleCallback(act, { timeout: 500 }), cancelIdleCallback] : [(act) => setTimeout(act, 50), clearTimeout];
const collator = new Intl.Collator("nl", { sensitivity: "base", numeric: true });

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Put the parts of a table in its place, once. */
function build(root) {
  const search = element("label", "Zoek in de tabel ", "zoek");
  const input = element("input");
  Object.assign(input, { type: "search", autocomplete: "off" });
  search.append(input);
  const [bar, count, box, table] = [element("div", undefined, "balk"), element("span", undefined, "aantal"), element("div", undefined, "vlak"), element("table")];
  count.setAttribute("role", "status");
  box.setAttribute("role", "region");
  box.tabIndex = 0;
  table.append(...["caption", "thead", "tbody", "tfoot"].map((tag) => element(tag)));
  bar.append(search, count);
  box.append(table);
  root.append(bar, box);
}

function compare(a, b) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b);
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  // Every different cell of a column comes once: its text, or text and value to sort by. All different: no places.
  const cells = data.ids.map((_, i) => data.columns.map(({ cells: every, at }) => every[at ? at[i] : i]));
  const part = (k) => cells.map((row) => row.map((cell) => (Array.isArray(cell) ? cell[k] : cell)));
  const [rows, values] = [part(0), part(1)];
  const root = parentElement.querySelector(".tabel");
  if (!root.state) build(root);
  const state = (root.state ??= { column: null, down: false, search: "", picked: null });
  const find = (selector) => root.querySelector(selector);
  const [head, body, foot, box] = ["thead", "tbody", "tfoot", ".vlak"].map(find);
  const input = find("input");
  find("caption").textContent = data.titel;
  box.setAttribute("aria-label", `${data.titel}; schuifbare tabel`);
  box.style.maxHeight = rows.length > data.most ? `${data.height}rem` : "none";
  find(".zoek").hidden = !data.search;

  function order() {
    const wanted = state.search.trim().toLocaleLowerCase("nl");
    const kept = rows.map((_, i) => i).filter((i) =>
      !wanted || rows[i].some((text) => text.toLocaleLowerCase("nl").includes(wanted)));
    const c = state.column;
    if (c === null || c >= data.heads.length) return kept;
    return kept.sort((i, j) => {
      const [a, b] = [values[i][c], values[j][c]];
      const unknown = a === null || b === null;
      return compare(a, b) * (state.down && !unknown ? -1 : 1) || i - j;
    });
  }

  function drawHead() {
    const row = element("tr");
    data.heads.forEach((column, c) => {
      const cell = element("th", undefined, column.number ? "getal" : "");
      cell.scope = "col";
      const active = state.column === c;
      cell.setAttribute("aria-sort", active ? (state.down ? "descending" : "ascending") : "none");
      const button = element("button");
      button.type = "button";
      button.dataset.uitleg = column.uitleg;
      button.title = column.uitleg ? `${column.uitleg} (klik om te sorteren)` : "Klik om te sorteren";
      button.append(element("span", column.titel, "naam"));
      button.append(element("span", active ? (state.down ? " ▼" : " ▲") : "", "pijl"));
      button.lastChild.setAttribute("aria-hidden", "true");
      button.onclick = () => {
        state.down = active ? !state.down : column.number;
        state.column = c;
        draw();
        head.querySelectorAll("button")[c].focus();
      };
      cell.append(button);
      row.append(cell);
    });
    if (data.remove) row.append(element("td"));
    head.replaceChildren(row);
  }

  function drawBody() {
    const shown = order();
    cancel(state.rest);
    if (data.pick || data.remove) body.replaceChildren(...shown.map(newRow));
    else drawRows(shown, 0);
    const all = rows.length;
    find(".aantal").textContent = data.search
      ? (shown.length === all ? `${all} rijen` : `${shown.length} van ${all} rijen`) : "";
  }

  // What can be seen first, the rest when there is nothing else to do; rows that are there are kept.
  function drawRows(shown, from) {
    const until = from ? shown.length : Math.max(body.rows.length, PORTION);
    shown.slice(from, until).forEach((i, n) => {
      const row = body.rows[from + n];
      if (row?.cells.length === data.heads.length) rows[i].forEach((text, c) => write(row.cells[c], i, c, text));
      else if (row) row.replaceWith(newRow(i));
      else body.append(newRow(i));
    });
    while (body.rows.length > shown.length) body.lastChild.remove();
    if (until < shown.length) state.rest = later(() => drawRows(shown, until));
  }

  function write(cell, i, c, text) {
    const number = data.heads[c].number ? "getal" : "";
    const [name, hint] = [text === UNKNOWN ? `${number} leeg` : number, c === 0 && data.hints?.[i] || ""];
    if (cell.className !== name) cell.className = name;
    if (cell.title !== hint) cell.title = hint;
    if (cell.textContent !== text) cell.textContent = text;
  }

  function newRow(i) {
    const row = element("tr", undefined, data.pick && state.picked === data.ids[i] ? "gekozen" : "");
    rows[i].forEach((text, c) => {
      const cell = element(c === 0 ? "th" : "td");
      if (c === 0) cell.scope = "row";
      write(cell, i, c, c === 0 && data.pick ? "" : text);
      if (c === 0 && data.pick) cell.append(picking(i, text));
      row.append(cell);
    });
    if (data.remove) row.append(removal(i));
    return row;
  }

  function picking(i, text) {
    const button = element("button", text);
    button.type = "button";
    button.setAttribute("aria-pressed", String(state.picked === data.ids[i]));
    button.onclick = () => {
      state.picked = data.ids[i];
      setStateValue("gekozen", state.picked);
      drawBody();
      const again = [...body.querySelectorAll("button")].find((b) => b.textContent === text);
      if (again) again.focus();
    };
    return button;
  }

  function removal(i) {
    const button = element("button", "Wis", "wis");
    button.type = "button";
    button.setAttribute("aria-label", `Wis ${rows[i][0]}`);
    button.onclick = () => {
      state.removed = [...body.querySelectorAll(".wis")].indexOf(button);
      setTriggerValue("wis", data.ids[i]);
    };
    const cell = element("td");
    cell.append(button);
    return cell;
  }

  // Who deletes row after row with the keyboard goes on with the row that took its place.
  function focusAfterRemoval() {
    if (state.removed === undefined || data.ids.length === state.drawn) return;
    const left = [...body.querySelectorAll(".wis")];
    left[Math.min(state.removed, left.length - 1)]?.focus();
    state.removed = undefined;
  }

  function drawFoot() {
    if (!data.totals) return foot.replaceChildren();
    const row = element("tr");
    data.totals.forEach((text, c) => {
      const cell = element(c === 0 ? "th" : "td", text, data.heads[c].number ? "getal" : "");
      if (c === 0) cell.scope = "row";
      row.append(cell);
    });
    if (data.remove) row.append(element("td"));
    foot.replaceChildren(row);
  }

  function draw() { drawHead(); drawBody(); drawFoot(); }
  input.value = state.search;
  input.oninput = () => { state.search = input.value; drawBody(); };
  draw();
  focusAfterRemoval();
  state.drawn = data.ids.length;
}
