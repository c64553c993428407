"""The article as one surface: title, standfirst, headings and sections in one editor, bundled in `static/`.

The module is fetched by its address, once, and kept by the browser: as inline code it would travel with every answer
of the server. A small loader shows it, and tells when it cannot be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import streamlit as st

BUNDLE: Final = Path(__file__).parents[3] / "static" / "article.js"
PAUSE_MS: Final = 60
LONGEST_WAIT_MS: Final = 500
"""Measured: with a message after a pause of 60 ms, one at a time, and at most 500 ms of waiting, a score follows a
single key in under 200 ms and still appears while somebody types without a pause."""

HTML: Final = '<div class="intertitre-surface"><p class="loading" role="status"></p></div>'

LOADER: Final = """
const STATES = new WeakMap();
const PATIENCE_MS = 20000;
let library;
export default function (component) {
  const [data] = component.data;
  const host = component.parentElement.querySelector(".intertitre-surface");
  let state = STATES.get(host);
  if (!state) {
    STATES.set(host, (state = { tries: data.tries }));
    host.querySelector(".loading").textContent = data.words.loading;
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), PATIENCE_MS));
    library ||= import(new URL(data.asset, document.baseURI).href);
    Promise.race([library, late]).then(
      (module) => { state.module = module; show(state, host); },
      (error) => { library = undefined; fail(state, error); },
    );
  }
  state.component = component;
  if (state.module) show(state, host);
  return () => {
    state.left = true;
    try { state.module?.leave(host); } finally { STATES.delete(host); }
  };
}
function show(state, host) {
  if (state.left || state.failed) return;
  try {
    state.module.show(host, state.component);
  } catch (error) {
    fail(state, error);
  }
}
function fail(state, error) {
  console.error(error);
  if (!state.left) state.component.setTriggerValue("failed", String(error));
  state.failed = true;
}
"""


def article_surface(
    *,
    key: str,
    view: Mapping[str, object],
    on_edit: Callable[[Mapping[str, object]], object],
    on_act: Callable[[Mapping[str, object]], None],
    on_failure: Callable[[], None],
) -> None:
    """Show an article as `article_view` describes it.

    `on_edit` gets a message with every text that is not acknowledged; `on_act` what a button says, with such a message
    as its "edits"; `on_failure` is called when the editor could not be shown.
    """

    def edited() -> None:
        message = st.session_state[key].get("edit")
        if message:
            on_edit(message)

    def acted() -> None:
        act = st.session_state[key].get("act")
        if act:
            on_act(act)

    data = {**view, "asset": _address(), "pause": PAUSE_MS, "longest": LONGEST_WAIT_MS}
    _renderer()(key=key, data=[data], on_edit_change=edited, on_act_change=acted, on_failed_change=on_failure)


@cache
def _address() -> str:
    """Return the address of the bundle, with a stamp of its content so that a browser never keeps an older one."""
    stamp = sha256(BUNDLE.read_bytes()).hexdigest()[:16] if BUNDLE.exists() else "missing"
    return f"app/static/{BUNDLE.name}?v={stamp}"


def _renderer() -> Any:  # noqa: ANN401 - Streamlit's own callable, whose keyword names are the component's
    # Not in a shadow root: selection, search and spelling then work in every browser as in any other page.
    return st.components.v2.component("intertitre.article", html=HTML, js=LOADER, isolate_styles=False)
