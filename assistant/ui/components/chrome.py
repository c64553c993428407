"""Streamlit's own words (“Upload”, “20MB per file”, “Add: …”) in the language of the interface.

Streamlit has no setting for them (streamlit#4353 and others ask for one). The browser exchanges them where they stand.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from assistant.ui.components.assets import script
from assistant.ui.state import session, t

EXACT: Final = {
    "Upload": "upload",
    "Add files": "add_files",
    "add icon": "add_icon",
    "file upload": "file_upload",
    "Drag and drop files here": "drop",
    "Drag and drop file here": "drop",
    "No results": "no_results",
    "Selectbox options": "options",
    "Open": "open",
    "Close": "close",
    "Clear value": "clear",
    "Clear all": "clear",
    "Clear entry": "clear",
    "Increment": "increment",
    "Decrement": "decrement",
    "Show password": "show_password",
    "Hide password": "hide_password",
    "Press Enter to apply": "apply",
    "Press Enter to submit form": "submit",
    "Number is above the allowed range.": "too_high",
    "Number is below the allowed range.": "too_low",
    "Invalid input.": "invalid",
    "Connecting": "connecting",
    "Running...": "running",
    "Stop": "stop",
    "Skip to main content": "skip",
}
"""Streamlit's English, and the message that stands for it under `chrome.`."""

PATTERNS: Final = (
    ("Add: ", "", "add"),
    ("Remove ", "", "remove"),
    ("", " per file", "per_file"),
    ("Help for ", "", "help"),
)
"""What Streamlit's text begins and ends with around a text of its own, and the message with that text."""


def translate_chrome() -> None:
    """Put the translator on the page; in English there is nothing to exchange."""
    french = session().language != "en"
    exact = {english: t(f"chrome.{name}") for english, name in EXACT.items()} if french else {}
    patterns = [[start, end, t(f"chrome.{name}", text="{}")] for start, end, name in PATTERNS] if french else []
    component = st.components.v2.component("intertitre.chrome", html="<span></span>", js=script("chrome.js"))
    component(key="chrome", data=[{"language": session().language, "exact": exact, "patterns": patterns}])
