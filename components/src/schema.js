// What an article may be made of. Title, standfirst and headings are lines of plain text; a section is its heading and
// its body of blocks. Everything that a section's Markdown may hold and that has no node here is shown as it is written.
import { Schema } from "prosemirror-model";

const line = (tag, attributes = {}) => ({
  content: "text*",
  marks: "",
  isolating: true,
  defining: true,
  toDOM: () => [tag, attributes, 0],
});

export const schema = new Schema({
  nodes: {
    doc: { content: "title standfirst section*" },
    title: line("h1", { class: "title" }),
    standfirst: line("p", { class: "standfirst" }),
    section: {
      content: "heading body",
      attrs: { id: { default: "" } },
      isolating: true,
      defining: true,
      selectable: false,
      toDOM: () => ["section", 0],
    },
    body: { content: "block+", isolating: true, defining: true, selectable: false, toDOM: () => ["div", 0] },
    heading: { ...line(""), attrs: { id: { default: "" }, level: { default: 2 } }, toDOM: (node) => [`h${node.attrs.level}`, 0] },
    paragraph: { group: "block", content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    blockquote: {
      group: "block",
      content: "block+",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    bullet_list: {
      group: "block",
      content: "list_item+",
      attrs: { tight: { default: true } },
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    ordered_list: {
      group: "block",
      content: "list_item+",
      attrs: { start: { default: 1 }, tight: { default: true } },
      parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: dom.start || 1 }) }],
      toDOM: (node) => ["ol", { start: node.attrs.start }, 0],
    },
    list_item: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    verbatim: {
      group: "block",
      content: "text*",
      marks: "",
      code: true,
      defining: true,
      parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
      toDOM: () => ["pre", { class: "verbatim" }, 0],
    },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      leafText: () => " ",
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    text: { group: "inline" },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (dom) => safeLink(dom.getAttribute("href")) }],
      toDOM: (mark) => ["a", { ...mark.attrs, rel: "noopener noreferrer" }, 0],
    },
    strong: {
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
      ],
      toDOM: () => ["strong", 0],
    },
    em: {
      parseDOM: [{ tag: "i" }, { tag: "em" }, { style: "font-style=italic" }],
      toDOM: () => ["em", 0],
    },
    strike: {
      parseDOM: [{ tag: "s" }, { tag: "del" }, { style: "text-decoration=line-through" }],
      toDOM: () => ["s", 0],
    },
    code: { code: true, parseDOM: [{ tag: "code" }], toDOM: () => ["code", 0] },
    raw: { code: true, inclusive: false, toDOM: () => ["span", { class: "raw" }, 0] },
  },
});

/** The attributes of a link that may be kept, or false for any other kind of address. */
export function safeLink(address) {
  const href = (address || "").trim();
  return /^(https?:\/\/|mailto:)/i.test(href) && !/\s/.test(href) ? { href, title: null } : false;
}
