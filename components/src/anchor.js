// The line that is being written stays where it is on the screen, whatever grows above it: sections that stream, a
// notice, a progress bar. The browser's own anchoring holds the topmost element that is seen, and that may stand above
// the section that grows, or in another column.
export class Anchor {
  constructor(view) {
    this.view = view;
    this.scroller = null;
    this.top = null; // of the caret, in pixels from the window's edge; null while nobody writes or the caret is not seen
    this.isReleased = false;
    this.place = 0; // of the scroller, in pixels, when it was last looked at
    this.onScroll = () => this.scrolled();
    this.growth = new ResizeObserver(() => this.hold());
  }

  focused() {
    this.scroller = scrollerOf(this.view.dom);
    this.place = this.scroller.scrollTop;
    this.scroller.addEventListener("scroll", this.onScroll, { passive: true });
    for (const grown of [this.view.dom, ...this.scroller.children]) this.growth.observe(grown);
    this.remember();
  }

  blurred() {
    this.isReleased = false;
    this.growth.disconnect();
    this.scroller?.removeEventListener("scroll", this.onScroll);
    this.setTop(null);
  }

  /** Take the caret's place as the one to hold: after a key or a click. */
  remember() {
    this.isReleased = false;
    if (!this.scroller || !this.view.hasFocus()) return;
    this.place = this.scroller.scrollTop;
    this.keep(this.caretTop());
  }

  /** Hold nothing until the next place is taken: the page is on its way to another. */
  release() {
    this.isReleased = true;
    this.setTop(null);
  }

  // The line goes as far as the page was scrolled, and no further: what has grown meanwhile is still to be made good, and
  // our own scrolling tells itself late.
  scrolled() {
    if (this.isReleased) return;
    if (this.top === null) return this.remember();
    const moved = this.scroller.scrollTop - this.place;
    this.place = this.scroller.scrollTop;
    if (moved) this.keep(this.top - moved);
  }

  keep(top) {
    const seen = this.scroller.getBoundingClientRect();
    this.setTop(top >= seen.top && top < Math.min(seen.bottom, window.innerHeight) ? top : null);
  }

  hold() {
    if (this.top === null || !this.view.hasFocus()) return;
    this.scrolled(); // told later than done
    if (this.top === null) return;
    const moved = this.caretTop() - this.top;
    if (Math.abs(moved) < 1) return;
    this.scroller.scrollTop += moved;
    this.place = this.scroller.scrollTop;
    this.top = this.caretTop();
  }

  caretTop() {
    return this.view.coordsAtPos(this.view.state.selection.head).top;
  }

  // Two that hold would move the page twice.
  setTop(top) {
    this.top = top;
    if (this.scroller) this.scroller.style.overflowAnchor = top === null ? "" : "none";
  }
}

// What scrolls around an element, out of its shadow too.
function scrollerOf(inner) {
  for (let node = inner; node; node = node.assignedSlot || node.parentNode || node.host) {
    if (!(node instanceof Element)) continue;
    const { overflowY } = getComputedStyle(node);
    if (node !== inner && ["auto", "scroll"].includes(overflowY)) return node;
  }
  return document.scrollingElement;
}
