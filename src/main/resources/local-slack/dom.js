/** Makes an element. Texts are always texts, never markup. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'value') element.value = value;
    else if (name === 'checked') element.checked = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Remembers what has the focus. Returns how to give it back, also when it was drawn anew meanwhile. */
export function keepFocus() {
  const before = document.activeElement;
  const { action } = before?.dataset ?? {};
  const key = before?.closest('[data-key]')?.dataset.key;
  return () => {
    const place = key ? document.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
    const again = before?.isConnected ? before : place?.querySelector(`[data-action="${CSS.escape(action ?? '')}"]`) ?? place?.querySelector('button');
    again?.focus();
  };
}

/** A link to elsewhere, or plain text if the address is not one that a message may link to. */
export function link(url, text, props = {}) {
  return /^(https?:|mailto:)/i.test(url)
    ? h('a', { href: url, target: '_blank', rel: 'noreferrer noopener', ...props }, text)
    : h('span', {}, `${text} (${url})`);
}

/** Says something to the person, for a while. */
export function toast(text) {
  const note = h('div', { class: 'toast' }, text,
    h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss', onclick: () => note.remove() }, '✕'));
  byId('toasts').append(note);
  setTimeout(() => note.remove(), 9000);
}

/** Opens a dialog; Esc and the close button end it, and the focus goes back to where it was. */
export function dialog(title, body, { label = 'Close', kind = '', onclose = () => {} } = {}) {
  const giveBack = keepFocus();
  const box = h('dialog', { class: `dialog ${kind}`, 'aria-label': title },
    h('div', { class: 'dialog-head' }, h('h2', {}, title),
      h('button', { type: 'button', class: 'icon', 'aria-label': label, onclick: () => box.close() }, '✕')),
    body);
  box.addEventListener('close', () => {
    box.remove();
    onclose();
    giveBack();
  });
  document.body.append(box);
  box.showModal();
  return box;
}
