"""Which facts the others tell already, between them: the first to be left out where there is more than enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from assistant.writing.story import Story
from assistant.writing.strands import count_fact_words

HELPERS: Final = 2
"""Sentences that may tell a fact between them. House rule: what three tell in pieces is seldom the same fact."""
REPEATED_SHARE: Final = 0.55
FIRST_HELPER_SHARE: Final = 0.3
"""House rules, from reading which sentences of five articles on one event an editor strikes out."""
MOST_COMPARED: Final = 250
"""Facts compared with each other, which takes time quadratic in their number; nothing is left out of more."""


def repetitions(story: Story, facts: Iterable[int], *, spare_words: int, kept: Iterable[int] = ()) -> frozenset[int]:
    """Return the facts that the remaining ones and `kept` tell for the most part, the most repeated first.

    Their words together are at most `spare_words`. A fact with a number or a name that the others lack, or on which
    another leans, is never among them.
    """
    left, always = set(facts), set(kept)
    found: set[int] = set()
    if len(left) > MOST_COMPARED:
        return frozenset()
    told: dict[int, tuple[float, frozenset[int]]] = {}
    while True:
        leaned_on = {story.follows[fact] for fact in left}
        for fact in left:
            if fact not in told or told[fact][1] & found:
                told[fact] = told_share(story, fact, (left | always) - {fact})
        repeated = max(
            (
                (told[fact][0], fact)
                for fact in left - leaned_on
                if told[fact][0] >= REPEATED_SHARE and count_fact_words(story, (fact,)) <= spare_words
            ),
            default=None,
        )
        if repeated is None:
            return frozenset(found)
        left.discard(repeated[1])
        found.add(repeated[1])
        spare_words -= count_fact_words(story, (repeated[1],))


def told_share(story: Story, fact: int, others: Iterable[int]) -> tuple[float, frozenset[int]]:
    """Return the share, 0..1, of the fact that at most two of the others tell, and which they are.

    The share is 0 where they lack a number of the fact, or a name that stands nowhere else; a sentence that counts
    again just what the one before it counted is told enough.
    """
    contents, weight = story.resemblance.contents, story.resemblance.weight
    mine = contents[story.place_of(story.facts[fact].sentence)]
    total = weight(mine.keys)
    retold = fact - 1 in set(others) and _retells(story, fact, fact - 1)
    named_here = any(story.resemblance.frequency[name] == 1 for name in mine.names)
    if retold:
        return REPEATED_SHARE, frozenset((fact - 1,))
    if not total or _is_confirmed(story, fact) or named_here:
        return 0.0, frozenset()
    missing, told = mine.keys, 0.0
    numbers = {value for value, _ in mine.numbers}
    places = {other: story.place_of(story.facts[other].sentence) for other in sorted(others)}
    helpers: set[int] = set()
    for _ in range(HELPERS):
        gain, best = max(((weight(missing & contents[places[other]].keys), -other) for other in places), default=(0, 0))
        if not gain or (not helpers and gain < FIRST_HELPER_SHARE * total):
            return 0.0, frozenset()
        told += gain
        helpers.add(-best)
        missing = missing - contents[places[-best]].keys
        numbers -= {value for value, _ in contents[places[-best]].numbers}
    return (0.0 if numbers else told / total), frozenset(helpers)


def _is_confirmed(story: Story, fact: int) -> bool:
    """Whether another source tells the fact, which makes it too weighty to be left out."""
    told = story.facts[fact]
    return any(twin.source != told.sentence.source for twin in told.twins)


def _retells(story: Story, fact: int, other: int) -> bool:
    """Whether the fact stands right behind the other in one source and counts the same things, and nothing else."""
    one, before = story.facts[fact].sentence, story.facts[other].sentence
    if one.source != before.source or one.place != before.place + 1:
        return False
    contents = story.resemblance.contents
    mine, theirs = contents[story.place_of(one)].numbers, contents[story.place_of(before)].numbers
    return bool(mine) and all(noun and (value, noun) in theirs for value, noun in mine)
