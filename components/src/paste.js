// What comes in from elsewhere: cleaned to what an article may hold. Nothing is loaded, no style and no script survives.
import { DOMParser as Reader, Fragment, Slice } from "prosemirror-model";
import { schema } from "./schema.js";

const GONE = "script, style, meta, link, title, xml, template, iframe, object, embed, svg, noscript, form, button, input, select, textarea";
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const BULLET = /^[\s\u00a0]*([·•▪◦§o\-–]|[a-z\d]{1,3}[.)])[\s\u00a0]+/i;

/** HTML of the clipboard as HTML that holds nothing but paragraphs, lists, quotations, emphasis and links. */
export function cleanHtml(html) {
  const page = new DOMParser().parseFromString(html.replace(/<!--\[if[^\]]*\]>|<!\[endif\]-->/g, ""), "text/html");
  page.querySelectorAll(GONE).forEach((node) => node.remove());
  removeComments(page.body);
  page.querySelectorAll("[data-pm-slice]").forEach((node) => node.removeAttribute("data-pm-slice"));
  wordLists(page);
  page.querySelectorAll("*").forEach((node) => {
    if (node.tagName.includes(":") || /^(img|picture|video|audio|canvas)$/i.test(node.tagName)) node.replaceWith(...node.childNodes);
  });
  // The wrapper of Google Docs says bold and means nothing.
  page.querySelectorAll("b[id^=docs-internal]").forEach((node) => node.replaceWith(...node.childNodes));
  page.querySelectorAll(HEADINGS).forEach((node) => {
    const strong = page.createElement("strong");
    strong.append(...node.childNodes);
    const paragraph = page.createElement("p");
    paragraph.append(strong);
    node.replaceWith(paragraph);
  });
  page.querySelectorAll("tr").forEach((row) => {
    const paragraph = page.createElement("p");
    paragraph.textContent = [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(" | ");
    row.closest("table").before(paragraph);
  });
  page.querySelectorAll("table").forEach((table) => table.remove());
  return page.body.innerHTML;
}

/** What is pasted into a line: its words on one line. */
export function oneLine(slice) {
  return slice.content.textBetween(0, slice.content.size, " ", " ").replace(/[ \t\r\n]+/g, " ");
}

/** The slice with blocks only: a copy of the article itself brings titles and sections along. */
export function blocksOnly(slice) {
  let framed = false;
  slice.content.descendants((node) => {
    framed ||= ["title", "standfirst", "heading", "section", "body"].includes(node.type.name);
    return !framed;
  });
  if (!framed) return slice;
  const blocks = [];
  const take = (fragment) =>
    fragment.forEach((node) => {
      if (node.type.name === "section" || node.type.name === "body") take(node.content);
      else if (node.type.name === "heading" || node.type.name === "title") {
        const strong = node.content.content.map((text) => text.mark([schema.marks.strong.create()]));
        if (strong.length) blocks.push(schema.nodes.paragraph.create(null, strong));
      } else if (node.type.name === "standfirst") blocks.push(schema.nodes.paragraph.create(null, node.content));
      else blocks.push(node);
    });
  take(slice.content);
  return new Slice(Fragment.fromArray(blocks), blocks.length ? 1 : 0, blocks.length ? 1 : 0);
}

/** The reader of cleaned HTML. */
export const clipboardReader = Reader.fromSchema(schema);

function removeComments(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.remove());
}

// Word writes a list as paragraphs of a class, each with its bullet as text.
function wordLists(page) {
  let list = null;
  page.querySelectorAll("p").forEach((paragraph) => {
    const isItem = /MsoListParagraph/i.test(paragraph.className) || /mso-list:\s*l\d/i.test(paragraph.getAttribute("style") || "");
    if (!isItem) return;
    const sign = paragraph.textContent.match(BULLET);
    const tag = sign && /^[\s\u00a0]*[a-z\d]{1,3}[.)]/i.test(sign[0]) ? "ol" : "ul";
    if (!list || list.tagName.toLowerCase() !== tag || list.nextElementSibling !== paragraph) {
      list = page.createElement(tag);
      paragraph.before(list);
    }
    if (sign) removeStart(paragraph, sign[0].length);
    const item = page.createElement("li");
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  });
}

function removeStart(paragraph, length) {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = length;
  while (left > 0 && walker.nextNode()) {
    const cut = Math.min(left, walker.currentNode.data.length);
    walker.currentNode.data = walker.currentNode.data.slice(cut);
    left -= cut;
  }
}
