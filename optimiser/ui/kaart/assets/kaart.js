// The component: one group of maps per place on the page, kept from rerun to rerun.

import { GEO, TEKSTEN } from './geometrie.js';
import { Group } from './groep.js';
import { html } from './hulp.js';

const groups = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector('.kaart-wortel');
  document.documentElement.lang = 'nl';
  if (data.versie !== GEO.versie) {
    root.replaceChildren(html('p', { role: 'alert', text: TEKSTEN.verouderd }));
    return undefined;
  }
  if (!groups.has(root)) {
    root.replaceChildren(); // what an earlier version of this script drew, before the server was renewed
    groups.set(root, new Group(root, GEO, TEKSTEN));
  }
  const group = groups.get(root);
  group.update(component);
  return () => group.stop();
}
