"""What a comparison hands over: the sentence with its passages, and the faults found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from assistant.facts.alignment import Alignment
from assistant.facts.material import Material, Told
from assistant.facts.names import Name
from assistant.facts.number_words import is_unit
from assistant.facts.reading import Reading, Word
from assistant.model import ClaimFault, Span

NEAR_COPY: Final = 0.75
"""Share of the sentence's plain words that its best passage repeats, from which it is a copy of it. House rule."""
FEWEST_PLAIN: Final = 3
CONTRARY: Final = (
    ("avant", "apres"), ("plus", "moins"), ("avec", "sans"), ("pour", "contre"), ("dessus", "dessous"),
    ("tous", "aucun"), ("toujours", "jamais"), ("devant", "derriere"), ("before", "after"), ("more", "less"),
    ("more", "fewer"), ("with", "without"), ("for", "against"), ("above", "below"), ("over", "under"),
    ("always", "never"), ("all", "none"),
)  # fmt: skip
"""Small words that say how two things stand to each other, each with its contrary, folded."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that the sources do not carry: `start` and `end` point into the sentence.

    `is_red` says that the sources say something else; otherwise they say nothing of it.
    """

    kind: ClaimFault
    start: int
    end: int
    expected: str
    is_red: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Where a near copy leaves its passage: the stretch of the sentence and that of the passage, either may be empty.

    `mine` and `theirs` are offsets into the two texts, `places` and `their_places` the numbers of their words.
    """

    mine: Span
    theirs: Span
    places: Span
    their_places: Span


def _stretch(reading: Reading, first: int, last: int) -> Span:
    if first >= last:
        place = reading.spans[first][0] if first < len(reading.spans) else len(reading.text)
        return place, place
    return reading.spans[first][0], reading.spans[last - 1][1]


def _told_in_order(reading: Reading, passage: Reading) -> bool:
    """Whether most words of a short sentence stand in the passage, function words too."""
    known = set(passage.folded)
    return len(reading.folded) >= 4 and sum(word in known for word in reading.folded) >= 0.7 * len(reading.folded)


@dataclass(frozen=True)
class Comparison:
    """A sentence of a draft beside what it was made from; `near` are the passages of the sentence before it."""

    reading: Reading
    names: tuple[Name, ...]
    alignment: Alignment
    material: Material
    near: tuple[int, ...] = ()

    @property
    def evidence(self) -> tuple[Told, ...]:
        """The passages, best first."""
        return self.alignment.evidence

    @cached_property
    def window(self) -> tuple[Told, ...]:
        """The passages and the sentence on either side of each, best first, none twice."""
        numbers: dict[int, None] = {told.number: None for told in self.evidence}
        for told in self.evidence:
            for beside in (told.number - 1, told.number + 1):
                if 0 <= beside < len(self.material.sentences) and self.material.sentences[beside].source == told.source:
                    numbers.setdefault(beside)
        return tuple(self.material.sentences[number] for number in numbers)

    @cached_property
    def wide_window(self) -> tuple[Told, ...]:
        """The window and what the sentence before was made from: what a number may be reckoned from."""
        known = {told.number for told in self.window}
        return (*self.window, *(self.material.sentences[number] for number in self.near if number not in known))

    @cached_property
    def best(self) -> Told | None:
        """The passage that carries most, None when there is none."""
        return self.evidence[0] if self.evidence else None

    @cached_property
    def is_near_copy(self) -> bool:
        """Whether the sentence repeats its best passage, one or two words apart."""
        if self.best is None:
            return False
        quoted = [quotation.span for quotation in self.reading.quotations]
        plain = [
            word
            for word in self.reading.words
            if word.weight >= 1.0 and not word.capital and not any(start <= word.start < end for start, end in quoted)
        ]
        shared = sum(word.root in self.best.reading.roots for word in plain)
        if len(plain) < FEWEST_PLAIN:
            return not quoted and _told_in_order(self.reading, self.best.reading)
        return shared >= NEAR_COPY * len(plain)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What differs word by word from the best passage, in order; nothing unless the sentence is a near copy."""
        if self.best is None or not self.is_near_copy:
            return ()
        mine, theirs = self.reading, self.best.reading
        matcher = SequenceMatcher(None, theirs.folded, mine.folded, autojunk=False)
        return tuple(
            Change(_stretch(mine, j1, j2), _stretch(theirs, i1, i2), (j1, j2), (i1, i2))
            for tag, i1, i2, j1, j2 in matcher.get_opcodes()
            if tag != "equal"
        )

    def changes_sides(self, told: Told, here: int, there: int) -> bool:
        """Whether a name stands before `here` in the sentence and behind `there` in the passage, or the reverse.

        `X devant Y` is `Y derrière X`.
        """
        for name in self.names:
            twin = next((other for other in told.names if set(other.parts) & set(name.parts)), None)
            if twin is not None and (name.start < here) != (twin.start < there):
                return True
        return False

    @cached_property
    def plain_coverage(self) -> float:
        """Return how much, 0..1, the passages carry of the words in no name; of all, without any."""
        rarity = self.material.rarity
        weighed = [
            (word.weight * rarity.get(word.root, 1.0), strength)
            for word, strength in zip(self.reading.words, self.alignment.carried, strict=True)
            if word.weight >= 1.0 and not any(name.start <= word.start < name.end for name in self.names)
        ]
        total = sum(weight for weight, _ in weighed)
        return sum(weight * strength for weight, strength in weighed) / total if total else self.alignment.coverage

    def share_told(self, told: Told) -> float:
        """Return the share, 0..1, of the sentence's words besides names and units that the passage tells."""
        words = [
            word
            for word in self.reading.words
            if word.weight >= 1.0
            and not is_unit(word.folded)
            and not any(name.start <= word.start < name.end for name in self.names)
        ]
        return sum(means_same(told.reading, word) for word in words) / len(words) if words else 0.0

    def stands_around(self, word: Word, passage: Reading, other: Word) -> bool:
        """Whether the two words stand among the same words."""
        mine = list(self.words_near(self.reading, word.start, word.end, 4))
        theirs = list(self.words_near(passage, other.start, other.end, 5))
        return any(share_meaning(one, two) for one in mine if one.weight > 0.5 for two in theirs)

    def words_near(self, reading: Reading, start: int, end: int, reach: int = 3) -> Iterator[Word]:
        """Yield the words of `reading` that stand within so many words of a stretch of it."""
        while reading.text[start - 1 : start] == "(" and reading.text[end : end + 1] == ")":
            start, end = start - 1, end + 1
        before = [word for word in reading.words if word.end <= start][-reach:]
        after = [word for word in reading.words if word.start >= end][:reach]
        for word in (*before, *after):
            gap = (
                reading.text[min(word.end, end) : max(word.start, start)]
                if word.end <= start
                else reading.text[end : word.start]
            )
            if not any(mark in gap for mark in ";:()"):
                yield word


def share_meaning(one: Word, other: Word) -> bool:
    """Whether two words are forms of one word, or mean the same by the lexicon."""
    return one.root == other.root or bool(one.concepts & other.concepts)


def means_same(one: Reading, word: Word) -> bool:
    """Whether the reading holds the word, in any form, or another one with its meaning."""
    return word.root in one.roots or bool(word.concepts & one.concepts)


_ARTICLES: Final = frozenset(
    "le la les l un une des du au aux ce cette ces son sa ses leur leurs the a an its".split()  # noqa: SIM905 - a list
)


def is_named_thing(reading: Reading, word: Word) -> bool:
    """Whether an article makes the word a noun: `la prescription`."""
    return word.place > 0 and reading.folded[word.place - 1] in _ARTICLES - (
        {"a"} if reading.language == "fr" else set()
    )
