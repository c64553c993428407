"""The text surface: a lossless text area. Everything that a journalist types goes through `text_surface`."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import streamlit as st

from assistant.desk.lines import one_line
from assistant.ui.components.assets import script, style

PAUSE_MS: Final = 150
LONGEST_WAIT_MS: Final = 500
"""Measured: with a pause of 100–250 ms and at most 500 ms, 500 characters typed at ten a second all arrive."""

Look = Literal["paper", "title", "standfirst", "body", "small"]
ONE_LINE: Final[tuple[Look, ...]] = ("title", "standfirst", "small")

HTML: Final = (
    '<div class="surface"><p class="caption" aria-hidden="true"></p>'
    '<textarea spellcheck="true"></textarea><div class="status" role="status"></div></div>'
)


@dataclass(slots=True)
class Shown:
    """What one surface shows in one session. `rev` only rises; `text` is what the browser has, as far as known here."""

    text: str
    rev: int
    acknowledged: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """One state of a text as the browser sent it. `stamp` is when it was typed, in milliseconds of that browser."""

    text_id: str
    text: str
    browser: str
    stamp: int


@dataclass(frozen=True, slots=True)
class Words:
    """The few words of the surface itself, in the interface language."""

    saving: str
    saved: str
    waiting: str
    recovered: str


def shown_for(surfaces: dict[str, Shown], identifier: str, text: str, *, is_line: bool = False) -> Shown:
    """Return the state of a surface, its `rev` raised when the text changed anywhere but in this surface.

    A text that `is_line` is kept with single spaces: the space just typed at its end is no change from elsewhere.

    Revisions are instants, so that they also rise over a restart of the server, when the browser keeps its page.
    """
    shown = surfaces.get(identifier)
    if shown is None:
        shown = surfaces[identifier] = Shown(text, _instant())
    elif shown.text != text and not (is_line and one_line(shown.text) == text):
        shown.text, shown.rev = text, max(shown.rev + 1, _instant())
    return shown


def text_surface(
    identifier: str,
    *,
    key: str,
    shown: Shown,
    label: str,
    language: str,
    words: Words,
    on_edit: Callable[[Edit], bool],
    on_submit: Callable[[], None] | None = None,
    placeholder: str = "",
    rows: int = 3,
    look: Look = "body",
    readonly: bool = False,
) -> None:
    """Show one text and call `on_edit` with each new state of it; it answers whether the text is kept.

    Only a kept text is acknowledged: until then the browser sends it again and holds its own copy.

    `identifier` names the text for the browser's local copy: draft and section, never the place on the page.
    `on_submit` is called on Ctrl+Enter, after the text has been sent.
    """

    def edited() -> None:
        edit = st.session_state[key].get("edit")
        if edit and on_edit(Edit(identifier, edit["text"], str(edit["browser"]), int(edit["stamp"]))):
            shown.text, shown.acknowledged = edit["text"], edit["number"]

    def submitted() -> None:
        if on_submit:
            on_submit()

    # A list of one: in a plain dict Streamlit looks for data frames, and imports pandas and numpy for that (0.4 s).
    _renderer()(
        key=key,
        data=[
            {
                "id": identifier,
                "text": shown.text,
                "rev": shown.rev,
                "acknowledged": shown.acknowledged,
                "label": label,
                "language": language,
                "placeholder": placeholder,
                "rows": rows,
                "look": look,
                "oneLine": look in ONE_LINE,
                "readonly": readonly,
                "pause": PAUSE_MS,
                "longest": LONGEST_WAIT_MS,
                "words": {
                    "saving": words.saving,
                    "saved": words.saved,
                    "waiting": words.waiting,
                    "recovered": words.recovered,
                },
            }
        ],
        on_edit_change=edited,
        on_submitted_change=submitted,
    )


def newest_text(key: str, shown: Shown) -> str:
    """Return the newest text that the browser has sent from the surface of that key.

    For a button beside a surface: its callback may run before the surface's own, when one click both leaves the
    text and presses the button.
    """
    edit = st.session_state[key].get("edit") if key in st.session_state else None
    return str(edit["text"]) if edit and edit["number"] > shown.acknowledged else shown.text


def _renderer() -> Any:  # noqa: ANN401 - Streamlit's own callable, whose keyword names are the component's
    return st.components.v2.component(
        "intertitre.surface",
        html=HTML,
        css=style("surface.css"),
        js=script("sending.js", "surface.js"),
    )


def _instant() -> int:
    return time.time_ns() // 1_000_000
