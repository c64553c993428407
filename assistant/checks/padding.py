"""Sentences that add words and tell nothing: said before, or not carried by the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from assistant.checks.measure import SentenceMeasure
from assistant.model import Span

MIN_REPEATED_WORDS: Final = 5
"""House rule: shorter sentences ("Il est mort.") may be said twice on purpose."""
MIN_RETOLD_WORDS: Final = 8
RETOLD_SHARE: Final = 0.75
"""Share of its runs of four words that were read before. House rule: at 0.75 a name and a date alone never reach it."""


class Measured(Protocol):
    """A sentence of an article with its measures."""

    @property
    def measure(self) -> SentenceMeasure:
        """Its measures."""

    @property
    def span(self) -> Span:
        """Where it stands in the article's Markdown."""


@dataclass(frozen=True, slots=True)
class Padding:
    """Places of sentences in the reading. `repeated` say what was said; `retold` do so on purpose, in a box.

    `idle` earn nothing in any check. `wasted_words` weigh on the total: those repeated or against the sources in full,
    those that the sources do not carry by half, because a reporter may know more than the sources given.
    """

    repeated: frozenset[int]
    retold: frozenset[int]
    idle: frozenset[int]
    wasted_words: float


def find_padding(
    sentences: Sequence[Measured],
    unsupported: frozenset[int],
    altered: frozenset[int],
    service: Sequence[Span],
) -> Padding:
    """Return the padding of an article; spans point into its Markdown. Linear in its length."""
    said = _said_before(sentences)
    retold = frozenset(place for place in said if _is_within(sentences[place].span, service))
    repeated = said - retold
    words = [sentence.measure.words for sentence in sentences]
    wasted = sum(words[place] for place in repeated | altered)
    wasted_half = sum(words[place] for place in unsupported - repeated - altered)
    return Padding(repeated, retold, said | unsupported | altered, wasted + wasted_half / 2)


def _said_before(sentences: Sequence[Measured]) -> frozenset[int]:
    told: set[str] = set()
    grams: set[str] = set()
    repeated: set[int] = set()
    for place, sentence in enumerate(sentences):
        measure = sentence.measure
        if measure.words >= MIN_REPEATED_WORDS and measure.key in told:
            repeated.add(place)
        elif measure.words >= MIN_RETOLD_WORDS and measure.grams:
            known = sum(gram in grams for gram in measure.grams)
            if known >= RETOLD_SHARE * len(measure.grams):
                repeated.add(place)
        told.add(measure.key)
        grams.update(measure.grams)
    return frozenset(repeated)


def _is_within(span: Span, stretches: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in stretches)
