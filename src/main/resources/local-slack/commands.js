import { h } from './dom.js';
import { state } from './store.js';

/** Offers how a slash command may go on, as its manifest says it: Tab takes the first, a press takes any. */
export function offerCommands(field, list) {
  const draw = () => {
    const found = matching(field.value);
    list.hidden = found.length === 0;
    list.replaceChildren(...found.map((line) => h('button', { type: 'button', onclick: () => take(line) }, line)));
  };
  const take = (line) => {
    field.value = begun(line);
    field.focus();
    draw();
  };
  field.addEventListener('input', draw);
  field.addEventListener('keydown', (event) => {
    const [first] = matching(field.value);
    const goesOn = first && begun(first) !== field.value && begun(first).startsWith(field.value);
    if (event.key === 'Tab' && !event.shiftKey && goesOn) {
      event.preventDefault();
      take(first);
    } else if (event.key === 'Escape') list.hidden = true;
  });
  field.form.addEventListener('submit', () => { list.hidden = true; });
}

/** Every way to write a command that begins with what is typed; none unless it begins with a slash. */
function matching(typed) {
  if (!typed.startsWith('/')) return [];
  return (state.commands ?? []).flatMap(({ command, usage_hint: usage = '' }) => usage.split('|').map((one) => `${command} ${one.trim()}`))
    .filter((line) => line.startsWith(typed));
}

/** The command and its first word: what comes after is for the person to say. */
const begun = (line) => `${line.split(/\s+/).slice(0, 2).join(' ')} `;
