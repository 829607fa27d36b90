// All maps of one component: shared choice, pointing, view and zoom; what Python hears of it.

import { hideTip } from './aanwijzing.js';
import { drawBar, drawBelow } from './balk.js';
import { listen } from './bediening.js';
import { fill, html, joined, put } from './hulp.js';
import { lineText } from './lijnen.js';
import { Panel } from './paneel.js';
import { around, nearestTo } from './uitsnede.js';
import { regionLines, views } from './vormen.js';

const MOST = 16;
let instances = 0;
let shapes = null;

export class Group {
  constructor(root, geo, words) {
    Object.assign(this, { geo, words, panels: [], chosen: [], asked: 0, factor: 1, marks: [], notes: {} });
    shapes ??= views(geo);
    this.number = instances++;
    this.index = new Map(geo.codes.map((code, i) => [code, i]));
    this.bar = drawBar(this);
    this.row = html('div', { class: 'rij' });
    this.below = drawBelow(words);
    this.root = html('div', { class: 'kaarten', lang: 'nl' }, this.bar.root, this.row, this.below.root);
    root.append(this.root);
    this.observer = new ResizeObserver(() => this.frame());
  }

  /** Take over what Python sends. */
  update({ data, setTriggerValue }) {
    const before = this.data;
    this.observer.observe(this.row);
    Object.assign(this, { data, send: setTriggerValue, notes: data.noten, marks: data.merken, together: data.samen });
    if (data.weergave !== before?.weergave) this.viewName = data.weergave;
    if (data.nr >= this.asked) [this.asked, this.chosen] = [data.nr, data.gekozen];
    this.fitPanels(data.kaarten.length);
    this.row.style.setProperty('--hoogte', `${data.hoogte}px`);
    put(this.row, 'data-aantal', String(data.kaarten.length));
    this.panels.forEach((panel, n) => panel.update(data.kaarten[n], this));
    this.follow(before);
    this.reshape();
    this.below.update(this);
    const titles = data.kaarten.map(map => map.titel).join(', ');
    const changed = before && JSON.stringify(before.kaarten) !== JSON.stringify(data.kaarten);
    if (changed) this.tell(fill(this.words.bijgewerkt, { titel: titles }));
  }

  fitPanels(wanted) {
    while (this.panels.length > wanted) this.panels.pop().root.remove();
    while (this.panels.length < wanted) {
      const panel = new Panel(this.geo, this.words, `k${this.number}-${this.panels.length}`);
      listen(this, panel);
      panel.save.addEventListener('click', async () => (await import('./png.js')).savePicture(this, panel));
      this.panels.push(panel);
      this.row.append(panel.root);
    }
  }

  /** Zoom to what the page says, unless a pick on this very map is why it says so. */
  follow(before) {
    const { uitsnede, nr } = this.data;
    this.bar.region.hidden = !uitsnede?.length;
    if (!uitsnede || String(uitsnede) === String(before?.uitsnede ?? '')) return;
    if (!before || nr <= before.nr) this.fit();
  }

  /** Show the part of the view that the page asked for. */
  fit() {
    Object.assign(this, around(this.view, this.data.uitsnede), { fitted: true });
  }

  get view() { return shapes[this.viewName]; }

  get zoomed() { return this.factor > 1; }

  nameOf(i) { return this.data.namen[this.geo.codes[i]] ?? this.geo.namen[i]; }

  /** What else there is to say of a gemeente: its marks and the note about it. */
  remarks(i) {
    const marks = this.marks.filter(mark => mark.plaatsen.includes(i)).map(mark => mark.reden);
    const note = this.notes[this.geo.codes[i]];
    return note ? [...marks, note] : marks;
  }

  lineTexts() { return this.data.lijnen.map(line => lineText(line, i => this.nameOf(i), this.words)); }

  reshape() {
    const { grenzen } = this.data;
    const shown = JSON.stringify([this.viewName, grenzen, this.marks, this.panels.length]);
    if (shown === this.shown) {
      this.frame(false); // the observer sees it when the size changed
      return;
    }
    this.shown = shown;
    const regions = typeof grenzen === 'string' ? this.geo.regios[grenzen]?.nummers : grenzen;
    const borders = regions ? regionLines(this.view, regions) : '';
    this.panels.forEach(panel => panel.shape(this.view, borders, this.marks));
    this.bar.update(this);
    this.frame();
  }

  /** Show the part of the view that is zoomed to. */
  frame(measure = true) {
    if (!this.data) return;
    const [x, y, width, height] = this.view.box;
    const [w, h] = [width / this.factor, height / this.factor];
    const [cx, cy] = this.zoomed && this.centre ? this.centre : [x + width / 2, y + height / 2];
    const within = (low, at, size, whole) => Math.min(Math.max(at - size / 2, low), low + whole - size);
    const box = [within(x, cx, w, width), within(y, cy, h, height), w, h];
    this.centre = [box[0] + w / 2, box[1] + h / 2];
    this.box = box;
    this.panels.forEach(panel => {
      panel.frame(box, measure);
      panel.svg.style.touchAction = this.zoomed ? 'none' : 'manipulation';
    });
    this.drawChosen();
  }

  drawChosen() {
    const places = this.chosen.map(code => this.index.get(code)).filter(i => i !== undefined);
    this.panels.forEach(panel => {
      panel.paths.forEach((path, i) => put(path, 'aria-pressed', String(places.includes(i))));
      panel.overlay(places, this.data.lijnen);
    });
    this.below.tellChosen(this.chosenNames(), this.words);
    this.bar.clear.disabled = this.chosen.length === 0;
  }

  chosenNames() {
    const { codes, namen } = this.geo;
    return this.chosen.map(code => this.data.namen[code] ?? namen[codes.indexOf(code)] ?? code);
  }

  choose(i) {
    const code = this.geo.codes[i];
    const had = this.chosen.includes(code);
    const rest = this.data.meer ? this.chosen.filter(one => one !== code) : [];
    const words = had ? this.words.niet_gekozen : this.words.gekozen;
    this.settle(had ? rest : [...rest, code], fill(words, { naam: this.nameOf(i) }));
  }

  clear() { if (this.chosen.length) this.settle([], this.words.niets_gekozen); }

  settle(codes, spoken) {
    this.chosen = codes;
    this.asked += 1;
    this.drawChosen();
    const many = this.data.meer && codes.length > 1 ? ` ${fill(this.words.aantal_gekozen, { aantal: codes.length })}` : '';
    this.tell(spoken + many);
    this.send('keuze', { nr: this.asked, codes });
  }

  pointAt(i, origin) {
    this.panels.forEach(panel => panel.pointAt(this.together || panel === origin ? i : -1));
  }

  /** Zoom by a factor around a gemeente, or around the middle; 0 shows the whole country. */
  zoom(by, place = -1) {
    this.factor = by ? Math.min(MOST, Math.max(1, this.factor * by)) : 1;
    if (place >= 0) this.centre = this.view.centres[place];
    this.fitted = false;
    this.panels.forEach(hideTip);
    this.frame();
    this.tell(fill(this.words.zoom_nu, { keer: this.factor.toFixed(1).replace('.', ',').replace(',0', '') }));
  }

  pan(dx, dy) {
    this.centre = [this.centre[0] + dx, this.centre[1] + dy];
    this.fitted = false;
    this.frame();
  }

  bringIntoView(i) {
    const [x, y] = this.view.anchors[i];
    const [bx, by, w, h] = this.box;
    if (x > bx + w * 0.05 && x < bx + w * 0.95 && y > by + h * 0.05 && y < by + h * 0.95) return;
    this.centre = [x, y];
    this.frame();
  }

  show(viewName) {
    const middle = nearestTo(this.view, this.centre);
    this.viewName = viewName;
    if (this.fitted) this.fit();
    else this.centre = this.view.centres[middle];
    this.reshape();
    this.below.update(this);
    this.tell(fill(this.words.weergave_nu, { weergave: this.words[viewName] }));
  }

  tell(text) { this.below.live.textContent = text; }

  chosenText() { return fill(this.words.gekozen_zijn, { namen: joined(this.chosenNames(), this.words) }); }

  stop() { this.observer.disconnect(); }
}
