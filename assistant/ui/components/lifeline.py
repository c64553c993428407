"""What brings a page back to a restarted server: a rerun of the whole page, asked for by a text that nobody answers.

After a restart the server knows no fragment of the pages that are still open, and drops what they send; only a run
of the whole page makes it know them again. A surface that waits for its answer asks for one here.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

JS: Final = """
const STATES = new WeakMap();
const LEAST_PAUSE_MS = 3000;
export default function ({ parentElement, setTriggerValue }) {
  let state = STATES.get(parentElement);
  if (!state) {
    state = { last: 0 };
    STATES.set(parentElement, state);
    state.onUnheard = () => {
      if (Date.now() - state.last < LEAST_PAUSE_MS) return;
      state.last = Date.now();
      state.trigger("unheard", state.last);
    };
    window.addEventListener("intertitre:unheard", state.onUnheard);
  }
  state.trigger = setTriggerValue;
  return () => {
    window.removeEventListener("intertitre:unheard", state.onUnheard);
    STATES.delete(parentElement);
  };
}
"""


def lifeline(*, key: str) -> None:
    """Put the lifeline on the page. It has to stand outside every fragment."""
    component = st.components.v2.component("intertitre.lifeline", html="<span></span>", js=JS)
    component(key=key, on_unheard_change=lambda: None)
