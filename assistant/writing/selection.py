"""Which facts an article of a given length tells: something of every theme, the most important first, nothing twice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.model import Brief
from assistant.writing.echoes import echo
from assistant.writing.grouping import Theme
from assistant.writing.opposition import is_denial
from assistant.writing.repetition import repetitions
from assistant.writing.resemblance import cosine
from assistant.writing.sentences import is_damaged, surnames
from assistant.writing.story import Story
from assistant.writing.strands import Strand, count_fact_words

ABOVE_TARGET: Final = 1.1
"""An article may exceed the wanted words by a tenth (newsroom note: within -0/+10 % of the target)."""
REPETITION_COST: Final = 5.0
TOLD_SHARE: Final = 0.3
"""Share of a sentence that another source told already, from which on repeating it costs. House rule."""
CROWDING_COST: Final = 1.0
CONFIRMED_BONUS: Final = 0.8
"""For each further source that tells the same."""
THEME_BONUS: Final = 0.6
TITLE_BONUS: Final = 1.5
OTHER_TITLE_BONUS: Final = 1.0
CORROBORATION_BONUS: Final = 4.0
"""What several sources touch upon is the story; what one alone tells is its colour. House rule."""
DAMAGE_COST: Final = 1.2
ADRIFT_COST: Final = 1.0
"""What another event dates by a day of its own, `le mois dernier`, is out of its date in this article. House rule."""
SCRAP_COST: Final = 0.8
SCRAP_WORDS: Final = 14
"""Words that a sentence of its own needs to tell something. House rule: shorter ones are often torn from another."""
DATED_BONUS: Final = 0.4
"""A named person on a named day is what happened; the rest is told about it. House rule."""
BULK_COST: Final = 0.6
NEIGHBOUR_BONUS: Final = 0.3
STRANGER_COST: Final = 0.8
"""A surname that nobody introduced puzzles the reader. House rule, as the bonuses above: fitted by reading."""
PART_SHARE: Final = 0.7
"""A strand longer than this part of a theme's words may be parted. House rule: no paragraph swallows a theme."""

DENIED_PART: Final = 4
"""Denials and refusals are told before all else, in a quarter of the words at most. House rule: what a party of the
story says against it is news, and a story of denials alone tells nothing."""

DROPPED_SHARE: Final = 0.01
"""Of the words of a merged article: days that mean another week there, and are not printed. House rule."""
LONGEST_PART: Final = 0.9
"""Of a theme's words; a chain of remarks on remarks is told up to here. House rule."""


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


def trim(
    story: Story, themes: Sequence[Theme], length: Length, *, title: str = "", others: Sequence[str] = ()
) -> tuple[Theme, ...]:
    """Return the themes with the strands that make an article of that length; all of them where they fit.

    What `title` announces is told first of all, then what the `others` do, the titles of the sources. The words stay
    at most at `length.most`, and reach `length.fewest` where whole sentences allow it.
    """
    words = sum(count_fact_words(story, theme.facts) for theme in themes)
    if words <= length.most or not themes:
        return tuple(themes)
    if story.is_merged:
        themes = _without_repetitions(story, themes, words - length.most)
        length = replace(length, fewest=min(length.most, math.ceil(length.fewest * (1 + DROPPED_SHARE))))
    share = length.fewest / len(themes)
    offers = [
        _Offer(story, place, topic, strand)
        for place, theme in enumerate(themes)
        for topic in (story.topic_vector(theme.facts),)
        for strand in _cut(story, theme, share)
    ]
    announced = [
        (TITLE_BONUS, story.keys_of(title)),
        *((OTHER_TITLE_BONUS, story.telling_keys(text)) for text in others),
    ]
    for offer in offers:
        offer.worth += max(bonus * story.share_told(keys, offer.strand.facts) for bonus, keys in announced)
    chosen = _denying(story, offers, length.most // DENIED_PART)
    words = sum(offer.words for offer in chosen)
    for told in chosen:
        for offer in offers:
            offer.hear(told)
    while words < length.fewest:
        fitting = [offer for offer in offers if words + offer.words <= length.most and offer not in chosen]
        if not fitting:
            break
        best = max(fitting, key=lambda offer: (offer.value(chosen, share), -offer.strand.facts[0]))
        chosen.append(best)
        words += best.words
        for offer in offers:
            offer.hear(best)
    chosen.extend(_last_word(offers, chosen, length.fewest - words))
    trimmed = (
        replace(theme, strands=tuple(offer.strand for offer in offers if offer.theme == place and offer in chosen))
        for place, theme in enumerate(themes)
    )
    return tuple(theme for theme in trimmed if theme.strands)


def _denying(story: Story, offers: Sequence[_Offer], most: int) -> list[_Offer]:
    """Return the offers in which a party of the story denies or refuses something, in at most `most` words."""
    chosen: list[_Offer] = []
    for offer in sorted(offers, key=lambda offer: (-offer.worth, offer.strand.facts[0])):
        words = sum(known.words for known in chosen) + offer.words
        if words <= most and any(is_denial(story, fact) for fact in offer.strand.facts):
            chosen.append(offer)
    return chosen


def _without_repetitions(story: Story, themes: Sequence[Theme], spare_words: int) -> tuple[Theme, ...]:
    """Return the themes without the facts that the others tell between them, as far as there are words to spare."""
    told = [fact for theme in themes for fact in theme.facts]
    facts = [fact for fact in told if not is_denial(story, fact)]
    kept = (*(() if story.lead is None else (story.lead,)), *(fact for fact in told if is_denial(story, fact)))
    repeated = repetitions(story, facts, spare_words=spare_words, kept=kept)
    thinned = (
        replace(
            theme,
            strands=tuple(
                Strand(left)
                for strand in theme.strands
                if (left := tuple(fact for fact in strand.facts if fact not in repeated))
            ),
        )
        for theme in themes
    )
    return tuple(theme for theme in thinned if theme.strands)


class _Offer:
    """One strand that may be told, with what it would add to what is told already."""

    def __init__(self, story: Story, theme: int, topic: dict[str, float], strand: Strand) -> None:
        self.story = story
        self.theme = theme
        self.strand = strand
        self.words = count_fact_words(story, strand.facts)
        self.vector = story.vector(strand.facts)
        self.worth = _worth(story, strand) + THEME_BONUS * cosine(story.topic_vector(strand.facts), topic)
        self.told = 0.0
        self.near = False
        sentences = [story.facts[fact].sentence for fact in strand.facts]
        self.introduces = frozenset(name for sentence in sentences for name in surnames(sentence.text))
        self.needs = frozenset(name for fact in strand.facts for name in story.bare_names(fact)) - self.introduces

    def value(self, chosen: Sequence[_Offer], share: float) -> float:
        """Return the worth of telling it now: less where its theme has its share already, or where it repeats."""
        crowd = sum(offer.words for offer in chosen if offer.theme == self.theme) / share
        bulk = BULK_COST * max(0.0, self.words / share - 0.5)
        known = {name for offer in chosen for name in offer.introduces}
        strangers = STRANGER_COST * bool(self.needs - known)
        near = NEIGHBOUR_BONUS * self.near
        return (
            self.worth
            + near
            - bulk
            - strangers
            - CROWDING_COST * crowd
            - REPETITION_COST * max(0.0, self.told - TOLD_SHARE)
        )

    def hear(self, other: _Offer) -> None:
        """Note what `other`, which is told now, says of the same, and whether it stands next to it."""
        last, first = other.strand.facts[-1], self.strand.facts[0]
        if other.theme == self.theme and abs(first - last) <= len(self.strand.facts):
            self.near = self.near or self.story.same_source(first, last)
        for fact in self.strand.facts:
            for told in other.strand.facts:
                self.told = max(self.told, self.story.told_by(fact, told), echo(self.story, fact, told))


def _last_word(offers: Sequence[_Offer], chosen: Sequence[_Offer], missing: int) -> list[_Offer]:
    """Return the shortest strand that closes the gap, though it exceeds the length; none where no gap is left."""
    left = [offer for offer in offers if offer not in chosen]
    if missing <= 0 or not left:
        return []
    enough = [offer for offer in left if offer.words >= missing]
    return [min(enough or left, key=lambda offer: offer.words)]


def _cut(story: Story, theme: Theme, share: float) -> list[Strand]:
    """Return the strands of the theme, long ones parted where nothing leans back."""
    parts: list[Strand] = []
    for strand in theme.strands:
        run: list[int] = []
        for fact in strand.facts:
            parts_here = count_fact_words(story, (*run, fact)) > PART_SHARE * share or _is_doubtful(story, fact)
            parts_here = parts_here or any(is_denial(story, each) for each in (*run[-1:], fact))
            if run and story.follows[fact] is None and parts_here:
                parts.append(_pruned(story, Strand(tuple(run)), LONGEST_PART * share))
                run = []
            run.append(fact)
        parts.append(_pruned(story, Strand(tuple(run)), LONGEST_PART * share))
    return parts


def _is_doubtful(story: Story, fact: int) -> bool:
    """Whether the fact is told badly here, so that its neighbours shall not depend on it."""
    return _is_damaged(story, fact) or story.is_adrift(fact)


def _is_damaged(story: Story, fact: int) -> bool:
    return is_damaged(story.facts[fact].sentence.text, story.language)


def _pruned(story: Story, strand: Strand, most_words: float) -> Strand:
    """Return the strand without the least of what leans on others and bears nothing, as long as it is too long."""
    facts = list(strand.facts)
    while len(facts) > 1 and count_fact_words(story, tuple(facts)) > most_words:
        borne = {story.follows[fact] for fact in facts} | {fact for pair in story.disputes for fact in pair}
        borne.update(fact for fact in facts if is_denial(story, fact))
        leaves = [fact for fact in facts[1:] if fact not in borne and story.follows[fact] in facts]
        if not leaves:
            break
        facts.remove(min(leaves, key=lambda fact: (_worth(story, Strand((fact,))), -fact)))
    return Strand(tuple(facts))


def _worth(story: Story, strand: Strand) -> float:
    """Return how important a strand is, mostly 0..3: confirmed, early in its source, central, quoting."""
    facts = [story.facts[fact] for fact in strand.facts]
    others = [{twin.source for twin in fact.twins} - {fact.sentence.source} for fact in facts]
    confirmed = CONFIRMED_BONUS * sum(len(sources) for sources in others) / len(facts)
    early = 1 - min(facts[0].sentence.place / 20, 1.0)
    core = sum(story.corroboration(fact) for fact in strand.facts) / len(strand.facts)
    central = CORROBORATION_BONUS * core if story.is_merged else cosine(story.vector(strand.facts), story.centre())
    quoted = 0.15 * any("«" in fact.sentence.text or "“" in fact.sentence.text for fact in facts)
    follows_lead = 0.5 * any(story.follows[fact.index] == story.lead for fact in facts)
    damaged = any(_is_damaged(story, fact) for fact in strand.facts)
    adrift = any(story.is_adrift(fact) for fact in strand.facts)
    dated = any(bool(story.dates_of(fact)) and not story.is_aside(fact) for fact in strand.facts)
    scrap = SCRAP_COST * (count_fact_words(story, strand.facts) < SCRAP_WORDS)
    faults = DAMAGE_COST * damaged + ADRIFT_COST * adrift + scrap
    opens = 0.4 * any(sentence.place == 0 for fact in facts for sentence in (fact.sentence, *fact.twins))
    return confirmed + 0.7 * early + central + quoted + follows_lead + opens + DATED_BONUS * dated - faults
