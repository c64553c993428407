"""Lets this browser forget its copy of a pasted text once that text is a source in the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

JS: Final = """
export default function ({ data }) {
  for (const id of data[0].ids) {
    try {
      localStorage.removeItem(`intertitre:${id}`);
    } catch {
      // Nothing to forget where nothing could be kept.
    }
  }
}
"""


def forget_copies(ids: Sequence[str], *, key: str) -> None:
    """Remove the local copies of the surfaces of these names."""
    component = st.components.v2.component("intertitre.spent", html="<span></span>", js=JS)
    component(key=key, data=[{"ids": list(ids)}])
