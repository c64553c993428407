// What everything that sends something to the server has to know. Joined to the script of each component that does.
const BUSY_MS = 30000;

// What the server does not have yet: the lifeline waits for it before the page is left.
function unsaved() {
  return (window.intertitreUnsaved ||= new Set());
}

// Whether a link was clicked: nothing more is sent for this page (see lifeline.js).
function isLeaving() {
  return performance.now() < (window.intertitreLeaving || 0);
}

// Whether the server is at work on what was sent: another message now would interrupt it, and what a click asked for
// would be lost (measured: the first draft of a cold server takes longer than the wait for an answer). Streamlit tells
// it on its outermost element; a server that is gone is not busy, and nobody waits for ever.
function isServerBusy(sentAt) {
  const app = document.querySelector("[data-test-script-state]")?.dataset;
  const works = ["running", "rerunRequested"].includes(app?.testScriptState) && app?.testConnectionState === "CONNECTED";
  return works && performance.now() - sentAt < BUSY_MS;
}
