"""Quotations on their way through a model: each travels as a mark, and comes back in the words of its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from assistant.facts.quotations import is_spoken, spoken_words
from assistant.model import Span
from assistant.text.words import fold

SAME_QUOTATION: Final = 0.6
"""Likeness, 0..1, from which a quotation is one of the source with words changed. House rule, from the alterations that
models make: a word or two in ten; two quotations of one speaker are rarely above 0.5 alike."""
FEWEST_LETTERS: Final = 3

_QUOTED = re.compile(r"«[^«»\n]{1,2000}»|“[^“”\n]{1,2000}”|\"[^\"\n]{1,600}\"")
_SOLID = re.compile(r"[^\W_]")
_MARKS: Final = '«»“”" \u00a0\u202f'


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source between quotation marks, which are part of `text`. `mark` is what stands for it: `Q1`."""

    mark: str
    text: str


def quotation_spans(text: str) -> tuple[Span, ...]:
    """Return where quotations stand in `text`, their marks included."""
    return tuple(match.span() for match in _QUOTED.finditer(text) if len(words_of(match.group())) >= FEWEST_LETTERS)


def words_of(quotation: str) -> str:
    """Return the words of a quotation for comparison: without its marks, spaces and typography made equal."""
    return " ".join(fold(quotation.strip(_MARKS)).split()).rstrip(" .,;")


def quoted_parts(body: str, span: Span) -> tuple[Span, ...]:
    """Return the parts of `body[span]` that are quoted, also where the quotation goes on beyond the span's ends."""
    start, end = span
    parts = ((max(first, start), min(last, end)) for first, last in quotation_spans(body))
    return tuple(part for part in parts if part[0] < part[1] and _SOLID.search(body, *part))


def whole(part: str) -> str:
    """Return a part of a quotation with a mark at both ends."""
    opening, closing = next((pair for pair in _PAIRS if pair[0][0] in part or pair[1][-1] in part), _PAIRS[0])
    text = part.strip()
    text = text if text[:1] in '«“"' else f"{opening}{text}"
    return text if text[-1:] in '»”"' and len(text) > 1 else f"{text}{closing}"


_PAIRS: Final = (("«\u00a0", "\u00a0»"), ("“", "”"), ('"', '"'))


def is_verbatim(quotation: str, bodies: Iterable[str]) -> bool:
    """Whether the words of a quotation stand in one of the bodies as they are, typography aside."""
    return is_spoken(quotation, map(spoken_words, bodies))


def original_of(quotation: str, originals: Sequence[str]) -> str | None:
    """Return the quotation of the sources that this one altered, None when it is like none of them."""
    words = words_of(quotation)
    likeness = [
        (SequenceMatcher(None, words, words_of(original), autojunk=False).ratio(), original) for original in originals
    ]
    best = max(likeness, default=(0.0, ""))
    return best[1] if best[0] >= SAME_QUOTATION else None
