"""How much of a text stands word for word in its sources: the share, the longest run, and every run's place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.facts.quotations import is_spoken, quotations, spoken_forms
from assistant.lang import pack
from assistant.model import CopiedRun, Originality, Overlap, Source
from assistant.text.markup import MarkupBlock, parse_markdown
from assistant.text.words import fold, word_spans

COPIED_RUN_WORDS: Final = 8
"""Words in a row that count as copied (truth note: two articles on one event share runs of 5, rarely of 8)."""
LONG_RUN_WORDS: Final = 15
"""A run of so many words is red by itself (truth note, originality)."""
GOOD_PERCENT: Final = 10.0
"""Below this copied share a text is its own (truth note: under 15 % is usually accepted, the desk is stricter)."""
BAD_PERCENT: Final = 25.0
"""Above this copied share a text is a copy (truth note: over 25 % is held to be high)."""
OWN_WORDS: Final = 4
"""A run with fewer words that are no name, number or date copies nothing. House rule: `le ministre des Armées, …`."""
_BREAK: Final = ""

_NUMBER = re.compile(r"\d")
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text: its comparable form (empty: nothing may run across it), its place, and whether it is free.

    Names, numbers and dates are free: nobody can write them otherwise.
    """

    form: str
    start: int
    end: int
    free: bool


def originality_state(originality: Originality) -> Literal["good", "improve", "bad"]:
    """Return how a copied share and a longest run are judged, by the thresholds of this module."""
    if originality.copied_percent > BAD_PERCENT:
        return "bad"
    long = originality.longest_run_words >= LONG_RUN_WORDS
    return "improve" if long or originality.copied_percent >= GOOD_PERCENT else "good"


def measure_originality(text: str, sources: Sequence[Source]) -> Originality:
    """Return what of the Markdown `text` stands in the sources in runs of 8 words or more, headings included.

    A quotation that a source holds word for word is left out on both sides of the share, and so is a run of names,
    numbers and dates. Where two sources hold the same run it counts once, for the one that holds more of it.
    """
    blocks = parse_markdown(text)
    spoken = tuple(form for source in sources for form in _spoken(source))
    by_block = [(block, _words(block, spoken)) for block in blocks]
    total = sum(1 for _, words in by_block for word in words if word.form)
    runs: list[CopiedRun] = []
    counts: dict[str, int] = defaultdict(int)
    longest: dict[str, int] = defaultdict(int)
    copied = 0
    for block, words in by_block:
        marked: set[int] = set()
        for source in sources:
            for first, last in _copied(words, _index(source)):
                counts[source.id] += last - first
                longest[source.id] = max(longest[source.id], last - first)
                if not marked.intersection(range(first, last)):
                    span = block.span_in_markdown((words[first].start, words[last - 1].end))
                    runs.append(CopiedRun(*span, last - first, source.id))
                marked.update(range(first, last))
        copied += len(marked)
    overlaps = tuple(Overlap(source.id, _percent(counts[source.id], total), longest[source.id]) for source in sources)
    return Originality(_percent(copied, total), max(longest.values(), default=0), tuple(runs), overlaps)


def copied_percent(text: str, sources: Sequence[Source]) -> float:
    """Return the share, 0..100, of the words of Markdown `text` that stand in copied runs; 0 without words."""
    return measure_originality(text, sources).copied_percent


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _copied(words: Sequence[_Word], index: _Index) -> Iterator[tuple[int, int]]:
    """Yield the runs of words, first and behind the last, that stand in the indexed source."""
    forms = [word.form for word in words]
    place = 0
    while place + COPIED_RUN_WORDS <= len(forms):
        gram = tuple(forms[place : place + COPIED_RUN_WORDS])
        starts = index.places.get(gram, ())
        if not starts or _BREAK in gram:
            place += 1
            continue
        length = max(_length(forms, place, index.forms, start) for start in starts)
        if sum(not word.free for word in words[place : place + length]) >= OWN_WORDS:
            yield place, place + length
        place += length


def _length(forms: list[str], place: int, other: tuple[str, ...], start: int) -> int:
    length = 0
    while place + length < len(forms) and start + length < len(other) and forms[place + length]:
        if forms[place + length] != other[start + length]:
            break
        length += 1
    return length


@dataclass(frozen=True, slots=True)
class _Index:
    """The words of a source in order, and where each run of eight starts."""

    forms: tuple[str, ...]
    places: dict[tuple[str, ...], tuple[int, ...]]


@lru_cache(maxsize=64)
def _index(source: Source) -> _Index:
    forms = tuple(
        form
        for line in (source.title or "", source.dek or "", source.body)
        for form in (*(_form(line[start:end]) for start, end in word_spans(line)), _BREAK)
    )
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(forms) - COPIED_RUN_WORDS + 1):
        kept = places[forms[place : place + COPIED_RUN_WORDS]]
        # A source that repeats one line a thousand times must not make the comparison quadratic.
        if len(kept) < 20:
            kept.append(place)
    return _Index(forms, {gram: tuple(starts) for gram, starts in places.items()})


@lru_cache(maxsize=64)
def _spoken(source: Source) -> tuple[str, ...]:
    return spoken_forms(" ".join((source.title or "", source.dek or "", source.body)))


def _words(block: MarkupBlock, spoken: tuple[str, ...]) -> list[_Word]:
    """Return the words of a block; a quotation that a source holds word for word is one break."""
    exempt = [
        quotation.span
        for quotation in quotations(block.text)
        if is_spoken(block.text[slice(*quotation.inside)], spoken)
    ]
    calendar = _calendar()
    words: list[_Word] = []
    for start, end in word_spans(block.text):
        written = block.text[start:end]
        if any(first <= start < last for first, last in exempt):
            words.append(_Word(_BREAK, start, end, free=True))
            continue
        form = _form(written)
        # The first word of a block has its capital from its place.
        is_name = bool(words) and any(part[0].isupper() for part in _PART.findall(written))
        words.append(_Word(form, start, end, is_name or bool(_NUMBER.search(written)) or form in calendar))
    return words


def _form(word: str) -> str:
    return "".join(_PART.findall(fold(word)))


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    names = (name for code in ("fr", "en") for name in (*pack(code).months, *pack(code).weekdays))
    return frozenset(fold(name) for name in names)
