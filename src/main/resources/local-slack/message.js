import { blocks, text } from './blocks.js';
import { h, toast } from './dom.js';
import { inspect } from './inspector.js';
import { mrkdwn } from './mrkdwn.js';
import { allIn, control, isRoot, mentionsMe, person, state, threadOf } from './store.js';

const timeOf = (ts) => new Date(Number(ts) * 1000);
export const clock = (ts) => timeOf(ts).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
export const day = (ts) => timeOf(ts).toLocaleDateString([], { weekday: 'long', month: 'long', day: 'numeric' });

/** Does what a person does with a block, once at a time, and tells them when the bot did not answer. It keeps the focus. */
export async function act(target, block, item, more, button) {
  if (button?.hasAttribute('aria-busy')) return;
  button?.setAttribute('aria-busy', 'true');
  const answer = await control('click', {
    user: state.me, ...target, block_id: block.block_id, action_id: item.action_id, ...more,
  });
  button?.removeAttribute('aria-busy');
  report(answer);
}

/** Shows what went wrong, if anything did. */
export function report(answer) {
  if (!answer.ok) toast(answer.problem ?? `⚠️ ${answer.error} ${answer.details?.join(', ') ?? ''}`);
  else if (answer.problem) toast(answer.problem);
}

/** One message with its author, its time and what can be done with it. */
export function message(entry, { openThread, inPane }) {
  const { message: body } = entry;
  const author = person(body.user);
  const replies = inPane || !isRoot(entry) ? [] : allIn(entry.channel).filter((one) => threadOf(one) === entry.ts && one.ts !== entry.ts);
  return h('li', {
    class: ['message', entry.only_for ? 'ephemeral' : '', mentionsMe(entry) ? 'mentions-me' : ''].join(' '),
    'data-key': `${entry.channel}/${entry.ts}`, 'data-ts': entry.ts,
  },
  avatar(author, body.user),
  h('div', { class: 'content' },
    entry.only_for ? h('p', { class: 'only-you' }, 'Only visible to you') : null,
    body.subtype === 'thread_broadcast' && !inPane ? h('p', { class: 'only-you' }, '↳ replied to a thread') : null,
    h('p', { class: 'byline' }, h('strong', {}, author?.realName ?? body.user), author?.bot ? h('span', { class: 'app' }, 'APP') : null,
      h('time', { datetime: timeOf(entry.ts).toISOString(), title: timeOf(entry.ts).toLocaleString() }, clock(entry.ts))),
    h('div', { class: 'body' }, body.blocks
      ? blocks(body.blocks, (block, item, more, button) => act({ channel: entry.channel, ts: entry.ts }, block, item, more, button))
      : h('div', { class: 'text' }, mrkdwn(body.text ?? ''))),
    body.edited ? h('span', { class: 'edited' }, '(edited)') : null,
    replies.length ? h('button', { type: 'button', class: 'replies', onclick: () => openThread(entry) },
      `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`, h('small', {}, ` last at ${clock(replies.at(-1).ts)}`)) : null),
  tools(entry, openThread, inPane));
}

function tools(entry, openThread, inPane) {
  return h('div', { class: 'tools' },
    inPane || entry.only_for ? null : h('button', { type: 'button', class: 'icon', title: 'Reply in thread', 'aria-label': 'Reply in thread', onclick: () => openThread(entry) }, ...labelled('Reply', '↩')),
    entry.only_for ? null : h('button', { type: 'button', class: 'icon', title: 'Start a runbook', 'aria-label': 'Start a runbook from this message', onclick: () => shortcut(entry) }, ...labelled('Runbook', '▶')),
    h('button', { type: 'button', class: 'icon code-icon', title: 'Inspect the JSON', 'aria-label': 'Inspect the JSON', onclick: () => look(entry) }, '{ }'));
}

/** A word where there is room for it, a sign where there is not. */
const labelled = (word, sign) => [h('span', { class: 'word' }, word), h('span', { class: 'sign', 'aria-hidden': 'true' }, sign)];

/** What real Slack has under "More message shortcuts". */
async function shortcut(entry) {
  report(await control('shortcut', { user: state.me, channel: entry.channel, ts: entry.ts, callback_id: 'start_runbook' }));
}

function look(entry) {
  inspect(`Message ${entry.ts}`, entry.message, ({ arguments: sent = {}, answer = {} }) =>
    [sent.ts, answer.ts, answer.message_ts].includes(entry.ts) && [sent.channel, answer.channel].includes(entry.channel));
}

/** The way to a view's JSON. */
export function viewInspector(view) {
  return h('button', { type: 'button', class: 'icon code-icon', title: 'Inspect the JSON', 'aria-label': 'Inspect the JSON of this view',
    onclick: () => inspect(`View ${view.id}`, view, ({ answer = {} }) => answer.view?.id === view.id) }, '{ }');
}

export function avatar(author, id) {
  const initials = (author?.realName ?? id ?? '?').split(' ').map((word) => word[0]).join('').slice(0, 2);
  const kind = author?.bot ? 'bot' : `tone-${(state.people.indexOf(author) + 6) % 6}`;
  return h('span', { class: `avatar ${kind}`, 'aria-hidden': 'true' }, author?.bot ? '☰' : initials);
}

export { text };
