"""Quotations: where they stand in a text, and whether a source holds them word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.model import Span
from assistant.text.words import fold

_QUOTED = re.compile(
    r"«\s?([^«»]{1,3000}?)\s?»|“([^“”]{1,3000})”|„([^„“”]{1,3000})[“”]"
    r"|(?<![\w\"])\"([^\"\n]{1,3000})\"(?!\w)|(?<!\w)‘([^‘’\n]{1,400})’(?!\w)"
)
_ELLIPSIS = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|…|\.\.\.")
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")
_WORD = re.compile(r"\w+")
GAP: Final = " "


@dataclass(frozen=True, slots=True)
class Quotation:
    """A text in quotation marks: the span with its marks and the span within them, both into the text read."""

    span: Span
    inside: Span


@lru_cache(maxsize=4096)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in order; a mark without its partner opens none."""
    found = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        found.append(Quotation(match.span(), match.span(group)))
    return tuple(found)


def spoken_words(text: str) -> str:
    """Return the words of `text` folded and parted by one space, with a space at both ends: typography is gone."""
    return f"{GAP}{GAP.join(_WORD.findall(fold(text.replace('%', ' pour cent '))))}{GAP}"


def quoted_parts(words: str) -> tuple[str, ...]:
    """Return what a quotation holds, as `spoken_words`, cut where it says that it leaves out or adds words."""
    pieces = (spoken_words(piece) for part in _ELLIPSIS.split(words) for piece in _INSERTED.split(part))
    return tuple(piece for piece in pieces if piece.strip())
