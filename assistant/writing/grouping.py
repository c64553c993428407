"""From strands to sections: what resembles each other meets under one heading, the order is a story's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from assistant.writing.affinity import NEIGHBOUR_BONUS, SIZE_COST, Piece, affinity, movement
from assistant.writing.cues import Role
from assistant.writing.merging import is_return
from assistant.writing.resemblance import cosine
from assistant.writing.roles import ROLE_ORDER, main_role
from assistant.writing.story import Story
from assistant.writing.strands import Strand, count_fact_words

LONGEST_SHARE: Final = 1.6
"""A theme of several sources holds at most this many times its share of words. House rule: one scroll of a phone."""


LONELY_COST: Final = 0.3
"""What a section of one sentence pays. House rule: a heading announces two sentences at least."""
NEWEST_BONUS: Final = 0.6
ASIDE_ORDER: Final = 1.5
"""Another event comes behind the story's facts and reactions, before their background. House rule."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What one heading will hold, in order. `position` is where the sources tell it, 0 their beginning, 1 their end."""

    strands: tuple[Strand, ...]
    role: Role
    position: float

    @property
    def facts(self) -> tuple[int, ...]:
        """The indices of its facts in order."""
        return tuple(fact for strand in self.strands for fact in strand.facts)


def themes(story: Story, chosen: tuple[Strand, ...], count: int) -> tuple[Theme, ...]:
    """Return at most `count` themes of the strands, in the order in which a reader wants them."""
    if not chosen:
        return ()
    single = len({story.facts[strand.facts[0]].sentence.source for strand in chosen}) == 1
    runs = _cut(story, list(chosen), count) if single else _meet(story, list(chosen), count)
    found = [theme_of(story, run) for run in runs]
    return tuple(sorted(found, key=lambda theme: _order(story, theme)))


def without_lonely(story: Story, found: Sequence[Theme], fewest: int) -> tuple[Theme, ...]:
    """Return the themes with those of one sentence joined to the theme most like them, as long as `fewest` remain."""
    joined = list(found)
    total = sum(count_fact_words(story, theme.facts) for theme in found) or 1
    while len(joined) > fewest:
        lonely = next((theme for theme in joined if len(theme.facts) == 1), None)
        if lonely is None:
            break
        host = _host(story, joined, lonely, total)
        run = sorted((*host.strands, *lonely.strands), key=lambda strand: _reading_place(story, strand))
        joined[joined.index(host)] = theme_of(story, run)
        joined.remove(lonely)
    return tuple(joined)


def _host(story: Story, joined: Sequence[Theme], lonely: Theme, total: int) -> Theme:
    """Return the theme most like the lonely one; the first of the others where that one goes on with the lead."""
    others = [theme for theme in joined if theme is not lonely]
    if any(story.follows[fact] == story.lead is not None for fact in lonely.facts):
        return others[0]
    topic, same = story.topic_vector(lonely.facts), _sources_of(story, lonely)
    return max(
        others,
        key=lambda theme: (
            cosine(topic, story.topic_vector(theme.facts))
            + NEIGHBOUR_BONUS * bool(same & _sources_of(story, theme))
            - SIZE_COST * count_fact_words(story, theme.facts) / total,
            -joined.index(theme),
        ),
    )


def _sources_of(story: Story, theme: Theme) -> set[str]:
    return {story.facts[fact].sentence.source for fact in theme.facts}


def _cut(story: Story, run: list[Strand], count: int) -> list[list[Strand]]:
    """Return `run` cut into about `count` pieces where likeness is least, always at the subheadings of the source."""
    parts = _parts_under_subheadings(story, run)
    total = sum(count_fact_words(story, strand.facts) for strand in run) or 1
    pieces: list[list[Strand]] = []
    for part in parts:
        words = sum(count_fact_words(story, strand.facts) for strand in part)
        pieces.extend(_cut_part(story, part, max(1, round(count * words / total))))
    while len(pieces) > count:
        sizes = [sum(count_fact_words(story, strand.facts) for strand in piece) for piece in pieces]
        place = min(range(len(pieces) - 1), key=lambda index: sizes[index] + sizes[index + 1])
        pieces[place : place + 2] = [pieces[place] + pieces[place + 1]]
    return pieces


def _parts_under_subheadings(story: Story, run: list[Strand]) -> list[list[Strand]]:
    parts: list[list[Strand]] = []
    last: tuple[str, int | None] | None = None
    for strand in run:
        sentence = story.facts[strand.facts[0]].sentence
        here = (sentence.source, sentence.under)
        if here != last:
            parts.append([])
        parts[-1].append(strand)
        last = here
    return parts


def _cut_part(story: Story, part: list[Strand], count: int) -> list[list[Strand]]:
    """Return the best cut of `part` into `count` pieces: sizes alike, borders where the words change."""
    count = min(count, len(part))
    sizes = [count_fact_words(story, strand.facts) for strand in part]
    ideal = max(sum(sizes) / count, 1.0)
    vectors = [story.vector(strand.facts) for strand in part]
    likeness = [0.0, *(cosine(one, other) for one, other in pairwise(vectors))]
    sums = [0]
    for size in sizes:
        sums.append(sums[-1] + size)

    best: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(float("inf"), 0)] * len(part)]
    for _ in range(count):
        row = [(float("inf"), 0)]
        for end in range(1, len(part) + 1):
            row.append(
                min(
                    (
                        best[-1][start][0]
                        + likeness[start]
                        + SIZE_COST * ((sums[end] - sums[start] - ideal) / ideal) ** 2
                        + LONELY_COST * (end - start == 1 and len(part[start].facts) == 1),
                        start,
                    )
                    for start in range(max(0, end - 60), end)
                )
            )
        best.append(row)
    pieces: list[list[Strand]] = []
    end = len(part)
    for step in range(count, 0, -1):
        start = best[step][end][1]
        pieces.insert(0, part[start:end])
        end = start
    return [piece for piece in pieces if piece]


def _meet(story: Story, chosen: list[Strand], count: int) -> list[list[Strand]]:
    """Return the strands of several sources joined, most alike first, until `count` runs are left."""
    longest = LONGEST_SHARE * sum(count_fact_words(story, strand.facts) for strand in chosen) / count
    pieces = [Piece((strand,), story) for strand in chosen]
    values = {(one, other): affinity(story, one, other, longest) for one, other in combinations(pieces, 2)}
    while len(pieces) > count and values:
        pair = max(values, key=lambda pair: (values[pair], -pieces.index(pair[0]), -pieces.index(pair[1])))
        joined = Piece(
            tuple(sorted((*pair[0].strands, *pair[1].strands), key=lambda s: _reading_place(story, s))), story
        )
        place = pieces.index(pair[0])
        pieces = [piece for piece in pieces if piece not in pair]
        values = {known: value for known, value in values.items() if not set(known) & set(pair)}
        values.update({(piece, joined): affinity(story, piece, joined, longest) for piece in pieces})
        pieces.insert(min(place, len(pieces)), joined)
    return [list(piece.strands) for piece in pieces]


def _reading_place(story: Story, strand: Strand) -> tuple[int, float, int]:
    """Return the key of a strand's place under its heading: of several sources, what happened opens, its day said."""
    return -_opening_strength(story, strand), _position(story, [strand]), strand.facts[0]


def _opening_strength(story: Story, strand: Strand) -> int:
    """Return 2 for a lead or what moves as the lead does, 1 for a fact with its day, 0 else; 0 for a single source."""
    if not story.is_merged:
        return 0
    first = story.facts[strand.facts[0]].sentence
    if movement(story, strand.facts[0]) or story.is_lead(first):
        return 2
    return int(bool(story.dates_of(strand.facts[0])) and not first.leans)


def _facts(run: Sequence[Strand]) -> tuple[int, ...]:
    return tuple(fact for strand in run for fact in strand.facts)


def _position(story: Story, run: Sequence[Strand]) -> float:
    """Return the mean place of the run in its sources, 0..1."""
    lengths = Counter(sentence.source for sentence in story.sentences)
    places = [
        story.facts[fact].sentence.place / max(lengths[story.facts[fact].sentence.source] - 1, 1)
        for fact in _facts(run)
    ]
    return sum(places) / len(places)


def theme_of(story: Story, run: Sequence[Strand]) -> Theme:
    """Return what one heading holds that tells these strands, in their order."""
    return Theme(tuple(run), main_role(story, _facts(run)), _position(story, run))


def _order(story: Story, theme: Theme) -> tuple[int, float, float]:
    """Return the key of a theme's place: what leans on the lead, facts, reactions, background, the sequel."""
    opens = any(story.follows[fact] == story.lead is not None for fact in theme.facts) or _goes_on_lead(story, theme)
    single = len({sentence.source for sentence in story.sentences}) == 1
    if single:
        return (0 if opens else 1, 0, theme.position)
    aside = sum(story.is_aside(fact) for fact in theme.facts) > len(theme.facts) / 2
    leads = any(story.is_lead(story.facts[fact].sentence) and not story.is_aside(fact) for fact in theme.facts)
    place = ASIDE_ORDER if aside and theme.role != "context" else 0 if leads else ROLE_ORDER[theme.role]
    return (0 if opens else 1, place, theme.position - _importance(story, theme))


def _goes_on_lead(story: Story, theme: Theme) -> bool:
    """Whether the theme tells the return that the lead announces."""
    if story.lead is None or not story.is_merged:
        return False
    lead = story.facts[story.lead].sentence
    told = (story.facts[fact].sentence for fact in theme.facts)
    return is_return(lead, story.language) and any(
        sentence.source == lead.source and is_return(sentence, story.language) for sentence in told
    )


def _importance(story: Story, theme: Theme) -> float:
    """Return how much the theme is what the lead announces and the sources agree on, about 0..1."""
    lead = story.topic_vector((story.lead,)) if story.lead is not None else {}
    shared = sum(story.corroboration(fact) for fact in theme.facts) / len(theme.facts)
    home = story.facts[story.lead].sentence.source if story.lead is not None else ""
    newest = sum(story.facts[fact].sentence.source == home for fact in theme.facts) / len(theme.facts)
    confirmed = sum(bool(story.facts[fact].twins) for fact in theme.facts) / len(theme.facts)
    return cosine(story.topic_vector(theme.facts), lead) + shared + confirmed + NEWEST_BONUS * newest
