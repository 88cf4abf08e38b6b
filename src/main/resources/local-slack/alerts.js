import { byId, dialog, h } from './dom.js';
import { control, state } from './store.js';

let panel = null;

/** The panel that fires and resolves sample alerts, by way of the bot's own webhook. */
export async function openAlerts(refreshNow) {
  const { samples = [] } = await control('samples');
  const answer = h('p', { class: 'answer', role: 'status' });
  const fired = h('ul', { class: 'fired' });
  const send = async (verb, args, button) => {
    button.disabled = true;
    show(answer, await control(verb, args));
    button.disabled = false;
    refreshNow();
  };
  const rows = samples.map((sample) => h('li', {},
    h('span', {}, h('strong', {}, sample.title), h('small', {}, sample.summary)),
    h('button', { type: 'button', class: 'button primary', 'data-sample': sample.sample, 'aria-label': `Fire ${sample.title}`,
      onclick: (event) => send('fire', { sample: sample.sample }, event.currentTarget) }, 'Fire')));
  panel = { fired, send };
  dialog('Fire a sample alert', h('div', { class: 'dialog-body alerts' },
    h('p', { class: 'hint' }, 'Sends what Alertmanager would send to the bot’s webhook.'),
    h('ul', {}, rows), answer, h('h3', {}, 'Fired'), fired), { onclose: () => { panel = null; byId('fire').focus(); } });
  showFired();
}

export function showFired() {
  if (!panel) return;
  const rows = state.alerts.toReversed().map((alert) => h('li', {},
    h('span', {}, h('strong', {}, alert.title), h('small', {}, describe(alert))),
    alert.status === 'firing'
      ? h('button', { type: 'button', class: 'button', 'aria-label': `Resolve ${alert.title} ${alert.id}`,
        onclick: (event) => panel.send('resolve', { id: alert.id }, event.currentTarget) }, 'Resolve')
      : h('span', { class: 'done' }, 'resolved')));
  panel.fired.replaceChildren(...(rows.length ? rows : [h('li', { class: 'hint' }, 'Nothing yet.')]));
}

function describe(alert) {
  const known = ['alertname', 'environment', 'severity', 'flow'];
  const rest = Object.entries(alert.labels).filter(([name]) => !known.includes(name)).map(([name, value]) => `${name}=${value}`);
  return [new Date(alert.startsAt).toLocaleTimeString(), ...rest].join(' · ');
}

function show(place, answer) {
  const fine = answer.status >= 200 && answer.status < 300;
  place.className = fine ? 'answer fine' : 'answer wrong';
  place.textContent = answer.status
    ? `${fine ? '✅' : '⚠️'} The bot answered ${answer.status} ${answer.answer ?? ''}`.slice(0, 400)
    : `⚠️ ${answer.problem ?? answer.error}`;
}
