// What keeps a page and its server together: over a restart, and when the page is left.
//
// `window.intertitreLeaving` is the instant, in milliseconds of performance.now(), until which nothing may be sent:
// whatever reaches the server after the click on a link is meant for this page, and brings it back, or leaves the next
// one blank (measured with a server that needs more than five seconds for the click).
const STATES = new WeakMap();
const LEAST_PAUSE_MS = 3000;
const LEAVING_MS = 60000; // the lifeline of a page that is really left ends it sooner, and so does a dead server
const LOOK_MS = 500;
const LONGEST_WAIT_MS = 1500;

export default function ({ parentElement, setTriggerValue }) {
  let state = STATES.get(parentElement);
  if (!state) STATES.set(parentElement, (state = listen()));
  state.trigger = setTriggerValue;
  stay(); // called at every run of the whole page: the link led here
  return () => {
    window.removeEventListener("intertitre:unheard", state.onUnheard);
    document.removeEventListener("click", state.onClick, true);
    clearInterval(state.look);
    STATES.delete(parentElement);
    setTimeout(stay); // after the last words of the other components, which leave in the same breath
  };
}

function listen() {
  const state = { last: 0, link: null };
  state.onUnheard = () => {
    if (isLeaving() || Date.now() - state.last < LEAST_PAUSE_MS) return;
    state.last = Date.now();
    state.trigger("unheard", state.last);
  };
  // Texts that are on their way arrive first.
  state.onClick = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !leadsAway(link, event)) return;
    if (!unsaved().size) return leave();
    event.preventDefault();
    event.stopImmediatePropagation();
    const waits = Boolean(state.link);
    state.link = link;
    window.dispatchEvent(new Event("intertitre:leave"));
    if (!waits) follow(state, performance.now() + LONGEST_WAIT_MS);
  };
  window.addEventListener("intertitre:unheard", state.onUnheard);
  document.addEventListener("click", state.onClick, true);
  state.look = setInterval(() => isLeaving() && !isConnected() && stay(), LOOK_MS);
  return state;
}

function follow(state, latest) {
  if (unsaved().size && performance.now() < latest) return setTimeout(() => follow(state, latest), 30);
  const link = state.link;
  state.link = null;
  unsaved().clear(); // what the server has not got by now is kept in this browser
  link.click();
}

// Whether a click on the link changes the page in this tab.
function leadsAway(link, event) {
  if (link.target === "_blank" || link.hasAttribute("download") || link.isContentEditable) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return false;
  return !(link.getAttribute("href") || "").startsWith("#");
}

function leave() {
  window.intertitreLeaving = performance.now() + LEAVING_MS;
}

function stay() {
  window.intertitreLeaving = 0;
}

function isConnected() {
  return document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState === "CONNECTED";
}
