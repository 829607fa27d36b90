// Hatching, so that colour is never the only signal. Its size stays the same on the screen.

import { svg } from './hulp.js';

const STEP = 7;
const INK = '#333333';

/** Dark on light, so that it shows on every colour. */
const twice = d => [['#ffffff', 2.6], [INK, 1.2]].map(([stroke, width]) => svg('path', { d, stroke, 'stroke-width': width }));

const DRAWINGS = {
  leeg: () => [svg('path', { d: 'M-1 8L8 -1M-1 1L1 -1M6 8L8 6', stroke: '#767676', 'stroke-width': 1.4 })],
  merk0: () => [svg('circle', { cx: 3.5, cy: 3.5, r: 1.6, fill: INK, stroke: '#ffffff', 'stroke-width': 1 })],
  merk1: () => twice('M-1 -1L8 8M8 -1L-1 8'),
  merk2: () => twice('M0 3.5L7 3.5'),
};
// The most classes below zero that a style may have.
for (let n = 0; n < 5; n += 1) DRAWINGS[`min${n}`] = () => [svg('circle', { cx: 3.5, cy: 3.5, r: 1.3, fill: INK, stroke: '#ffffff', 'stroke-width': 0.8 })];

/** Return `<defs>` with one pattern per kind; ids start with `prefix`. */
export function patterns(prefix) {
  const defs = svg('defs');
  for (const [kind, draw] of Object.entries(DRAWINGS)) {
    const pattern = svg('pattern', {
      id: `${prefix}-${kind}`, width: STEP, height: STEP, patternUnits: 'userSpaceOnUse',
    });
    if (!kind.startsWith('merk')) pattern.append(svg('rect', { width: STEP, height: STEP, fill: '#ffffff' }));
    pattern.append(...draw());
    defs.append(pattern);
  }
  return defs;
}

/** Give the dotted classes their colours. */
export function colourPatterns(defs, prefix, colours) {
  colours.forEach((colour, n) => defs.querySelector(`#${prefix}-min${n} rect`).setAttribute('fill', colour));
}

/** Give the patterns their size again after zooming. */
export function scalePatterns(defs, unitsPerPixel) {
  for (const pattern of defs.children) {
    pattern.setAttribute('patternTransform', `scale(${unitsPerPixel})`);
  }
}
