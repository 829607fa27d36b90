// Counts as circles: the area is the count, small ones on top, as large on the screen at any zoom.

import { html, put, svg } from './hulp.js';

export const COLOUR = '#1b5e7d';

/** Return who has a circle, largest first, so that the smallest is drawn last. */
export function inOrder(sizes) {
  return [...sizes.keys()].filter(i => sizes[i] > 0).sort((a, b) => sizes[b] - sizes[a] || a - b);
}

/** Return whose circle lies at a point, the one on top first; -1 for none. `unit`: largest radius. */
export function circleAt(sizes, view, unit, [x, y]) {
  const under = i => Math.hypot(view.anchors[i][0] - x, view.anchors[i][1] - y) <= sizes[i] * unit;
  return inOrder(sizes).reverse().find(under) ?? -1;
}

/** Draw circles into a layer; returns them by gemeente. */
export function drawCircles(layer, sizes, view, unit) {
  const order = inOrder(sizes);
  const drawn = [...layer.children];
  while (drawn.length > order.length) drawn.pop().remove();
  while (drawn.length < order.length) {
    drawn.push(svg('circle', {
      fill: COLOUR, 'fill-opacity': 0.82, stroke: '#ffffff', 'stroke-width': 1, 'vector-effect': 'non-scaling-stroke',
    }));
    layer.append(drawn.at(-1));
  }
  return new Map(order.map((i, n) => {
    const [x, y] = view.anchors[i];
    Object.entries({ cx: x, cy: y, r: sizes[i] * unit }).forEach(([name, value]) => put(drawn[n], name, String(value)));
    return [i, drawn[n]];
  }));
}

/** Return where each nested circle and its count stand: [radius, middle, height of the count]. */
export function nested(parts, radius, line) {
  const foot = 2 * radius + line / 2;
  let above = -Infinity;
  return parts.map(part => {
    const r = part * radius;
    above = Math.max(foot - 2 * r, above + line);
    return [r, foot - r, above];
  });
}

/** Fill the part of the legend with the circles; `radius` in pixels. */
export function drawNested(item, legend, radius) {
  const line = 16;
  const places = nested(legend.delen, radius, line);
  const height = Math.ceil(Math.max(2 * radius + line, places.at(-1)[2] + line));
  const width = Math.ceil(2 * radius + 90);
  const shapes = places.flatMap(([r, y, label], n) => [
    svg('circle', { cx: radius + 1, cy: y, r, fill: 'none', stroke: COLOUR, 'stroke-width': 1.5 }),
    svg('path', { d: `M${radius + 1} ${y - r}L${2 * radius + 10} ${label}`, stroke: '#555555', fill: 'none', 'stroke-width': 0.8 }),
    svg('text', { x: 2 * radius + 14, y: label, 'font-size': 13, 'dominant-baseline': 'central', fill: 'currentColor', text: legend.labels[n] }),
  ]);
  const picture = svg('svg', {
    class: 'nest', role: 'img', 'aria-label': `${legend.kop}: ${legend.labels.join(', ')}`, width, height, viewBox: `0 0 ${width} ${height}`,
  }, ...shapes);
  const rest = legend.nul ? [html('span', { text: legend.nul })] : [];
  item.replaceChildren(html('span', { text: legend.kop }), picture, ...rest);
}
