"""What keeps a page in step with running sections: a beat that redraws the fragment in which it stands.

Streamlit's own `run_every` was tried: its clock also ticks while the page changes, and such a tick, sent for the old
page, brings the old page back. It also does not wait for a slow server. This one does both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

LOOK_MS: Final = 4000
"""Milliseconds between two looks for what others did. House rule: soon enough to see each other, and a look costs a
twentieth of a drawing of the page."""

BEAT_MS: Final = 180
"""Milliseconds from one update to the next. Measured: typing stays lossless beside an update every 200 ms."""
PATIENCE_MS: Final = 5000
"""Milliseconds after which a beat without an answer is sent again. House rule: longer than any drawing takes."""
SHORTEST_PAUSE_MS: Final = 60
"""Milliseconds between the answer to an update and the next: a server that needs longer than a beat gets room for
others. House rule."""

ASIDE_MS: Final = 300
"""Milliseconds that a beat keeps away from a click or a key. Streamlit sends what happens at one moment in one message,
for the fragment of the first: a click beside a beat would be done, but not shown. House rule: ten times that moment."""

JS: Final = """
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
    STATES.delete(parentElement);
  };
}
function begin() {
  const state = { timer: 0, last: performance.now(), acted: -Infinity };
  state.onAction = (event) => {
    // Keys in the article make no message of their own: its edits are asked for below.
    if (!event.target.closest?.(".article")) state.acted = performance.now();
  };
  for (const name of ACTIONS) document.addEventListener(name, state.onAction, true);
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
  state.send("beat", Date.now());
  plan(state, state.data.patience);
}
"""


def pulse(*, key: str, number: int, beat_ms: int = BEAT_MS, redraw: Callable[[], Sequence[str]] = tuple) -> None:
    """Put the pulse into the fragment that has to be redrawn. `number` has to change at every run: it restarts it.

    A slow one (over a second) rests while the tab is hidden. `redraw` is asked at every beat for the keys of the
    fragments to draw instead of this one, with this one among them where the pulse has to go on; for none, this one
    is drawn.
    """

    def beat() -> None:
        keys = redraw()
        if keys:
            # Not st.rerun() in the fragment: what a run of the whole page left stale stays, and new pulses were lost,
            # where the next beat came at once (measured on a busy machine).
            st.rerun(keys)

    component = st.components.v2.component("intertitre.pulse", html="<span></span>", js=JS)
    times = {"beat": beat_ms, "shortest": SHORTEST_PAUSE_MS, "patience": PATIENCE_MS, "aside": ASIDE_MS}
    component(key=key, data=[{**times, "number": number}], on_beat_change=beat)
