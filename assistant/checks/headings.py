"""What can be wrong with headings, for the checks and for the count of all problems.

Headings without text are left out of every rule but their own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.measure import comparable
from assistant.lang import pack
from assistant.text.markup import MarkupBlock

_FIRST_EXPECTED_LEVEL: Final = 2
_NUMBERING = re.compile(r"^(?:\d{1,3}|[ivx]{1,5})\s{0,3}[.):/-]\s{0,3}(?=\S)")
_ORDINAL = re.compile(r"^\d{1,3}(?:er|ere|re|eme|e|nde?|st|rd|th)\s(?=\S)")
_NUMBER = re.compile(r"(?<=\s)(?:\d{1,3}|[ivx]{1,5})$")
_JOINTS = re.compile(r"[\s-]")

Headings = tuple[MarkupBlock, ...]


def second_h1(reading: Reading) -> Headings:
    """Return every H1 after the first."""
    return tuple(heading for heading in reading.all_headings if heading.level == 1)[1:]


def skipping_headings(reading: Reading) -> tuple[tuple[MarkupBlock, int], ...]:
    """Return the headings more than one level deeper than the one before, each with the deepest level expected."""
    levels = [heading.level for heading in reading.all_headings]
    expected = [_FIRST_EXPECTED_LEVEL, *(level + 1 for level in levels)]
    pairs = zip(reading.all_headings, expected, strict=False)
    return tuple((heading, deepest) for heading, deepest in pairs if heading.level > deepest)


def duplicate_headings(reading: Reading) -> Headings:
    """Return the headings that say the same as an earlier one."""
    told: set[str] = set()
    duplicates = []
    for heading in reading.all_headings:
        text = comparable(heading.text)
        if text in told:
            duplicates.append(heading)
        told.add(text)
    return tuple(duplicates)


def generic_headings(reading: Reading) -> Headings:
    """Return the headings that are a label and say nothing, whatever their number: `2. Introduction`, `Partie 3`."""
    labels = _folded_labels(reading.article.language)
    return tuple(heading for heading in reading.all_headings if _label(heading.text) in labels)


def repetitions_of_title(reading: Reading) -> Headings:
    """Return the headings H2 to H6 with the text of the title."""
    title = comparable(reading.article.title)
    return tuple(heading for heading in reading.headings if title and comparable(heading.text) == title)


def headings_without_text(reading: Reading) -> Headings:
    """Return the headings followed by a heading of the same or a higher level, or by the end, and nothing else."""
    following: list[MarkupBlock | None] = [*(part.heading for part in reading.parts[1:]), None]
    return tuple(
        part.heading
        for part, after in zip(reading.parts, following, strict=False)
        if part.heading and not part.words and (after is None or after.level <= part.heading.level)
    )


def count_heading_problems(reading: Reading) -> int:
    """Return how many problems the headings have; one heading can have several."""
    return (
        len(reading.empty_headings)
        + len(second_h1(reading))
        + len(skipping_headings(reading))
        + len(duplicate_headings(reading))
        + len(generic_headings(reading))
        + len(repetitions_of_title(reading))
        + len(headings_without_text(reading))
    )


def _label(text: str) -> str:
    """Return the heading without numbering before or after it, hyphens, spaces and a plural s."""
    unnumbered = _NUMBER.sub("", _ORDINAL.sub("", _NUMBERING.sub("", comparable(text))))
    return _JOINTS.sub("", unnumbered).removesuffix("s")


@lru_cache(maxsize=8)
def _folded_labels(language: str) -> frozenset[str]:
    return frozenset(_label(label) for label in pack(language).generic_headings)
