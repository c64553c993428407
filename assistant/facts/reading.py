"""One sentence read for comparison: its words with what they mean, and the facts that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from assistant.facts.dates import Moment, moments
from assistant.facts.lexicon import Lexicon, lexicon
from assistant.facts.numbers import Quantity, quantities
from assistant.facts.quotations import Quotation, quotations
from assistant.facts.roots import root, stem
from assistant.model import Span
from assistant.text.sentences import sentence_spans
from assistant.text.words import fold

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_ELIDED: Final = frozenset(
    ["l", "d", "qu", "s", "n", "c", "j", "m", "t", "lorsqu", "puisqu", "quoiqu", "jusqu", "quelqu"]
)

_PERCENT: Final = frozenset({"cent", "cents"})
_PERCENT_BEFORE: Final = frozenset({"pour", "per"})

LONGEST_SENTENCE: Final = 2_000
"""Characters from which a sentence is read in pieces. House rule: sentences of news rarely have 500."""
LIGHT_WEIGHT: Final = 0.3
"""What a word of framing weighs against a word that tells something. House rule, fitted on the development drafts."""
NAME_WEIGHT: Final = 1.3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence that tells something: `start` and `end` point into the sentence's text.

    `concepts` are what it means by the lexicon, those of the expression it is part of included; `weight` is 0..1.3.
    """

    start: int
    end: int
    folded: str
    root: str
    stem: str
    concepts: frozenset[int]
    weight: float
    capital: bool
    place: int


@dataclass(frozen=True, eq=False)
class Reading:
    """A sentence and what it states. All offsets point into `text`. The same text is read once: identity is enough."""

    text: str
    language: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    moments: tuple[Moment, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of its words."""
        return frozenset(word.root for word in self.words)

    @cached_property
    def concepts(self) -> frozenset[int]:
        """What its words mean, together."""
        return frozenset(concept for word in self.words for concept in word.concepts)

    @cached_property
    def all_roots(self) -> frozenset[str]:
        """The folded forms of all its words, function words too."""
        return frozenset(self.folded)


def claim_spans(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, those of more than 2,000 characters cut at a space.

    Comparing grows with the square of a sentence's numbers and names: pasted tables have no full stop.
    """
    return tuple(piece for span in sentence_spans(text, language) for piece in _cut(text, span))


def _cut(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        stop = space if space > start else start + LONGEST_SENTENCE
        yield start, stop
        start = stop + (space > start)
    if start < end:
        yield start, end


@lru_cache(maxsize=8192)
def read(text: str, language: str) -> Reading:
    """Return the sentence read; remembered, so that an edit costs only the sentence that it touched."""
    lexical = lexicon(language)
    found_moments = moments(text, language)
    taken = tuple((moment.start, moment.end) for moment in found_moments)
    counted = quantities(text, language, taken)
    matches = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    folded = tuple(fold(word) for _, _, word in matches)
    roots = tuple(root(word, language) for _, _, word in matches)
    stems = tuple(stem(word, language) for _, _, word in matches)
    extra = _expressions(stems, lexical)
    words: list[Word] = []
    for place, (start, end, written) in enumerate(matches):
        if folded[place] in _PERCENT and place and folded[place - 1] in _PERCENT_BEFORE:
            continue
        if folded[place] in _ELIDED or (len(written) < 2 and not written.isdigit()):
            continue
        concepts = _concepts(folded[place], stems[place], lexical, language) | extra.get(place, frozenset())
        if folded[place] in lexical.function and not extra.get(place):
            continue
        if any(first <= start < last for first, last in taken) or any(q.start <= start < q.end for q in counted):
            continue
        capital = written[0].isupper()
        weight = _weight(folded[place], stems[place], capital and start > 0, lexical)
        words.append(Word(start, end, folded[place], roots[place], stems[place], concepts, weight, capital, place))
    spans = tuple((start, end) for start, end, _ in matches)
    return Reading(text, language, tuple(words), folded, stems, spans, found_moments, counted, quotations(text))


def _concepts(folded: str, key: str, lexical: Lexicon, language: str) -> frozenset[int]:
    """Return what a word means by the lexicon; an adverb means what its adjective does: `gravement`, `slightly`."""
    found = lexical.concepts.get(key, frozenset())
    ending = "ment" if language == "fr" else "ly"
    if found or not folded.endswith(ending) or len(folded) < len(ending) + 4:
        return found
    adjective = folded.removesuffix(ending)
    forms = (adjective, adjective.removesuffix("e"))
    return frozenset(c for form in forms for c in lexical.concepts.get(stem(form, language), frozenset()))


def _weight(folded: str, key: str, is_name: bool, lexical: Lexicon) -> float:
    if is_name:
        return NAME_WEIGHT
    if folded in lexical.function or key in lexical.light or folded in lexical.light:
        return LIGHT_WEIGHT
    return 1.0


def _expressions(stems: tuple[str, ...], lexical: Lexicon) -> dict[int, frozenset[int]]:
    """Return what the expressions among these stems mean, for the place of each of their words."""
    found: dict[int, frozenset[int]] = {}
    for place, first in enumerate(stems):
        for expression, concepts in lexical.expressions.get(first, ()):
            if stems[place : place + len(expression)] == expression:
                for inside in range(place, place + len(expression)):
                    found[inside] = found.get(inside, frozenset()) | concepts
                break
    return found
