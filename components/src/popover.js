// One small sheet over the article at a time: the versions of a section, a question, the explanation of a mark.
import { element } from "./elements.js";

export class Popover {
  constructor(host) {
    this.layer = element("div", { className: "layer" });
    host.append(this.layer);
    this.host = host;
    this.sheet = null;
    this.onOutside = (event) => this.sheet && !event.composedPath().includes(this.sheet) && this.close(false);
    document.addEventListener("pointerdown", this.onOutside, true);
  }

  destroy() {
    document.removeEventListener("pointerdown", this.onOutside, true);
    this.layer.remove();
  }

  /**
   * Show the sheet under `place` (a rectangle of the window); `name` tells which it is, `back` where the focus goes.
   * `onKey` gets the keys that are pressed in it. A sheet that is only `seen` leaves the focus where it is: whoever clicked into a text goes on typing there.
   */
  open(name, place, { label, role = "dialog", back, seen = false, onKey }, ...content) {
    this.close(false);
    this.name = name;
    this.back = back;
    this.sheet = element("div", { className: `sheet ${name.split(":")[0]}`, role, "aria-label": label, tabIndex: -1 }, ...content);
    this.sheet.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") this.close(true);
      else onKey?.(event);
    });
    this.layer.append(this.sheet);
    this.put(place);
    this.isSeen = seen;
    if (seen) return;
    (this.sheet.querySelector("[data-first]") || this.sheet.querySelector("button, input") || this.sheet).focus({ preventScroll: true });
    this.sheet.scrollIntoView({ block: "nearest" });
  }

  put(place) {
    const frame = this.host.getBoundingClientRect();
    const width = Math.min(this.sheet.offsetWidth, frame.width);
    const left = Math.max(0, Math.min(place.left - frame.left, frame.width - width));
    this.sheet.style.left = `${left}px`;
    this.sheet.style.top = `${place.bottom - frame.top + 6}px`;
  }

  /** Close a sheet that is only seen; returns whether there was one. */
  passBy() {
    if (!this.sheet || !this.isSeen) return false;
    this.close(false);
    return true;
  }

  isOpen(name) {
    return Boolean(this.sheet) && this.name === name;
  }

  close(refocus) {
    if (!this.sheet) return;
    this.sheet.remove();
    this.sheet = null;
    if (refocus) this.back?.();
  }
}
