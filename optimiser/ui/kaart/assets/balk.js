// Above the maps the buttons, below them what is chosen, the lines in words and the small print.

import { fill, html, joined } from './hulp.js';

/** Build the row of buttons. */
export function drawBar(group) {
  const { words } = group;
  const button = (text, label, onclick) => html('button', { type: 'button', text, 'aria-label': label, onclick });
  const shown = ['kaart', 'tegel'].map(name => html('button', {
    type: 'button', text: words[name], 'data-weergave': name, onclick: () => group.show(name),
  }));
  const out = button('−', words.uitzoomen, () => group.zoom(1 / 1.6));
  const whole = button(words.geheel, words.heel_nederland, () => group.zoom(0));
  const clear = html('button', { type: 'button', text: words.wissen, onclick: () => group.clear() });
  const region = button(words.gebied, words.gebied_tonen, () => {
    group.fit();
    group.frame();
    group.tell(words.gebied_nu);
  });
  region.hidden = true;
  const set = (label, ...buttons) => html('div', { role: 'group', 'aria-label': label, class: 'knoppen' }, ...buttons);
  const root = html('div', { class: 'balk' },
    set(words.weergave, ...shown),
    set(words.zoomen, button('+', words.inzoomen, () => group.zoom(1.6)), out, whole, region),
    clear);
  const update = ({ viewName }) => shown.forEach(one => {
    one.setAttribute('aria-pressed', String(one.dataset.weergave === viewName));
  });
  return { root, clear, region, update };
}

function smallPrint({ data, geo, words, viewName }) {
  const parts = [];
  const kind = typeof data.grenzen === 'string' ? data.grenzen : 'eigen';
  if (kind !== 'geen') parts.push(fill(words.grenzen, { soort: words[`grenzen_${kind}`] }));
  parts.push(viewName === 'tegel' ? words.tegelkaart : words.indicatief);
  if (data.bron) parts.push(data.bron);
  parts.push(fill(words.bron, { bron: geo.bron }));
  return parts.join(' ');
}

/** Build what stands below the maps. */
export function drawBelow(words) {
  const help = html('p', { class: 'alleen-voorlezen', id: 'uitleg' });
  const chosen = html('p', { class: 'keuze' });
  const heading = html('p', { class: 'alleen-voorlezen', text: words.lijnen });
  const lines = html('ul', { class: 'alleen-voorlezen', 'aria-label': words.lijnen });
  const outside = html('p', { class: 'voet' });
  const small = html('p', { class: 'voet' });
  const live = html('div', { class: 'alleen-voorlezen', 'aria-live': 'polite', role: 'status' });
  const root = html('div', { class: 'onder' }, help, chosen, heading, lines, outside, small, live);
  return {
    root,
    live,
    tellChosen(names) {
      chosen.textContent = names.length
        ? fill(words.gekozen_zijn, { namen: joined(names, words) }) : words.niets_gekozen;
    },
    update(group) {
      help.textContent = group.data.meer ? `${words.uitleg} ${words.uitleg_meer}` : words.uitleg;
      const texts = group.lineTexts();
      [heading, lines].forEach(one => { one.hidden = texts.length === 0; });
      lines.replaceChildren(...texts.map(text => html('li', { text })));
      outside.textContent = group.data.buiten.join(' ');
      outside.hidden = group.data.buiten.length === 0;
      small.textContent = smallPrint(group);
    },
  };
}

export { smallPrint };
