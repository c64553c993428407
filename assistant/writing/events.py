"""Which sources tell the event of the article, and which tell another one that happened on other days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from assistant.writing.resemblance import Resemblance
from assistant.writing.sentences import Sentence

# House rules, fitted on five agency articles of which one tells a later visit, and on invented stories in three
# tellings: sources of one event share .3 to .85 of a lead, those of two events at most .26.
SAME_EVENT_LEAD: Final = 0.3
"""Share of a source's lead that another tells among its first sentences, from which on they tell one event."""
SAME_EVENT_SENTENCES: Final = 0.2
"""Share of a source's sentences that another source tells too, from which on they tell one event."""
FEWEST_SHARED: Final = 3
"""Sentences that two sources share at least when they tell one event: an actor's past comes back anywhere."""
TOLD_SENTENCE: Final = 0.35
FIRST_SENTENCES: Final = 5
FEWEST_OF_MAIN: Final = 2
"""Sources that make an event the main one. House rule: of two sources that differ, either may be the story."""


def other_events(
    sentences: tuple[Sentence, ...], resemblance: Resemblance, leads: Mapping[str, int], lead: int | None
) -> frozenset[str]:
    """Return the ids of the sources that tell another event than the sentence `lead`; empty where that is not sure.

    `leads` gives for each source the index of its lead in `sentences`. An event is the main one when two sources at
    least tell it.
    """
    if lead is None or len(leads) <= FEWEST_OF_MAIN:
        return frozenset()
    by_source: dict[str, list[int]] = {}
    for place, sentence in enumerate(sentences):
        by_source.setdefault(sentence.source, []).append(place)
    main = {sentences[lead].source}
    waiting = [source for source in by_source if source not in main and source in leads]
    found = True
    while found:
        joining = {
            source
            for source in waiting
            if any(
                _is_same(leads.get(one), by_source[one], by_source[other], resemblance)
                for known in main
                for one, other in ((source, known), (known, source))
            )
        }
        main |= joining
        waiting = [source for source in waiting if source not in joining]
        found = bool(joining)
    return frozenset(waiting) if len(main) >= FEWEST_OF_MAIN else frozenset()


def _is_same(lead: int | None, own: list[int], others: list[int], resemblance: Resemblance) -> bool:
    """Whether the source of `own` sentences, led by `lead`, tells what the other source tells."""
    if lead is None:
        return False
    if max(resemblance.containment(lead, place) for place in others[:FIRST_SENTENCES]) >= SAME_EVENT_LEAD:
        return True
    told = sum(max(resemblance.containment(one, other) for other in others) > TOLD_SENTENCE for one in own)
    return told >= max(SAME_EVENT_SENTENCES * len(own), FEWEST_SHARED)
