"""What keeps a page in step with running sections: a beat that redraws the fragment in which it stands.

Streamlit's own `run_every` was tried: its clock also ticks while the page changes, and such a tick, sent for the old
page, brings the old page back. It also does not wait for a slow server. This one does both.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

BEAT_MS: Final = 250
"""Milliseconds between two updates. Measured: typing stays lossless beside an update every 200 ms."""

JS: Final = """
const STATES = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  let state = STATES.get(parentElement);
  if (!state) STATES.set(parentElement, (state = { timer: 0 }));
  const beat = () => {
    if (performance.now() < (window.intertitreLeaving || 0)) state.timer = setTimeout(beat, data[0].beat);
    else setTriggerValue("beat", Date.now());
  };
  clearTimeout(state.timer);
  state.timer = setTimeout(beat, data[0].beat); // the next beat only after the answer to this one
  return () => {
    clearTimeout(state.timer);
    STATES.delete(parentElement);
  };
}
"""


def pulse(*, key: str, number: int) -> None:
    """Put the pulse into the fragment that has to be redrawn. `number` has to change at every run: it restarts it."""
    component = st.components.v2.component("intertitre.pulse", html="<span></span>", js=JS)
    component(key=key, data=[{"beat": BEAT_MS, "number": number}], on_beat_change=lambda: None)
