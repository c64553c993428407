"""Where two sources count the same thing and arrive at different numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from assistant.facts.attribution import is_attributed
from assistant.writing.resemblance import Resemblance
from assistant.writing.sentences import Sentence

SHARED_KEYS: Final = 2
LIKENESS: Final = 0.12
"""Words besides the thing counted, and likeness, that two sentences share when they count one thing. House rules."""
CLOSE_RATIO: Final = 1.5
"""Two counts of a thing that each source counts once are of one thing when they are this close: 110 and 120 firemen."""


def disputes(
    places: Sequence[int], sentences: tuple[Sentence, ...], resemblance: Resemblance
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of indices into `places` whose sentences, of two sources, count one thing differently."""
    counted = [number for number, place in enumerate(places) if resemblance.contents[place].numbers]
    once = _counted_once(places, counted, sentences, resemblance)
    return tuple(
        (one, other)
        for one, other in combinations(counted, 2)
        if sentences[places[one]].source != sentences[places[other]].source
        and (
            _same_words(places[one], places[other], resemblance)
            or _close_counts(once.get(one, {}), once.get(other, {}))
        )
    )


def outvoted(
    pairs: Sequence[tuple[int, int]],
    texts: Sequence[str],
    follows: Sequence[int | None],
    lead: int | None,
    language: str,
) -> frozenset[int]:
    """Return the facts that an article leaves out because another source counts the same differently.

    Both of a pair stay where each is handed to somebody in the sentence, so that a reader sees who says what. Else the
    lead stays, then what others lean on, then what is handed to somebody, then what comes first. `texts` and `follows`
    are those of the facts.
    """
    left: set[int] = set()
    borne = {followed for followed in follows if followed is not None}
    for pair in pairs:
        vouched = {fact: is_attributed(texts[fact], language) for fact in pair}
        if all(vouched.values()) or left & set(pair):
            continue
        left.add(min(pair, key=lambda fact: (fact == lead, fact in borne, vouched[fact], -fact)))
    return frozenset(left - {lead})


def _same_words(one: int, other: int, resemblance: Resemblance) -> bool:
    shared = resemblance.contents[one].keys & resemblance.contents[other].keys
    counted = {noun for _, noun in resemblance.contents[one].numbers}
    return (
        len(shared - counted) >= SHARED_KEYS
        and resemblance.disagree(one, other)
        and resemblance.likeness(one, other) >= LIKENESS
    )


def _counted_once(
    places: Sequence[int], counted: Sequence[int], sentences: tuple[Sentence, ...], resemblance: Resemblance
) -> dict[int, dict[str, float]]:
    """Return for each index what it counts and no other sentence of its source does: neither spans, measures, money."""
    passed_over = resemblance.time_units | resemblance.measures
    numbers = {
        index: {noun: value for value, noun in resemblance.contents[places[index]].numbers if noun} for index in counted
    }
    users = Counter((sentences[places[index]].source, noun) for index in counted for noun in numbers[index])
    return {
        index: {
            noun: value
            for noun, value in numbers[index].items()
            if users[sentences[places[index]].source, noun] == 1 and noun not in passed_over and value > 2
        }
        for index in counted
    }


def _close_counts(one: dict[str, float], other: dict[str, float]) -> bool:
    return any(
        1 < max(one[noun], other[noun]) / min(one[noun], other[noun]) <= CLOSE_RATIO
        for noun in one.keys() & other.keys()
    )
