// One map: its picture in layers, its heading, legend and small print.

import { circleAt, drawCircles, drawNested } from './cirkels.js';
import { fill, html, put, svg } from './hulp.js';
import { drawLegend, emphasise } from './legenda.js';
import { drawLines } from './lijnen.js';
import { colourPatterns, patterns, scalePatterns } from './patronen.js';

// With more chosen the ticks would hide the map; the outlines stay.
const MOST_TICKS = 60;
const THIN = { fill: 'none', 'pointer-events': 'none', 'vector-effect': 'non-scaling-stroke' };
const line = (stroke, width) => svg('path', { ...THIN, stroke, 'stroke-width': width, 'stroke-linejoin': 'round' });
const layer = name => svg('g', { class: name, 'pointer-events': 'none' });

/** Strokes on each other, light and dark: visible on every colour. */
function ring(name, strokes) {
  const paths = strokes.map(([colour, width]) => line(colour, width));
  return { layer: svg('g', { class: name, display: 'none', 'pointer-events': 'none' }, ...paths), paths };
}

function place(target, d) {
  put(target.layer, 'display', d ? 'inline' : 'none');
  if (d) target.paths.forEach(path => put(path, 'd', d));
}

export class Panel {
  /** Build the elements of a map once; `words` are the Dutch texts, `prefix` makes ids unique. */
  constructor(geo, words, prefix) {
    Object.assign(this, { geo, words, sizes: [], circles: new Map() });
    this.defs = patterns(prefix);
    this.prefix = prefix;
    this.paths = geo.codes.map((code, i) => svg('path', {
      role: 'button', tabindex: i ? -1 : 0, 'data-i': i, class: 'gemeente',
      'fill-rule': 'evenodd', stroke: '#6f757b', 'stroke-width': 0.7, 'vector-effect': 'non-scaling-stroke',
    }));
    this.marks = layer('merken');
    this.coast = line('#333333', 0.9);
    this.halo = line('#ffffff', 3.2);
    this.borders = line('#1d1d1d', 1.6);
    this.dots = layer('cirkels');
    this.chosen = layer('gekozen');
    this.lines = layer('lijnen');
    this.hover = ring('aanwijzen', [['#ffffff', 3.5], ['#000000', 1.5]]);
    this.focus = ring('focus', [['#ffffff', 9], ['#000000', 7], ['#ffd400', 3]]);
    this.svg = svg('svg', { role: 'group', preserveAspectRatio: 'xMidYMid meet' },
      this.defs, svg('g', { class: 'gemeenten' }, ...this.paths), this.marks, this.coast, this.halo, this.borders,
      this.dots, this.chosen, this.lines, this.hover.layer, this.focus.layer);
    this.tip = html('div', { class: 'tip', 'aria-hidden': 'true' });
    this.title = html('p', { class: 'titel', id: `${prefix}-titel` });
    this.alt = html('p', { class: 'alleen-voorlezen', id: `${prefix}-alt` });
    this.legend = html('ul', { class: 'legenda' });
    this.save = html('button', { type: 'button', class: 'opslaan', text: words.opslaan });
    this.missing = html('p', { class: 'voet' });
    this.field = html('div', { class: 'veld' }, this.svg, this.tip);
    this.root = html('section', { class: 'paneel', 'aria-labelledby': `${prefix}-titel` },
      html('div', { class: 'kop' }, this.title, this.save), this.alt,
      html('div', { class: 'inhoud' }, this.field, this.legend),
      this.missing);
    this.svg.setAttribute('aria-labelledby', `${prefix}-titel`);
    this.svg.setAttribute('aria-describedby', `${prefix}-alt uitleg`);
  }

  /** Take over new values; only what changed touches the document. */
  update(map, group) {
    this.map = map;
    this.sizes = map.cirkels ? map.cirkels.stralen.split('|').map(size => Number(size) / 1000) : [];
    this.drawn = '';
    this.values = map.waarden.split('|');
    this.title.textContent = map.eenheid ? `${map.titel} (${map.eenheid})` : map.titel;
    this.alt.textContent = map.alt;
    put(this.save, 'aria-label', fill(this.words.opslaan_van, { titel: map.titel }));
    colourPatterns(this.defs, this.prefix, map.kleuren.slice(0, map.onder));
    this.paths.forEach((path, i) => {
      put(path, 'fill', this.colour(i));
      put(path, 'aria-label', this.label(i, group));
    });
    drawLegend(this.legend, map, group.marks, this.words, key => this.emphasise(key, group.marks));
    emphasise(this.paths, this.circles, map, group.marks, this.legend.dataset.sleutel ?? '');
    const outside = map.zonder_geometrie.join(', ');
    this.missing.textContent = outside ? fill(this.words.zonder_geometrie, { codes: outside }) : '';
  }

  emphasise(key, marks) {
    this.legend.dataset.sleutel = key;
    for (const button of this.legend.querySelectorAll('button')) {
      put(button, 'aria-pressed', String(key !== '' && button.dataset.sleutel === key));
    }
    emphasise(this.paths, this.circles, this.map, marks, key);
  }

  colour(i) {
    const key = this.map.klassen[i];
    if (key === '.') return `url(#${this.prefix}-leeg)`;
    const number = key.charCodeAt(0) - 48;
    return number < this.map.onder ? `url(#${this.prefix}-min${number})` : this.map.kleuren[number];
  }

  /** Value with its unit, in words. */
  value(i) {
    if (this.map.klassen[i] === '.') return this.map.leeg;
    return this.map.eenheid ? `${this.values[i]} ${this.map.eenheid}` : this.values[i];
  }

  label(i, group) {
    const text = fill(this.words.label, { naam: group.nameOf(i), waarde: this.value(i) });
    const more = group.remarks(i);
    return more.length ? `${text}; ${more.join('; ')}` : text;
  }

  /** Draw the shapes of a view, its borders and marks. */
  shape(view, borders, marks) {
    this.view = view;
    this.paths.forEach((path, i) => put(path, 'd', view.paths[i]));
    put(this.coast, 'd', view.coast);
    [this.halo, this.borders].forEach(path => put(path, 'd', borders));
    this.marks.replaceChildren(...marks.flatMap((mark, n) => mark.plaatsen.map(i => svg('path', {
      d: view.paths[i], fill: `url(#${this.prefix}-merk${n})`, 'fill-rule': 'evenodd',
    }))));
  }

  /** Show part of the view: x, y, width, height; sizes in pixels are drawn anew. Measuring makes the browser lay out the page. */
  frame(box, measure) {
    put(this.svg, 'viewBox', box.join(' '));
    if (measure) this.size = this.svg.getBoundingClientRect();
    const { width, height } = this.size ?? {};
    if (!width || !height) return;
    this.pixel = Math.max(box[2] / width, box[3] / height);
    scalePatterns(this.defs, this.pixel);
    this.drawCircles(this.view.box[2] / box[2]);
  }

  /** Draw circles and their legend when counts, view or zoom changed. */
  drawCircles(factor) {
    this.unit = this.view.largest / factor;
    const state = `${this.unit} ${this.pixel}`;
    if (state === this.drawn) return;
    this.drawn = state;
    this.circles = drawCircles(this.dots, this.sizes, this.view, this.unit);
    const item = this.legend.querySelector('.cirkel');
    if (item) drawNested(item, this.map.cirkels, this.unit / this.pixel);
    emphasise(this.paths, this.circles, this.map, [], this.legend.dataset.sleutel?.startsWith('m') ? '' : this.legend.dataset.sleutel ?? '');
  }

  /** Return whom the pointer is at: the circle on top, else the gemeente below it, else -1. */
  at(event) {
    if (this.sizes.length && this.unit) {
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
      const i = circleAt(this.sizes, this.view, this.unit, [x, y]);
      if (i >= 0) return i;
    }
    return Number(event.target?.dataset?.i ?? -1);
  }

  /** Draw what lies on top and has its size in pixels. */
  overlay(chosen, lines) {
    if (!this.pixel) return;
    this.chosen.replaceChildren(...chosen.flatMap(i => [
      svg('path', { ...THIN, d: this.view.paths[i], stroke: '#ffffff', 'stroke-width': 5 }),
      svg('path', { ...THIN, d: this.view.paths[i], stroke: '#000000', 'stroke-width': 2.5 }),
    ]), ...(chosen.length > MOST_TICKS ? [] : chosen.map(i => this.tick(i))));
    drawLines(this.lines, lines, this.view, this.pixel);
  }

  tick(i) {
    const [x, y] = this.view.anchors[i];
    return svg('g', { transform: `translate(${x} ${y}) scale(${this.pixel})` },
      svg('circle', { r: 7.5, fill: '#000000', stroke: '#ffffff', 'stroke-width': 1.5 }),
      svg('path', { d: 'M-3.5 0.3L-1 2.8L3.6 -2.6', fill: 'none', stroke: '#ffffff', 'stroke-width': 1.8 }));
  }

  pointAt(i) { place(this.hover, i < 0 ? '' : this.view.paths[i]); }

  focusAt(i) { place(this.focus, i < 0 ? '' : this.view.paths[i]); }
}
