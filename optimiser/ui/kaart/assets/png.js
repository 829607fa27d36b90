// A map as a PNG: title, picture, legend and small print, made in the browser itself.

import { smallPrint } from './balk.js';
import { fill, html, whole } from './hulp.js';
import { COLOUR, nested } from './cirkels.js';
import { legendEntries } from './legenda.js';

const [WIDTH, LEFT, PAD, MAP] = [2000, 470, 40, 1490];
const INK = '#1a1a1a';

/** Break a text at spaces so that each line fits the width. */
function wrapped(context, text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const tried = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (context.measureText(tried).width <= width || !lines.at(-1)) lines[lines.length - 1] = tried;
    else lines.push(word);
  }
  return lines;
}

function write(context, text, font, x, y, width, height) {
  context.font = font;
  context.fillStyle = INK;
  let at = y;
  for (const part of wrapped(context, text, width)) {
    at += height;
    context.fillText(part, x, at);
  }
  return at;
}

function dot(context, x, y) {
  context.fillStyle = '#ffffff';
  context.fillRect(x - 1, y - 1, 6, 6);
  context.fillStyle = INK;
  context.fillRect(x, y, 4, 4);
}

function swatch(context, entry, x, y) {
  context.fillStyle = entry.colour ?? '#ffffff';
  context.fillRect(x, y, 44, 30);
  context.save();
  context.beginPath();
  context.rect(x, y, 44, 30);
  context.clip();
  context.strokeStyle = '#555555';
  context.lineWidth = 2;
  context.beginPath();
  for (let d = -30; d < 60 && entry.pattern; d += 11) {
    if (entry.pattern === 'leeg' || entry.pattern === 'merk1') { context.moveTo(x + d, y + 30); context.lineTo(x + d + 30, y); }
    if (entry.pattern === 'merk1') { context.moveTo(x + d, y); context.lineTo(x + d + 30, y + 30); }
    if (entry.pattern === 'merk2') { context.moveTo(x, y + d); context.lineTo(x + 44, y + d); }
    if (entry.pattern === 'merk0' || entry.pattern === 'min') for (let e = 4; e < 30; e += 10) dot(context, x + d + 4, y + e);
  }
  context.stroke();
  context.restore();
  context.strokeStyle = '#555555';
  context.strokeRect(x, y, 44, 30);
}

async function pictureOf(panel, width, height) {
  const copy = panel.svg.cloneNode(true);
  copy.querySelectorAll('.aanwijzen, .focus').forEach(one => one.remove());
  const bigger = (width * panel.pixel) / panel.svg.viewBox.baseVal.width;
  copy.querySelectorAll('[vector-effect]').forEach(one => {
    one.setAttribute('stroke-width', Number(one.getAttribute('stroke-width')) * bigger);
  });
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const blob = new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(blob);
  const image = new Image();
  image.src = url;
  await image.decode();
  return { image, done: () => URL.revokeObjectURL(url) };
}

/** Draw the nested circles as large as those of the picture; returns where they end. */
function nest(context, legend, radius, top) {
  const foot = write(context, legend.kop, '26px sans-serif', PAD, top - 6, LEFT - PAD, 31) + 10;
  const places = nested(legend.delen, radius, 34);
  [context.strokeStyle, context.lineWidth] = [COLOUR, 3];
  places.forEach(([r, y, label], n) => {
    context.beginPath();
    context.arc(PAD + radius, foot + y, r, 0, 2 * Math.PI);
    context.moveTo(PAD + radius, foot + y - r);
    context.lineTo(PAD + 2 * radius + 16, foot + label);
    context.stroke();
    context.font = '26px sans-serif';
    context.fillText(legend.labels[n], PAD + 2 * radius + 24, foot + label + 9);
  });
  const end = foot + Math.max(2 * radius + 34, places.at(-1)[2] + 34);
  return legend.nul ? write(context, legend.nul, '26px sans-serif', PAD, end - 6, LEFT - PAD, 31) + 20 : end;
}

function drawLegendColumn(context, group, panel, top) {
  const { cirkels } = panel.map;
  const width = panel.svg.viewBox.baseVal.width;
  let y = cirkels ? nest(context, cirkels, (panel.unit * MAP) / width, top) : top;
  for (const entry of legendEntries(panel.map, group.marks, group.words)) {
    swatch(context, entry, PAD, y);
    const end = write(context, `${entry.label} (${whole(entry.count)})`, '26px sans-serif', PAD + 60, y - 6, LEFT - PAD - 70, 31);
    y = Math.max(y + 44, end + 13);
  }
  return cirkels ? y : write(context, group.words.klassen, '22px sans-serif', PAD, y, LEFT - PAD, 27);
}

/** Return a canvas with the whole picture. */
export async function picture(group, panel) {
  const box = panel.svg.viewBox.baseVal;
  const [mapWidth, mapHeight] = [MAP, Math.round((MAP * box.height) / box.width)];
  const canvas = html('canvas', { width: WIDTH, height: mapHeight + 1200 });
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const title = write(context, panel.title.textContent, 'bold 44px sans-serif', PAD, 20, WIDTH - 2 * PAD, 54);
  const { image, done } = await pictureOf(panel, mapWidth, mapHeight);
  context.drawImage(image, LEFT, title + 20, mapWidth, mapHeight);
  done();
  drawLegendColumn(context, group, panel, title + 40);
  const texts = [group.chosen.length ? group.chosenText() : '', panel.missing.textContent,
    ...group.data.buiten, smallPrint(group)];
  let y = title + mapHeight + 30;
  for (const text of texts) if (text) y = write(context, text, '22px sans-serif', PAD, y, WIDTH - 2 * PAD, 29);
  const fitting = html('canvas', { width: WIDTH, height: y + PAD });
  fitting.getContext('2d').drawImage(canvas, 0, 0);
  return fitting;
}

/** Make the picture and hand it to the browser as a download. */
export async function savePicture(group, panel) {
  const canvas = await picture(group, panel);
  const name = `${panel.map.titel.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'kaart'}.png`;
  const blob = await new Promise(resolve => { canvas.toBlob(resolve, 'image/png'); });
  const url = URL.createObjectURL(blob);
  html('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  group.tell(fill(group.words.opgeslagen, { bestand: name }));
}
