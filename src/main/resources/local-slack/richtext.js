import { h, link } from './dom.js';
import { emoji } from './emoji.js';
import { broadcast, channel, formatDate, group, mention } from './mrkdwn.js';

/** Renders a rich_text block; consecutive list parts become one list, so that numbers go on. */
export function richText(block) {
  return h('div', { class: 'rich' }, block.elements.map(part));
}

function part(element) {
  switch (element.type) {
    case 'rich_text_section': return h('p', {}, element.elements.map(leaf));
    case 'rich_text_quote': return h('blockquote', {}, element.elements.map(leaf));
    case 'rich_text_preformatted': return h('pre', {}, element.elements.map(leaf));
    case 'rich_text_list': return list(element);
    default: return unknown(element);
  }
}

function list(element) {
  const items = element.elements.map((item) => h('li', {}, item.elements.map(leaf)));
  const props = { class: `indent-${Math.min(element.indent ?? 0, 4)}` };
  if (element.style !== 'ordered') return h('ul', props, items);
  return h('ol', { ...props, start: (element.offset ?? 0) + 1 }, items);
}

function leaf(element) {
  switch (element.type) {
    case 'text': return styled(element.text, element.style);
    case 'link': return styled(link(element.url, element.text ?? element.url), element.style);
    case 'user': return mention(element.user_id);
    case 'usergroup': return group(element.usergroup_id);
    case 'channel': return channel(element.channel_id);
    case 'broadcast': return broadcast(element.range);
    case 'emoji': return emoji(element.name);
    case 'date': return h('time', {}, formatDate(element.timestamp, element.format) ?? element.fallback);
    default: return unknown(element);
  }
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' };

function styled(node, style = {}) {
  return Object.entries(TAGS).reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), node);
}

export const unknown = (element) => h('p', { class: 'unknown' }, `(not shown here: ${element.type})`);
