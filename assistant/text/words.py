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

_TOKEN = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)\S*|\S+")
_GLUED_STOP = re.compile(r"(?<=[a-zà-öø-ÿœ»”)])([.!?…]+)(?=[A-ZÀ-ÖØ-ÞŒ«“][a-zà-öø-ÿœ’'A-Z])")


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of the words of `text`.

    `L’homme d’État` is two words, `1 000` is one, `Russie.Ces` is two; marks that stand alone are none.
    """
    spans: list[Span] = []
    for token in _TOKEN.finditer(text):
        start = token.start()
        for stop in (*(glue.end() for glue in _GLUED_STOP.finditer(token.group())), len(token.group())):
            end = token.start() + stop
            if any(character.isalnum() for character in text[start:end]):
                spans.append((start, end))
            start = end
    return tuple(spans)


def count_words(text: str) -> int:
    """Return the number of words of `text`; Markdown marks count as they stand, so give the visible text."""
    return len(word_spans(text))


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` for comparison: lower case, no accents, plain apostrophes, hyphens and spaces, œ and æ opened.

    The length may differ from that of `text`.
    """
    for marks, plain in ((APOSTROPHES, "'"), (HYPHENS, "-"), (SPACES, " ")):
        text = re.sub(f"[{re.escape(marks)}]", plain, text)
    text = text.casefold().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
