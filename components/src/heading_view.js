// A heading with what can be done to its section. The row of buttons is no part of the text: it is not selected, not
// copied, and not counted.
import { button, element, walkAlong } from "./elements.js";

export class HeadingView {
  constructor(node, surface) {
    this.surface = surface;
    this.node = node;
    this.shown = "";
    this.contentDOM = element(`h${node.attrs.level + 2}`);
    this.bar = element("div", { className: "bar", contentEditable: "false" });
    this.dom = element("div", { className: "head", "data-heading": node.attrs.id }, this.contentDOM, this.bar);
    walkAlong(this.bar, () => surface.backToText());
    surface.headings.set(node.attrs.id, this);
    this.update(node);
    this.refresh();
  }

  update(node) {
    if (node.type !== this.node.type || node.attrs.id !== this.node.attrs.id || node.attrs.level !== this.node.attrs.level) return false;
    this.node = node;
    this.contentDOM.classList.toggle("empty", !node.content.size);
    return true;
  }

  /** Show the state of the section as the server told it last. */
  refresh() {
    const section = this.surface.data.sections.find((other) => other.id === this.node.attrs.id);
    if (!section) return;
    const { heading } = this.surface.data.words;
    if (this.contentDOM.dataset.placeholder !== heading) this.contentDOM.dataset.placeholder = heading;
    const shown = JSON.stringify([section.facts, section.actions, section.error, section.versions.length]);
    if (shown === this.shown) return;
    this.shown = shown;
    const focused = this.bar.contains(document.activeElement) ? document.activeElement.dataset.action : null;
    this.bar.setAttribute("role", "group");
    this.bar.setAttribute("aria-label", section.label);
    this.bar.replaceChildren(this.facts(section), this.actions(section), ...this.error(section));
    if (focused) (this.bar.querySelector(`[data-action="${focused}"]`) || this.bar.querySelector("button"))?.focus();
  }

  facts(section) {
    const chips = section.facts.map((fact) => element("span", { className: fact.kind ? `chip ${fact.kind}` : "quiet" }, fact.text));
    return element("span", { className: "facts" }, ...chips);
  }

  actions(section) {
    const made = section.actions.map((action) =>
      button(action.label, () => this.surface.act(section.id, action), { "data-action": action.name, className: action.name }),
    );
    if (section.versions.length) {
      made.push(
        button(section.versionsLabel, () => this.surface.showVersions(section.id), {
          "data-action": "versions",
          "aria-haspopup": "dialog",
        }),
      );
    }
    made.forEach((one, index) => (one.tabIndex = index ? -1 : 0));
    return element("span", { className: "actions" }, ...made);
  }

  error(section) {
    return section.error ? [element("p", { className: "error", role: "alert" }, section.error)] : [];
  }

  stopEvent(event) {
    return this.bar.contains(event.target);
  }

  // An attribute set here would otherwise be taken for an edit, and every section drawn anew.
  ignoreMutation(mutation) {
    return mutation.type === "attributes" || !this.contentDOM.contains(mutation.target);
  }

  destroy() {
    if (this.surface.headings.get(this.node.attrs.id) === this) this.surface.headings.delete(this.node.attrs.id);
  }
}
