"""Quotations that no source holds: by rule, never by likeness."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.facts.fault import Comparison, Fault
from assistant.facts.quotations import GAP, is_spoken, quotations, quoted_parts
from assistant.model import Span

_SHOWN_CHARACTERS = 200


def quotation_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault for each text in quotation marks that does not stand word for word in one source.

    Typography does not matter; a marked ellipsis and words in brackets may stand for others. A source that never puts
    the words in marks carries them all the same: titles and terms are often set off in rewriting.
    """
    for quotation in comparison.reading.quotations:
        words = comparison.reading.text[slice(*quotation.inside)]
        if not is_spoken(words, comparison.material.spoken):
            yield Fault("quote", *quotation.span, _nearest(comparison, quoted_parts(words)), is_red=True)


def broken_quotation_faults(comparison: Comparison, pieces: tuple[Span, ...]) -> Iterator[Fault]:
    """Yield a red fault for each stretch of the sentence that belongs to a longer quotation and stands in no source."""
    for start, end in pieces:
        words = comparison.reading.text[start:end]
        if not is_spoken(words, comparison.material.spoken):
            yield Fault("quote", start, end, _nearest(comparison, quoted_parts(words)), is_red=True)


def _nearest(comparison: Comparison, parts: tuple[str, ...]) -> str:
    """Return the quotation of the passages that shares most words with these, or the empty text."""
    wanted = {word for part in parts for word in part.split(GAP) if word}
    best, most = "", 0.0
    for told in comparison.window:
        for quotation in quotations(told.reading.text):
            text = told.reading.text[slice(*quotation.inside)]
            words = {word for part in quoted_parts(text) for word in part.split(GAP) if word}
            shared = len(words & wanted) / max(1, len(words | wanted))
            if shared > most:
                best, most = text, shared
    return best[:_SHOWN_CHARACTERS] if most >= 0.2 else ""
