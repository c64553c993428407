// The frame of the article stays whatever is typed: title, standfirst, headings in their order, a text under each.
// What would join two fields empties their selected parts instead, or moves the caret.
import { Plugin, Selection, TextSelection } from "prosemirror-state";
import { lift } from "prosemirror-commands";
import { fieldAt, fieldNamed, fieldsOf } from "./fields.js";
import { schema } from "./schema.js";

const { nodes } = schema;

/** The plugin that keeps the frame; `isReadonly` tells whether the text of a section is being written. */
export function keepStructure(isReadonly) {
  return new Plugin({
    filterTransaction(transaction, state) {
      if (!transaction.docChanged || transaction.getMeta("remote")) return true;
      return keepsFrame(state.doc, transaction.doc) && keepsReadonly(state.doc, transaction.doc, isReadonly);
    },
    props: {
      handleTextInput(view, from, to, text) {
        if (isLocked(view.state, from, to, isReadonly)) return true;
        if (!reachesAcross(view.state, from, to)) return false;
        const transaction = emptied(view.state.tr, from, to, isReadonly);
        view.dispatch(transaction.insertText(text, transaction.selection.from).scrollIntoView());
        return true;
      },
      handleKeyDown(view, event) {
        if (event.ctrlKey || event.metaKey || event.altKey) return event.key === "Backspace" || event.key === "Delete" ? erase(view, isReadonly) : false;
        if (event.key === "Backspace") return erase(view, isReadonly) || backAtStart(view);
        if (event.key === "Delete") return erase(view, isReadonly) || forwardAtEnd(view);
        if (event.key === "Enter" && !view.composing) return enter(view, isReadonly);
        return false;
      },
      handleDOMEvents: {
        cut(view, event) {
          const { from, to, empty } = view.state.selection;
          if (empty || !reachesAcross(view.state, from, to)) return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.preventDefault();
          event.clipboardData.setData("text/html", dom.innerHTML);
          event.clipboardData.setData("text/plain", text);
          return erase(view, isReadonly);
        },
        compositionstart(view) {
          erase(view, isReadonly);
          return false;
        },
      },
    },
  });
}

/** Whether the selection reaches over several fields. */
export function reachesAcross(state, from, to) {
  return from !== to && fieldAt(state.doc, from).name !== fieldAt(state.doc, to).name;
}

/** The transaction with the selected part of every field emptied; the fields stay. */
export function emptied(transaction, from, to, isReadonly) {
  const names = fieldsOf(transaction.doc).map((field) => field.name);
  for (const name of names.reverse()) {
    const field = fieldNamed(transaction.doc, name);
    if (field.to < from || field.from > to) continue;
    if (field.kind === "text") emptyBlocks(transaction, field, from, to, isReadonly);
    else if (Math.max(from, field.from) < Math.min(to, field.to)) transaction.delete(Math.max(from, field.from), Math.min(to, field.to));
  }
  return transaction.setSelection(Selection.near(transaction.doc.resolve(Math.min(from, transaction.doc.content.size)), 1));
}

function emptyBlocks(transaction, field, from, to, isReadonly) {
  if (isReadonly(field.section)) return;
  if (from <= field.from && to >= field.to) {
    transaction.replaceWith(field.from, field.to, nodes.paragraph.create());
    return;
  }
  const first = Selection.findFrom(transaction.doc.resolve(Math.max(from, field.from)), 1, true);
  const last = Selection.findFrom(transaction.doc.resolve(Math.min(to, field.to)), -1, true);
  if (first && last && first.from < last.to) transaction.delete(first.from, last.to);
}

function keepsFrame(before, after) {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return old.length === now.length && old.every((field, index) => field.name === now[index].name);
}

function keepsReadonly(before, after, isReadonly) {
  const old = new Map(fieldsOf(before).map((field) => [field.name, field]));
  return fieldsOf(after).every(
    (field) => field.kind !== "text" || !isReadonly(field.section) || field.node === old.get(field.name).node,
  );
}

function isLocked(state, from, to, isReadonly) {
  const field = fieldAt(state.doc, from);
  return field.kind === "text" && isReadonly(field.section) && !reachesAcross(state, from, to);
}

function erase(view, isReadonly) {
  const { from, to } = view.state.selection;
  if (!reachesAcross(view.state, from, to)) return false;
  view.dispatch(emptied(view.state.tr, from, to, isReadonly).scrollIntoView());
  return true;
}

function backAtStart(view) {
  const { $from, empty } = view.state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const field = fieldAt(view.state.doc, $from.pos);
  const first = Selection.findFrom(view.state.doc.resolve(field.from), 1, true);
  if ($from.pos !== first?.from) return false;
  if (field.kind === "text" && $from.before() !== field.from) return lift(view.state, view.dispatch); // a list, a quotation
  return moveCaret(view, Selection.findFrom(view.state.doc.resolve(field.from - 1), -1, true));
}

function forwardAtEnd(view) {
  const { $from, empty } = view.state.selection;
  if (!empty || $from.parentOffset < $from.parent.content.size) return false;
  const field = fieldAt(view.state.doc, $from.pos);
  const next = Selection.findFrom(view.state.doc.resolve($from.after()), 1, true);
  if (!next || next.from <= field.to) return false;
  return moveCaret(view, next);
}

function enter(view, isReadonly) {
  const { state } = view;
  const { from, to } = state.selection;
  if (isLocked(state, from, to, isReadonly)) return true;
  if (reachesAcross(state, from, to)) return erase(view, isReadonly);
  const field = fieldAt(state.doc, from);
  if (field.kind === "text") return false;
  const next = Selection.findFrom(state.doc.resolve(field.to + 1), 1, true);
  if (field.kind === "heading" && !isReadonly(field.section) && from === field.to && next?.$from.parent.content.size) {
    const body = fieldNamed(state.doc, `text:${field.section}`);
    const transaction = state.tr.insert(body.from, nodes.paragraph.create());
    view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, body.from + 1)).scrollIntoView());
    return true;
  }
  moveCaret(view, next);
  return true;
}

function moveCaret(view, selection) {
  if (selection) view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  return true;
}
