"""What keeps a page and its server together: over a restart, and when the page is left.

After a restart the server knows no fragment of the pages that are still open, and drops what they send; only a run
of the whole page makes it know them again. A surface that waits for its answer asks for one here.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

JS: Final = """
const STATES = new WeakMap();
const LEAST_PAUSE_MS = 3000;
const LEAVING_MS = 5000;
const LONGEST_WAIT_MS = 1500;
export default function ({ parentElement, setTriggerValue }) {
  let state = STATES.get(parentElement);
  if (!state) STATES.set(parentElement, (state = listen()));
  state.trigger = setTriggerValue;
  return () => {
    window.removeEventListener("intertitre:unheard", state.onUnheard);
    document.removeEventListener("click", state.onClick, true);
    STATES.delete(parentElement);
  };
}
function listen() {
  const state = { last: 0 };
  state.onUnheard = () => {
    if (Date.now() - state.last < LEAST_PAUSE_MS) return;
    state.last = Date.now();
    state.trigger("unheard", state.last);
  };
  // A message for this page that is sent after the click on a link would bring this page back: so texts that are on
  // their way arrive first, and nothing more is sent afterwards.
  state.onClick = (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    window.intertitreLeaving = performance.now() + LEAVING_MS;
    if (!(window.intertitreUnsaved || new Set()).size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const latest = performance.now() + LONGEST_WAIT_MS;
    const follow = () => {
      if (window.intertitreUnsaved.size && performance.now() < latest) return setTimeout(follow, 30);
      window.intertitreUnsaved.clear();
      link.click();
    };
    follow();
  };
  window.addEventListener("intertitre:unheard", state.onUnheard);
  document.addEventListener("click", state.onClick, true);
  window.intertitreLeaving = 0;
  return state;
}
"""


def lifeline(*, key: str) -> None:
    """Put the lifeline on the page. It has to stand outside every fragment."""
    component = st.components.v2.component("intertitre.lifeline", html="<span></span>", js=JS)
    component(key=key, on_unheard_change=lambda: None)
