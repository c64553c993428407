"""What a sentence, or a run of them, does in a news story: tell the fact, quote, react, give background, look ahead."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from assistant.writing.cues import ROLES, Role, cues
from assistant.writing.sentences import phrase_pattern, plain
from assistant.writing.story import Story

ROLE_SHARE: Final = 0.5
ROLE_ORDER: Final[dict[Role, int]] = {"fact": 0, "declarations": 0, "reactions": 1, "context": 2, "next": 3}
"""The order of a news article: what happened and was said, then who reacts, then the background, then what follows."""


def role_of(text: str, language: str) -> Role:
    """Return what a sentence does in the story: the role with most cues, the fact where none speaks."""
    return _role(plain(text), language)


@lru_cache(maxsize=4096)
def _role(words: str, language: str) -> Role:
    hits = {role: len(_pattern(role, language).findall(words)) for role in ROLES}
    hits["declarations"] = min(hits["declarations"], 1)
    best = max(ROLES, key=lambda role: (hits[role], ROLE_ORDER[role]))
    return best if hits[best] else "fact"


def _pattern(role: Role, language: str) -> re.Pattern[str]:
    return phrase_pattern(cues(language).role_cues[role])


def main_role(story: Story, facts: tuple[int, ...]) -> Role:
    """Return the role that holds at least half of the words, the fact where none does."""
    weights: Counter[Role] = Counter()
    for fact in facts:
        sentence = story.facts[fact].sentence
        weights[role_of(sentence.text, story.language)] += sentence.words
    role, words = weights.most_common(1)[0]
    return role if words >= ROLE_SHARE * sum(weights.values()) else "fact"
