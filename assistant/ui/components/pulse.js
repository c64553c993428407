// A beat that redraws the fragment in which it stands; see pulse.py.
//
// Streamlit puts what happens at one moment into one message, for one fragment: a click beside a beat would be done but
// not shown, and lost where that fragment is gone from the server meanwhile. So they keep away from each other.
const STATES = new WeakMap();
const ACTIONS = ["pointerdown", "click", "keydown"];
export default function ({ data, parentElement, setTriggerValue }) {
  let state = STATES.get(parentElement);
  if (!state) STATES.set(parentElement, (state = begin()));
  state.data = data[0];
  state.send = setTriggerValue;
  // The next beat only after the answer to this one; what the answer took is taken off the pause.
  const pause = Math.max(state.data.beat - (performance.now() - state.last), state.data.shortest);
  plan(state, Math.min(pause, state.data.beat));
  return () => {
    clearTimeout(state.timer);
    for (const name of ACTIONS) document.removeEventListener(name, state.onAction, true);
    document.removeEventListener("click", state.onClick, true);
    STATES.delete(parentElement);
  };
}
function begin() {
  const state = { timer: 0, last: performance.now(), acted: -Infinity, isSending: false };
  state.onAction = (event) => {
    // Keys in the article make no message of their own: its edits are asked for below.
    if (!event.target.closest?.(".article")) state.acted = performance.now();
  };
  // A click in the moment in which a beat goes out waits for that moment to pass.
  state.onClick = (event) => {
    if (!state.isSending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [target] = event.composedPath();
    setTimeout(() => target.dispatchEvent(new MouseEvent("click", event)));
  };
  for (const name of ACTIONS) document.addEventListener(name, state.onAction, true);
  document.addEventListener("click", state.onClick, true);
  return state;
}
function plan(state, wait) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => beat(state), wait);
}
function beat(state) {
  const now = performance.now();
  const looksAway = document.visibilityState === "hidden" && state.data.beat > 1000;
  if (looksAway || now < (window.intertitreLeaving || 0)) return plan(state, state.data.beat);
  // The answer to a text that is on its way brings what this beat would.
  const isTyping = window.intertitreUnsaved?.size && now - state.last < state.data.patience;
  if (isTyping || now - state.acted < state.data.aside) return plan(state, state.data.shortest);
  state.last = now;
  state.isSending = true;
  state.send("beat", Date.now());
  setTimeout(() => (state.isSending = false)); // Streamlit's own, which sends it, was set before and comes first
  plan(state, state.data.patience);
}
