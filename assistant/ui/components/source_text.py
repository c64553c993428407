"""The text of a cleaned source: what was removed folded in its place, repairs as a diff, one click to change one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from assistant.ui.components.assets import script, style

HTML: Final = '<div class="source"></div><div class="announce" role="status" aria-live="polite"></div>'


def source_text(*, key: str, view: Mapping[str, object], on_act: Callable[[str, int], None]) -> None:
    """Show a source as `source_view` describes it; a click calls `on_act` with its name and an index of the source.

    A click on what the page no longer shows, such as the second of two fast ones, is not heard.
    """

    def acted() -> None:
        act = st.session_state[key].get("act")
        if act and act["rev"] == view["rev"]:
            on_act(str(act["name"]), int(act["index"]))

    _renderer()(key=key, data=[view], on_act_change=acted)


def _renderer() -> Any:  # noqa: ANN401 - Streamlit's own callable, whose keyword names are the component's
    return st.components.v2.component(
        "intertitre.source",
        html=HTML,
        css=style("source_text.css"),
        js=script("source_text.js"),
    )
