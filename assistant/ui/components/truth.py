"""The points to check and the source behind them: a click leads from a sentence to its passage, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from assistant.ui.components.assets import script, style

HTML: Final = '<div class="truth"></div><div class="announce" role="status" aria-live="polite"></div>'


def truth_list(*, key: str, view: Mapping[str, object], on_act: Callable[[Mapping[str, object]], None]) -> None:
    """Show a review as `truth_view` describes it; `on_act` gets the name of an action, an id and what came with it."""

    def acted() -> None:
        act = st.session_state[key].get("act")
        if act:
            on_act(act)

    _renderer()(key=key, data=[view], on_act_change=acted)


def _renderer() -> Any:  # noqa: ANN401 - Streamlit's own callable, whose keyword names are the component's
    return st.components.v2.component(
        "intertitre.truth",
        html=HTML,
        css=style("truth.css"),
        js=script("elements.js", "truth.js"),
    )
