import { blocks } from './blocks.js';
import { byId, h } from './dom.js';
import { act, avatar, viewInspector } from './message.js';
import { control, person, state } from './store.js';

let open = false;

export const isHomeOpen = () => open;

export function closeHome() {
  open = false;
}

/** The way to the app's Home tab. Each look tells the bot, as Slack does. */
export function homeRow(then) {
  const look = async () => {
    open = true;
    then();
    await control('home', { user: state.me });
  };
  return h('li', {}, h('button', { type: 'button', class: 'row', id: 'open-home', 'aria-current': open ? 'page' : null, onclick: look },
    h('span', { class: 'name' }, avatar(person('U00HANDRAIL'), ''), 'Handrail Home')));
}

/** Shows the Home tab in place of the channel, or the channel again. */
export function drawHome() {
  const place = byId('home');
  place.hidden = !open;
  byId('messages').hidden = open;
  byId('composer-form').hidden = open;
  if (!open) return;
  byId('channel-name').textContent = 'Handrail Home';
  const view = state.views.find((one) => one.user === state.me && one.view.type === 'home')?.view;
  const shown = view ? `${view.id} ${view.hash}` : 'nothing';
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  place.replaceChildren(...(view
    ? [h('div', { class: 'home-tools' }, viewInspector(view)), blocks(view.blocks, (block, item, more, button) => act({ view_id: view.id }, block, item, more, button))].flat()
    : [h('p', { class: 'empty' }, 'The app has published nothing here yet.')]));
}
