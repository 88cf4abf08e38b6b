/** What the page knows: the workspace as last heard of, and what this reader looks at. */
export const state = {
  epoch: '', revision: 0, people: [], groups: [], channels: [], views: [], alerts: [], commands: [],
  messages: new Map(), me: remembered('me', 'U01ANA'), channel: remembered('channel', 'C01ORDERS'), thread: null,
};

function remembered(name, otherwise) {
  return localStorage.getItem(`local-slack.${name}`) ?? otherwise;
}

export function remember(name, value) {
  localStorage.setItem(`local-slack.${name}`, value);
  state[name] = value;
}

/** Asks the control API. An answer that cannot be had is an answer too. */
export async function control(verb, args = {}) {
  try {
    const response = await fetch(`control/${verb}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(args),
    });
    return await response.json();
  } catch {
    return { ok: false, problem: '⚠️ the local Slack does not answer: try again' };
  }
}

/** Takes in what changed. Returns the new messages, or null if nothing changed at all. */
export async function refresh() {
  const response = await fetch(`control/state?since=${state.revision}&epoch=${state.epoch}`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const news = await response.json();
  if (news.unchanged) return null;
  const first = state.epoch === '';
  if (news.epoch !== state.epoch || !news.partial) state.messages.clear();
  for (const part of ['epoch', 'revision', 'people', 'groups', 'channels', 'views', 'alerts', 'commands']) state[part] = news[part];
  const added = [];
  for (const entry of news.messages) {
    const key = keyOf(entry);
    if (entry.deleted) {
      state.messages.delete(key);
    } else {
      if (!state.messages.has(key) && !first) added.push(entry);
      state.messages.set(key, entry);
    }
  }
  return added;
}

export const keyOf = (entry) => `${entry.channel}/${entry.ts}`;
export const person = (id) => state.people.find((one) => one.id === id);
export const me = () => person(state.me);
export const threadOf = (entry) => entry.message.thread_ts;
export const isRoot = (entry) => (threadOf(entry) ?? entry.ts) === entry.ts;
const visible = (entry) => !entry.only_for || entry.only_for === state.me;
const byTime = (a, b) => (a.ts < b.ts ? -1 : 1);

/** What this reader can see in a channel, oldest first, threads included. */
export function allIn(channel) {
  return [...state.messages.values()].filter((entry) => entry.channel === channel && visible(entry)).sort(byTime);
}

export function inChannel(channel) {
  return allIn(channel).filter((entry) => isRoot(entry) || entry.message.subtype === 'thread_broadcast');
}

export function inThread(channel, ts) {
  return allIn(channel).filter((entry) => entry.ts === ts || threadOf(entry) === ts);
}

/** The channels that this reader sees: all of them, and the own conversation with the bot. */
export function myChannels() {
  return state.channels.filter((channel) => !channel.user || channel.user === state.me);
}

export function titleOf(channel) {
  return channel.user ? 'Handrail' : `# ${channel.name}`;
}

export function mentionsMe(entry) {
  const { users = [], groups = [], broadcasts = [] } = entry.mentions ?? {};
  const mine = state.groups.filter((group) => group.members.includes(state.me)).map((group) => group.id);
  return users.includes(state.me) || broadcasts.length > 0 || groups.some((id) => mine.includes(id));
}

const readKey = (channel) => `local-slack.read.${state.epoch}.${state.me}.${channel}`;

export function markRead(channel) {
  const last = allIn(channel).at(-1);
  if (last) localStorage.setItem(readKey(channel), last.ts);
}

/** What this reader has not seen yet in a channel. */
export function unread(channel) {
  const seen = localStorage.getItem(readKey(channel)) ?? '';
  return allIn(channel).filter((entry) => entry.ts > seen && entry.message.user !== state.me);
}
