"""Where the sources of a draft count one thing differently."""

from __future__ import annotations

from assistant.model import Draft, Passage
from assistant.writing.story import tell


def contradictions(draft: Draft) -> tuple[tuple[Passage, Passage], ...]:
    """Return the pairs of passages, of two sources, that count the same thing and arrive at different numbers."""
    story = tell(draft)
    return tuple(
        (story.facts[one].sentence.passage, story.facts[other].sentence.passage) for one, other in story.disputes
    )


def count_disputes(draft: Draft, passages: tuple[Passage, ...]) -> int:
    """Return the pairs of sentences that count one thing differently of which one, or both, are told by `passages`."""
    story = tell(draft)
    told = {story.fact_of(sentence) for passage in passages for sentence in story.sentences_in(passage)}
    return sum(not told.isdisjoint(pair) for pair in story.disputes)
