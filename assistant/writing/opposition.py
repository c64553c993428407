"""Denials and refusals by those whom the story is about, which an article never leaves out first."""

from __future__ import annotations

from functools import lru_cache

from assistant.facts.denials import denying_party
from assistant.writing.story import Story


@lru_cache(maxsize=20_000)
def is_denial(story: Story, fact: int) -> bool:
    """Whether a party of the story denies or refuses something: one with a name, or that another sentence tells of too.

    What is denied must be of the story as well: a word of the sentence behind the party stands in another sentence.
    """
    text = story.facts[fact].sentence.text
    party = denying_party(text, story.language)
    if party is None:
        return False
    frequency, keys = story.resemblance.frequency, story.keys_of(text)
    parties = story.keys_of(party)
    names = story.resemblance.contents[story.place_of(story.facts[fact].sentence)].names
    known = any(frequency[key] > 1 or key in names for key in parties)
    return known and any(frequency[key] > 1 for key in keys - parties)
