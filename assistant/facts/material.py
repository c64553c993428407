"""The sources made ready for comparison: every sentence read, with its facts, and where each word stands."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, TypeVar, cast

from assistant.facts.dates import Moment
from assistant.facts.lexicon import lexicon
from assistant.facts.names import Name, capital_runs, names
from assistant.facts.numbers import Quantity
from assistant.facts.quotations import spoken_forms
from assistant.facts.reading import Reading, Word, claim_spans, read
from assistant.facts.roots import stem
from assistant.model import Passage, Source
from assistant.text.words import fold

Found = TypeVar("Found")
MAX_SENTENCES: Final = 4_000
"""Sentences of all sources that are compared. House rule: ten books would make an edit wait."""

_TITLE: Final = re.compile(r"(?:MM?|Mmes?|Mlles?|Me|Dr|Pr|Mrs?|Ms)\b")
MOST_REMEMBERED: Final = 20_000
"""Answers that are kept for one set of sources. House rule: a long draft asks for some thousand words and sentences."""
BESIDE: Final = 24
"""Characters within which a role stands beside its name. House rule: two words and an article."""


@dataclass(frozen=True, eq=False)
class Told:
    """One sentence of a source: its place, and what it states. `number` counts through all sources.

    `passage` is None for a title or a standfirst, which stand outside the body. `paragraph` parts the blocks.
    """

    number: int
    passage: Passage | None
    source: str
    paragraph: int
    reading: Reading
    names: tuple[Name, ...]


@dataclass(frozen=True, eq=False)
class Material:
    """All sentences of the sources, and an index of their words. The same sources are read once: identity is enough."""

    language: str
    sentences: tuple[Told, ...]
    ordinary: frozenset[str]
    capitalised: frozenset[str]
    spoken: tuple[str, ...]

    @cached_property
    def by_root(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the sentences that hold a root."""
        return _inverted((told.number, told.reading.roots) for told in self.sentences)

    @cached_property
    def by_concept(self) -> dict[int, tuple[int, ...]]:
        """The numbers of the sentences that hold a concept, as a word or by the name that stands for it."""
        return _inverted((told.number, told.reading.concepts) for told in self.sentences)

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How much a root tells about its place: 1 for one that stands once, less for one that stands everywhere."""
        counts = Counter(root for told in self.sentences for root in told.reading.roots)
        whole = math.log(2 + len(self.sentences))
        return {root: max(0.35, math.log((2 + len(self.sentences)) / count) / whole) for root, count in counts.items()}

    @cached_property
    def name_parts(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the sentences that hold a part of a name."""
        return _inverted((told.number, {part for name in told.names for part in name.parts}) for told in self.sentences)

    @cached_property
    def family_names(self) -> frozenset[str]:
        """The last parts of the names of two parts or more, or with a title, that are no places."""
        lexical = lexicon(self.language)
        others = lexical.places | lexical.roles
        return frozenset(
            name.parts[-1]
            for told in self.sentences
            for name in told.names
            if (len(name.parts) > 1 or _TITLE.match(told.reading.text, name.start))
            and not lexical.concepts.get(stem(name.parts[-1], self.language), frozenset()) & others
        )

    @cached_property
    def by_folded(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the sentences that hold a folded word that tells something."""
        return _inverted((told.number, {word.folded for word in told.reading.words}) for told in self.sentences)

    @cached_property
    def by_start(self) -> dict[str, tuple[str, ...]]:
        """The folded words of the sources by their first five letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.by_folded:
            if len(word) >= 6:
                found[word[:5]].append(word)
        return {start: tuple(words) for start, words in found.items()}

    @cached_property
    def aliases(self) -> dict[str, frozenset[Word]]:
        """The words beside a name that say who it is, by the last part of the name: Poutine is president, Russian."""
        found: dict[str, set[Word]] = defaultdict(set)
        for told in self.sentences:
            for name in told.names:
                found[name.parts[-1]].update(_beside(name, told.reading, self.language))
        return {part: frozenset(words) for part, words in found.items() if words}

    @cached_property
    def by_alias(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the sentences that hold the name for which a root stands."""
        pairs = [(word.root, part) for part, words in self.aliases.items() for word in words]
        return _expanded(pairs, self.name_parts)

    @cached_property
    def by_alias_concept(self) -> dict[int, tuple[int, ...]]:
        """The numbers of the sentences that hold the name for which a concept stands."""
        pairs = [(concept, part) for part, words in self.aliases.items() for word in words for concept in word.concepts]
        return _expanded(pairs, self.name_parts)

    @cached_property
    def by_date(self) -> dict[tuple[str, int | None], tuple[int, ...]]:
        """The numbers of the sentences that hold a day, a month, a year or a weekday."""
        return _inverted(
            (
                told.number,
                {
                    key
                    for moment in told.reading.moments
                    for key in (
                        ("year", moment.year),
                        ("month", moment.month),
                        ("day", moment.day),
                        ("weekday", moment.weekday),
                    )
                },
            )
            for told in self.sentences
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of the sources."""
        return tuple(quantity for told in self.sentences for quantity in told.reading.quantities)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Every date of the sources."""
        return tuple(moment for told in self.sentences for moment in told.reading.moments)

    @cached_property
    def by_value(self) -> dict[float, tuple[int, ...]]:
        """The numbers of the sentences that hold a value."""
        return _inverted(
            (told.number, {round(quantity.value, 3) for quantity in told.reading.quantities if not quantity.is_weak})
            for told in self.sentences
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Every folded word of the sources."""
        return frozenset(word for told in self.sentences for word in told.reading.folded)

    @cached_property
    def remembered(self) -> dict[Hashable, object]:
        """What was found out about words and sentences held against these sources; goes away with them."""
        return {}

    def remember(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """Return what `find` returned for this key before, else what it returns now."""
        known = self.remembered
        if key not in known:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            known[key] = find()
        # Each kind of key has one kind of answer: the first part of the key names it.
        return cast(Found, known[key])

    def is_name(self, folded: str) -> bool:
        """Whether the word opens a name: the sources use it so within a sentence, or it is a country or a capital."""
        if folded in self.capitalised:
            return True
        lexical = lexicon(self.language)
        return (
            bool(lexical.concepts.get(stem(folded, self.language), frozenset()) & lexical.places)
            and folded not in self.ordinary
        )

    def is_ordinary(self, folded: str) -> bool:
        """Whether the word is one of the language rather than a name, as far as lexicon and sources tell."""
        return folded in self.ordinary or is_ordinary(folded, self.language)


def is_ordinary(folded: str, language: str) -> bool:
    """Whether the lexicon knows the folded word as one that is no name."""
    lexical = lexicon(language)
    key = stem(folded, language)
    concepts = lexical.concepts.get(key, frozenset())
    return bool(concepts - lexical.places) or key in lexical.light or folded in lexical.function


@lru_cache(maxsize=32)
def read_material(sources: tuple[Source, ...], language: str) -> Material:
    """Return the sources ready for comparison; remembered, since every sentence is held against them.

    `language` is that of the texts to be compared; each source is read in its own.
    """
    lines: list[tuple[Source, str, int | None, int]] = []
    paragraph = 0
    for source in sources:
        for line in (source.title, source.dek):
            if line:
                lines.extend(
                    (source, line[start:end], None, paragraph) for start, end in claim_spans(line, source.language)
                )
                paragraph += 1
        body = source.body
        lines.extend(
            (source, body[start:end], start, paragraph + body.count("\n", 0, start))
            for start, end in claim_spans(body, source.language)
        )
        paragraph += body.count("\n") + 1
    lines = lines[:MAX_SENTENCES]
    ordinary = frozenset(
        fold(word)
        for _, text, _, _ in lines
        for word in text.replace("’", " ").replace("'", " ").split()
        if word.islower()
    )
    capitalised = frozenset(
        fold(piece)
        for _, text, _, _ in lines
        for _, _, words, opens in capital_runs(text)
        for piece in (words[1:] if opens else words)
        if len(piece) > 1 and not piece.isdigit()
    )
    material = Material(
        language, (), ordinary, capitalised, tuple(form for source in sources for form in _spoken(source))
    )
    told = []
    for number, (source, text, begin, place) in enumerate(lines):
        passage = None if begin is None else Passage(source.id, begin, begin + len(text))
        found = names(text, source.language, material.is_name)
        told.append(Told(number, passage, source.id, place, read(text, source.language), found))
    return Material(language, tuple(told), ordinary, capitalised, material.spoken)


def _spoken(source: Source) -> tuple[str, ...]:
    return spoken_forms(" ".join(filter(None, (source.title, source.dek, source.body))))


Key = TypeVar("Key", str, int, float, tuple[str, int | None])


def _inverted(pairs: Iterable[tuple[int, Iterable[Key]]]) -> dict[Key, tuple[int, ...]]:
    found: dict[Key, list[int]] = defaultdict(list)
    for number, keys in pairs:
        for key in keys:
            found[key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _expanded(pairs: Iterable[tuple[Key, str]], numbers: Mapping[str, tuple[int, ...]]) -> dict[Key, tuple[int, ...]]:
    found: dict[Key, set[int]] = defaultdict(set)
    for key, part in pairs:
        found[key].update(numbers.get(part, ()))
    return {key: tuple(sorted(places)) for key, places in found.items()}


def _beside(name: Name, reading: Reading, language: str) -> Iterable[Word]:
    """Yield the words right beside the name that name a role or a country: `le président russe Vladimir Poutine`."""
    lexical = lexicon(language)
    known = lexical.roles | lexical.places
    for word in reading.words:
        distance = name.start - word.end if word.end <= name.start else word.start - name.end
        between = reading.text[word.end : name.start] if word.end <= name.start else reading.text[name.end : word.start]
        if 0 <= distance <= BESIDE and word.concepts & known and not any(mark in between for mark in ".;:()«»"):
            yield word
