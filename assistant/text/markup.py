"""Markdown as the reader sees it, with the way back: every visible character knows where it stands in the Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.model import Span

MarkupKind = Literal["heading", "paragraph", "list-item", "quote"]


@dataclass(frozen=True, slots=True)
class MarkupBlock:
    """One block of Markdown. `text` is what the reader sees; `offsets[i]` is the place of `text[i]` in the Markdown.

    `level` is 1..6 for a heading and 0 otherwise. `start` and `end` point into the Markdown and cover its marks too.
    """

    kind: MarkupKind
    level: int
    text: str
    start: int
    end: int
    offsets: tuple[int, ...]

    def span_in_markdown(self, span: Span) -> Span:
        """Return the span of the Markdown that `text[span[0]:span[1]]` was written as; empty spans stay empty."""
        start, end = span
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else self.end
            return place, place
        return self.offsets[start], self.offsets[end - 1] + 1


def parse_markdown(markdown: str) -> tuple[MarkupBlock, ...]:
    """Return the blocks of `markdown` in order. Addresses of links, marks and HTML tags are not visible text."""
    raise NotImplementedError


def visible_text(markdown: str) -> str:
    """Return what the reader sees of `markdown`, a block a line."""
    return "\n".join(block.text for block in parse_markdown(markdown))


def escape_markdown(text: str) -> str:
    """Return Markdown that shows exactly `text`: no mark of the text becomes markup, no line a heading or a list."""
    raise NotImplementedError
