import { text } from './blocks.js';
import { h } from './dom.js';

const PAUSE = 150;
let lists = 0;

/**
 * A menu that the app fills: `ask(words)` is asked at each pause in typing, and what it answers can be chosen with the keys or by a
 * press. What was typed and not chosen is no answer, and goes when the field is left.
 */
export function search(props, ask, changed) {
  const id = `options-${++lists}`;
  const list = h('ul', { id, class: 'options', role: 'listbox', hidden: true });
  const note = h('p', { class: 'hint', role: 'status' });
  const box = h('input', {
    ...props, onchange: null, type: 'text', role: 'combobox', autocomplete: 'off',
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
  });
  const chosen = { value: '', label: '' };
  let turn = 0;
  let timer;

  const items = () => [...list.children];
  const at = () => items().findIndex((one) => one.getAttribute('aria-selected') === 'true');
  const open = (yes) => {
    list.hidden = !yes;
    box.setAttribute('aria-expanded', String(yes));
    if (!yes) box.removeAttribute('aria-activedescendant');
  };
  const mark = (index) => items().forEach((one, place) => {
    one.setAttribute('aria-selected', String(place === index));
    if (place !== index) return;
    box.setAttribute('aria-activedescendant', one.id);
    one.scrollIntoView({ block: 'nearest' });
  });
  const choose = (value, label) => {
    Object.assign(chosen, { value, label });
    box.dataset.value = value;
    box.value = label;
    note.textContent = '';
    open(false);
    changed(value, box);
  };
  const askNow = async () => {
    const mine = ++turn;
    note.textContent = 'Asking the app…';
    const answer = await ask(box.value.trim());
    if (mine !== turn || !box.isConnected) return;
    const options = answer.options ?? [];
    note.textContent = answer.problem ?? (answer.ok === false ? `⚠️ ${answer.error}` : options.length ? '' : 'No results');
    list.replaceChildren(...options.map((option, index) => h('li', {
      id: `${id}-${index}`, role: 'option', 'aria-selected': 'false', 'data-value': option.value,
      onmousedown: (event) => { event.preventDefault(); choose(option.value, option.text.text); },
    }, text(option.text))));
    open(options.length > 0 && document.activeElement === box);
    mark(0);
  };
  const askSoon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(askNow, wait);
  };

  box.addEventListener('focus', () => { if (!chosen.value) askSoon(0); });
  box.addEventListener('click', () => { if (list.hidden) askSoon(0); });
  box.addEventListener('input', () => {
    Object.assign(chosen, { value: '', label: '' });
    box.dataset.value = '';
    askSoon(PAUSE);
  });
  box.addEventListener('blur', () => {
    clearTimeout(timer);
    turn++;
    box.value = chosen.label;
    note.textContent = '';
    open(false);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && list.hidden) askSoon(0);
    if (list.hidden) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const marked = items()[at()];
    if (move) mark((at() + move + items().length) % items().length);
    else if (event.key === 'Enter' && marked) choose(marked.dataset.value, marked.textContent);
    else if (event.key === 'Escape') open(false);
    else return;
    event.preventDefault();
  });
  return h('div', { class: 'search' }, box, list, note);
}
