// The retouch of a few sentences, where they stand: what to do to them, what is proposed, taken or left one by one.
import { button, element } from "./elements.js";
import { fieldAt } from "./fields.js";
import { findPlace, stretchOf } from "./marks.js";

export class Retouch {
  constructor(surface) {
    this.surface = surface;
    this.shown = "";
  }

  /** The section whose text holds the whole selection and may be changed, or null. */
  section() {
    const { doc, selection } = this.surface.view.state;
    const field = fieldAt(doc, selection.from);
    const isWithin = field.kind === "text" && selection.to <= field.to && field.node.textContent.trim();
    return isWithin && !this.surface.isReadonly(field.section) ? field : null;
  }

  /** Ask what to do to the sentences that the selection touches. */
  ask() {
    const field = this.section();
    if (!field) return;
    const { doc, selection } = this.surface.view.state;
    const { retouches, words } = this.surface.data;
    const stretch = stretchOf(doc, field, selection.from, selection.to);
    const choose = (name) => () => {
      this.surface.popover.close(true);
      this.surface.tell({ name: "retouch", section: field.section, action: name, ...stretch });
    };
    const buttons = retouches.map(({ name, label }) => button(label, choose(name)));
    this.surface.popover.open("retouch", this.surface.rectangleOf(selection.from, selection.to),
      { label: words.retouchAsk, back: () => this.surface.view.focus() },
      element("p", { className: "kind" }, words.retouchAsk), element("p", { className: "row" }, ...buttons),
      retouches.length > 1 ? null : element("p", { className: "note" }, words.retouchModel));
  }

  /** Show the proposal that the server has, once; it opens again only when it has become another. */
  refresh() {
    const { retouch } = this.surface.data;
    const shown = retouch ? `${retouch.number}:${retouch.state}` : "";
    if (shown === this.shown) return;
    this.shown = shown;
    const { popover } = this.surface;
    if (!retouch) return popover.isOpen("proposal") && popover.close(true);
    const place = findPlace(this.surface.view.state.doc, retouch);
    if (place) this.open(retouch, this.surface.rectangleOf(place.from, place.to));
  }

  open(retouch, rectangle) {
    const { words } = this.surface.data;
    const tell = (act) => () => {
      this.surface.popover.close(true);
      this.surface.tell(act);
    };
    const leave = button(retouch.state === "running" ? words.stop : words.leave, tell({ name: "retouch-leave" }));
    const text = retouch.text ? element("p", { role: "status" }, retouch.text) : null;
    const choices = (retouch.choices || []).map((runs, place, all) => choice(runs, place, all.length > 1));
    const taken = () => choices.filter(({ box }) => !box || box.checked).map(({ place }) => place);
    const take = button(words.take, () => tell({ name: "retouch-take", taken: taken() })(), { className: "primary", "data-first": true });
    const problems = (retouch.problems || []).map((problem) => element("li", {}, problem));
    this.surface.popover.open("proposal", rectangle, { label: words.retouch, back: () => this.surface.view.focus() },
      text, ...choices.map(({ row }) => row),
      problems.length ? element("ul", { className: "problems" }, ...problems) : null,
      element("p", { className: "row" }, choices.length && !retouch.text ? take : null, leave));
  }
}

const TAGS = { same: "span", gone: "del", new: "ins" };

function choice(runs, place, canLeave) {
  const text = element("span", {}, ...runs.map((run) => element(TAGS[run.kind], {}, run.text)));
  const box = canLeave ? element("input", { type: "checkbox", checked: true }) : null;
  return { place, box, row: element(canLeave ? "label" : "p", { className: "choice" }, box, text) };
}
