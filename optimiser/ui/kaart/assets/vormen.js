// From arcs and tiles to paths, borders and neighbours. No document needed: tested with Node.

const SIDES = [[1, -3], [2, 0], [1, 3], [-1, 3], [-2, 0], [-1, -3]];
const CORNERS = [[0, -2], [1, -1], [1, 1], [0, 2], [-1, 1], [-1, -1]];
const HALF = 225;
const QUARTER = 130;
const MARGIN = 120;
// Radius of the largest circle: of the width of the country, of half a tile (as in the static map).
const LARGEST = 0.045;
const TILES = 1.6;

const pairs = row => Array.from({ length: row.length / 2 }, (_, i) => [row[2 * i], row[2 * i + 1]]);

/** Return start, end and steps of an arc, read forwards or (for ~n) backwards. */
function arcOf(lines, number) {
  const line = lines[number < 0 ? ~number : number];
  const steps = line.slice(2);
  let [x, y] = line;
  for (let i = 0; i < steps.length; i += 2) { x += steps[i]; y += steps[i + 1]; }
  if (number >= 0) return { start: [line[0], line[1]], end: [x, y], steps };
  const back = [];
  for (let i = steps.length - 2; i >= 0; i -= 2) back.push(-steps[i] || 0, -steps[i + 1] || 0);
  return { start: [x, y], end: [line[0], line[1]], steps: back };
}

const written = (start, steps) => `M${start.join(' ')}l${steps.join(' ')}`;

function ringPath(lines, ring) {
  const arcs = ring.map(number => arcOf(lines, number));
  return `${written(arcs[0].start, arcs.flatMap(arc => arc.steps))}z`;
}

/** Return least and most x and y of all points: [x0, y0, x1, y1]. */
export function extent(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function ringPoints(lines, ring) {
  const points = [];
  for (const { start: [x, y], steps } of ring.map(number => arcOf(lines, number))) {
    points.push([x, y]);
    for (const [dx, dy] of pairs(steps)) points.push(points.at(-1).map((at, i) => at + [dx, dy][i]));
  }
  return points;
}

function bounds(width, height) {
  return [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
}

/** The map: lines between gemeenten are the arcs. */
function mapView(geo) {
  const owners = pairs(geo.eigenaars);
  const neighbours = geo.codes.map(() => new Set());
  owners.forEach(([a, b]) => { if (a >= 0) { neighbours[a].add(b); neighbours[b].add(a); } });
  const lines = wanted => owners
    .map((pair, i) => [pair, i])
    .filter(([pair]) => wanted(...pair))
    .map(([, i]) => written([geo.bogen[i][0], geo.bogen[i][1]], geo.bogen[i].slice(2)))
    .join('');
  return {
    paths: geo.vlakken.map(rings => rings.map(ring => ringPath(geo.bogen, ring)).join('')),
    centres: pairs(geo.midden),
    anchors: pairs(geo.plaats),
    extent: i => extent(geo.vlakken[i].flatMap(ring => ringPoints(geo.bogen, ring))),
    box: bounds(geo.breedte, geo.hoogte),
    coast: lines(a => a < 0),
    largest: LARGEST * geo.breedte,
    neighbours,
    lines,
  };
}

/** The tiles: one equal hexagon per gemeente, odd rows half a tile to the right. */
function tileView(geo) {
  const cells = pairs(geo.tegels).map(([column, row]) => [2 * column + (row % 2), 3 * row]);
  const at = new Map(cells.map((cell, i) => [cell.join(), i]));
  const corner = ([x, y], k) => {
    const [dx, dy] = CORNERS[k % 6];
    return [(x + dx + 1) * HALF, (y + dy + 2) * QUARTER];
  };
  const centres = cells.map(([x, y]) => [(x + 1) * HALF, (y + 2) * QUARTER]);
  const beside = cells.map(([x, y]) => SIDES.map(([dx, dy]) => at.get(`${x + dx},${y + dy}`) ?? -1));
  const lines = wanted => cells
    .flatMap((cell, i) => beside[i].map((other, k) => [cell, i, other, k]))
    .filter(([, i, other]) => other < i && wanted(other, i))
    .map(([cell, , , k]) => `M${corner(cell, k).join(' ')}L${corner(cell, k + 1).join(' ')}`)
    .join('');
  // An outer side has no other side to draw it, whatever the order.
  const width = Math.max(...centres.map(([x]) => x)) + HALF;
  const height = Math.max(...centres.map(([, y]) => y)) + 2 * QUARTER;
  return {
    paths: cells.map(cell => `M${[0, 1, 2, 3, 4, 5].map(k => corner(cell, k).join(' ')).join('L')}z`),
    centres,
    anchors: centres,
    extent: i => extent(CORNERS.map((_, k) => corner(cells[i], k))),
    box: bounds(width, height),
    coast: lines(other => other < 0),
    largest: TILES * HALF,
    neighbours: beside.map(row => new Set(row.filter(other => other >= 0))),
    lines,
  };
}

/** Return both views of the gemeenten, each made when it is first asked for. */
export function views(geo) {
  const made = {};
  return {
    get kaart() { return made.kaart ??= mapView(geo); },
    get tegel() { return made.tegel ??= tileView(geo); },
  };
}

/** Return the lines between regions; a gemeente in none (-1) counts as one of its own. */
export function regionLines(view, regions) {
  return view.lines((a, b) => a >= 0 && (regions[a] !== regions[b] || regions[a] < 0));
}

const DIRECTIONS = {
  ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** Return whom an arrow key leads to: a neighbour that way, else the nearest that way, else -1. */
export function step(view, from, key) {
  const way = DIRECTIONS[key];
  if (!way) return -1;
  const [x, y] = view.centres[from];
  const nearest = (candidates, slope) => {
    let best = -1;
    let least = Infinity;
    for (const to of candidates) {
      const [dx, dy] = [view.centres[to][0] - x, view.centres[to][1] - y];
      const ahead = dx * way[0] + dy * way[1];
      const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (to === from || ahead <= 0 || aside > slope * ahead) continue;
      const far = ahead * ahead + 2 * aside * aside;
      if (far < least) [least, best] = [far, to];
    }
    return best;
  };
  const everyone = view.centres.keys();
  const neighbour = nearest(view.neighbours[from], 1.8);
  return neighbour >= 0 ? neighbour : nearest(everyone, 1.8);
}
