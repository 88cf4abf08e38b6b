import { h, link } from './dom.js';
import { EMOJI, emoji } from './emoji.js';
import { person, state } from './store.js';

const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Mentions, links and dates stand between angle brackets; the rest is marked by what surrounds it. */
const INLINE = new RegExp([
  '`(?<code>[^`\\n]+)`', '<(?<angle>[^<>\\n]+)>',
  '(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])',
  '(?<!\\w)_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?!\\w)',
  '(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])',
  ':(?<emoji>[a-z0-9_+-]+):',
].join('|'));

/** Renders Slack's markup. What it does not know it shows as it is written. */
export function mrkdwn(text) {
  const parts = text.split('```');
  const nodes = [];
  parts.forEach((part, index) => {
    const isCode = index % 2 === 1 && index < parts.length - 1;
    if (isCode) nodes.push(h('pre', {}, plain(part.replace(/^\n|\n$/g, ''))));
    else nodes.push(...lines(index % 2 === 1 ? '```' + part : part));
  });
  return nodes;
}

function lines(text) {
  const nodes = [];
  let quote = null;
  const all = text.split('\n');
  all.forEach((line, index) => {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quoted) {
      if (!quote) nodes.push(quote = h('blockquote'));
      else quote.append(h('br'));
      quote.append(...inline(quoted[1]));
    } else {
      if (index > 0 && !quote) nodes.push(h('br'));
      quote = null;
      nodes.push(...inline(line));
    }
  });
  return nodes;
}

function inline(text) {
  const nodes = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index > 0) nodes.push(plain(rest.slice(0, found.index)));
    nodes.push(one(found));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) nodes.push(plain(rest));
  return nodes;
}

function one({ 0: all, groups }) {
  if (groups.code) return h('code', {}, plain(groups.code));
  if (groups.angle) return angle(groups.angle) ?? all;
  if (groups.bold) return h('strong', {}, ...inline(groups.bold));
  if (groups.italic) return h('em', {}, ...inline(groups.italic));
  if (groups.strike) return h('s', {}, ...inline(groups.strike));
  return groups.emoji in EMOJI ? emoji(groups.emoji) : all;
}

function angle(inner) {
  const [head, ...label] = inner.split('|');
  const text = label.length ? plain(label.join('|')) : undefined;
  if (head.startsWith('@')) return mention(head.slice(1));
  if (head.startsWith('#')) return channel(head.slice(1));
  if (head.startsWith('!subteam^')) return group(head.slice('!subteam^'.length));
  if (head.startsWith('!date^')) return date(head.slice('!date^'.length), text);
  if (['!channel', '!here', '!everyone'].includes(head)) return broadcast(head.slice(1));
  return /^(https?|mailto):/i.test(head) ? link(plain(head), text ?? plain(head)) : undefined;
}

export function mention(id) {
  const name = person(id)?.realName ?? id;
  return h('span', { class: id === state.me ? 'mention mine' : 'mention' }, `@${name}`);
}

export function channel(id) {
  const name = state.channels.find((one) => one.id === id)?.name ?? id;
  return h('span', { class: 'mention' }, `#${name}`);
}

export function group(id) {
  const found = state.groups.find((one) => one.id === id);
  const mine = found?.members.includes(state.me);
  return h('span', { class: mine ? 'mention mine' : 'mention' }, `@${found?.handle ?? id}`);
}

export const broadcast = (range) => h('span', { class: 'mention mine' }, `@${range}`);

function date(head, fallback) {
  const [seconds, format = '{date_short_pretty} {time}', url] = head.split('^');
  const shown = formatDate(Number(seconds), format) ?? fallback ?? '';
  return url ? link(url, shown) : h('time', { title: fallback }, shown);
}

/** A moment in the reader's own zone. */
export function formatDate(seconds, format) {
  const when = new Date(seconds * 1000);
  if (Number.isNaN(when.getTime())) return undefined;
  const day = (options) => when.toLocaleDateString([], options);
  const pretty = (options) => near(when) ?? day(options);
  const tokens = {
    date_num: () => when.toISOString().slice(0, 10),
    date: () => day({ month: 'long', day: 'numeric', year: 'numeric' }),
    date_short: () => day({ month: 'short', day: 'numeric', year: 'numeric' }),
    date_long: () => day({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }),
    date_pretty: () => pretty({ month: 'long', day: 'numeric', year: 'numeric' }),
    date_short_pretty: () => pretty({ month: 'short', day: 'numeric', year: 'numeric' }),
    date_long_pretty: () => pretty({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }),
    time: () => when.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
    time_secs: () => when.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    ago: () => `${Math.max(0, Math.round((Date.now() - when) / 60000))} min ago`,
  };
  return format.replace(/\{(\w+)\}/g, (all, name) => tokens[name]?.() ?? all);
}

function near(when) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(when).setHours(0, 0, 0, 0)) / 86400000);
  return { 0: 'today', 1: 'yesterday', '-1': 'tomorrow' }[days];
}
