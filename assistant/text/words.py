"""Words and their folded forms. A word is a run between spaces that holds a letter or digit, as in a word processor."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from assistant.model import Span

SPACES: Final = " \t\n\r\u00a0\u202f\u2009\u2007\u2002\u2003\u200a\u3000"
APOSTROPHES: Final = "'’ʼ‘`´"
HYPHENS: Final = "-\u2010\u2011"

_TOKEN = re.compile(r"(?<!\S)[^\w\s]{0,3}\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)\S*|\S+")
_SOLID = re.compile(r"[^\W_]")
_GLUE = re.compile(
    r"(?:(?<=[a-zà-öø-ÿœ0-9%€°»”)])|(?<=[A-ZÀ-Þ][A-ZÀ-Þ]))[.!?…]+[»”)]?(?=[A-ZÀ-ÖØ-ÞŒ«“][a-zà-öø-ÿœ’'A-ZÀ-Þ])"
    r"|[»”)](?=[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ’'])"
)
_ADDRESS = re.compile(r"www\.|https?:|@", re.IGNORECASE)


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of the words of `text`.

    `L’homme d’État` is two words, `1 000` is one, `Russie.Ces` is two; marks that stand alone are none.
    """
    spans: list[Span] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        # Most tokens are one plain word: the costly search is for the others.
        if not token.group().isalpha() and _GLUE.search(text, start, end) and not _ADDRESS.search(text, start, end):
            for glue in _GLUE.finditer(text, start, end):
                _add_word(text, start, glue.end(), spans)
                start = glue.end()
        _add_word(text, start, end, spans)
    return tuple(spans)


def _add_word(text: str, start: int, end: int, spans: list[Span]) -> None:
    if _SOLID.search(text, start, end):
        spans.append((start, end))


def count_words(text: str) -> int:
    """Return the number of words of `text`; Markdown marks count as they stand, so give the visible text."""
    return len(word_spans(text))


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` for comparison: lower case, no accents, plain apostrophes, hyphens and spaces, œ and æ opened.

    The length may differ from that of `text`.
    """
    if text.isascii():
        return text.translate(_PLAIN).casefold()
    folded = unicodedata.normalize("NFD", text.translate(_PLAIN).casefold())
    return "".join(character for character in folded if not unicodedata.combining(character))


_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(HYPHENS, "-"),
        **dict.fromkeys(SPACES, " "),
        "œ": "oe",
        "Œ": "oe",
        "æ": "ae",
        "Æ": "ae",
    }
)
