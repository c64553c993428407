"""Facts that two sources tell in clauses of other sentences: what is told twice though neither sentence is the other's.

`la première visite à l’étranger depuis la pandémie` in a sentence on fears, `le premier voyage à l’étranger depuis la
pandémie` in one on borders: as whole sentences they share little, as stretches of eight topic words most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from assistant.facts.lexicon import lexicon, stems_of
from assistant.text.matching import stem
from assistant.writing.resemblance import KEY_LETTERS
from assistant.writing.story import Story

STRETCH_WORDS: Final = 8
"""Topic words of a clause. House rule: subject, verb and their complements."""
FEWEST_SHARED: Final = 3
"""Topic words that two stretches share, or say with words of one meaning. House rule: two meet by chance."""
FEWEST_SHARE: Final = 0.5
"""House rule: sentences on one event share a third of their words here and there."""
MEANT_SHARE: Final = 0.5
"""What a word of the same meaning counts against the same word. House rule: the lexicon's groups are wide."""
FEWEST_SAME: Final = 2
LONGEST_TOLD: Final = 60
"""Topic words of a sentence that are looked at. House rule: more is a list, and time grows with their square."""

_WORD = re.compile(r"[^\W_]+")
Said = tuple[str, frozenset[int]]
"""A topic word by its key, and what it means by the lexicon."""


def echo(story: Story, inner: int, outer: int) -> float:
    """Return how much, 0..1, of a stretch of fact `inner` a stretch of `outer` tells too, by the rarity of its words.

    The greatest over all stretches; 0 below one half or three words, and within one source: there its author comes back
    to something.
    """
    if story.same_source(inner, outer):
        return 0.0
    mine, theirs = _said(story, inner), _said(story, outer)
    keys, meant = {key for key, _ in theirs}, frozenset[int]().union(*(senses for _, senses in theirs))
    # Most stretches share nothing with the whole sentence, and need not be laid beside each of its own.
    near = [
        stretch
        for stretch in _stretches(mine)
        if sum(key in keys or bool(senses & meant) for key, senses in stretch) >= FEWEST_SHARED
    ]
    others = _stretches(theirs) if near else []
    share = max((_shared(story, stretch, other) for stretch in near for other in others), default=0.0)
    return share if share >= FEWEST_SHARE else 0.0


def _shared(story: Story, mine: Sequence[Said], theirs: Sequence[Said]) -> float:
    keys = {key for key, _ in theirs}
    meant = frozenset[int]().union(*(senses for _, senses in theirs))
    same = {key for key, _ in mine if key in keys}
    near = {key for key, senses in mine if key not in keys and senses & meant}
    total = story.resemblance.weight({key for key, _ in mine})
    if len(same) < FEWEST_SAME or len(same) + len(near) < FEWEST_SHARED or not total:
        return 0.0
    return (story.resemblance.weight(same) + MEANT_SHARE * story.resemblance.weight(near)) / total


def _stretches(said: tuple[Said, ...]) -> list[tuple[Said, ...]]:
    last = max(0, len(said) - STRETCH_WORDS)
    return [said[place : place + STRETCH_WORDS] for place in range(last + 1)]


def _said(story: Story, fact: int) -> tuple[Said, ...]:
    sentence = story.facts[fact].sentence
    return _words_of(sentence.text, story.language, story.resemblance.contents[story.place_of(sentence)].keys)


@lru_cache(maxsize=2048)
def _words_of(text: str, language: str, keys: frozenset[str]) -> tuple[Said, ...]:
    concepts = lexicon(language).concepts
    found: list[Said] = []
    for word in _WORD.findall(text):
        key = stem(word, language)[:KEY_LETTERS]
        if key in keys:
            found.append((key, concepts.get(next(stems_of(word, language), ""), frozenset())))
    return tuple(found[:LONGEST_TOLD])
