// The row above the article: emphasis, link, lists, quotation, undo, typography, and whether all is saved.
import { toggleMark, wrapIn, lift } from "prosemirror-commands";
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { button, element, walkAlong } from "./elements.js";
import { safeLink, schema } from "./schema.js";

const { nodes, marks } = schema;

export class Toolbar {
  constructor(surface) {
    this.surface = surface;
    this.buttons = new Map();
    this.status = element("span", { className: "status", role: "status" });
    const row = element("div", { className: "tools", role: "toolbar" });
    for (const tool of TOOLS) {
      const made = button("", () => this.use(tool), { "data-tool": tool.name, tabIndex: -1 });
      if (tool.icon) made.append(icon(tool.icon));
      this.buttons.set(tool, made);
      row.append(made);
    }
    row.firstChild.tabIndex = 0;
    walkAlong(row, () => surface.view.focus());
    this.row = row;
    this.dom = element("div", { className: "toolbar" }, row, this.status);
  }

  use(tool) {
    if (tool.name === "typography") this.surface.switchTypography();
    else if (tool.name === "link") this.surface.editLink();
    else if (tool.name === "retouch") this.surface.retouch.ask();
    else tool.command(this.surface.view.state, this.surface.view.dispatch);
    if (!this.surface.popover.sheet) this.surface.view.focus();
    this.refresh();
  }

  /** Show what applies at the caret. */
  refresh() {
    const { words } = this.surface.data;
    const { state } = this.surface.view;
    this.row.setAttribute("aria-label", words.toolbar);
    for (const [tool, made] of this.buttons) {
      made.title = made.ariaLabel = words[tool.name];
      if (!tool.icon) made.textContent = words[`${tool.name}Glyph`] || tool.glyph;
      const pressed = tool.name === "typography" ? this.surface.typographyIsOn() : tool.isOn?.(state);
      if (pressed !== undefined) made.setAttribute("aria-pressed", String(Boolean(pressed)));
      // Not `disabled`: a button that is disabled under the focus throws it away.
      made.setAttribute("aria-disabled", String(tool.can ? !tool.can(state, this.surface) : false));
    }
  }

  say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

/** Whether the caret is within a node of that type. */
function isInside(type) {
  return ({ selection: { $from } }) => {
    for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true;
    return false;
  };
}

export function hasMark(type) {
  return ({ selection: { $from, from, to, empty }, storedMarks, doc }) =>
    empty ? Boolean(type.isInSet(storedMarks || $from.marks())) : doc.rangeHasMark(from, to, type);
}

const inText = (state) => Boolean(state.selection.$from.parent.type === nodes.paragraph);

export const toggleList = (type) => (state, dispatch) =>
  isInside(type)(state) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch);

export const toggleQuote = (state, dispatch) =>
  isInside(nodes.blockquote)(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

/** Set or take away the link of the selection. */
export function setLink(address) {
  return (state, dispatch) => {
    const { from, to } = linkRange(state);
    const transaction = state.tr.removeMark(from, to, marks.link);
    const attributes = safeLink(/^[\w-]+(\.[\w-]+)+/.test(address) ? `https://${address}` : address);
    if (attributes) transaction.addMark(from, to, marks.link.create(attributes));
    dispatch(transaction);
    return true;
  };
}

/** The selection, or the link that holds the caret. */
export function linkRange(state) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return { from, to };
  const mark = marks.link.isInSet($from.marks());
  if (!mark) return { from, to };
  let [start, end] = [from, to];
  $from.parent.forEach((node, offset) => {
    const place = $from.start() + offset;
    if (mark.isInSet(node.marks) && place <= from && place + node.nodeSize >= from) [start, end] = [place, place + node.nodeSize];
  });
  return { from: start, to: end };
}

// Drawn for a square of 16.
const ICONS = {
  link: "M6.5 9.5a2.8 2.8 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4L7.6 4.4M9.5 6.5a2.8 2.8 0 0 0-4 0L3.3 8.7a2.8 2.8 0 0 0 4 4l1.1-1.1",
  bullets: "M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1",
  numbers: "M7 4h7M7 8h7M7 12h7M2 2.8l1-.6v3.4M2 9.2c.2-1.4 2-1.2 1.9 0 0 .7-1.9 1.6-1.9 2.4h2",
  quote: "M3 4v8M6.5 5h7M6.5 8h7M6.5 11h4.5",
  undo: "M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  retouch: "M3 13l1-3.2 6.6-6.6 2.2 2.2L6.2 12 3 13M9.2 4.6l2.2 2.2M3 4.2h3M4.5 2.7v3M11 12h2.6",
  redo: "M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10",
};

function icon(name) {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawn.setAttribute("viewBox", "0 0 16 16");
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  drawn.append(path);
  return drawn;
}

const TOOLS = [
  { name: "bold", glyph: "B", command: toggleMark(marks.strong), isOn: hasMark(marks.strong), can: inText },
  { name: "italic", glyph: "I", command: toggleMark(marks.em), isOn: hasMark(marks.em), can: inText },
  { name: "link", icon: "link", isOn: hasMark(marks.link), can: inText },
  { name: "bullets", icon: "bullets", command: toggleList(nodes.bullet_list), isOn: isInside(nodes.bullet_list), can: inText },
  { name: "numbers", icon: "numbers", command: toggleList(nodes.ordered_list), isOn: isInside(nodes.ordered_list), can: inText },
  { name: "quote", icon: "quote", command: toggleQuote, isOn: isInside(nodes.blockquote), can: inText },
  { name: "retouch", icon: "retouch", can: (state, surface) => Boolean(surface.retouch.section()) },
  { name: "undo", icon: "undo", command: undo, can: (state) => undoDepth(state) > 0 },
  { name: "redo", icon: "redo", command: redo, can: (state) => redoDepth(state) > 0 },
  { name: "typography", glyph: "« »" },
];
