// Markdown to blocks and back. What a person does not touch goes back exactly as it came: each top-level block
// remembers how it was written, and nodes of ProseMirror never change, so the memory is right for as long as they live.
import MarkdownIt from "markdown-it";
import { Fragment } from "prosemirror-model";
import { schema } from "./schema.js";

const { nodes, marks } = schema;
const reader = new MarkdownIt("commonmark", { html: true }).enable(["strikethrough", "table"]);
const WRITTEN = new WeakMap();
const KNOWN = new Set(
  ["paragraph", "blockquote", "bullet_list", "ordered_list", "list_item"].flatMap((name) => [
    `${name}_open`,
    `${name}_close`,
  ]),
);
const MARK_OF = { strong: marks.strong, em: marks.em, s: marks.strike };
const ORDER = ["link", "strong", "em", "strike", "code", "raw"];

/** The blocks of a section's Markdown; at least one, empty when there is no text. */
export function readBlocks(markdown) {
  const lines = markdown.split(/\r\n|\r|\n/);
  const blocks = [];
  let covered = 0;
  const verbatim = (from, to) => {
    const text = trimLines(lines.slice(from, to));
    if (text.trim()) blocks.push(remember(nodes.verbatim.create(null, schema.text(text)), text));
  };
  for (const group of topLevel(reader.parse(markdown, {}))) {
    const [from, to] = group[0].map;
    verbatim(covered, from); // definitions of links have no token
    covered = Math.max(covered, to);
    if (group.every((token) => KNOWN.has(token.type) || token.type === "inline")) {
      blocks.push(remember(build(group), trimLines(lines.slice(from, to))));
    } else verbatim(from, to);
  }
  verbatim(covered, lines.length);
  return blocks.length ? blocks : [nodes.paragraph.create()];
}

/** The Markdown of the blocks. Empty paragraphs are left out: Markdown has none. */
export function writeBlocks(blocks, between = "\n\n") {
  const parts = [];
  let before = null;
  blocks.forEach((block) => {
    if (block.type === nodes.paragraph && !inlineText(block).trim()) return;
    let text = WRITTEN.get(block) ?? writeBlock(block);
    // Two lists side by side would be read as one.
    if (before && before.type === block.type && isList(block)) text = writeBlock(block, otherMarker(before, parts.at(-1)));
    parts.push(text);
    before = block;
  });
  return parts.join(between);
}

function topLevel(tokens) {
  const groups = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0 && token.nesting >= 0) groups.push([]);
    groups.at(-1).push(token);
    depth += token.nesting;
  }
  return groups;
}

function remember(node, text) {
  WRITTEN.set(node, text);
  return node;
}

function trimLines(lines) {
  let first = 0;
  let last = lines.length;
  while (first < last && !lines[first].trim()) first += 1;
  while (last > first && !lines[last - 1].trim()) last -= 1;
  return lines.slice(first, last).join("\n").replace(/[ \t]+$/, "");
}

function build(tokens) {
  const stack = [{ type: null, content: [] }];
  for (const token of tokens) {
    if (token.type === "inline") stack.at(-1).content.push(...buildInline(token.children));
    else if (token.nesting > 0) stack.push({ type: token.type.replace(/_open$/, ""), token, content: [] });
    else if (token.nesting < 0) {
      const { type, token: opening, content } = stack.pop();
      stack.at(-1).content.push(create(type, opening, content, tokens));
    }
  }
  return stack[0].content[0];
}

function create(type, opening, content, tokens) {
  if (type === "paragraph") return nodes.paragraph.create(null, Fragment.fromArray(content));
  if (type === "list_item") {
    return nodes.list_item.create(null, content[0]?.type === nodes.paragraph ? content : [nodes.paragraph.create(), ...content]);
  }
  if (type === "blockquote") return nodes.blockquote.create(null, content.length ? content : [nodes.paragraph.create()]);
  const tight = !tokens.some((token) => token.type === "paragraph_open" && token.level === opening.level + 2 && !token.hidden);
  if (type === "bullet_list") return nodes.bullet_list.create({ tight }, content);
  return nodes.ordered_list.create({ tight, start: Number(opening.attrGet("start") ?? 1) }, content);
}

function buildInline(tokens) {
  const content = [];
  let active = [];
  const add = (text, ...more) => {
    if (text) content.push(schema.text(text, more.reduce((set, mark) => mark.addToSet(set), active)));
  };
  for (const token of tokens) {
    const [, name, side] = token.type.match(/^(.*)_(open|close)$/) || [];
    if (side === "open") {
      const mark = name === "link" ? linkMark(token) : MARK_OF[name].create();
      active = mark.addToSet(active);
    } else if (side === "close") {
      active = (name === "link" ? marks.link : MARK_OF[name]).removeFromSet(active);
    } else if (token.type === "softbreak") add(" ");
    else if (token.type === "hardbreak") content.push(nodes.hard_break.create(null, null, active));
    else if (token.type === "code_inline") add(token.content, marks.code.create());
    else if (token.type === "html_inline") add(token.content, marks.raw.create());
    else if (token.type === "image") add(`![${token.content}](${token.attrGet("src")})`, marks.raw.create());
    else add(token.content);
  }
  return Fragment.fromArray(content).content;
}

function linkMark(token) {
  return marks.link.create({ href: token.attrGet("href"), title: token.attrGet("title") });
}

function isList(node) {
  return node.type === nodes.bullet_list || node.type === nodes.ordered_list;
}

function otherMarker(list, written) {
  if (list.type === nodes.bullet_list) return written.startsWith("-") ? "*" : "-";
  return /^\d+\./.test(written) ? ")" : ".";
}

function writeBlock(node, marker) {
  if (node.type === nodes.verbatim) return node.textContent;
  if (node.type === nodes.blockquote) {
    return writeBlocks(node.content.content).replace(/^/gm, "> ").replace(/^> $/gm, ">");
  }
  if (isList(node)) return writeList(node, marker);
  return writeInline(node);
}

function writeList(list, marker) {
  const items = [];
  list.forEach((item, _, index) => {
    const sign =
      list.type === nodes.bullet_list ? `${marker || "-"} ` : `${list.attrs.start + index}${marker || "."} `;
    const text = writeBlocks(item.content.content, list.attrs.tight ? "\n" : "\n\n");
    items.push(sign + text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(sign.length)}`));
  });
  return items.map((item) => item.trimEnd()).join(list.attrs.tight ? "\n" : "\n\n");
}

function inlineText(node) {
  return node.textBetween(0, node.content.size, "", " ");
}

function writeInline(node) {
  const runs = outsideSpaces(inlineRuns(node));
  const linkLike = /\][([:]/.test(inlineText(node));
  let written = "";
  let open = [];
  for (const run of runs) {
    const shared = open.findIndex((mark, index) => !run.marks[index] || !mark.eq(run.marks[index]));
    const kept = shared < 0 ? open.length : shared;
    for (const mark of open.slice(kept).reverse()) written += closing(mark);
    for (const mark of run.marks.slice(kept)) written += opening(mark);
    open = run.marks;
    const exact = open.find((mark) => mark.type === marks.code || mark.type === marks.raw);
    written += run.hardBreak ? "\\\n" : exact ? exactText(run.text, exact) : escapeText(run.text, linkLike);
  }
  for (const mark of [...open].reverse()) written += closing(mark);
  return written.split("\n").map(escapeLineStart).join("\n").replace(/(\\\n)+$/, "").replace(/[ \t]+$/, "");
}

function inlineRuns(node) {
  const runs = [];
  node.forEach((child) => {
    const sorted = [...child.marks].sort((a, b) => ORDER.indexOf(a.type.name) - ORDER.indexOf(b.type.name));
    runs.push({ text: child.text || "", marks: sorted, hardBreak: child.type === nodes.hard_break });
  });
  return runs;
}

// Spaces at the ends of emphasis go outside it: `** bold**` is no emphasis.
function outsideSpaces(runs) {
  return runs.flatMap((run, index) => {
    if (run.hardBreak || !run.marks.length) return [run];
    const within = (other) => run.marks.filter((mark) => !other || mark.isInSet(other.marks));
    const [, before, middle, after] = run.text.match(/^(\s*)([^]*?)(\s*)$/);
    const neighbour = (other) => (other ? within(other) : []);
    if (!middle) return [{ ...run, marks: neighbour(runs[index - 1]).filter((mark) => neighbour(runs[index + 1]).includes(mark)) }];
    return [
      { text: before, marks: neighbour(runs[index - 1]) },
      { text: middle, marks: run.marks },
      { text: after, marks: neighbour(runs[index + 1]) },
    ].filter((part) => part.text);
  });
}

function opening(mark) {
  if (mark.type === marks.link) return "[";
  return { strong: "**", em: "*", strike: "~~" }[mark.type.name] || "";
}

function closing(mark) {
  if (mark.type !== marks.link) return opening(mark);
  const { href, title } = mark.attrs;
  const address = /[\s()<>]/.test(href) ? `<${href.replace(/[<>]/g, encodeURIComponent)}>` : href;
  return `](${address}${title ? ` "${title.replace(/["\\]/g, "\\$&")}"` : ""})`;
}

function exactText(text, mark) {
  if (mark.type === marks.raw) return text;
  const longest = Math.max(0, ...(text.match(/`+/g) || []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

function escapeText(text, linkLike) {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[`*]|~~|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)/g, "\\$&")
    .replace(/_/g, (mark, place) => (/\w/.test(text[place - 1] || "") && /\w/.test(text[place + 1] || "") ? mark : `\\${mark}`))
    .replace(/[[\]]/g, linkLike ? "\\$&" : "$&");
}

function escapeLineStart(line) {
  return line
    .replace(/^[ \t]+/, "")
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-+\s*$)/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
