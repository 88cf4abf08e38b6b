import { byId, h } from './dom.js';

/** Lists what is wrong, or says that nothing is. */
export function drawProblems(problems) {
  byId('problems-title').textContent = problems.length ? `Problems (${problems.length})` : 'Problems';
  byId('problems').replaceChildren(...(problems.length ? problems.map(problem) : [h('li', { class: 'none' }, '✔ No problems')]));
}

function problem({ at, severity, rule, found, wanted }) {
  return h('li', { class: severity },
    h('p', {}, h('strong', {}, severity === 'error' ? '✖ Error' : '⚠ Warning'), ' ', h('code', {}, at), ' ', h('span', { class: 'muted' }, rule)),
    h('dl', {}, h('dt', {}, 'Found'), h('dd', {}, found), h('dt', {}, 'Wanted'), h('dd', {}, wanted)));
}

let drawn = '';

/** Draws the graph where it has changed, and marks where the walk stands. */
export function drawGraph(svg, here) {
  const box = byId('graph');
  if (svg !== drawn) {
    drawn = svg;
    const parsed = svg ? new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement : null;
    box.replaceChildren(parsed ? document.importNode(parsed, true) : h('p', { class: 'muted' }, 'Nothing to draw yet.'));
  }
  box.querySelectorAll('.here').forEach((one) => { one.classList.remove('here'); one.removeAttribute('aria-current'); });
  const boxes = [...box.querySelectorAll('[data-name]')];
  const found = here.map((name) => boxes.find((one) => one.dataset.name === name)).find(Boolean);
  if (!found) return;
  found.classList.add('here');
  found.setAttribute('aria-current', 'step');
  centre(box, found);
}

export function centre(box, found) {
  const at = found.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  box.scrollBy({ left: at.left + at.width / 2 - frame.left - frame.width / 2, top: at.top + at.height / 2 - frame.top - frame.height / 3 });
}

/** Reads lines of name=value; a line without = is what somebody is still typing. */
export function labelsOf(text) {
  return Object.fromEntries(text.split('\n').map((line) => line.trim()).filter((line) => line.indexOf('=') > 0)
    .map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]));
}
