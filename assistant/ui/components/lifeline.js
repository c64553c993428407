// What keeps a page and its server together: over a restart, and when the page is left.
//
// `window.intertitreLeaving` is the instant, in milliseconds of performance.now(), until which nothing may be sent:
// whatever reaches the server after the click on a link is meant for this page, and brings it back, or leaves the next
// one blank (measured with a server that needs more than five seconds for the click). For the same reason a link waits
// until the server has answered what was sent before: Streamlit's page takes the answer for the next page's, finds no
// place for it and is gone, without a word (measured: one click in ten beside a running section on a busy machine).
const STATES = new WeakMap();
const LEAST_PAUSE_MS = 3000;
const LEAVING_MS = 60000; // the lifeline of a page that is really left ends it sooner, and so does a dead server
const LOOK_MS = 500;
const STEP_MS = 30;
const LONGEST_WAIT_MS = 1500; // for texts that the server does not take, once it has answered
const SHORTEST_LIFE_MS = 2000;

export default function ({ parentElement, setTriggerValue }) {
  catchFall();
  let state = STATES.get(parentElement);
  if (!state) STATES.set(parentElement, (state = listen()));
  state.trigger = setTriggerValue;
  if (!state.link) stay(); // called at every run of the whole page: the link led here
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
    if (!mayRepeat(-Infinity) || Date.now() - state.last < LEAST_PAUSE_MS) return;
    state.last = Date.now();
    state.trigger("unheard", state.last);
  };
  // What is on its way arrives first, texts and answers.
  state.onClick = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !leadsAway(link, event)) return;
    if (link === state.followed) return void (state.followed = null);
    event.preventDefault();
    event.stopImmediatePropagation();
    const waits = Boolean(state.link);
    state.link = link;
    if (waits) return;
    window.dispatchEvent(new Event("intertitre:leave"));
    leave();
    document.documentElement.classList.add("intertitre-leaving");
    const now = performance.now();
    setTimeout(() => follow(state, { clicked: now, answered: now }), STEP_MS);
  };
  window.addEventListener("intertitre:unheard", state.onUnheard);
  document.addEventListener("click", state.onClick, true);
  state.look = setInterval(() => isLeaving() && !isConnected() && stay(), LOOK_MS);
  return state;
}

// Follow the link that was clicked last, when the server has had the time to answer.
function follow(state, since) {
  const now = performance.now();
  if (isServerBusy(since.clicked)) since.answered = now;
  const waits = now - since.answered < (unsaved().size ? LONGEST_WAIT_MS : STEP_MS);
  if (waits) return setTimeout(() => follow(state, since), STEP_MS);
  const link = present(state.link);
  state.link = null;
  state.followed = link;
  unsaved().clear(); // what the server has not got by now is kept in this browser
  leave();
  link.click();
}

// The link, or the one that was drawn in its place meanwhile.
function present(link) {
  return link.isConnected ? link : [...document.links].find((other) => other.href === link.href) || link;
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
  document.documentElement.classList.remove("intertitre-leaving");
}

function isConnected() {
  return document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState === "CONNECTED";
}

// Where Streamlit's page falls all the same (the browser's own buttons wait for nobody), it leaves a blank one, and
// everything here with it: the page is fetched anew, with what this browser keeps. Not again and again.
function catchFall() {
  if (window.intertitreCatches) return;
  window.intertitreCatches = true;
  window.addEventListener("error", () => setTimeout(() => {
    const isGone = !document.querySelector("[data-test-script-state]");
    if (isGone && performance.now() > SHORTEST_LIFE_MS) location.reload();
  }, LOOK_MS));
}
