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
    if (node.type !== nodes.section) return fields.push(line(node.type.name, node, offset));
    const { id } = node.attrs;
    const heading = node.firstChild;
    fields.push(line(`heading:${id}`, heading, offset + 1));
    const from = offset + 1 + heading.nodeSize;
    fields.push({ name: `text:${id}`, kind: "text", section: id, from, to: offset + node.nodeSize - 1, node });
  });
  return fields;
}

function line(name, node, offset) {
  const section = name.startsWith("heading:") ? name.slice(8) : null;
  return { name, kind: name.split(":")[0], section, from: offset + 1, to: offset + 1 + node.content.size, node };
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
  return field.kind === "text" ? writeBlocks(field.node.content.content.slice(1)) : field.node.textContent;
}

/** Whether the two nodes of a field hold the very same content. */
export function sameContent(field, before) {
  if (field.node === before.node) return true;
  if (field.kind !== "text") return field.node.content.eq(before.node.content);
  if (field.node.childCount !== before.node.childCount) return false;
  for (let index = 1; index < field.node.childCount; index += 1) {
    if (field.node.child(index) !== before.node.child(index)) return false;
  }
  return true;
}

/** Replace what a field says by `text`, changing as little as possible, so that carets and undo stay where they are. */
export function replaceText(transaction, name, text) {
  const field = fieldNamed(transaction.doc, name);
  if (!field || textOf(field) === text) return;
  const wanted = field.kind === "text" ? Fragment.fromArray(readBlocks(text)) : lineContent(text);
  const present = field.kind === "text" ? withoutHeading(field.node) : field.node.content;
  const start = present.findDiffStart(wanted, field.from);
  if (start === null) return;
  let { a: endPresent, b: endWanted } = present.findDiffEnd(wanted, field.from + present.size, field.from + wanted.size);
  const overlap = start - Math.min(endPresent, endWanted);
  if (overlap > 0) {
    endPresent += overlap;
    endWanted += overlap;
  }
  const shift = field.kind === "text" ? field.node.firstChild.nodeSize - field.from : -field.from;
  const whole = field.kind === "text" ? field.node.copy(Fragment.from(field.node.firstChild).append(wanted)) : field.node.copy(wanted);
  const before = transaction.doc;
  const steps = transaction.steps.length;
  transaction.replace(start, endPresent, whole.slice(start + shift, endWanted + shift));
  const after = fieldNamed(transaction.doc, name);
  const got = field.kind === "text" ? withoutHeading(after.node) : after.node.content;
  if (!got.eq(wanted)) {
    // The smallest change did not fit: replace the whole field as it is now.
    if (transaction.steps.length > steps || transaction.doc !== before) {
      transaction.replace(after.from, after.to, new Slice(wanted, 0, 0));
    } else transaction.replace(field.from, field.to, new Slice(wanted, 0, 0));
  }
}

function withoutHeading(section) {
  return Fragment.fromArray(section.content.content.slice(1));
}

function lineContent(text) {
  return text ? Fragment.from(schema.text(text)) : Fragment.empty;
}

/** A new section with its heading and text. */
export function sectionNode({ id, level }, heading, text) {
  return nodes.section.create({ id }, [nodes.heading.create({ id, level }, lineContent(heading)), ...readBlocks(text)]);
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
