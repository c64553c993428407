"""The checks of the scorecard, by family: each opens to its reason, its rule, where it hurts and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from assistant.ui.components.assets import script, style

HTML: Final = '<div class="checks"></div>'


def checks_list(
    *,
    key: str,
    view: Mapping[str, object],
    on_open: Callable[[str], None],
    on_go: Callable[[str, int], None],
) -> None:
    """Show the checks as `score_view.checks_view` describes them.

    `on_open` gets the id of the check that was opened, empty when it was closed; `on_go` a check and the number of one
    of its places. A click on what the page no longer shows is not heard.
    """

    def opened() -> None:
        on_open(str(st.session_state[key].get("chosen") or ""))

    def went() -> None:
        going = st.session_state[key].get("go")
        if going and going["rev"] == view["rev"]:
            on_go(str(going["check"]), int(going["place"]))

    _renderer()(key=key, data=[view], on_chosen_change=opened, on_go_change=went)


def _renderer() -> Any:  # noqa: ANN401 - Streamlit's own callable, whose keyword names are the component's
    return st.components.v2.component(
        "intertitre.checks",
        html=HTML,
        css=style("checks.css"),
        js=script("elements.js", "checks.js"),
    )
