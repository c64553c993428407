// Marks in the text: drawn over it, never in it. They move with the text while it is edited, and are placed again by
// their words whenever the server tells them anew.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { fieldsOf } from "./fields.js";

const KEY = new PluginKey("marks");

/** The plugin that draws the marks; `meta` of a transaction under `marksOf.key` is the new list of them. */
export function markDrawer() {
  return new Plugin({
    key: KEY,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, drawn) {
        const marks = transaction.getMeta(KEY);
        return marks ? draw(transaction.doc, marks) : drawn.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => KEY.getState(state) },
  });
}

/** The transaction that draws these marks. */
export function withMarks(transaction, marks) {
  return transaction.setMeta(KEY, marks);
}

/** The marks at a position, the shortest first. */
export function marksAt(state, position) {
  const found = KEY.getState(state).find(position, position);
  return found.sort((one, other) => one.to - one.from - (other.to - other.from));
}

/** The nearest mark after the position, or before it; round the end when there is none. */
export function nextMark(state, position, forward) {
  const all = KEY.getState(state).find(undefined, undefined, ({ mark }) => mark.kind !== "sentence").sort((one, other) => one.from - other.from);
  if (!all.length) return null;
  if (forward) return all.find((mark) => mark.from > position) ?? all[0];
  return all.findLast((mark) => mark.to < position) ?? all.at(-1);
}

/** Where a stretch of a field stands in the document, found by its words; the nearest to its place, or null. */
export function findPlace(doc, { field: name, start, quote }) {
  const field = fieldsOf(doc).find((other) => other.name === name);
  if (!field) return null;
  const written = writtenText(doc, field);
  if (!quote) return spanOf(written, Math.min(start, written.text.length), 0);
  const place = nearest(written.text, quote, start);
  return place === null ? null : spanOf(written, place, quote.length);
}

/** Which words of a field a stretch of the document shows, and where they begin in it; the way back of `findPlace`. */
export function stretchOf(doc, field, from, to) {
  const written = writtenText(doc, field);
  const [start, end] = [placeOf(written, from), placeOf(written, to)];
  return { start, quote: written.text.slice(start, end) };
}

function draw(doc, marks) {
  const decorations = [];
  const texts = new Map();
  const fields = new Map(fieldsOf(doc).map((field) => [field.name, field]));
  for (const mark of marks) {
    const field = fields.get(mark.field);
    if (!field || !mark.quote) continue;
    if (!texts.has(mark.field)) texts.set(mark.field, writtenText(doc, field));
    const written = texts.get(mark.field);
    const place = nearest(written.text, mark.quote, mark.start);
    if (place === null) continue;
    const { from, to } = spanOf(written, place, mark.quote.length);
    // What shows nothing is no highlight either, for whoever listens to the page.
    const shows = mark.kind === "sentence" ? { nodeName: "span" } : { nodeName: "mark", title: mark.label };
    const attributes = { ...shows, class: `mark ${mark.kind}` };
    decorations.push(Decoration.inline(from, to, attributes, { mark }));
  }
  return DecorationSet.create(doc, decorations);
}

// What a reader sees of a field, a block a line, and where each of its stretches stands in the document.
function writtenText(doc, field) {
  const written = { text: "", pieces: [] };
  let lines = 0;
  doc.nodesBetween(field.from - (field.kind === "text" ? 0 : 1), field.to, (node, position, parent) => {
    if (node.isTextblock) {
      if (lines) written.text += "\n";
      lines += 1;
      written.pieces.push({ at: written.text.length, position: position + 1, size: 0 });
      return true;
    }
    if (!node.isInline || !parent?.isTextblock) return true;
    const shown = node.isText ? node.text : " ";
    written.pieces.push({ at: written.text.length, position, size: shown.length });
    written.text += shown;
    return false;
  });
  return written;
}

function nearest(text, quote, wanted) {
  const after = text.indexOf(quote, wanted);
  const before = text.lastIndexOf(quote, wanted);
  if (after < 0 && before < 0) return null;
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - wanted <= wanted - before ? after : before;
}

function spanOf(written, place, length) {
  return { from: positionOf(written, place, false), to: positionOf(written, place + length, true) };
}

function positionOf({ pieces }, place, isEnd) {
  const reaches = (piece) => (isEnd ? piece.at < place : piece.at <= place);
  const piece = pieces.findLast(reaches) ?? pieces[0];
  return piece.position + Math.min(place - piece.at, piece.size);
}

function placeOf({ pieces, text }, position) {
  const piece = pieces.findLast((other) => other.position <= position) ?? pieces[0];
  return piece ? Math.min(piece.at + Math.max(0, Math.min(position - piece.position, piece.size)), text.length) : 0;
}
