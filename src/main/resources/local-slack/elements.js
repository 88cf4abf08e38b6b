import { text } from './blocks.js';
import { dialog, h, link } from './dom.js';
import { search } from './search.js';
import { state } from './store.js';

/** Asks before something that matters, if the bot wants that. */
function confirmed(confirm, go) {
  if (!confirm) return go();
  const yes = h('button', { type: 'button', class: `button ${confirm.style ?? 'primary'}` }, text(confirm.confirm));
  const no = h('button', { type: 'button', class: 'button' }, text(confirm.deny));
  const box = dialog(confirm.title.text, h('div', { class: 'dialog-body' }, h('p', {}, text(confirm.text)),
    h('div', { class: 'dialog-foot' }, no, yes)));
  no.addEventListener('click', () => box.close());
  yes.addEventListener('click', () => { box.close(); go(); });
  no.focus();
}

/** Something to press or to choose from. */
export function element(block, item, act) {
  switch (item.type) {
    case 'button': return button(block, item, act);
    case 'overflow': return overflow(block, item, act);
    case 'image': return link(item.image_url, `Picture: ${item.alt_text}`, { class: 'picture' });
    default: return field(block, item, (value, control) => confirmed(item.confirm, () => act(block, item, { option: value }, control)));
  }
}

function button(block, item, act) {
  const props = {
    class: `button ${item.style ?? ''}`, title: item.accessibility_label, 'data-action': item.action_id,
    onclick: (event) => confirmed(item.confirm, () => act(block, item, { text: item.text.text }, event.currentTarget ?? event.target)),
  };
  return item.url && /^https?:/.test(item.url)
    ? h('a', { ...props, href: item.url, target: '_blank', rel: 'noreferrer noopener' }, text(item.text), ' ↗')
    : h('button', { ...props, type: 'button' }, text(item.text));
}

let menus = 0;

function overflow(block, item, act) {
  const id = `menu-${++menus}`;
  const menu = h('div', { id, class: 'menu', popover: 'auto', role: 'menu' });
  const opener = h('button', {
    type: 'button', class: 'button more', popovertarget: id, 'aria-haspopup': 'menu', 'aria-label': 'More actions', 'data-action': item.action_id,
  }, '⋯');
  for (const option of item.options) {
    const choose = () => {
      menu.hidePopover();
      confirmed(item.confirm, () => act(block, item, { option: option.value }, opener));
    };
    menu.append(h('button', { type: 'button', role: 'menuitem', onclick: choose }, text(option.text),
      option.description ? h('small', {}, text(option.description)) : null));
  }
  menu.addEventListener('toggle', (event) => { if (event.newState === 'open') place(menu, opener); });
  menu.addEventListener('keydown', (event) => step(event, menu));
  return h('span', {}, opener, menu);
}

/** Puts an open menu beside its button, within the window. */
function place(menu, opener) {
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${at.bottom + height + 8 < innerHeight ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
  menu.querySelector('button')?.focus();
}

function step(event, menu) {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!move) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll('button')];
  items.at((items.indexOf(document.activeElement) + move) % items.length).focus();
}

/** An input block: label, field, hint, and room for an error. */
export function input(block, act) {
  const control = field(block, block.element, (value, from) => {
    if (block.dispatch_action) act(block, block.element, { option: value }, from);
  }, act.search);
  const id = `field-${block.block_id}`;
  const single = control.matches('input, select, textarea') ? control : control.querySelector('[role=combobox]');
  if (single) single.id = id;
  (single ?? control).setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  const label = [text(block.label), block.optional ? h('small', {}, ' (optional)') : null];
  return [
    single ? h('label', { for: id }, label) : h('p', { class: 'label' }, label),
    control,
    h('p', { id: `${id}-hint`, class: 'hint' }, text(block.hint)),
    h('p', { id: `${id}-error`, class: 'error', 'data-error': block.block_id, role: 'alert' }),
  ];
}

const TYPES = { number_input: 'number', email_text_input: 'email', url_text_input: 'url', datepicker: 'date', timepicker: 'time' };

/** A field that is filled in; `readField` reads it. */
function field(block, item, changed, ask) {
  const common = {
    'data-field': block.block_id, 'data-kind': item.type, placeholder: item.placeholder?.text,
    'aria-label': block.label ? null : item.placeholder?.text ?? item.action_id,
    onchange: (event) => changed(readField(event.currentTarget ?? event.target), event.currentTarget ?? event.target),
  };
  switch (item.type) {
    case 'static_select': case 'multi_static_select': return select(item, common);
    case 'external_select': return search(common, (words) => ask(block, item, words), changed);
    case 'users_select': return people(item, common);
    case 'checkboxes': case 'radio_buttons': return choices(block, item, common);
    case 'plain_text_input': if (item.multiline) {
      return h('textarea', { ...common, rows: '4', maxlength: item.max_length, value: item.initial_value });
    }
    // falls through
    default: return h('input', {
      ...common, type: TYPES[item.type] ?? 'text', maxlength: item.max_length,
      value: item.initial_value ?? item.initial_date ?? item.initial_time,
    });
  }
}

function select(item, common) {
  const option = (one) => h('option', { value: one.value, selected: item.initial_option?.value === one.value }, one.text.text);
  const options = item.options?.map(option)
    ?? item.option_groups.map((group) => h('optgroup', { label: group.label.text }, group.options.map(option)));
  const many = item.type === 'multi_static_select';
  return h('select', { ...common, multiple: many }, many ? null : h('option', { value: '' }, item.placeholder?.text ?? 'Choose…'), options);
}

function people(item, common) {
  return h('select', common, h('option', { value: '' }, item.placeholder?.text ?? 'Choose somebody…'),
    state.people.filter((one) => !one.bot).map((one) => h('option', { value: one.id, selected: item.initial_user === one.id }, one.realName)));
}

function choices(block, item, common) {
  const type = item.type === 'checkboxes' ? 'checkbox' : 'radio';
  const initial = [item.initial_option, ...(item.initial_options ?? [])].map((one) => one?.value);
  return h('div', { ...common, class: 'choices', role: 'group' }, item.options.map((one) => h('label', {},
    h('input', { type, name: `choice-${block.block_id}`, value: one.value, checked: initial.includes(one.value) }), ' ', text(one.text))));
}

/** What a field holds: a text, or a list where several may be chosen. */
export function readField(control) {
  const checked = [...control.querySelectorAll('input:checked')].map((one) => one.value);
  switch (control.dataset.kind) {
    case 'checkboxes': return checked;
    case 'radio_buttons': return checked[0] ?? '';
    case 'external_select': return control.dataset.value ?? '';
    case 'multi_static_select': return [...control.selectedOptions].map((one) => one.value);
    default: return control.value;
  }
}
