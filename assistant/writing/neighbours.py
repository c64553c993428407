"""What the rest of the article tells already, so that a section does not tell it again."""

from __future__ import annotations

from typing import Final

from assistant.model import Draft, Section
from assistant.writing.extractive import bound_facts
from assistant.writing.measuring import notions_of
from assistant.writing.story import tell

MOST_TOLD: Final = 8
"""House rule: the sentences nearest to the section's own; a longer list would cost more than the repetition."""
FEWEST_SHARED: Final = 2
"""Notions that a sentence shares with the section's passages before it is worth a warning. House rule."""


def told_elsewhere(draft: Draft, section: Section) -> tuple[str, ...]:
    """Return what the standfirst and the other sections tell that is nearest to this section, at most 8 sentences."""
    story = tell(draft)
    own = bound_facts(story, section.passages)
    notions = frozenset().union(*(notions_of(sentence.text, draft.language) for _, sentence in own))
    mine = {fact.index for fact, _ in own}
    others = [
        sentence.text
        for other in draft.sections
        if other.id != section.id
        for fact, sentence in bound_facts(story, other.passages)
        if fact.index not in mine
    ]
    shared = {text: len(notions & notions_of(text, draft.language)) for text in others}
    nearest = sorted((text for text in shared if shared[text] >= FEWEST_SHARED), key=lambda text: -shared[text])
    return (*([draft.standfirst] if draft.standfirst else []), *nearest[:MOST_TOLD])
