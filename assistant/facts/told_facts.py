"""Which facts of the sources one sentence of a text tells; remembered, so that an edit reads only what it touched."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Final

from assistant.facts.agreement import agree, near_in_value
from assistant.facts.alignment import SAME_MEANING
from assistant.facts.dates import Moment, fits
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material
from assistant.facts.names import likeness
from assistant.facts.numbers import Quantity
from assistant.facts.reading import Reading

NOT_COUNTED: Final = "note"
"""The dimension of a footnote's number."""


@dataclass(frozen=True)
class TextFacts:
    """What a text, or one sentence of it, tells of the sources.

    `shares` gives, by number of a sentence of the sources, the share 0..1 of its words that one sentence here tells.
    `quantities` and `moments` are those of the sources that are given here, without their places; `parts` the parts of
    the sources' names that stand here, `places` the countries.
    """

    shares: dict[int, float]
    quantities: frozenset[Quantity]
    moments: frozenset[Moment]
    parts: frozenset[str]
    places: frozenset[int]


def told_in(readings: tuple[Reading, ...], material: Material) -> TextFacts:
    """Return what the sentences of a text tell of the sources, together."""
    shares: dict[int, float] = {}
    found = [_remembered(reading, material) for reading in readings]
    for facts in found:
        for number, share in facts.shares.items():
            if share > shares.get(number, 0.0):
                shares[number] = share
    return TextFacts(
        shares,
        frozenset().union(*(facts.quantities for facts in found)),
        frozenset().union(*(facts.moments for facts in found)),
        frozenset().union(*(facts.parts for facts in found)),
        frozenset().union(*(facts.places for facts in found)),
    )


def without_place(quantity: Quantity) -> Quantity:
    """Return the number as such, wherever it stands."""
    return replace(quantity, start=0, end=0)


def date_without_place(moment: Moment) -> Moment:
    """Return the date as such, wherever it stands."""
    return replace(moment, start=0, end=0)


def _remembered(reading: Reading, material: Material) -> TextFacts:
    return material.remember(("told", reading.text), lambda: _told_by(reading, material))


def _told_by(reading: Reading, material: Material) -> TextFacts:
    lexical = lexicon(material.language)
    index = material.remember(("index of facts",), lambda: _index(material))
    return TextFacts(
        _shares(reading, index),
        frozenset(theirs for mine in reading.quantities for theirs in _given(mine, material)),
        frozenset(theirs for theirs in index.moments if any(fits(theirs, mine) for mine in reading.moments)),
        _parts(reading, material),
        reading.concepts & lexical.places,
    )


@dataclass(frozen=True)
class _Index:
    """The words of the sources with the sentence that each is of and what it weighs, and all their dates."""

    words: tuple[tuple[int, float], ...]
    by_root: dict[str, tuple[int, ...]]
    by_concept: dict[int, tuple[int, ...]]
    totals: dict[int, float]
    moments: frozenset[Moment]


def _index(material: Material) -> _Index:
    words: list[tuple[int, float]] = []
    by_root: dict[str, list[int]] = defaultdict(list)
    by_concept: dict[int, list[int]] = defaultdict(list)
    totals: dict[int, float] = {}
    for told in material.sentences:
        totals[told.number] = sum(word.weight for word in told.reading.words)
        for word in told.reading.words:
            by_root[word.root].append(len(words))
            for concept in word.concepts:
                by_concept[concept].append(len(words))
            words.append((told.number, word.weight))
    return _Index(
        tuple(words),
        {root: tuple(found) for root, found in by_root.items()},
        {concept: tuple(found) for concept, found in by_concept.items()},
        totals,
        frozenset(date_without_place(moment) for moment in material.moments),
    )


def _shares(reading: Reading, index: _Index) -> dict[int, float]:
    same = {place for root in reading.roots for place in index.by_root.get(root, ())}
    alike = {place for concept in reading.concepts for place in index.by_concept.get(concept, ())} - same
    held: dict[int, float] = defaultdict(float)
    for places, strength in ((same, 1.0), (alike, SAME_MEANING)):
        for place in places:
            number, weight = index.words[place]
            held[number] += strength * weight
    return {number: weight / index.totals[number] for number, weight in held.items() if index.totals[number]}


def _given(quantity: Quantity, material: Material) -> list[Quantity]:
    """Return the numbers of the sources that this one stands for, or that stand for this one."""
    near = near_in_value(material, quantity)
    return [other for other in near if not other.is_weak and (agree(other, quantity) or agree(quantity, other))]


def _parts(reading: Reading, material: Material) -> frozenset[str]:
    held = material.name_parts.keys() & reading.all_roots
    spelled = [word.folded for word in reading.words if word.capital and word.folded not in held]
    return frozenset(held) | {part for part in material.name_parts for word in spelled if likeness(part, word)}
