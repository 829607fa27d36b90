// The legend: each class with the number of gemeenten; a press brings a class to the fore.

import { fill, html, whole } from './hulp.js';

function entries(map, marks, words) {
  const classes = map.labels.map((label, i) => ({
    key: String.fromCharCode(48 + i), label, count: map.aantallen[i], colour: map.kleuren[i], pattern: i < map.onder ? 'min' : '',
  }));
  const shown = map.cirkels ? [] : classes;
  const missing = { key: '.', label: map.leeg, count: map.zonder, pattern: 'leeg' };
  const marked = marks.map((mark, i) => ({
    key: `m${i}`, label: mark.reden, count: mark.plaatsen.length, pattern: `merk${i}`,
  }));
  return [...shown, ...(map.zonder ? [missing] : []), ...marked];
}

/** Return what the legend lists; the picture to save lists the same. */
export const legendEntries = entries;

/** Fill the list; `press(key)` is called with the class to bring to the fore, or null. */
export function drawLegend(list, map, marks, words, press) {
  const chosen = list.dataset.sleutel ?? '';
  list.setAttribute('aria-label', fill(words.legenda, { titel: map.titel }));
  const rows = entries(map, marks, words).map(entry => {
    const swatch = html('span', { class: `staal ${entry.pattern ?? ''}`, 'aria-hidden': 'true' });
    if (entry.colour) swatch.style.backgroundColor = entry.colour;
    const count = whole(entry.count);
    const button = html('button', {
      type: 'button', class: 'klasse', 'data-sleutel': entry.key,
      'aria-pressed': String(chosen === entry.key),
      title: words.legenda_item,
      onclick: () => press(list.dataset.sleutel === entry.key ? '' : entry.key),
    }, swatch, html('span', { text: entry.label }),
    html('span', { class: 'aantal', text: fill(words.legenda_aantal, { aantal: count }) }));
    return html('li', {}, button);
  });
  if (map.cirkels) rows.unshift(html('li', { class: 'cirkel' }));
  const focused = list.getRootNode().activeElement?.dataset?.sleutel;
  const had = list.contains(list.getRootNode().activeElement);
  list.replaceChildren(...rows);
  if (had) list.querySelector(`[data-sleutel="${focused}"]`)?.focus();
}

/** Bring the gemeenten of one class to the fore; all if the key is empty. */
export function emphasise(paths, circles, map, marks, key) {
  const places = key.startsWith('m') ? new Set(marks[Number(key.slice(1))]?.plaatsen) : null;
  paths.forEach((path, i) => {
    const inside = key === '' || (places ? places.has(i) : map.klassen[i] === key);
    for (const one of [path, circles.get(i)]) if (one) one.style.opacity = inside ? '' : '0.15';
  });
}
