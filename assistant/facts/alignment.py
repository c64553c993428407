"""Which sentences of the sources a sentence was made from, and how much of it they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told
from assistant.facts.names import likeness
from assistant.facts.reading import Reading, Word

SAME_MEANING: Final = 0.85
"""What a word carries that the source says with another word of the same meaning; the same word carries 1."""
SAME_START: Final = 0.6
SAME_NAME: Final = 0.95
LONG_ENOUGH: Final = 6
"""Letters from which the start of a word tells what it is about. House rule."""
STANDS_FOR: Final = 0.7
"""What a word carries that says who somebody is, where the source gives the name."""
NEIGHBOUR: Final = 0.65
"""What a word carries that stands only in the sentence before or after the one that carries the rest."""
MOST_PASSAGES: Final = 3
LEAST_GAIN: Final = 0.12
"""The share of a sentence that a further passage has to add (prototype: 12 %)."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The sentences that carry another one, best first, and how.

    `carried` gives the strength 0..1 with which each word of the sentence is carried, in its order; `coverage` is their
    mean by weight, `best_coverage` the same for the best passage alone. Both are 0 for a sentence without words.
    """

    evidence: tuple[Told, ...]
    carried: tuple[float, ...]
    coverage: float
    best_coverage: float
    weight: float


def align(reading: Reading, material: Material, near: Iterable[int] = ()) -> Alignment:
    """Return the alignment of a sentence with the material; `near` are sentences that a neighbour was made from."""
    words = reading.words
    matches = [_remembered_matches(word, material) for word in words]
    weights = [word.weight * material.rarity.get(word.root, 1.0) for word in words]
    extra = _fact_matches(reading, material)
    total = sum(weights)
    scores: dict[int, float] = defaultdict(float)
    for found, weight in zip(matches, weights, strict=True):
        for number, strength in found.items():
            scores[number] += weight * strength
    for number, value in extra.items():
        scores[number] += value
    for number in near:
        if number in scores:
            scores[number] *= 1.08
    if not scores:
        return Alignment((), (0.0,) * len(words), 0.0, 0.0, total)
    chosen = _choose(matches, weights, scores, extra, total)
    carried = [_carried(found, chosen, material) for found in matches]
    best = [_carried(found, chosen[:1], material) for found in matches]
    return Alignment(
        tuple(material.sentences[number] for number in chosen),
        tuple(carried),
        _mean(carried, weights, total),
        _mean(best, weights, total),
        total,
    )


def _mean(strengths: list[float], weights: list[float], total: float) -> float:
    return sum(strength * weight for strength, weight in zip(strengths, weights, strict=True)) / total if total else 0.0


def _choose(
    matches: list[Mapping[int, float]],
    weights: list[float],
    scores: Mapping[int, float],
    extra: Mapping[int, float],
    total: float,
) -> list[int]:
    """Return the numbers of up to three sentences that together carry most, best first."""
    first = max(scores, key=lambda number: (scores[number], -number))
    chosen = [first]
    held = [found.get(first, 0.0) for found in matches]
    while len(chosen) < MOST_PASSAGES:
        gains: dict[int, float] = defaultdict(float)
        for found, weight, have in zip(matches, weights, held, strict=True):
            for number, strength in found.items():
                if strength > have:
                    gains[number] += (strength - have) * weight
        for number, value in extra.items():
            if number not in chosen and value > max(extra.get(known, 0.0) for known in chosen):
                gains[number] += value - max(extra.get(known, 0.0) for known in chosen)
        if not gains:
            break
        nearest = max(gains, key=lambda number: (gains[number] * _closeness(number, chosen), -number))
        if gains[nearest] < LEAST_GAIN * max(total, 1.0):
            break
        chosen.append(nearest)
        held = [max(have, found.get(nearest, 0.0)) for have, found in zip(held, matches, strict=True)]
    return chosen


def _closeness(number: int, chosen: list[int]) -> float:
    return 1.15 if any(abs(number - known) <= 2 for known in chosen) else 1.0


def _carried(found: Mapping[int, float], chosen: list[int], material: Material) -> float:
    strength = max((found.get(number, 0.0) for number in chosen), default=0.0)
    if strength < NEIGHBOUR:
        for number in chosen:
            for beside in (number - 1, number + 1):
                if beside in found and _same_source(material, number, beside):
                    strength = max(strength, found[beside] * NEIGHBOUR)
    return strength


def _same_source(material: Material, one: int, other: int) -> bool:
    return 0 <= other < len(material.sentences) and material.sentences[one].source == material.sentences[other].source


def _remembered_matches(word: Word, material: Material) -> Mapping[int, float]:
    key = ("matches", word.root, word.folded, word.concepts, word.capital)
    return material.remember(key, lambda: _matches(word, material))


def _matches(word: Word, material: Material) -> dict[int, float]:
    """Return with what strength each sentence of the sources carries the word."""
    found: dict[int, float] = dict.fromkeys(material.by_alias.get(word.root, ()), STANDS_FOR)
    concepts = word.concepts - lexicon(material.language).roles
    _raise(found, (n for like in _same_starts(word, material) for n in material.by_folded.get(like, ())), SAME_START)
    _raise(found, (n for concept in concepts for n in material.by_alias_concept.get(concept, ())), STANDS_FOR)
    _raise(found, (n for concept in concepts for n in material.by_concept.get(concept, ())), SAME_MEANING)
    _raise(found, material.by_root.get(word.root, ()), 1.0)
    if word.capital and not found:
        spelled = (part for part in material.name_parts if likeness(word.folded, part))
        _raise(found, (n for part in spelled for n in material.name_parts[part]), SAME_NAME)
    return found


def _raise(found: dict[int, float], numbers: Iterable[int], strength: float) -> None:
    for number in numbers:
        if found.get(number, 0.0) < strength:
            found[number] = strength


def _same_starts(word: Word, material: Material) -> tuple[str, ...]:
    """Return the words of the sources that start like this one and are hardly longer: `jardinier`, `jardinage`."""
    if len(word.folded) < LONG_ENOUGH:
        return ()
    return tuple(like for like in material.by_start.get(word.folded[:5], ()) if _same_start(word.folded, like))


@lru_cache(maxsize=65_536)
def _same_start(one: str, other: str) -> bool:
    if min(len(one), len(other)) < LONG_ENOUGH:
        return False
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 5 and shared >= 0.6 * max(len(one), len(other))


def _fact_matches(reading: Reading, material: Material) -> dict[int, float]:
    """Return what dates, numbers and quotations of the sentence say for each sentence of the sources."""
    found: dict[int, float] = defaultdict(float)
    for moment in reading.moments:
        for key in (("year", moment.year), ("month", moment.month), ("day", moment.day), ("weekday", moment.weekday)):
            if key[1] is not None:
                for number in material.by_date.get(key, ()):
                    found[number] += 0.6
    for quantity in reading.quantities:
        if not quantity.is_weak:
            for number in material.by_value.get(round(quantity.value, 3), ()):
                found[number] += 0.8
    return found
