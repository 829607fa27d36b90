// Run by test_kaart_onderdeel.py with Node; throws when something does not hold.
import assert from 'node:assert/strict';

const folder = process.argv[2];
const { GEO } = await import(`${folder}/geometrie.js`);
const { around, nearestTo } = await import(`${folder}/uitsnede.js`);
const { regionLines, step, views } = await import(`${folder}/vormen.js`);

// Two unit squares side by side: arc 0 between them, arcs 1 and 2 around.
const small = {
  codes: ['A', 'B'], breedte: 2, hoogte: 1, midden: [0.5, 0.5, 1.5, 0.5], plaats: [0, 0, 2, 0],
  bogen: [[1, 0, 0, 1], [1, 1, -1, 0, 0, -1, 1, 0], [1, 0, 1, 0, 0, 1, -1, 0]],
  eigenaars: [0, 1, -1, 0, -1, 1], vlakken: [[[0, 1]], [[2, ~0]]], tegels: [0, 0, 1, 0],
};
const { kaart, tegel } = views(small);
assert.equal(kaart.paths[0], 'M1 0l0 1 -1 0 0 -1 1 0z');
assert.equal(kaart.paths[1], 'M1 0l1 0 0 1 -1 0 0 -1z');
assert.equal(regionLines(kaart, [0, 1]), 'M1 0l0 1');
assert.equal(regionLines(kaart, [0, 0]), '');
assert.equal(regionLines(kaart, [-1, -1]), 'M1 0l0 1', 'a gemeente in no region is one of its own');
assert.equal(step(kaart, 0, 'ArrowRight'), 1);
assert.equal(step(kaart, 1, 'ArrowRight'), -1);
assert.equal(step(kaart, 0, 'x'), -1);
assert.deepEqual([...tegel.neighbours[0]], [1]);
assert.equal(regionLines(tegel, [0, 1]).match(/M/g).length, 1);
assert.equal(tegel.coast.match(/M/g).length, 10);

// What is zoomed to: the right-hand square lies in the middle; the frame is 242 wide, so far in.
assert.deepEqual(kaart.extent(1), [1, 0, 2, 1]);
assert.deepEqual(around(kaart, [1]), { factor: 10, centre: [1.5, 0.5] });
assert.deepEqual(around(kaart, []), { factor: 1, centre: null });
assert.equal(nearestTo(kaart, [1.4, 9]), 1);

// The country: everyone can be reached by arrow keys, and lies where it should.
const country = views(GEO);
const at = name => GEO.namen.indexOf(name);
for (const view of Object.values(country)) {
  assert.equal(view.paths.length, 342);
  const seen = new Set([0]);
  for (const i of seen) {
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
      const to = step(view, i, key);
      if (to >= 0) seen.add(to);
    }
  }
  assert.equal(seen.size, 342);
}
for (const view of Object.values(country)) {
  const region = ['Groningen', 'Het Hogeland', 'Westerkwartier'].map(at);
  const { factor, centre } = around(view, region);
  const [w, h] = [view.box[2] / factor / 2, view.box[3] / factor / 2];
  for (const [x0, y0, x1, y1] of region.map(view.extent)) {
    assert(x0 >= centre[0] - w && x1 <= centre[0] + w && y0 >= centre[1] - h && y1 <= centre[1] + h);
  }
  assert(factor > 2 && factor <= 10);
  assert.equal(around(view, [at('Vlieland'), at('Maastricht'), at('Sluis'), at('Eemsdelta')]).factor, 1);
}
assert(country.kaart.neighbours[at('Utrecht')].has(at('De Bilt')));
assert(!country.kaart.neighbours[at('Utrecht')].has(at('Maastricht')));
assert(country.kaart.anchors[at('Groningen')][1] < country.kaart.anchors[at('Maastricht')][1]);
assert(country.kaart.anchors[at('Middelburg (Z.)')]?.[0] < country.kaart.anchors[at('Enschede')][0]
  || at('Middelburg (Z.)') < 0);

// Circles: the small one lies on top and is whom one points at; counts in the legend do not touch.
const { circleAt, inOrder, nested } = await import(`${folder}/cirkels.js`);
assert.deepEqual(inOrder([0.5, 0, 1, 0.25]), [2, 0, 3]);
assert.equal(circleAt([1, 0.25], kaart, 4, [2, 0.5]), 1);
assert.equal(circleAt([1, 0.25], kaart, 4, [0.5, 0]), 0);
assert.equal(circleAt([1, 0], kaart, 1, [2, 0]), -1, 'no circle, nobody');
const heights = nested([1, 0.3, 0.25], 20, 16).map(([, , y]) => y);
assert(heights[1] - heights[0] >= 16 && heights[2] - heights[1] >= 16);
