"""Which facts an article of a given length tells: the most important ones, each new to the reader."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from assistant.model import Brief
from assistant.text.words import count_words
from assistant.writing.grouping import Strand, count_fact_words
from assistant.writing.resemblance import cosine
from assistant.writing.story import Story

ABOVE_TARGET: Final = 1.1
"""An article may exceed the wanted words by a tenth (newsroom note: within -0/+10 % of the target)."""
REPETITION_COST: Final = 1.2
CONFIRMED_BONUS: Final = 0.5
MOST_RANKED: Final = 250


@dataclass(frozen=True, slots=True)
class Length:
    """The words that an article may have, both ends included."""

    fewest: int
    most: int


def wanted_length(brief: Brief) -> Length | None:
    """Return the length that the brief asks for, None when it does not say."""
    wanted = brief.wanted_words
    if wanted is None:
        return None
    if brief.target_words is None and brief.min_words is None:
        return Length(math.ceil(wanted / ABOVE_TARGET), wanted)
    most = math.floor(wanted * ABOVE_TARGET)
    return Length(wanted, max(wanted, min(most, brief.max_words or most)))


def choose(story: Story, strands: tuple[Strand, ...], length: Length) -> tuple[Strand, ...]:
    """Return the strands to tell, in their given order: all of them where they fit, else the most important ones.

    The words stay at most at `length.most`, and reach `length.fewest` where the strands carry that many.
    """
    words = [count_fact_words(story, strand.facts) for strand in strands]
    if sum(words) <= length.most:
        return strands
    vectors = [story.vector(strand.facts) for strand in strands]
    centre = story.centre()
    worth = [_worth(story, strand, vector, centre) for strand, vector in zip(strands, vectors, strict=True)]
    left = sorted(range(len(strands)), key=lambda place: -worth[place])[:MOST_RANKED]
    told = [0.0] * len(strands)
    chosen: list[int] = []
    total = 0
    while total < length.fewest:
        fitting = [place for place in left if total + words[place] <= length.most]
        if not fitting:
            break
        best = max(fitting, key=lambda place: (worth[place] - REPETITION_COST * told[place], -place))
        chosen.append(best)
        left.remove(best)
        total += words[best]
        for place in left:
            told[place] = max(told[place], cosine(vectors[best], vectors[place]))
    if total < length.fewest and left:
        chosen.append(min(left, key=lambda place: words[place]))
    return tuple(strands[place] for place in sorted(chosen))


def _worth(story: Story, strand: Strand, vector: dict[str, float], centre: dict[str, float]) -> float:
    """Return how important a strand is, mostly 0..3: confirmed, early in its source, central, quoting."""
    facts = [story.facts[fact] for fact in strand.facts]
    confirmed = sum(CONFIRMED_BONUS * bool(fact.twins) for fact in facts) / len(facts)
    early = 1 - min(facts[0].sentence.place / 20, 1.0)
    central = cosine(vector, centre)
    quoted = 0.15 * any("«" in fact.sentence.text or "“" in fact.sentence.text for fact in facts)
    opens = 1.0 * (facts[0].sentence.place == 0 or any(story.follows[fact.index] == story.lead for fact in facts))
    bulky = max(0.0, count_words(" ".join(fact.sentence.text for fact in facts)) / 100 - 1)
    return confirmed + early + 1.5 * central + quoted + 0.5 * opens - 0.5 * bulky
