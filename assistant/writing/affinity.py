"""How well two runs of facts of several sources go under one heading."""

from __future__ import annotations

from typing import Final

from assistant.writing.merging import is_departure, is_return
from assistant.writing.resemblance import cosine
from assistant.writing.roles import ROLE_ORDER, main_role
from assistant.writing.story import Story
from assistant.writing.strands import Strand, count_fact_words

SIZE_COST: Final = 0.35
"""What a theme pays for being far from its share of the words, against likeness lost at a border. House rule."""
SAME_ROLE_BONUS: Final = 0.06
NEIGHBOUR_BONUS: Final = 0.12
"""Against a cosine of 0..1: a paragraph stays with its neighbour unless its topic is clearly elsewhere. House rule."""
OTHER_DAY_COST: Final = 0.12
"""Two sources whose news is of different days tell two events, unless the topic says otherwise. House rule."""
OTHER_MONTH_COST: Final = 0.3
"""What happened in a month that is named is not what happened on a day of this week. House rule."""
OTHER_EVENT_COST: Final = 1.0
BACKGROUND_SHARE: Final = 0.3
"""What another event tells stands under a heading of its own; its background, for this share, may meet the story's."""
SAME_MOVE_BONUS: Final = 0.15
OPPOSED_COST: Final = 0.4
"""Leaving and coming back are told under two headings. House rule."""


def movement(story: Story, fact: int) -> int:
    """Return 1 where the fact tells that somebody is back, -1 where that he leaves, else 0."""
    sentence = story.facts[fact].sentence
    return is_return(sentence, story.language) - is_departure(sentence, story.language)


class Piece:
    """Strands that share a heading so far, with what `_affinity` asks of them again and again."""

    def __init__(self, strands: tuple[Strand, ...], story: Story) -> None:
        self.strands = strands
        self.facts = tuple(fact for strand in strands for fact in strand.facts)
        self.words = count_fact_words(story, self.facts)
        self.vector = story.topic_vector(self.facts)
        leads = any(story.is_lead(story.facts[fact].sentence) for fact in self.facts)
        self.role = "fact" if leads else main_role(story, self.facts)
        self.moves = {movement(story, fact) for fact in self.facts} - {0}
        self.asides = {story.is_aside(fact) for fact in self.facts}
        sources = {story.facts[fact].sentence.source for fact in self.facts}
        self.days = frozenset(day for source in sources for day in story.days_of(source))
        self.dates = frozenset(day for fact in self.facts for day in story.dates_of(fact))
        self.months = frozenset(month for fact in self.facts for month in story.months_of(fact))
        self.places = {(s.source, s.under, s.place) for s in (story.facts[fact].sentence for fact in self.facts)}


def affinity(story: Story, one: Piece, other: Piece, longest: float) -> float:
    """Return how well two pieces go under one heading: topic, role, neighbourhood in a source, length."""
    value = cosine(one.vector, other.vector)
    if ROLE_ORDER[one.role] == ROLE_ORDER[other.role]:
        value += SAME_ROLE_BONUS if one.role != "fact" else 0.0
    else:
        value -= SAME_ROLE_BONUS
    if any((source, under, place + step) in other.places for source, under, place in one.places for step in (-1, 1)):
        value += NEIGHBOUR_BONUS
    if one.days and other.days and one.days.isdisjoint(other.days):
        value -= OTHER_DAY_COST
    if (one.months or other.months) and one.dates and other.dates and one.dates.isdisjoint(other.dates):
        value -= OTHER_MONTH_COST
    if len(one.asides | other.asides) > 1:
        value -= OTHER_EVENT_COST * (BACKGROUND_SHARE if one.role == other.role == "context" else 1.0)
    if one.moves and other.moves:
        value += -OPPOSED_COST if one.moves.isdisjoint(other.moves) else SAME_MOVE_BONUS
    words = one.words + other.words
    return value - SIZE_COST * words / longest - (1.0 if words > longest else 0.0)
