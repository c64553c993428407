"""What two sources of one event count differently, in figures or in words: the hurt, the dead, the hour it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from assistant.facts.numbers import quantities
from assistant.facts.roots import stem
from assistant.text.words import fold
from assistant.writing.cues import cues
from assistant.writing.sentences import Sentence

FIRST_SENTENCES: Final = 6
"""Sentences of a source that tell its event; later ones may recall another. House rule."""
WIDEST_RATIO: Final = 3.0
"""Counts of the hurt that are further apart are of two events, or of two of its parts. House rule."""
CLOCK_MINUTES: Final = 30
"""Two sources time one event this close to each other. House rule: what happens later is not its beginning."""
NEAR_WORDS: Final = 5
"""Words behind a number within which it is said what befell those counted: `17 personnes ont été blessées`."""
_SEVERE: Final = "severe"
_CLOCK: Final = "clock"

_CLOCK_FR = re.compile(
    r"(?<![\d.,])([01]?\d|2[0-3])[ \u00a0\u202f]?(?:[hH]|heures?)[ \u00a0\u202f]?([0-5]\d)(?!\d)(?! ?[GU])"
)
_CLOCK_EN = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])[:.]([0-5]\d) ?([ap])?\.?m?(?!\d)(?! ?(?:GMT|UTC))")
_WORD = re.compile(r"[^\W\d_]+|\d+|[,;:.!?()«»]")


def rival_counts(sentences: tuple[Sentence, ...], language: str, aside: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of indices of sentences, of two sources, that count the hurt or time the event differently.

    Nothing is said of the sources `aside`, which tell another event.
    """
    told: dict[str, dict[str, dict[float, int]]] = {}
    for place, sentence in enumerate(sentences):
        if sentence.place >= FIRST_SENTENCES or sentence.source in aside:
            continue
        for thing, value in _counts(sentence.text, language):
            told.setdefault(sentence.source, {}).setdefault(thing, {}).setdefault(value, place)
    return tuple(
        (min(one[thing].values()), min(other[thing].values()))
        for one, other in combinations(told.values(), 2)
        for thing in sorted(one.keys() & other.keys())
        if _are_rivals(thing, one[thing], other[thing])
    )


def _are_rivals(thing: str, one: dict[float, int], other: dict[float, int]) -> bool:
    """Whether what each source says first differs, and neither says elsewhere what the other does."""
    if one.keys() & other.keys():
        return False
    first, second = next(iter(one)), next(iter(other))
    if thing == _CLOCK:
        return abs(first - second) <= CLOCK_MINUTES
    return max(first, second) <= WIDEST_RATIO * min(first, second)


def _counts(text: str, language: str) -> Iterator[tuple[str, float]]:
    """Yield what befell the people counted, and how many they are; and the minutes of the day that are named."""
    casualties, severe = _roots(language)
    for quantity in quantities(text, language):
        if quantity.is_ordinal or quantity.is_rounded or quantity.bound or quantity.value < 1:
            continue
        behind = _words_behind(text, quantity.end, NEAR_WORDS if quantity.value > 1 else 1)
        root = next((stem(word, language) for word in behind if stem(word, language) in casualties), None)
        if root is not None:
            yield root, quantity.value
        elif any(fold(word) in severe for word in behind):
            yield _SEVERE, quantity.value
    clock = _CLOCK_FR if language == "fr" else _CLOCK_EN
    for found in clock.finditer(text):
        afternoon = language == "en" and found[3] == "p" and int(found[1]) < 12
        yield _CLOCK, float((int(found[1]) + 12 * afternoon) * 60 + int(found[2]))


def _words_behind(text: str, end: int, most: int) -> list[str]:
    """Return the words behind a number, up to a mark or the next number."""
    found: list[str] = []
    for word in _WORD.findall(text[end : end + 120])[:most]:
        if not word[0].isalpha():
            break
        found.append(word)
    return found


@lru_cache(maxsize=4)
def _roots(language: str) -> tuple[frozenset[str], frozenset[str]]:
    words = cues(language)
    return frozenset(stem(word, language) for word in words.casualties), words.severe
