"""The texts that grow, on their way to the article: the surface takes them in without the rest of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

JS: Final = """
export default function ({ data }) {
  window.dispatchEvent(new CustomEvent("intertitre:stream", { detail: data[0] }));
}
"""


def stream(view: Mapping[str, object], *, key: str) -> None:
    """Hand the article what `stream_view` says."""
    component = st.components.v2.component("intertitre.stream", html="<span></span>", js=JS)
    component(key=key, data=[view])
