"""Sentences whose pronoun would mean somebody else, because who it stands for is told in another place, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.writing.cues import cues
from assistant.writing.grouping import Theme
from assistant.writing.sentences import points_back
from assistant.writing.story import Story
from assistant.writing.strands import Strand


def without_strays(story: Story, found: Sequence[Theme]) -> tuple[Theme, ...]:
    """Return the themes without the facts whose pronoun does not stand behind the sentence that it needs.

    The first fact of all may lean on the lead, which stands above it in the standfirst.
    """
    kept: list[Theme] = []
    for theme in found:
        previous = story.lead if not kept else None
        strands: list[Strand] = []
        for strand in theme.strands:
            facts: list[int] = []
            for fact in strand.facts:
                if not _is_stray(story, fact, previous):
                    facts.append(fact)
                    previous = fact
            if facts:
                strands.append(Strand(tuple(facts)))
        if strands:
            kept.append(replace(theme, strands=tuple(strands)))
    return tuple(kept)


def _is_stray(story: Story, fact: int, previous: int | None) -> bool:
    """Whether the pronoun of the fact needs another sentence than the one that is told right before it."""
    if not _points_back(story, fact) or story.follows[fact] is None or previous == story.follows[fact]:
        return False
    if previous is None:
        return True
    needed = _named_for(story, fact)
    own, before, named = (story.facts[place].sentence for place in (fact, previous, needed))
    # Told are some of the sentences between the name and the pronoun, all on that person.
    between = before.source == own.source and named.place <= before.place < own.place
    return not (between and (previous == needed or _named_for(story, previous) == needed))


def _named_for(story: Story, fact: int) -> int:
    """Return the fact that names who the pronoun of `fact` stands for: the nearest before it that has no pronoun."""
    place = fact
    while _points_back(story, place):
        followed = story.follows[place]
        if followed is None or story.facts[followed].sentence.place >= story.facts[place].sentence.place:
            break
        place = followed
    return place


def _points_back(story: Story, fact: int) -> bool:
    return points_back(story.facts[fact].sentence.text, cues(story.language))
