"""What keeps a page and its server together: over a restart, and when the page is left.

After a restart the server knows no fragment of the pages that are still open, and drops what they send; only a run
of the whole page makes it know them again. A surface that waits for its answer asks for one here.
"""

from __future__ import annotations

import time

import streamlit as st

from assistant.ui.components.assets import script


def lifeline(*, key: str) -> None:
    """Put the lifeline on the page. It has to stand outside every fragment."""
    component = st.components.v2.component(
        "intertitre.lifeline", html="<span></span>", js=script("sending.js", "lifeline.js")
    )
    component(key=key, data=[{"run": time.time_ns()}], on_unheard_change=lambda: None)
