// The texts of the article as fields: where each stands in the document, what it says, and how it is replaced.
// A field is "title", "standfirst", "heading:ID" (lines of plain text) or "text:ID" (the blocks of a section).
import { Fragment, Slice } from "prosemirror-model";
import { readBlocks, writeBlocks } from "./markdown.js";
import { schema } from "./schema.js";

const { nodes } = schema;

/** All fields in order: name, kind, where their content starts and ends, and the nodes that hold it. */
export function fieldsOf(doc) {
  const fields = [];
  doc.forEach((node, offset) => {
    if (node.type !== nodes.section) return fields.push(fieldOf(node.type.name, null, node, offset));
    const { id } = node.attrs;
    const [heading, body] = [node.firstChild, node.lastChild];
    fields.push(fieldOf("heading", id, heading, offset + 1));
    fields.push(fieldOf("text", id, body, offset + 1 + heading.nodeSize));
  });
  return fields;
}

function fieldOf(kind, section, node, offset) {
  const name = section === null ? kind : `${kind}:${section}`;
  return { name, kind, section, from: offset + 1, to: offset + 1 + node.content.size, node };
}

/** The field of that name, or undefined. */
export function fieldNamed(doc, name) {
  return fieldsOf(doc).find((field) => field.name === name);
}

/** The field that holds that position; at a border, the nearest one before. */
export function fieldAt(doc, position) {
  const fields = fieldsOf(doc);
  return fields.find((field) => position >= field.from && position <= field.to) ?? fields.findLast((field) => field.from <= position) ?? fields[0];
}

/** What the field says, as it is stored: plain text for a line, Markdown for the text of a section. */
export function textOf(field) {
  return field.kind === "text" ? writeBlocks(field.node.content.content) : field.node.textContent;
}

/** Replace what a field says by `text`, changing as little as possible, so that carets and undo stay where they are. */
export function replaceText(transaction, name, text) {
  const field = fieldNamed(transaction.doc, name);
  if (!field || textOf(field) === text) return;
  const wanted = field.kind === "text" ? Fragment.fromArray(readBlocks(text)) : lineContent(text);
  const present = field.node.content;
  const start = present.findDiffStart(wanted, field.from);
  if (start === null) return;
  let { a: endPresent, b: endWanted } = present.findDiffEnd(wanted, field.to, field.from + wanted.size);
  const overlap = start - Math.min(endPresent, endWanted);
  if (overlap > 0) {
    endPresent += overlap;
    endWanted += overlap;
  }
  const part = field.node.copy(wanted).slice(start - field.from, endWanted - field.from);
  transaction.replace(start, endPresent, part);
  const after = fieldNamed(transaction.doc, name);
  // Where the smallest change did not fit, the whole field is replaced.
  if (!after.node.content.eq(wanted)) transaction.replace(after.from, after.to, new Slice(wanted, 0, 0));
}

function lineContent(text) {
  return text ? Fragment.from(schema.text(text)) : Fragment.empty;
}

/** A new section with its heading and text. */
export function sectionNode({ id, level }, heading, text) {
  return nodes.section.create({ id }, [
    nodes.heading.create({ id, level }, lineContent(heading)),
    nodes.body.create(null, readBlocks(text)),
  ]);
}

/** The whole article. */
export function documentOf(data) {
  return nodes.doc.create(null, [
    nodes.title.create(null, lineContent(data.fields.title.text)),
    nodes.standfirst.create(null, lineContent(data.fields.standfirst.text)),
    ...data.sections.map((section) => sectionNode(section, ...textsOf(section, data))),
  ]);
}

function textsOf({ id }, data) {
  return [data.fields[`heading:${id}`].text, data.fields[`text:${id}`].text];
}

/** Bring the sections into the order, number and levels that the server has; those that stay keep what they say. */
export function arrangeSections(transaction, data) {
  const present = new Map();
  transaction.doc.forEach((node) => node.type === nodes.section && present.set(node.attrs.id, node));
  const wanted = data.sections.map((section) => {
    const known = present.get(section.id);
    return known ? withLevel(known, section.level) : sectionNode(section, ...textsOf(section, data));
  });
  const opening = transaction.doc.child(0).nodeSize + transaction.doc.child(1).nodeSize;
  const now = [...present.values()];
  let first = 0;
  while (first < now.length && first < wanted.length && now[first].eq(wanted[first])) first += 1;
  let last = 0;
  const most = Math.min(now.length, wanted.length) - first;
  while (last < most && now.at(-1 - last).eq(wanted.at(-1 - last))) last += 1;
  if (first + last === now.length && now.length === wanted.length) return;
  const size = (list) => list.reduce((sum, node) => sum + node.nodeSize, 0);
  const from = opening + size(now.slice(0, first));
  const to = from + size(now.slice(first, now.length - last));
  transaction.replace(from, to, new Slice(Fragment.fromArray(wanted.slice(first, wanted.length - last)), 0, 0));
}

function withLevel(section, level) {
  if (section.firstChild.attrs.level === level) return section;
  const heading = nodes.heading.create({ ...section.firstChild.attrs, level }, section.firstChild.content);
  return section.copy(section.content.replaceChild(0, heading));
}
