// The article as one surface. Called again at every rerun of the page: the state lives with the element.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Plugin, Selection, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { Anchor } from "./anchor.js";
import { button, element, stillness } from "./elements.js";
import { Exchange } from "./exchange.js";
import { arrangeSections, documentOf, fieldAt, fieldNamed, fieldsOf, replaceText, textOf } from "./fields.js";
import { HeadingView } from "./heading_view.js";
import { findPlace, markDrawer, marksAt, nextMark, withMarks } from "./marks.js";
import { blocksOnly, cleanHtml, oneLine } from "./paste.js";
import { Popover } from "./popover.js";
import { Retouch } from "./retouch.js";
import { schema } from "./schema.js";
import { emptied, keepStructure, reachesAcross } from "./structure.js";
import { hasMark, linkRange, setLink, toggleList, toggleQuote, Toolbar } from "./toolbar.js";
import { typographyRules } from "./typography.js";
import css from "./style.css";

const { nodes, marks } = schema;
const TYPOGRAPHY = "intertitre-typography";
const FLASH_MS = 2000;

export class Surface {
  constructor(host, component) {
    this.host = host;
    this.headings = new Map();
    this.answer(component);
    this.went = this.data.go?.number ?? 0;
    this.marksShown = "";
    host.replaceChildren(element("style", {}, css));
    this.exchange = new Exchange({
      surface: this,
      get data() { return this.surface.data; },
      send: (message) => this.component.setStateValue("edit", message),
      say: (name) => this.toolbar.say(this.data.words[name]),
    });
    this.popover = new Popover(host);
    this.retouch = new Retouch(this);
    this.toolbar = new Toolbar(this);
    this.view = this.makeView();
    this.anchor = new Anchor(this.view);
    host.prepend(host.firstChild, this.toolbar.dom, this.view.dom);
    this.recover();
    this.drawMarks();
    this.toolbar.refresh();
    this.onGo = (event) => this.goTo(event.detail);
    window.addEventListener("intertitre:go", this.onGo);
    this.onKey = (event) => {
      if (event.key === "F8" && !this.host.contains(event.target)) this.nextFrom(event);
    };
    document.addEventListener("keydown", this.onKey);
    this.onStream = (event) => this.takeStream(event.detail);
    window.addEventListener("intertitre:stream", this.onStream);
  }

  answer(component) {
    this.component = component;
    [this.data] = component.data;
  }

  /** Take in what the server says now. Nothing is changed under a composition: it would break the letter. */
  update(component) {
    this.answer(component);
    if (this.view.composing) {
      this.waiting = true;
      return;
    }
    this.waiting = false;
    this.takeIn();
  }

  /** Take in how the sections grow that are being written. A beat that comes at a bad moment is left to the next. */
  takeStream({ draft, fields, facts }) {
    if (draft !== this.data.draft || this.view.composing || this.waiting) return;
    const known = Object.fromEntries(Object.entries(fields).filter(([name]) => this.data.fields[name]?.readonly));
    const sections = this.data.sections.map((section) => ({ ...section, facts: facts[section.id] ?? section.facts }));
    this.data = { ...this.data, fields: { ...this.data.fields, ...known }, sections };
    const transaction = this.remote();
    this.hear(transaction, known);
    if (transaction.docChanged) this.view.dispatch(transaction);
    for (const heading of this.headings.values()) heading.refresh();
    this.anchor.hold();
  }

  remote() {
    // The browser tells of a new caret a moment after it was put; a change in between would take it back, and what is
    // typed next would land elsewhere. The line with the caret is put in its place first: where it is remembered.
    this.anchor?.hold();
    if (this.view.hasFocus()) document.dispatchEvent(new Event("selectionchange"));
    return this.view.state.tr.setMeta("remote", true).setMeta("addToHistory", false);
  }

  hear(transaction, fields) {
    for (const [name, server] of Object.entries(fields)) {
      const text = this.exchange.heard(name, server);
      if (text !== null) replaceText(transaction, name, text);
    }
  }

  takeIn() {
    const transaction = this.remote();
    arrangeSections(transaction, this.data);
    this.hear(transaction, this.data.fields);
    this.exchange.asidesKept(this.data.asides);
    this.exchange.gone(this.data.gone);
    if (transaction.docChanged) this.view.dispatch(transaction);
    this.describe();
    this.drawMarks();
    this.exchange.settle();
    this.anchor?.hold();
    this.goThere();
    this.retouch.refresh();
  }

  describe() {
    for (const heading of this.headings.values()) heading.refresh();
    this.view.setProps({});
    this.toolbar.refresh();
  }

  leave() {
    window.removeEventListener("intertitre:go", this.onGo);
    window.removeEventListener("intertitre:stream", this.onStream);
    document.removeEventListener("keydown", this.onKey);
    this.exchange.close();
    this.popover.destroy();
    this.anchor.blurred();
    this.view.destroy();
  }

  makeView() {
    const view = new EditorView(null, {
      state: EditorState.create({ doc: documentOf(this.data), plugins: this.plugins() }),
      nodeViews: {
        heading: (node) => new HeadingView(node, this),
        title: () => lineView("h3", "title"),
        standfirst: () => lineView("p", "standfirst"),
      },
      attributes: () => ({
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": this.data.words.article,
        "aria-description": this.data.words.help,
        lang: this.data.language,
        spellcheck: "true",
        class: "article",
      }),
      dispatchTransaction: (transaction) => this.dispatch(transaction),
      transformPastedHTML: cleanHtml,
      transformPasted: blocksOnly,
      handlePaste: (_, event, slice) => this.paste(slice),
      handleDrop: (_, event, slice, moved) => this.drop(event, slice, moved),
      handleClick: (_, position, event) => this.clicked(position, event),
      handleDOMEvents: {
        focus: () => { this.anchor.focused(); return false; },
        blur: () => { this.exchange.flush(); this.anchor.blurred(); return false; },
        compositionend: () => { setTimeout(() => this.waiting && this.update(this.component)); return false; },
      },
    });
    // Streamlit's own shortcuts (r, c) would fire while typing.
    view.dom.addEventListener("keydown", (event) => event.stopPropagation());
    Object.entries(this.data.fields).forEach(([name, server]) => this.exchange.field(name, server));
    return view;
  }

  plugins() {
    const isReadonly = (id) => Boolean(this.data.fields[`text:${id}`]?.readonly);
    this.isReadonly = isReadonly;
    return [
      keepStructure(isReadonly),
      typographyRules(this.data.language, () => this.typographyIsOn()),
      inputRules({
        rules: [
          wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
          wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
          wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) })),
        ],
      }),
      keymap(this.keys()),
      keymap(baseKeymap),
      history({ newGroupDelay: 500 }),
      dropCursor(),
      markDrawer(),
      this.drawing(),
    ];
  }

  keys() {
    const done = (action) => () => { action(); return true; };
    const hardBreak = chainCommands(exitCode, (state, dispatch) => {
      if (state.selection.$from.parent.type !== nodes.paragraph) return false;
      dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
      return true;
    });
    return {
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-b": toggleMark(marks.strong),
      "Mod-i": toggleMark(marks.em),
      "Mod-k": done(() => this.editLink()),
      "Mod-Shift-8": toggleList(nodes.bullet_list),
      "Mod-Shift-7": toggleList(nodes.ordered_list),
      "Mod-Shift-9": toggleQuote,
      "Mod-]": sinkListItem(nodes.list_item),
      "Mod-[": liftListItem(nodes.list_item),
      "Mod-s": done(() => this.exchange.flush()),
      "Mod-Enter": done(() => this.exchange.flush()),
      Enter: splitListItem(nodes.list_item),
      "Shift-Enter": hardBreak,
      Backspace: undoInputRule,
      "Alt-Enter": done(() => this.openHere()),
      "Alt-Shift-Enter": done(() => this.showSource()),
      Escape: () => this.popover.passBy(),
      "Alt-F10": done(() => this.toolbar.row.querySelector("button").focus()),
      F8: done(() => this.nextMark(true)),
      "Shift-F8": done(() => this.nextMark(false)),
    };
  }

  // Placeholders of empty fields, the section that is being written, and the place that was gone to.
  drawing() {
    return new Plugin({
      props: {
        decorations: (state) => {
          const drawn = [];
          for (const field of fieldsOf(state.doc)) {
            const server = this.data.fields[field.name];
            if (field.kind === "title" || field.kind === "standfirst") {
              if (!field.node.content.size) drawn.push(empty(field.from - 1, field.to + 1, this.data.words[field.kind]));
            } else if (field.kind === "text") {
              const only = field.node.childCount === 1 && field.node.firstChild;
              if (only && only.type === nodes.paragraph && !only.content.size) drawn.push(empty(field.from, field.to, this.data.words[server?.readonly ? "writing" : "text"]));
              drawn.push(Decoration.node(field.from - 1, field.to + 1, this.bodyAttributes(field)));
            }
          }
          if (this.flash && this.flash.to <= state.doc.content.size) drawn.push(Decoration.inline(this.flash.from, this.flash.to, { class: "flash" }));
          return DecorationSet.create(state.doc, drawn);
        },
      },
    });
  }

  bodyAttributes(field) {
    const label = this.data.sections.find((section) => section.id === field.section)?.textLabel;
    const attributes = { class: "body", role: "group", "aria-label": label };
    return this.isReadonly(field.section) ? { ...attributes, class: "body busy", "aria-busy": "true" } : attributes;
  }

  dispatch(transaction) {
    const before = this.view.state.doc;
    const state = this.view.state.apply(transaction);
    this.view.updateState(state);
    if (!transaction.getMeta("remote") && state.doc !== before) {
      this.popover?.passBy();
      this.noteEdits(before, state.doc);
    }
    if (transaction.getMeta("remote")) this.anchor?.hold();
    else this.anchor?.remember();
    if (this.toolbar && (transaction.selectionSet || transaction.docChanged)) this.toolbar.refresh();
  }

  noteEdits(before, after) {
    const old = new Map(fieldsOf(before).map((field) => [field.name, field]));
    for (const field of fieldsOf(after)) {
      const was = old.get(field.name);
      if (was && field.node !== was.node) this.exchange.edited(field.name, textOf(field));
    }
  }

  recover() {
    const transaction = this.remote();
    let recovered = false;
    for (const [name, server] of Object.entries(this.data.fields)) {
      const text = this.exchange.recover(name, server);
      if (text === null) continue;
      replaceText(transaction, name, text);
      recovered = true;
    }
    if (transaction.docChanged) this.view.dispatch(transaction);
    if (recovered || this.exchange.asides.length) {
      this.exchange.transmit();
      if (recovered) this.toolbar.say(this.data.words.recovered);
    }
  }

  /** Do what a button of a section says, after asking where it has to be asked. */
  act(section, action) {
    const asks = action.confirm && (action.confirm.always || this.exchange.isDirty(`text:${section}`));
    if (!asks) return this.tell({ name: action.name, section });
    const yes = button(action.confirm.yes, () => {
      this.popover.close(true);
      this.tell({ name: action.name, section });
    }, { className: "primary" });
    const no = button(action.confirm.no, () => this.popover.close(true), { "data-first": true });
    const around = action.confirm.around && button(action.confirm.around, () => {
      this.popover.close(true);
      this.tell({ name: "around", section });
    });
    this.popover.open(`question:${section}`, this.rectangleOfButton(section, action.name), { label: action.label, role: "alertdialog", back: () => this.focusBar(section) },
      element("p", {}, action.confirm.question), element("p", { className: "row" }, around, yes, no));
  }

  /** Tell the server of an action, with every edit that it does not have yet: it must not be done before them. */
  tell(act) {
    const edits = { edits: this.exchange.take(), attempt: 0, browser: this.browser() };
    this.component.setTriggerValue("act", { ...act, by: reviewer(), at: Date.now(), edits });
  }

  browser() {
    return this.exchange.browser();
  }

  showVersions(id) {
    const section = this.data.sections.find((other) => other.id === id);
    const time = new Intl.DateTimeFormat(this.data.words.locale, { dateStyle: "medium", timeStyle: "short" });
    const rows = section.versions.map((version) =>
      element("li", {},
        element("p", { className: "what" }, element("strong", {}, version.when ? time.format(new Date(version.when)) : ""), ` ${version.origin}`),
        element("p", { className: "excerpt" }, version.excerpt[0], element("em", {}, version.excerpt[1]), version.excerpt[2]),
        button(this.data.words.restore, () => {
          this.popover.close(true);
          this.tell({ name: "restore", section: id, version: version.id });
        }),
      ));
    this.popover.open(`versions:${id}`, this.rectangleOfButton(id, "versions"),
      { label: section.versionsLabel, back: () => this.focusBar(id) }, element("ul", {}, ...rows));
  }

  rectangleOfButton(section, name) {
    const { bar } = this.headings.get(section);
    return (bar.querySelector(`[data-action="${name}"]`) || bar).getBoundingClientRect();
  }

  focusBar(id) {
    const target = this.headings.get(id)?.bar.querySelector("button");
    if (target) target.focus();
    else this.view.focus();
  }

  backToText() {
    this.view.focus();
  }

  /** Open what the caret stands on, or a mark that is selected whole: its explanation; else what to do to a selection,
   * else the section's actions. */
  openHere() {
    const { from, to, empty } = this.view.state.selection;
    const [mark] = marksAt(this.view.state, from).filter(({ spec }) => spec.mark.kind !== "sentence");
    if (mark && (empty || (mark.from === from && mark.to === to))) return this.explain(mark);
    if (!empty && this.retouch.section()) return this.retouch.ask();
    const field = fieldAt(this.view.state.doc, from);
    const section = field.section ?? this.data.sections[0]?.id;
    if (section) this.focusBar(section);
  }

  /** Lead to what the sentence under the caret rests on. */
  showSource() {
    const mark = marksAt(this.view.state, this.view.state.selection.from).find(({ spec }) => spec.mark.id.startsWith("truth:"));
    if (mark) announce(mark, true);
  }

  clicked(position, event) {
    if (event.button !== 0 || !event.target.closest?.(".mark")) return false;
    const [mark] = marksAt(this.view.state, position);
    if (!mark) return false;
    announce(mark, false);
    if (mark.spec.mark.kind !== "sentence") setTimeout(() => this.explain(mark, true));
    return false;
  }

  nextMark(forward) {
    const mark = nextMark(this.view.state, this.view.state.selection.from, forward);
    if (!mark) return;
    this.select(mark.from, mark.to);
    this.explain(mark);
  }

  /** Go to the next mark from wherever the key was pressed, an explanation or another panel. */
  nextFrom(event) {
    if (event.key !== "F8") return;
    event.preventDefault();
    this.popover.close(true);
    this.nextMark(!event.shiftKey);
  }

  explain(drawn, seen = false) {
    const { mark } = drawn.spec;
    announce(drawn, false);
    const place = this.rectangleOf(drawn.from, drawn.to);
    const actions = mark.actions.map((action) => button(action.label, () => {
      this.popover.close(action.name !== "show");
      if (action.name === "show") announce(drawn, true);
      else this.tell({ name: "mark", mark: mark.id, action: action.name });
    }));
    const close = button(this.data.words.close, () => this.popover.close(true));
    // The words first: Enter pressed once too often must not approve of anything.
    const sheet = { label: mark.label, back: () => this.view.focus(), seen, onKey: (event) => this.nextFrom(event) };
    this.popover.open(`explanation:${mark.id}`, place, sheet,
      element("p", { className: `kind ${mark.kind}` }, mark.label),
      element("p", { className: "said", tabIndex: -1, "data-first": true }, mark.explanation),
      element("p", { className: "row" }, ...actions, close));
    if (this.data.tellsOpening) this.tell({ name: "mark", mark: mark.id, action: "open" });
  }

  rectangleOf(from, to) {
    const start = this.view.coordsAtPos(from);
    const end = this.view.coordsAtPos(to);
    return { left: start.left, bottom: Math.min(end.bottom, start.bottom + 120) };
  }

  // Also when the marks are the same and the text is another: words that were deleted may be back.
  drawMarks() {
    const shown = JSON.stringify(this.data.marks);
    if (shown === this.marksShown && this.view.state.doc === this.markedText) return;
    this.marksShown = shown;
    this.markedText = this.view.state.doc;
    this.view.dispatch(withMarks(this.view.state.tr, this.data.marks).setMeta("remote", true).setMeta("addToHistory", false));
  }

  goThere() {
    const { go } = this.data;
    if (!go || go.number <= this.went) return;
    this.went = go.number;
    this.goTo(go);
  }

  goTo(wanted) {
    const place = findPlace(this.view.state.doc, wanted) ?? fieldNamed(this.view.state.doc, wanted.field);
    if (place) this.select(place.from, place.to);
  }

  select(from, to) {
    this.flash = from < to ? { from, to } : null;
    const transaction = this.view.state.tr.setSelection(TextSelection.between(this.view.state.doc.resolve(from), this.view.state.doc.resolve(to)));
    this.view.dispatch(transaction.setMeta("addToHistory", false));
    this.view.focus();
    const { node } = this.view.domAtPos(from);
    const shown = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    this.anchor.release(); // holding the line would end the journey to it
    shown.scrollIntoView({ block: "center", behavior: stillness() ? "auto" : "smooth" });
    setTimeout(() => {
      this.flash = null;
      if (this.view.isDestroyed) return;
      this.anchor.remember();
      if (!this.view.composing) this.view.dispatch(this.view.state.tr.setMeta("remote", true));
    }, FLASH_MS);
  }

  editLink() {
    const { state } = this.view;
    if (state.selection.$from.parent.type !== nodes.paragraph) return;
    const range = linkRange(state);
    if (range.from === range.to) return;
    const present = hasMark(marks.link)(state) ? state.doc.nodeAt(range.from)?.marks.find((mark) => mark.type === marks.link)?.attrs.href : "";
    const input = element("input", { type: "url", value: present || "", placeholder: "https://", "aria-label": this.data.words.address });
    const set = (address) => {
      this.popover.close(true);
      setLink(address)(this.view.state, (transaction) => this.view.dispatch(transaction));
    };
    input.addEventListener("keydown", (event) => event.key === "Enter" && set(input.value));
    this.popover.open("link", this.rectangleOf(range.from, range.to), { label: this.data.words.link, back: () => this.view.focus() },
      element("p", { className: "row" }, input, button(this.data.words.set, () => set(input.value)), present ? button(this.data.words.unlink, () => set("")) : null));
    input.focus();
  }

  typographyIsOn() {
    try {
      return localStorage.getItem(TYPOGRAPHY) !== "off";
    } catch {
      return true;
    }
  }

  switchTypography() {
    try {
      localStorage.setItem(TYPOGRAPHY, this.typographyIsOn() ? "off" : "on");
    } catch {
      // Where nothing can be kept, the typography stays on.
    }
  }

  paste(slice) {
    const { state } = this.view;
    const { from, to } = state.selection;
    const transaction = reachesAcross(state, from, to) ? emptied(state.tr, from, to, this.isReadonly) : state.tr;
    const field = fieldAt(transaction.doc, transaction.selection.from);
    if (field.kind === "text" && this.isReadonly(field.section)) return true;
    if (field.kind === "text") {
      this.view.dispatch(transaction.replaceSelection(slice).scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
    } else {
      this.view.dispatch(transaction.insertText(oneLine(slice), transaction.selection.from, transaction.selection.to).scrollIntoView());
    }
    return true;
  }

  drop(event, slice, moved) {
    const place = this.view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!place) return true;
    const { state } = this.view;
    const field = fieldAt(state.doc, place.pos);
    if (field.kind === "text" && this.isReadonly(field.section)) return true;
    if (moved && reachesAcross(state, state.selection.from, state.selection.to)) return true;
    if (field.kind === "text" && !moved) return false;
    const transaction = state.tr;
    if (moved) transaction.deleteSelection();
    const target = transaction.mapping.map(place.pos);
    if (field.kind === "text") transaction.replaceRange(target, target, slice);
    else transaction.insertText(oneLine(slice), target);
    event.preventDefault();
    this.view.dispatch(transaction.setMeta("uiEvent", "drop"));
    return true;
  }
}

// Tell the list of points which sentence is looked at; `focus` leads there.
function announce(drawn, focus) {
  const [panel, id] = drawn.spec.mark.id.split(":");
  if (panel === "truth") window.dispatchEvent(new CustomEvent("intertitre:sentence", { detail: { id, focus } }));
}

// The name that this person's decisions bear, where it was given before.
function reviewer() {
  try {
    return localStorage.getItem("intertitre-reviewer") || "";
  } catch {
    return "";
  }
}

function lineView(tag, className) {
  const dom = element(tag, { className });
  return { dom, contentDOM: dom };
}

function empty(from, to, placeholder) {
  return Decoration.node(from, to, { class: "empty", "data-placeholder": placeholder });
}

const SURFACES = new WeakMap();

/** Show the article in `host`, or take in what the server says of it now. */
export function show(host, component) {
  const surface = SURFACES.get(host);
  if (surface) surface.update(component);
  else SURFACES.set(host, new Surface(host, component));
}

/** End what `show` began. */
export function leave(host) {
  SURFACES.get(host)?.leave();
  SURFACES.delete(host);
}
