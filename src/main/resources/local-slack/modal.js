import { blocks, text } from './blocks.js';
import { h, keepFocus } from './dom.js';
import { readField } from './elements.js';
import { act, report, viewInspector } from './message.js';
import { control, state } from './store.js';

let shown = null;

/** Keeps the modal on the screen the one that the bot has open for this reader. */
export function showModal(refreshNow) {
  const mine = state.views.filter((one) => one.user === state.me && one.view.type !== 'home').map((one) => one.view);
  const view = mine.at(-1);
  if (shown && shown.id === view?.id && shown.hash === view?.hash) return;
  const typed = shown && shown.id === view?.id ? values(shown.box) : {};
  const giveBack = shown?.giveBack ?? keepFocus();
  shown?.box.remove();
  shown = null;
  if (!view) {
    giveBack();
    return;
  }
  const box = build(view, refreshNow);
  shown = { id: view.id, hash: view.hash, box, giveBack };
  document.body.append(box);
  box.showModal();
  restore(box, typed);
  (box.querySelector('[data-field]') ?? box.querySelector('.dialog-foot button:last-child'))?.focus();
}

function build(view, refreshNow) {
  const close = async () => {
    report(await control('close', { user: state.me, view_id: view.id }));
    refreshNow();
  };
  const acts = (block, item, more, button) => act({ view_id: view.id }, block, item, more, button);
  acts.search = (block, item, query) => control('search', {
    user: state.me, view_id: view.id, block_id: block.block_id, action_id: item.action_id, query,
  });
  const form = h('form', { class: 'dialog-form', novalidate: true },
    h('div', { class: 'dialog-body' }, blocks(view.blocks, acts)),
    h('p', { class: 'error problem', role: 'alert' }),
    h('div', { class: 'dialog-foot' },
      h('button', { type: 'button', class: 'button', onclick: close }, view.close ? text(view.close) : 'Cancel'),
      view.submit ? h('button', { type: 'submit', class: 'button primary' }, text(view.submit)) : null));
  const box = h('dialog', { class: 'dialog modal', 'aria-label': view.title.text },
    h('div', { class: 'dialog-head' }, h('h2', {}, text(view.title)), viewInspector(view),
      h('button', { type: 'button', class: 'icon', 'aria-label': 'Close', onclick: close }, '✕')), form);
  form.addEventListener('submit', (event) => { event.preventDefault(); submit(view, form, refreshNow); });
  box.addEventListener('cancel', (event) => { event.preventDefault(); close(); });
  return box;
}

async function submit(view, form, refreshNow) {
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  const answer = await control('submit', { user: state.me, view_id: view.id, values: values(form) });
  button.disabled = false;
  for (const place of form.querySelectorAll('[data-error]')) place.textContent = answer.errors?.[place.dataset.error] ?? '';
  form.querySelector('.problem').textContent = answer.problem ?? (answer.ok ? '' : `⚠️ ${answer.error}`);
  const wrong = Object.keys(answer.errors ?? {})[0];
  if (wrong) form.querySelector(`[data-field="${CSS.escape(wrong)}"]`)?.focus();
  refreshNow();
}

function values(box) {
  return Object.fromEntries([...box.querySelectorAll('[data-field]')].map((one) => [one.dataset.field, readField(one)]));
}

/** What was typed stays when the bot updates the modal. */
function restore(box, typed) {
  for (const one of box.querySelectorAll('input[data-field]:not([role=combobox]), textarea[data-field], select[data-field]:not([multiple])')) {
    if (typed[one.dataset.field]) one.value = typed[one.dataset.field];
  }
}
