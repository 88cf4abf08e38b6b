import { h, link } from './dom.js';
import { element, input } from './elements.js';
import { EMOJI, emoji } from './emoji.js';
import { markdown } from './markdown.js';
import { mrkdwn } from './mrkdwn.js';
import { richText, unknown } from './richtext.js';

/** A text object: marked up, or plain with emoji. */
export function text(object) {
  if (!object) return [];
  if (object.type === 'mrkdwn') return mrkdwn(object.text);
  return [object.text.replace(/:([a-z0-9_+-]+):/g, (all, name) => (name in EMOJI ? emoji(name) : all))];
}

/** Renders blocks. What people do with them goes to `act(block, element, more)`. */
export function blocks(all, act) {
  return all.map((block) => h('div', { class: `block ${block.type}` }, one(block, act)));
}

function one(block, act) {
  switch (block.type) {
    case 'section': return section(block, act);
    case 'header': return h('p', { class: 'header-text', role: 'heading', 'aria-level': '3' }, text(block.text));
    case 'divider': return h('hr');
    case 'context': return block.elements.map(contextElement);
    case 'actions': return block.elements.map((item) => element(block, item, act));
    case 'image': return image(block);
    case 'input': return input(block, act);
    case 'rich_text': return richText(block);
    case 'markdown': return markdown(block.text);
    case 'table': return table(block);
    default: return unknown(block);
  }
}

function section(block, act) {
  return [
    h('div', { class: 'section-main' },
      block.text ? h('div', { class: 'text' }, text(block.text)) : null,
      block.fields ? h('div', { class: 'fields' }, block.fields.map((field) => h('div', { class: 'text' }, text(field)))) : null),
    block.accessory ? h('div', { class: 'accessory' }, element(block, block.accessory, act)) : null,
  ];
}

function contextElement(item) {
  return item.type === 'image' ? image(item) : h('span', { class: 'text' }, text(item));
}

/** Pictures are links: the page loads nothing from elsewhere. */
export function image(item) {
  return link(item.image_url, `Picture: ${item.alt_text}`, { class: 'picture' });
}

function table(block) {
  const [head, ...rows] = block.rows;
  const align = (index) => block.column_settings?.[index]?.align ?? 'left';
  const cell = (tag) => (content, index) => h(tag, { class: `align-${align(index)}`, scope: tag === 'th' ? 'col' : null },
    content.type === 'raw_text' ? content.text : richText(content));
  return h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Table' }, h('table', {},
    h('thead', {}, h('tr', {}, head.map(cell('th')))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map(cell('td')))))));
}
