"""The Markdown readers of the exports: one for what leaves the desk, one for what others might make of it."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f<>\"]+", re.IGNORECASE)


class _SafeReader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it asks for
        return is_safe_address(url)


class _OpenReader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it asks for
        return True


def is_safe_address(address: str) -> bool:
    """Whether a link may keep that address: the web or a mail, given in full."""
    return _SAFE_ADDRESS.fullmatch(address) is not None


@cache
def safe_reader() -> MarkdownIt:
    """Return the reader for what leaves the desk: HTML is text, a picture or a refused link shows as it was typed.

    Indented lines are paragraphs, as everywhere in the desk: journalists indent, they do not show code.
    """
    return _SafeReader("commonmark", {"html": False}).disable(["image", "code", "html_block", "html_inline"])


@cache
def open_reader() -> MarkdownIt:
    """Return a reader that takes everything of CommonMark, as a publishing system may: HTML, pictures, any address."""
    return _OpenReader("commonmark", {"html": True})
