// What everything that sends something to the server has to know. Joined to the script of each component that does,
// and part of the bundle of the article surface.
const BUSY_MS = 30000;
const REPEAT_MS = 2000;

// When somebody last clicked. Noted once for the whole page.
if (!("intertitreClicked" in window)) {
  window.intertitreClicked = -Infinity;
  for (const name of ["pointerdown", "click"]) {
    window.addEventListener(name, () => (window.intertitreClicked = performance.now()), true);
  }
}

// What the server does not have yet: the lifeline waits for it before the page is left.
export function unsaved() {
  return (window.intertitreUnsaved ||= new Set());
}

// Whether a link was clicked: nothing more is sent for this page (see lifeline.js).
export function isLeaving() {
  return performance.now() < (window.intertitreLeaving || 0);
}

// Whether the server is at work on what was sent: another message now would interrupt it, and what a click asked for
// would be lost (measured: the first draft of a cold server takes longer than the wait for an answer). Streamlit tells
// it on its outermost element; a server that is gone is not busy, and nobody waits for ever.
export function isServerBusy(sentAt) {
  const app = document.querySelector("[data-test-script-state]")?.dataset;
  const works = ["running", "rerunRequested"].includes(app?.testScriptState) && app?.testConnectionState === "CONNECTED";
  return works && performance.now() - sentAt < BUSY_MS;
}

// Whether what was sent then, and is not answered, may be sent again: neither while the server works nor right after a
// click, which a busy server takes up late; until then its page says that it rests (measured: a text sent again .36 s
// after a click on "read" took the click's work away).
export function mayRepeat(sentAt) {
  const since = Math.max(sentAt, window.intertitreClicked);
  return !isLeaving() && performance.now() - since >= REPEAT_MS && !isServerBusy(since);
}

// A name for this browser, so that the server can put its edits in order; another browser has another clock.
export function browserName() {
  return keptName(() => localStorage, "intertitre-browser");
}

// The name that a storage of this browser keeps under a key, made when there is none.
export function keptName(storage, key) {
  try {
    const name = storage().getItem(key) || randomName();
    storage().setItem(key, name);
    return name;
  } catch {
    return "unnamed";
  }
}

export function randomName() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
