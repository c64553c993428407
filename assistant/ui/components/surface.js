// The text surface. The browser owns the text; the server replaces it only by raising `rev`.
//
// Rules that keep it lossless (each was measured against its absence):
//  - called again at every rerun: the state lives in a WeakMap by element, handlers are bound once;
//  - an edit is sent after a pause, at the latest after a maximum wait, and at once on blur, Ctrl+Enter or a hidden tab;
//  - an edit is mirrored in localStorage until the server acknowledges its number, and sent again until it does;
//  - a replacement from the server never runs over an edit that it has not acknowledged: the person wins.
const STATES = new WeakMap();
const RETRY_MS = 2000;
const ASIDE_MS = 400; // away from the edit itself: one message of Streamlit holds one fragment only

export default function (component) {
  const { parentElement, setStateValue, setTriggerValue } = component;
  const [data] = component.data;
  const area = parentElement.querySelector("textarea");
  const status = parentElement.querySelector(".status");
  let state = STATES.get(area);
  if (!state) {
    const origin = Date.now();
    state = { rev: -1, origin, number: origin, stamp: origin, sent: origin, acknowledged: origin, attempt: 0, timer: 0, first: 0 };
    STATES.set(area, state);
    bind(area, status, state);
  }
  // Bound again at every rerun: the element stays, the callbacks of the run before are stale.
  state.send = setStateValue;
  state.trigger = setTriggerValue;
  state.data = data;
  state.mirror = `intertitre:${data.id}`;
  describeArea(area, data);
  parentElement.querySelector(".caption").textContent = data.look === "small" ? data.label : "";
  acknowledge(state, status, data);
  takeReplacement(area, status, state, data);
  fit(area);
  return () => {
    flush(area, status, state);
    clearTimeout(state.timer);
    clearInterval(state.retry);
    document.removeEventListener("visibilitychange", state.onHidden);
    window.removeEventListener("pagehide", state.onLeave);
    window.removeEventListener("intertitre:leave", state.onLeave);
    unsaved().delete(state);
    STATES.delete(area);
  };
}

function bind(area, status, state) {
  area.addEventListener("input", () => edited(area, status, state));
  area.addEventListener("blur", () => flush(area, status, state));
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      flush(area, status, state);
      state.trigger("submitted", Date.now());
    }
    if (event.key === "Enter" && state.data.oneLine && !event.isComposing) event.preventDefault();
    event.stopPropagation(); // or Streamlit's own shortcuts (r, c) would fire while typing
  });
  state.onHidden = () => document.visibilityState === "hidden" && flush(area, status, state);
  state.onLeave = () => flush(area, status, state);
  document.addEventListener("visibilitychange", state.onHidden);
  window.addEventListener("pagehide", state.onLeave);
  window.addEventListener("intertitre:leave", state.onLeave);
  state.retry = setInterval(() => {
    if (state.sent <= state.acknowledged || !mayRepeat(state.sentAt)) return;
    transmit(area, status, state);
    say(status, state.data.words.waiting);
    setTimeout(() => window.dispatchEvent(new Event("intertitre:unheard")), ASIDE_MS);
  }, RETRY_MS);
}

function edited(area, status, state) {
  state.number += 1;
  state.stamp = Date.now();
  unsaved().add(state);
  remember(state, area.value);
  const now = performance.now();
  if (!state.first) state.first = now;
  clearTimeout(state.timer);
  const wait = Math.max(0, Math.min(state.data.pause, state.first + state.data.longest - now));
  state.timer = setTimeout(() => flush(area, status, state), wait);
  fit(area);
}

function flush(area, status, state) {
  clearTimeout(state.timer);
  state.first = 0;
  if (state.number === state.sent) return;
  if (isLeaving()) return void (state.timer = setTimeout(() => flush(area, status, state), RETRY_MS));
  state.sent = state.number;
  transmit(area, status, state);
}

function transmit(area, status, state) {
  state.attempt += 1;
  state.sentAt = performance.now();
  say(status, state.data.words.saving);
  state.send("edit", { text: area.value, number: state.sent, rev: state.rev, attempt: state.attempt, stamp: state.stamp, browser: browserName() });
}

function acknowledge(state, status, data) {
  // Numbers are counted by this element: an acknowledgement that was meant for an earlier one is older than its first.
  if (data.acknowledged < state.origin) return;
  state.acknowledged = Math.max(state.acknowledged, data.acknowledged);
  if (state.acknowledged >= state.number) {
    say(status, data.words.saved);
    forget(state);
    unsaved().delete(state);
  }
}

function takeReplacement(area, status, state, data) {
  if (data.rev <= state.rev) return;
  const dirty = state.number > state.acknowledged;
  state.rev = data.rev;
  if (dirty) {
    // The server does not have this text yet: it goes there again, on top of the newer version, which is kept there.
    state.sent = state.number;
    transmit(area, status, state);
    return;
  }
  if (area.value !== data.text) replace(area, data.text);
  if (!state.mounted) {
    state.mounted = true;
    recover(area, status, state, data);
  }
}

function replace(area, text) {
  const atEnd = area.scrollTop + area.clientHeight >= area.scrollHeight - 4;
  const focused = area.getRootNode().activeElement === area;
  const caret = Math.min(area.selectionStart, text.length);
  area.value = text;
  if (focused) area.setSelectionRange(caret, caret);
  if (atEnd) area.scrollTop = area.scrollHeight;
}

function recover(area, status, state, data) {
  const kept = recall(state);
  if (!kept || data.readonly) return;
  if (kept.text === data.text) return forget(state);
  replace(area, kept.text);
  state.number += 1;
  state.stamp = kept.at;
  flush(area, status, state);
  say(status, data.words.recovered);
}

function describeArea(area, data) {
  area.readOnly = Boolean(data.readonly);
  area.setAttribute("aria-label", data.label);
  area.setAttribute("lang", data.language);
  area.placeholder = data.placeholder;
  area.style.setProperty("--least", `${data.rows}lh`);
  area.className = data.readonly ? `${data.look} busy` : data.look;
}

// Browsers without `field-sizing` get the height from the text.
function fit(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function say(status, words) {
  if (status.textContent !== words) status.textContent = words;
}

function remember(state, text) {
  try {
    localStorage.setItem(state.mirror, JSON.stringify({ text, at: state.stamp }));
  } catch {
    // Storage may be full or forbidden: the server still gets the text.
  }
}

function recall(state) {
  try {
    return JSON.parse(localStorage.getItem(state.mirror) || "null");
  } catch {
    return null;
  }
}

function forget(state) {
  try {
    localStorage.removeItem(state.mirror);
  } catch {
    // Nothing to forget where nothing could be kept.
  }
}
