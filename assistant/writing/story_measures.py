"""Measures of a whole story that its facts are asked for again and again."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assistant.writing.sentences import capitalised_words, surnames

if TYPE_CHECKING:
    from assistant.writing.story import Story

MOST_COMMON_SHARE: Final = 0.25
"""A word in more of the sentences than this tells no topic from another. House rule."""


@lru_cache(maxsize=4)
def corroborations(story: Story) -> tuple[float, ...]:
    """Return for each fact the mean share, 0..1, that each other source tells of it at best in one sentence."""
    by_source: dict[str, list[int]] = {}
    for place, sentence in enumerate(story.sentences):
        by_source.setdefault(sentence.source, []).append(place)
    found: list[float] = []
    for fact in story.facts:
        own = story.place_of(fact.sentence)
        others = [places for source, places in by_source.items() if source != fact.sentence.source]
        best = [max(story.resemblance.containment(own, place) for place in places) for places in others]
        found.append(sum(best) / len(best) if best else 0.0)
    return tuple(found)


@lru_cache(maxsize=4)
def introduced(story: Story) -> dict[str, frozenset[str]]:
    """Return for each source the surnames that it introduces once; whom everybody names needs no introduction."""
    found: dict[str, set[str]] = {}
    most = max(MOST_COMMON_SHARE * len(story.sentences), 2)
    users = Counter(name for sentence in story.sentences for name in capitalised_words(sentence.text))
    for sentence in story.sentences:
        names = {name for name in surnames(sentence.text) if users[name] <= most}
        found.setdefault(sentence.source, set()).update(names)
    return {source: frozenset(names) for source, names in found.items()}


@lru_cache(maxsize=4)
def centre(story: Story) -> dict[str, float]:
    """Return the weighted keys of all facts."""
    return story.vector(tuple(range(len(story.facts))))
