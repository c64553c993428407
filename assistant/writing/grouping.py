"""From facts to sections: what leans together stays together, what resembles each other meets, the order is a story's.

A strand is a run of facts that must not be parted; a theme is a run of strands under one heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from assistant.text.words import count_words
from assistant.writing.cues import Role
from assistant.writing.editing import printed
from assistant.writing.merging import is_return
from assistant.writing.resemblance import cosine
from assistant.writing.roles import ROLE_ORDER, main_role
from assistant.writing.story import Story

PARAGRAPH_FACTS: Final = 4
"""Sentences of a paragraph of the source that stay together. House rule: a press paragraph has two to four."""
REMARK_WORDS: Final = 15
"""A paragraph of one sentence with fewer words is a remark on the one before it. House rule."""
SIZE_COST: Final = 0.35
"""What a theme pays for being far from its share of the words, against likeness lost at a border. House rule."""
LONGEST_SHARE: Final = 2.0
"""A theme of several sources holds at most this many times its share of words. House rule: one scroll of a phone."""
SAME_ROLE_BONUS: Final = 0.06
NEIGHBOUR_BONUS: Final = 0.12
"""Against a cosine of 0..1: a paragraph stays with its neighbour unless its topic is clearly elsewhere. House rule."""


OTHER_DAY_COST: Final = 0.12
"""Two sources whose news is of different days tell two events, unless the topic says otherwise. House rule."""
OTHER_MONTH_COST: Final = 0.3
"""What happened in a month that is named is not what happened on a day of this week. House rule."""
LONELY_COST: Final = 0.3
"""What a section of one sentence pays. House rule: a heading announces two sentences at least."""
NEWEST_BONUS: Final = 0.6


@dataclass(frozen=True, slots=True)
class Strand:
    """Facts that are told one after the other, by their index in `Story.facts`."""

    facts: tuple[int, ...]


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


def themes(story: Story, chosen: tuple[Strand, ...], count: int) -> tuple[Theme, ...]:
    """Return at most `count` themes of the strands, in the order in which a reader wants them."""
    if not chosen:
        return ()
    single = len({story.facts[strand.facts[0]].sentence.source for strand in chosen}) == 1
    runs = _cut(story, list(chosen), count) if single else _meet(story, list(chosen), count)
    found = [_theme(story, run) for run in runs]
    return tuple(sorted(found, key=lambda theme: _order(story, theme)))


def without_lonely(story: Story, found: Sequence[Theme], fewest: int) -> tuple[Theme, ...]:
    """Return the themes with those of one sentence joined to the theme most like them, as long as `fewest` remain."""
    joined = list(found)
    while len(joined) > fewest:
        lonely = next((theme for theme in joined if len(theme.facts) == 1), None)
        if lonely is None:
            break
        topic = story.topic_vector(lonely.facts)
        others = [theme for theme in joined if theme is not lonely]
        same = _sources_of(story, lonely)
        host = max(
            others,
            key=lambda theme: (
                cosine(topic, story.topic_vector(theme.facts))
                + NEIGHBOUR_BONUS * bool(same & _sources_of(story, theme)),
                -joined.index(theme),
            ),
        )
        run = sorted((*host.strands, *lonely.strands), key=lambda strand: _reading_place(story, strand))
        joined[joined.index(host)] = _theme(story, run)
        joined.remove(lonely)
    return tuple(joined)


def _sources_of(story: Story, theme: Theme) -> set[str]:
    return {story.facts[fact].sentence.source for fact in theme.facts}


def _same_paragraph(story: Story, previous: int, fact: int, group: list[int]) -> bool:
    one, other = story.facts[previous].sentence, story.facts[fact].sentence
    if one.source != other.source or len(group) >= PARAGRAPH_FACTS:
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
    pieces = [_Piece((strand,), story) for strand in chosen]
    values = {(one, other): _affinity(story, one, other, longest) for one, other in combinations(pieces, 2)}
    while len(pieces) > count and values:
        pair = max(values, key=lambda pair: (values[pair], -pieces.index(pair[0]), -pieces.index(pair[1])))
        joined = _Piece(
            tuple(sorted((*pair[0].strands, *pair[1].strands), key=lambda s: _reading_place(story, s))), story
        )
        place = pieces.index(pair[0])
        pieces = [piece for piece in pieces if piece not in pair]
        values = {known: value for known, value in values.items() if not set(known) & set(pair)}
        values.update({(piece, joined): _affinity(story, piece, joined, longest) for piece in pieces})
        pieces.insert(min(place, len(pieces)), joined)
    return [list(piece.strands) for piece in pieces]


class _Piece:
    """Strands that share a heading so far, with what `_affinity` asks of them again and again."""

    def __init__(self, strands: tuple[Strand, ...], story: Story) -> None:
        self.strands = strands
        self.facts = tuple(fact for strand in strands for fact in strand.facts)
        self.words = count_fact_words(story, self.facts)
        self.vector = story.topic_vector(self.facts)
        self.role = main_role(story, self.facts)
        sources = {story.facts[fact].sentence.source for fact in self.facts}
        self.days = frozenset(day for source in sources for day in story.days_of(source))
        self.dates = frozenset(day for fact in self.facts for day in story.dates_of(fact))
        self.months = frozenset(month for fact in self.facts for month in story.months_of(fact))
        self.places = {(s.source, s.under, s.place) for s in (story.facts[fact].sentence for fact in self.facts)}


def _affinity(story: Story, one: _Piece, other: _Piece, longest: float) -> float:
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
    words = one.words + other.words
    return value - SIZE_COST * words / longest - (1.0 if words > longest else 0.0)


def _reading_place(story: Story, strand: Strand) -> tuple[float, int]:
    return _position(story, [strand]), strand.facts[0]


def _facts(run: list[Strand]) -> tuple[int, ...]:
    return tuple(fact for strand in run for fact in strand.facts)


def _position(story: Story, run: list[Strand]) -> float:
    """Return the mean place of the run in its sources, 0..1."""
    lengths = Counter(sentence.source for sentence in story.sentences)
    places = [
        story.facts[fact].sentence.place / max(lengths[story.facts[fact].sentence.source] - 1, 1)
        for fact in _facts(run)
    ]
    return sum(places) / len(places)


def _theme(story: Story, run: list[Strand]) -> Theme:
    return Theme(tuple(run), main_role(story, _facts(run)), _position(story, run))


def _order(story: Story, theme: Theme) -> tuple[int, int, float]:
    """Return the key of a theme's place: what leans on the lead, facts, reactions, background, the sequel."""
    opens = any(story.follows[fact] == story.lead is not None for fact in theme.facts) or _goes_on_lead(story, theme)
    single = len({sentence.source for sentence in story.sentences}) == 1
    if single:
        return (0 if opens else 1, 0, theme.position)
    return (0 if opens else 1, ROLE_ORDER[theme.role], theme.position - _importance(story, theme))


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
