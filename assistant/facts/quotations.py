"""Quotations: where they stand in a text, and whether a source holds them word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_CUT: Final = re.compile(r"(?<=[^\W\d_])(?:[-\u2010]\s+|\u00ad\s*)(?=[^\W\d_])")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
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
    plain = text.translate(_UNSEEN).replace("%", " pour cent ")
    return f"{GAP}{GAP.join(_WORD.findall(fold(plain)))}{GAP}"


def spoken_forms(text: str) -> tuple[str, ...]:
    """Return `text` as `spoken_words`, and once more with the words whole that the end of a line cut: `communi- quée`.

    One form where no word is cut.
    """
    whole = _CUT.sub("", text)
    return (spoken_words(text),) if whole == text else (spoken_words(text), spoken_words(whole))


def is_spoken(words: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts, each as `spoken_words`, holds a quotation word for word; one without words is held."""
    parts = quoted_parts(words)
    return not parts or any(all(part in text for part in parts) for text in texts)


def quoted_parts(words: str) -> tuple[str, ...]:
    """Return what a quotation holds, as `spoken_words`, cut where it says that it leaves out or adds words.

    Words that the end of a line cut are whole.
    """
    whole = _CUT.sub("", words)
    pieces = (spoken_words(piece) for part in _ELLIPSIS.split(whole) for piece in _INSERTED.split(part))
    return tuple(piece for piece in pieces if piece.strip())
