import { byId, dialog, h } from './dom.js';
import { openLog } from './inspector.js';
import { control } from './store.js';

/** What can go wrong, where, in words; the number asked for beside it, if any. */
const FAULTS = [
  ['429', 'api', 'Too many calls (429)', 'Retry after', 'retry_after', 's', 3],
  ['500_before', 'api', 'HTTP 500, nothing happens'],
  ['500_after', 'api', 'HTTP 500 after it has happened'],
  ['timeout_after', 'api', 'No answer, though it has happened', 'Hold for', 'millis', 'ms', 5000],
  ['slow', 'api', 'Slow', 'By', 'millis', 'ms', 2000],
  ['down', 'api', 'Down: the connection breaks'],
  ['duplicate', 'bot', 'Twice, one after the other'],
  ['concurrent', 'bot', 'Twice at the same time'],
  ['late', 'bot', 'Late', 'By', 'millis', 'ms', 4000],
  ['out_of_order', 'bot', 'After the next one'],
];
const METHODS = {
  api: [['*', 'Every call of the bot'], ['chat.postMessage', 'chat.postMessage'], ['chat.update', 'chat.update'],
    ['chat.postEphemeral', 'chat.postEphemeral'], ['views.open', 'views.open'], ['views.update', 'views.update'], ['views.publish', 'views.publish']],
  bot: [['interaction', 'Clicks, commands and modals'], ['event', 'Events: messages, Home']],
};
const SOCKETS = [['warn', 'Warn, then refresh'], ['refresh', 'Refresh'], ['cut', 'Cut'], ['mute', 'Go silent'],
  ['disable', 'Disable Socket Mode'], ['enable', 'Enable it again']];

const options = (pairs) => pairs.map(([value, label]) => h('option', { value }, label));

/** The panel with which a person makes things go wrong, as a test does. */
export function openFaults() {
  const planned = h('div', { class: 'planned', role: 'status' });
  const sockets = h('p', { class: 'hint sockets', role: 'status' });
  const show = (answer) => {
    const left = Object.entries(answer.left ?? {});
    planned.replaceChildren(h('p', {}, left.length
      ? `Still to go wrong: ${left.map(([method, times]) => `${method} × ${times}`).join(', ')}`
      : 'Nothing is planned: all works.'));
  };
  const showSockets = (answer) => {
    const open = answer.sockets ?? [];
    sockets.textContent = answer.disabled ? 'Socket Mode is disabled.'
      : open.length ? `Open: ${open.map((one) => `no. ${one.socket} (${one.carried} sent)`).join(', ')}` : 'No socket is open.';
  };
  const act = async (name) => { showSockets(await control('socket', { act: name, ...(name === 'warn' ? { millis: 3000 } : {}) })); };
  dialog('Make something go wrong', h('div', { class: 'dialog-body faults' },
    form('api', 'What the bot asks of Slack', show), form('bot', 'What the bot is sent', show), planned,
    h('div', { class: 'row-of-buttons' },
      h('button', { type: 'button', class: 'button', id: 'clear-faults', onclick: async () => { await control('clear_faults'); show(await control('faults')); } }, 'Let all work again'),
      h('button', { type: 'button', class: 'button', id: 'open-log', onclick: openLog }, 'Calls and deliveries')),
    h('h3', {}, 'Sockets'), sockets,
    h('div', { class: 'row-of-buttons' }, SOCKETS.map(([name, label]) =>
      h('button', { type: 'button', class: 'button', 'data-socket': name, onclick: () => act(name) }, label)))),
  { onclose: () => byId('faults').focus() });
  control('faults').then(show);
  control('sockets').then(showSockets);
}

function form(side, title, show) {
  const kind = h('select', { name: 'kind', 'aria-label': `${title}: what goes wrong` }, options(FAULTS.filter(([, where]) => where === side).map(([value, , label]) => [value, label])));
  const method = h('select', { name: 'method', 'aria-label': `${title}: where` }, options(METHODS[side]));
  const times = h('input', { name: 'times', type: 'number', min: '1', max: '1000', value: '1' });
  const amount = h('input', { name: 'amount', type: 'number', min: '0', max: '60000' });
  const label = h('label', { class: 'amount' });
  const fault = () => FAULTS.find(([value]) => value === kind.value);
  const adapt = () => {
    const [, , , words, , unit, usual] = fault();
    label.replaceChildren(...(words ? [`${words} `, amount, ` ${unit}`] : []));
    amount.value = usual ?? '';
  };
  kind.addEventListener('change', adapt);
  adapt();
  const plan = async (event) => {
    event.preventDefault();
    const [, , , , argument] = fault();
    show(await control('fault', { method: method.value, kind: kind.value, times: Number(times.value), ...(argument ? { [argument]: Number(amount.value) } : {}) }));
  };
  return h('form', { class: 'fault', 'data-side': side, onsubmit: plan }, h('h3', {}, title), kind, method,
    h('label', {}, times, ' times'), label, h('button', { type: 'submit', class: 'button primary' }, 'Plan it'));
}
