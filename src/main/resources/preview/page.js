import { blocks, text } from './blocks.js';
import { byId, dialog, h, toast } from './dom.js';
import { readField } from './elements.js';
import { drawGraph, drawProblems, labelsOf } from './panes.js';
import { person, remember } from './store.js';

let presses = [];
let labels;
let scene;

async function ask(what, body) {
  const answer = await fetch(what, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ presses, labels, ...body }) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** Asks what is to be seen now, and draws it. */
async function refresh({ pressed = false } = {}) {
  try {
    const wanted = presses.length;
    scene = await ask('scene');
    if (scene.standing.missed && wanted) say(pressed);
    presses = scene.presses;
    byId('offline').hidden = true;
    draw(pressed);
  } catch (failure) {
    if (failure instanceof TypeError) byId('offline').hidden = false;
    else toast(failure.message);
  }
}

function say(pressed) {
  toast(pressed ? 'That cannot be done now.' : 'The file has changed: your walk goes only this far now.');
}

function draw(pressed) {
  const { source, standing } = scene;
  remember(scene.names);
  document.title = `${source.title} (preview)`;
  byId('title').textContent = source.title;
  byId('path').textContent = source.path;
  byId('revision').textContent = source.revision && `revision ${source.revision}`;
  byId('saved').textContent = `Follows every save · read at ${new Date().toLocaleTimeString()}`;
  byId('stale').hidden = !(source.stale && scene.messages.length);
  byId('standing').replaceChildren(h('strong', {}, standing.words), standing.clock ? ` · it is ${standing.clock}` : '');
  byId('back').disabled = byId('again').disabled = presses.length === 0;
  byId('time').disabled = !standing.until;
  byId('time').textContent = standing.until ? `Let ${standing.until} pass` : 'Let time pass';
  byId('over').disabled = !standing.until;
  if (document.activeElement !== byId('labels')) byId('labels').value = Object.entries(scene.labels).map(([name, value]) => `${name}=${value}`).join('\n');
  drawMessages(pressed);
  drawProblems(scene.problems);
  drawGraph(scene.graph, standing.here);
}

function drawMessages(pressed) {
  const list = byId('messages');
  const old = new Map([...list.children].map((child) => [child.dataset.key + child.version, child]));
  const nodes = scene.messages.map((one) => {
    const version = JSON.stringify(one);
    const kept = old.get(one.key + version);
    if (kept) return kept;
    const node = message(one);
    node.dataset.key = one.key;
    node.version = version;
    return node;
  });
  if (!nodes.length) nodes.push(h('li', { class: 'empty' }, 'Nothing can be shown until the errors are mended.'));
  list.replaceChildren(...nodes);
  if (pressed) goTo(current(nodes));
}

const current = (nodes) => nodes.findLast((node) => node.querySelector('.actions') && node !== nodes[0]) ?? nodes.at(-1);

/** Brings what is to be answered now into view, and the keyboard to its first button. */
function goTo(node) {
  const frame = byId('frame');
  if (frame.scrollHeight > frame.clientHeight) frame.scrollTop = node.offsetTop;
  else node.scrollIntoView({ block: 'nearest' });
  (node.querySelector('.actions button') ?? byId('back')).focus({ preventScroll: true });
}

function message({ where, blocks: all }) {
  return h('li', { class: where === 'thread' ? 'message reply' : 'message' },
    h('span', { class: 'avatar bot', 'aria-hidden': 'true' }, '☰'),
    h('div', { class: 'content' },
      h('p', { class: 'byline' }, h('strong', {}, 'Handrail'), h('span', { class: 'app' }, 'APP'), h('span', { class: 'where' }, place(where))),
      h('div', { class: 'body' }, blocks(all, act))));
}

const place = (where) => where.replace(/<@(\w+)>/, (_, id) => person(id)?.realName ?? id);

async function act(block, item, more) {
  const button = { verb: item.action_id, ticket: more.option ?? item.value ?? '', label: item.text?.text ?? '', sentence: '' };
  try {
    const view = await ask('modal', { button });
    if (view) openModal(view, button);
    else press(button);
  } catch (failure) {
    toast(failure.message);
  }
}

function openModal(view, button) {
  const form = h('form', { class: 'dialog-form', method: 'dialog' },
    h('div', { class: 'dialog-body' }, blocks(view.blocks, () => {})),
    h('div', { class: 'dialog-foot' },
      h('button', { type: 'button', class: 'button', onclick: () => box.close() }, text(view.close)),
      view.submit ? h('button', { type: 'submit', class: 'button primary' }, text(view.submit)) : null));
  const box = dialog(view.title.text, form, { kind: 'modal' });
  form.addEventListener('submit', () => press({ ...button, sentence: readField(form.querySelector('[data-field]')) }));
  form.querySelector('[data-field]')?.focus();
}

function press(button) {
  presses = [...presses, button];
  return refresh({ pressed: true });
}

const bare = (verb) => press({ verb, ticket: '', label: '', sentence: '' });

byId('back').addEventListener('click', () => { presses = presses.slice(0, -1); refresh({ pressed: true }); });
byId('again').addEventListener('click', () => { presses = []; refresh(); byId('frame').scrollTop = 0; });
byId('time').addEventListener('click', () => bare('time'));
byId('over').addEventListener('click', () => bare('over'));
byId('whole').addEventListener('change', (event) => byId('graph').classList.toggle('whole', event.target.checked));
byId('alert').addEventListener('submit', (event) => { event.preventDefault(); labels = labelsOf(byId('labels').value); refresh(); });
for (const choice of document.querySelectorAll('[name=width]')) {
  choice.addEventListener('change', () => {
    byId('frame').classList.toggle('phone', choice.value === 'phone');
    if (presses.length) byId('frame').scrollTop = current([...byId('messages').children]).offsetTop;
  });
}

const changes = new EventSource('changes');
changes.addEventListener('message', () => refresh());
changes.addEventListener('error', () => { byId('offline').hidden = false; });
