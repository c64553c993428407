"""Small pieces of HTML for the page. Whatever comes from outside goes through `escaped`."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.model import CheckState

MARKS: dict[CheckState, str] = {"good": "●", "improve": "◆", "bad": "▲", "n/a": "–", "broken": "?"}
"""State by shape as well as by colour."""


def escaped(text: str) -> str:
    """Return text that stands in HTML, also in an attribute, as nothing but text."""
    return escape(text, quote=True)


def chip(text: str, kind: str = "") -> str:
    """Return a small label."""
    return f'<span class="chip {escaped(kind)}">{escaped(text)}</span>'


def plain_label(text: str) -> str:
    """Return text as a widget's label that shows it as it is: labels are Markdown, and titles come from outside."""
    return "".join(f"\\{character}" if character in r"\`*_{}[]()#+-.!|<>:$~&" else character for character in text)
