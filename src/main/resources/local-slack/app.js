import { openAlerts, showFired } from './alerts.js';
import { openFaults } from './faults.js';
import { isHomeOpen, closeHome, drawHome, homeRow } from './home.js';
import { offerCommands } from './commands.js';
import { byId, h, keepFocus } from './dom.js';
import { avatar, day, message, report } from './message.js';
import { showModal } from './modal.js';
import {
  allIn, control, inChannel, inThread, keyOf, markRead, me, mentionsMe, myChannels, person, refresh, remember, state, titleOf, unread,
} from './store.js';

const POLL = 700;
const body = document.body;

const current = () => myChannels().find((channel) => channel.id === state.channel) ?? myChannels()[0];

function draw() {
  if (!current()) return;
  drawPeople();
  drawSidebar();
  drawChannel();
  drawHome();
  drawThread();
  showModal(tick);
  showFired();
}

function drawPeople() {
  const wanted = state.people.filter((one) => !one.bot);
  const select = byId('me');
  if (select.options.length !== wanted.length) {
    select.replaceChildren(...wanted.map((one) => h('option', { value: one.id }, `${one.realName} — ${one.title}`)));
  }
  select.value = me()?.id ?? wanted[0].id;
}

function drawSidebar() {
  const row = (channel) => {
    const news = channel.id === current().id ? [] : unread(channel.id);
    const pings = news.filter((entry) => channel.user || mentionsMe(entry)).length;
    return h('li', {}, h('button', {
      type: 'button', class: news.length ? 'row unread' : 'row', 'data-channel': channel.id,
      'aria-current': channel.id === current().id && !isHomeOpen() ? 'page' : null, onclick: () => openChannel(channel.id),
    }, h('span', { class: 'name' }, channel.user ? avatar(person('U00HANDRAIL'), '') : h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
      channel.user ? 'Handrail' : channel.name, channel.archived ? ' (archived)' : ''),
    news.length ? h('span', { class: pings ? 'badge ping' : 'badge' }, String(pings || news.length), h('span', { class: 'hidden' }, ' unread')) : null));
  };
  const focused = document.activeElement?.dataset?.channel;
  byId('sidebar').replaceChildren(
    h('h2', {}, 'App'), h('ul', {}, homeRow(() => { body.dataset.pane = 'channel'; closeThread(); draw(); tick(); })),
    h('h2', {}, 'Channels'), h('ul', {}, myChannels().filter((one) => !one.user).map(row)),
    h('h2', {}, 'Direct messages'), h('ul', {}, myChannels().filter((one) => one.user).map(row)),
    myChannels().some((one) => one.user) ? '' : h('p', { class: 'empty' }, 'Handrail has not written to you yet.'));
  if (focused) byId('sidebar').querySelector(`[data-channel="${focused}"]`)?.focus();
}

/** Draws a list again only where something changed, so that focus, selection and open menus stay. */
function drawList(list, entries, options) {
  const stick = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  const old = new Map([...list.children].map((child) => [child.dataset.id, child]));
  const nodes = [];
  let lastDay = '';
  for (const entry of entries) {
    const its = day(entry.ts);
    if (its !== lastDay && !options.inPane) nodes.push(reuse(old, `day ${its}`, its, () => h('li', { class: 'day' }, h('span', {}, its))));
    lastDay = its;
    const replies = options.inPane ? 0 : allIn(entry.channel).filter((one) => one.message.thread_ts === entry.ts).length;
    nodes.push(reuse(old, keyOf(entry), `${entry.revision} ${replies} ${state.me} ${state.epoch}`, () => message(entry, options)));
  }
  if (!nodes.length) nodes.push(h('li', { class: 'empty' }, 'Nothing has been said here yet. Fire a sample alert to see the bot at work.'));
  if (nodes.length !== list.children.length || nodes.some((node, index) => node !== list.children[index])) {
    const giveBack = list.contains(document.activeElement) && document.activeElement !== list ? keepFocus() : () => {};
    list.replaceChildren(...nodes);
    giveBack();
  }
  if (stick) list.scrollTop = list.scrollHeight;
}

function reuse(old, id, version, make) {
  const kept = old.get(id);
  if (kept?.dataset.version === version) return kept;
  const node = make();
  node.dataset.id = id;
  node.dataset.version = version;
  return node;
}

function drawChannel() {
  const channel = current();
  byId('channel-name').textContent = titleOf(channel);
  byId('composer-label').textContent = `Message ${titleOf(channel)}`;
  byId('composer').placeholder = `Message ${titleOf(channel)}, or /handrail …`;
  const list = byId('messages');
  if (list.dataset.of !== channel.id + state.me) {
    list.replaceChildren();
    list.dataset.of = channel.id + state.me;
  }
  drawList(list, inChannel(channel.id), { openThread, inPane: false });
  if (document.visibilityState === 'visible') markRead(channel.id);
}

function drawThread() {
  const pane = byId('thread');
  const entries = state.thread ? inThread(state.thread.channel, state.thread.ts) : [];
  pane.hidden = entries.length === 0;
  body.classList.toggle('with-thread', !pane.hidden);
  if (pane.hidden) return;
  const list = byId('thread-messages');
  if (list.dataset.of !== keyOf(state.thread) + state.me) {
    list.replaceChildren();
    list.dataset.of = keyOf(state.thread) + state.me;
  }
  byId('thread-channel').textContent = titleOf(state.channels.find((one) => one.id === state.thread.channel));
  drawList(list, entries, { openThread, inPane: true });
}

function openChannel(id) {
  closeHome();
  remember('channel', id);
  if (state.thread?.channel !== id) state.thread = null;
  body.dataset.pane = 'channel';
  draw();
}

function openThread(entry) {
  state.thread = { channel: entry.channel, ts: entry.message.thread_ts ?? entry.ts };
  body.dataset.pane = 'thread';
  draw();
  byId('thread-composer').focus();
}

function closeThread() {
  const root = state.thread;
  state.thread = null;
  body.dataset.pane = 'channel';
  draw();
  document.querySelector(`#messages [data-ts="${root?.ts}"] .replies`)?.focus();
}

function announce(added) {
  const news = added.filter((entry) => (!entry.only_for || entry.only_for === state.me) && entry.message.user !== state.me)
    .filter((entry) => myChannels().some((channel) => channel.id === entry.channel)).slice(-3);
  if (news.length) byId('live').textContent = news.map((entry) => `${person(entry.message.user)?.realName}: ${entry.message.text}`).join('. ');
}

let running = false;

async function tick() {
  if (running) return;
  running = true;
  try {
    const added = await refresh();
    byId('offline').hidden = true;
    if (added) {
      draw();
      announce(added);
    }
  } catch {
    byId('offline').hidden = false;
  } finally {
    running = false;
  }
}

async function loop() {
  await tick();
  setTimeout(loop, POLL);
}

async function send(field, more) {
  const text = field.value.trim();
  if (!text) return;
  field.value = '';
  const answer = text.startsWith('/')
    ? await control('command', { user: state.me, channel: more.channel, text })
    : await control('message', { user: state.me, text, ...more });
  report(answer);
  if (!answer.ok) field.value = text;
  tick();
}

function wire(form, field, more) {
  byId(form).addEventListener('submit', (event) => { event.preventDefault(); send(byId(field), more()); });
  byId(field).addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      byId(form).requestSubmit();
    }
  });
}

wire('composer-form', 'composer', () => ({ channel: current().id }));
offerCommands(byId('composer'), byId('commands'));
wire('thread-form', 'thread-composer', () => ({ channel: state.thread.channel, thread_ts: state.thread.ts }));
byId('me').addEventListener('change', (event) => { remember('me', event.target.value); closeHome(); draw(); });
byId('fire').addEventListener('click', () => openAlerts(tick));
byId('faults').addEventListener('click', openFaults);
byId('close-thread').addEventListener('click', closeThread);
byId('thread').addEventListener('keydown', (event) => { if (event.key === 'Escape') closeThread(); });
byId('show-sidebar').addEventListener('click', () => { body.dataset.pane = body.dataset.pane === 'sidebar' ? 'channel' : 'sidebar'; });
loop();
