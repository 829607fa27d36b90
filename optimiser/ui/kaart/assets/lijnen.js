// Uitruil as arrows: from whom, to whom, how many persons. Sizes are in pixels at any zoom.

import { fill, svg } from './hulp.js';

const INK = '#7a0f4b';

/** Say what a line means. */
export function lineText([from, to, persons], nameOf, words) {
  const facts = { van: nameOf(from), naar: nameOf(to), personen: persons };
  return fill(persons === 1 ? words.een_lijn : words.lijn, facts);
}

function arrow([x, y], angle, size) {
  const point = turn => {
    const way = angle + turn;
    return `${x - size * Math.cos(way)} ${y - size * Math.sin(way)}`;
  };
  return `M${x} ${y}L${point(0.42)}L${point(-0.42)}z`;
}

function oneLine(line, view, pixel, most) {
  const [[ax, ay], [bx, by]] = [view.anchors[line[0]], view.anchors[line[1]]];
  const [dx, dy] = [bx - ax, by - ay];
  const far = Math.hypot(dx, dy) || 1;
  // Bent to the left, so that an arrow and its way back do not cover each other.
  const [cx, cy] = [(ax + bx) / 2 + dy * 0.18, (ay + by) / 2 - dx * 0.18];
  const angle = Math.atan2(by - cy, bx - cx);
  const width = 1.5 + 3.5 * Math.sqrt(line[2] / most);
  const head = Math.min((9 + width) * pixel, far * 0.45);
  const stop = [bx - head * 0.8 * Math.cos(angle), by - head * 0.8 * Math.sin(angle)];
  const d = `M${ax} ${ay}Q${cx} ${cy} ${stop.join(' ')}`;
  const aside = (8 * pixel) / far;
  const [mx, my] = [(ax + 2 * cx + bx) / 4 + dy * aside, (ay + 2 * cy + by) / 4 - dx * aside];
  const path = (stroke, more) => svg('path', {
    d, fill: 'none', stroke, 'stroke-width': width + more, 'vector-effect': 'non-scaling-stroke',
  });
  const tip = { d: arrow([bx, by], angle, head), 'vector-effect': 'non-scaling-stroke' };
  const label = svg('text', {
    x: mx, y: my, 'font-size': 13 * pixel, 'font-weight': 700, 'font-family': 'sans-serif',
    'text-anchor': 'middle', 'dominant-baseline': 'central', fill: INK, stroke: '#ffffff',
    'stroke-width': 4 * pixel, 'stroke-linejoin': 'round', 'paint-order': 'stroke', text: line[2],
  });
  return [
    path('#ffffff', 3), svg('path', { ...tip, fill: '#ffffff', stroke: '#ffffff', 'stroke-width': 3 }),
    path(INK, 0), svg('path', { ...tip, fill: INK }),
    label,
  ];
}

/** Draw the arrows anew into a layer, numbers on top. */
export function drawLines(layer, lines, view, pixel) {
  const most = Math.max(1, ...lines.map(line => line[2]));
  const parts = lines.map(line => oneLine(line, view, pixel, most));
  layer.replaceChildren(...parts.flatMap(p => p.slice(0, -1)), ...parts.map(p => p.at(-1)));
}
