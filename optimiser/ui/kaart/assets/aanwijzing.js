// The box beside a gemeente: name, value, class, remarks; on every map of the group.

import { html } from './hulp.js';

const GAP = 14;

function rows(group, panel, i) {
  const name = html('strong', { text: group.nameOf(i) });
  if (group.panels.length === 1 || !group.together) {
    const key = panel.map.klassen[i];
    const label = key === '.' ? null : panel.map.labels[key.charCodeAt(0) - 48];
    const text = label && label !== panel.value(i) ? `${group.words.klasse}: ${label}` : '';
    return [name, html('span', { text: panel.value(i) }), ...(text ? [html('small', { text })] : [])];
  }
  const values = group.panels.map(one => html('span', {
    text: `${one.map.titel}: ${one.value(i)}`, class: one === panel ? 'hier' : '',
  }));
  return [name, ...values];
}

/** Show the box at a place in the window, inside the map. */
export function showTip(group, panel, i, clientX, clientY) {
  const { tip } = panel;
  if (tip.dataset.i !== String(i)) {
    tip.replaceChildren(...rows(group, panel, i),
      ...group.remarks(i).map(text => html('small', { text })));
    tip.dataset.i = String(i);
  }
  tip.style.display = 'flex';
  const field = tip.parentElement.getBoundingClientRect();
  const [x, y] = [clientX - field.left, clientY - field.top];
  const left = x + GAP + tip.offsetWidth > field.width ? x - GAP - tip.offsetWidth : x + GAP;
  const top = y + GAP + tip.offsetHeight > field.height ? y - GAP - tip.offsetHeight : y + GAP;
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${Math.max(0, top)}px`;
}

/** Show the box at the place of a gemeente, as the keyboard needs it. */
export function showTipAt(group, panel, i) {
  const [x, y] = panel.view.anchors[i];
  const point = new DOMPoint(x, y).matrixTransform(panel.svg.getScreenCTM());
  showTip(group, panel, i, point.x, point.y);
}

export function hideTip(panel) {
  panel.tip.style.display = 'none';
  delete panel.tip.dataset.i;
}
