"""Strands: runs of facts that must not be parted, with all that leans on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.text.words import count_words
from assistant.writing.editing import printed
from assistant.writing.sentences import Sentence
from assistant.writing.story import Story

PARAGRAPH_FACTS: Final = 4
"""Sentences of a paragraph of the source that stay together. House rule: a press paragraph has two to four."""
PARAGRAPH_WORDS: Final = 100
"""Words up to which more of them stay together, where they are short. House rule: six lines of a phone."""
REMARK_WORDS: Final = 15
"""A paragraph of one sentence with fewer words is a remark on the one before it. House rule."""


@dataclass(frozen=True, slots=True)
class Strand:
    """Facts that are told one after the other, by their index in `Story.facts`."""

    facts: tuple[int, ...]


def count_fact_words(story: Story, facts: tuple[int, ...]) -> int:
    """Return the words that are printed for these facts at least: without the connectors that may be dropped."""
    return sum(_printed_words(story.facts[fact].sentence.text, story.language) for fact in facts)


@lru_cache(maxsize=4096)
def _printed_words(text: str, language: str) -> int:
    return count_words(printed(text, language))


def strands(story: Story, facts: tuple[int, ...]) -> tuple[Strand, ...]:
    """Return `facts`, given in the order of the sources, as strands: paragraphs, with all that leans on them."""
    chosen = set(facts)
    root: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    previous: int | None = None
    for fact in facts:
        followed = story.follows[fact]
        if followed is not None and followed in chosen and followed in root:
            home = root[followed]
        elif (
            followed is None and previous is not None and _same_paragraph(story, previous, fact, groups[root[previous]])
        ):
            home = root[previous]
        else:
            home = fact
        root[fact] = home
        groups.setdefault(home, []).append(fact)
        previous = fact
    _join_later_roots(story, facts, root, groups)
    _join_disputes(story, root, groups)
    return tuple(Strand(tuple(members)) for members in groups.values())


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks what the next one answers: its question mark stands in no quotation."""
    return sentence.text.rstrip().endswith("?")


def _same_paragraph(story: Story, previous: int, fact: int, group: list[int]) -> bool:
    one, other = story.facts[previous].sentence, story.facts[fact].sentence
    if one.source != other.source:
        return False
    if is_question(one) and other.place == one.place + 1:
        return True
    words = count_fact_words(story, (*group, fact))
    if is_question(other) or (len(group) >= PARAGRAPH_FACTS and words > PARAGRAPH_WORDS):
        return False
    remark = other.words < REMARK_WORDS and other.place == one.place + 1 and story.is_alone(other)
    return one.block == other.block or remark


def _join_later_roots(story: Story, facts: tuple[int, ...], root: dict[int, int], groups: dict[int, list[int]]) -> None:
    """Move what leans on a fact of a later source behind that fact."""
    chosen = set(facts)
    for fact in facts:
        followed = story.follows[fact]
        if followed is None or followed not in chosen or root[followed] == root[fact] or root[fact] != fact:
            continue
        home = root[followed]
        moved = groups.pop(fact)
        place = groups[home].index(followed) + 1
        while place < len(groups[home]) and _belongs_before(story, groups[home][place], followed):
            place += 1
        groups[home][place:place] = moved
        for member in moved:
            root[member] = home


def _belongs_before(story: Story, other: int, followed: int) -> bool:
    """Whether `other`, behind the fact that is leant on, came there with it or leans on something too."""
    same = story.facts[other].sentence.source != story.facts[followed].sentence.source
    return same or story.follows[other] is not None


def _join_disputes(story: Story, root: dict[int, int], groups: dict[int, list[int]]) -> None:
    """Put a fact whose number disagrees with another's right behind it, so that the reader sees both."""
    for one, other in story.disputes:
        if one not in root or other not in root or root[one] == root[other] or root[other] not in groups:
            continue
        home, leaving = root[one], root[other]
        moved = groups.pop(leaving)
        groups[home].extend(moved)
        for member in moved:
            root[member] = home
