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

BEAT_MS: Final = 200
"""Milliseconds from one update to the next. Measured: typing stays lossless beside an update every 200 ms."""
SHORTEST_PAUSE_MS: Final = 60
"""Milliseconds between the answer to an update and the next: a server that needs longer than a beat gets room for
others. House rule."""

JS: Final = """
const STATES = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  let state = STATES.get(parentElement);
  if (!state) STATES.set(parentElement, (state = { timer: 0, last: performance.now() }));
  const beat = () => {
    const looksAway = document.visibilityState === "hidden" && data[0].beat > 1000;
    if (looksAway || performance.now() < (window.intertitreLeaving || 0)) state.timer = setTimeout(beat, data[0].beat);
    else {
      state.last = performance.now();
      setTriggerValue("beat", Date.now());
    }
  };
  clearTimeout(state.timer);
  // The next beat only after the answer to this one; what the answer took is taken off the pause.
  const pause = Math.max(data[0].beat - (performance.now() - state.last), data[0].shortest);
  state.timer = setTimeout(beat, Math.min(pause, data[0].beat));
  return () => {
    clearTimeout(state.timer);
    STATES.delete(parentElement);
  };
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
    data = {"beat": beat_ms, "shortest": SHORTEST_PAUSE_MS, "number": number}
    component(key=key, data=[data], on_beat_change=beat)
