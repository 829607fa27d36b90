// Mouse, touch and keyboard on one map; what they do is up to the group.

import { hideTip, showTip, showTipAt } from './aanwijzing.js';
import { step } from './vormen.js';

const DRAG = 5;
const index = target => Number(target?.dataset?.i ?? -1);

function keyboard(group, panel) {
  const walk = to => {
    if (to < 0) return;
    panel.paths.forEach((path, i) => { path.tabIndex = i === to ? 0 : -1; });
    panel.paths[to].focus();
  };
  panel.svg.addEventListener('keydown', event => {
    const i = index(event.target);
    if (i < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      Enter: () => group.choose(i), ' ': () => group.choose(i),
      Escape: () => { group.pointAt(-1); hideTip(panel); group.clear(); },
      Home: () => walk(0), End: () => walk(panel.paths.length - 1),
      '+': () => group.zoom(1.6, i), '=': () => group.zoom(1.6, i), '-': () => group.zoom(1 / 1.6, i),
      0: () => group.zoom(0),
    };
    const act = acts[event.key] ?? (event.key.startsWith('Arrow') ? () => walk(step(panel.view, i, event.key)) : null);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  // On the field, not the picture: Chromium tabs to a picture that listens to focus.
  panel.field.addEventListener('focusin', event => {
    const i = index(event.target);
    if (i < 0) return;
    panel.paths.forEach((path, n) => { path.tabIndex = n === i ? 0 : -1; });
    if (!event.target.matches(':focus-visible')) return;
    group.bringIntoView(i);
    panel.focusAt(i);
    showTipAt(group, panel, i);
    group.pointAt(i, panel);
  });
  panel.field.addEventListener('focusout', () => {
    panel.focusAt(-1);
    hideTip(panel);
    group.pointAt(-1);
  });
}

function pointer(group, panel) {
  let from = null;
  let dragged = false;
  panel.svg.addEventListener('pointerdown', event => {
    from = [event.clientX, event.clientY];
    dragged = false;
  });
  panel.svg.addEventListener('pointermove', event => {
    const i = panel.at(event);
    if (from && group.zoomed && event.buttons) {
      const [dx, dy] = [event.clientX - from[0], event.clientY - from[1]];
      if (dragged || Math.hypot(dx, dy) > DRAG) {
        if (!dragged) panel.svg.setPointerCapture(event.pointerId);
        dragged = true;
        from = [event.clientX, event.clientY];
        group.pan(-dx * panel.pixel, -dy * panel.pixel);
        hideTip(panel);
        return;
      }
    }
    if (dragged) return;
    group.pointAt(i, panel);
    if (i < 0) hideTip(panel);
    else showTip(group, panel, i, event.clientX, event.clientY);
  });
  panel.svg.addEventListener('pointerup', () => { from = null; });
  panel.svg.addEventListener('pointercancel', () => { from = null; dragged = false; });
  panel.svg.addEventListener('pointerleave', event => {
    if (event.pointerType === 'touch') return;
    group.pointAt(-1);
    hideTip(panel);
  });
  panel.svg.addEventListener('click', event => {
    const i = panel.at(event);
    if (i >= 0 && !dragged) group.choose(i);
    if (i >= 0 && !dragged && event.pointerType === 'touch') showTip(group, panel, i, event.clientX, event.clientY);
    dragged = false;
  });
}

/** Listen to one map. */
export function listen(group, panel) {
  keyboard(group, panel);
  pointer(group, panel);
}
