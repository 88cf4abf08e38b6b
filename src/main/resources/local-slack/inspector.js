import { dialog, h } from './dom.js';
import { control } from './store.js';

const SHOWN = 60;

const pre = (value) => h('pre', { class: 'json', tabindex: '0' }, typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** Shows a message or a view as Slack keeps it, and the calls that made it so. */
export async function inspect(title, json, isAbout) {
  const calls = h('div', { class: 'calls' }, h('p', { class: 'hint' }, 'Looking…'));
  dialog(title, h('div', { class: 'dialog-body' },
    h('h3', {}, 'As it is'), pre(json), h('h3', {}, 'The calls that made it so'), calls), { kind: 'wide' });
  const { entries = [] } = await control('log');
  calls.replaceChildren(...list(entries.filter((entry) => entry.kind === 'call' && isAbout(entry)), 'The log does not go back that far.'));
}

/** Shows what went over the wire, both ways, the newest first. */
export async function openLog() {
  const { entries = [] } = await control('log');
  dialog('Calls and deliveries', h('div', { class: 'dialog-body' },
    h('p', { class: 'hint' }, `The newest ${Math.min(SHOWN, entries.length)} of ${entries.length}; → is what the bot called, ← what it was sent.`),
    h('div', { class: 'calls' }, list(entries.toReversed(), 'Nothing yet.'))), { kind: 'wide' });
}

function list(entries, none) {
  return entries.length ? entries.slice(0, SHOWN).map(call) : [h('p', { class: 'hint' }, none)];
}

function call(entry) {
  const fine = entry.kind === 'call' ? entry.status === 200 && entry.answer?.ok !== false : !entry.problem;
  const outcome = entry.problem ?? entry.answer?.error ?? (entry.status ? `HTTP ${entry.status}` : 'no answer');
  return h('details', {}, h('summary', { class: fine ? '' : 'wrong' },
    h('span', { class: 'arrow', 'aria-hidden': 'true' }, entry.kind === 'call' ? '→' : '←'),
    ` ${entry.method ?? entry.type ?? entry.kind} `, h('small', {}, `${outcome} · ${entry.millis ?? 0} ms · ${new Date(entry.at).toLocaleTimeString()}`)),
  pre(readable(entry)));
}

/** Blocks and views travel as texts within JSON; here they are read as what they are. */
function readable(entry) {
  const body = typeof entry.body === 'string' ? fields(entry.body) : entry.body;
  return unpacked({ ...entry, ...(body === undefined ? {} : { body }) });
}

function fields(body) {
  const form = new URLSearchParams(body);
  return body.startsWith('{') ? body : Object.fromEntries(form);
}

function unpacked(value) {
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    try { return unpacked(JSON.parse(value)); } catch { return value; }
  }
  if (Array.isArray(value)) return value.map(unpacked);
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpacked(part)])) : value;
}
