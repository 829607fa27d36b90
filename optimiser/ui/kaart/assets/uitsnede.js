// Which part of the picture shows some gemeenten. No document needed: tested with Node.

import { extent } from './vormen.js';

// Part of the picture that a region fills when it is zoomed to.
const ROOM = 0.85;
// One small gemeente is shown with what lies around it.
const CLOSEST = 10;

/** Return how far to zoom, and around which point, to see some gemeenten; none is everything. */
export function around(view, places) {
  const everything = { factor: 1, centre: null };
  if (!places.length) return everything;
  const extents = places.map(view.extent);
  const [x0, y0, x1, y1] = extent(extents.flatMap(([a, b, c, d]) => [[a, b], [c, d]]));
  const room = Math.min(view.box[2] / (x1 - x0), view.box[3] / (y1 - y0)) * ROOM;
  if (room <= 1) return everything;
  return { factor: Math.min(CLOSEST, room), centre: [(x0 + x1) / 2, (y0 + y1) / 2] };
}

/** Return whose middle is nearest to a point. */
export function nearestTo(view, [x, y]) {
  const far = ([cx, cy]) => (cx - x) ** 2 + (cy - y) ** 2;
  return view.centres.reduce((best, at, i, all) => (far(at) < far(all[best]) ? i : best), 0);
}
