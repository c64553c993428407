"""No fact told twice: pairs of sentences labelled by hand, three agencies on one story."""

from __future__ import annotations

from itertools import combinations

import pytest

from assistant.writing.story import tell
from tests.writing.agency_stories import STORIES, labelled, story_draft


def judged(story: tuple[str, ...]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs of sentences that tell one fact: by hand, and as the writer sees it."""
    labels = {text: label for telling in story for label, text in labelled(telling)}
    by_hand = {(one, other) for one, other in combinations(sorted(labels), 2) if labels[one] == labels[other]}
    found: set[tuple[str, str]] = set()
    for fact in tell(story_draft(story)).facts:
        texts = sorted(sentence.text for sentence in (fact.sentence, *fact.twins))
        found.update(combinations(texts, 2))
    return by_hand, found


@pytest.mark.parametrize("story", STORIES)
def test_facts_that_agencies_share_are_told_once_and_others_are_kept_apart(story: tuple[str, ...]) -> None:
    by_hand, found = judged(story)
    right = by_hand & found
    assert len(right) / len(found) >= 0.95, sorted(found - by_hand)
    assert len(right) / len(by_hand) >= 0.85, sorted(by_hand - found)
