// What everything that sends something to the server has to know. Joined to the script of each component that does,
// and part of the bundle of the article surface.
const BUSY_MS = 30000;

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
