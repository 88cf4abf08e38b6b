import { h, link } from './dom.js';

const INLINE = /`(?<code>[^`\n]+)`|\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\n]+)\*|~~(?<strike>[^~\n]+)~~|\[(?<label>[^\]\n]+)\]\((?<url>[^)\s]+)\)/;

/** Renders a markdown block, as far as runbooks need it: headings, lists, code, emphasis and links. */
export function markdown(text) {
  const box = h('div', { class: 'rich' });
  text.split('```').forEach((part, index) => {
    if (index % 2 === 1) box.append(h('pre', {}, part.replace(/^\w*\n/, '')));
    else lines(part, box);
  });
  return box;
}

function lines(text, box) {
  let list = null;
  for (const line of text.split('\n')) {
    const item = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/.exec(line);
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (item) {
      const tag = item[1] ? 'ol' : 'ul';
      if (list?.localName !== tag) box.append(list = h(tag));
      list.append(h('li', {}, inline(item[2])));
    } else {
      list = null;
      if (heading) box.append(h('p', { class: 'heading' }, inline(heading[2])));
      else if (line.trim()) box.append(h('p', {}, inline(line)));
    }
  }
}

function inline(text) {
  const nodes = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    nodes.push(rest.slice(0, found.index), one(found.groups));
    rest = rest.slice(found.index + found[0].length);
  }
  nodes.push(rest);
  return nodes;
}

function one({ code, bold, italic, strike, label, url }) {
  if (code) return h('code', {}, code);
  if (bold) return h('strong', {}, inline(bold));
  if (italic) return h('em', {}, inline(italic));
  if (strike) return h('s', {}, inline(strike));
  return link(url, label);
}
