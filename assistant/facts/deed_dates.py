"""Dates of deeds: when the sources tell once who did it, and on another day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.dates import Moment, fits
from assistant.facts.deeds import Deed, deed, hold
from assistant.facts.fault import Comparison, share_meaning
from assistant.facts.material import Told
from assistant.facts.reading import Word

_BORDER: Final = re.compile(r"[,;:()–—]")
_UP_TO: Final = re.compile(
    r"\b(?:avant|après|depuis|dès|jusqu['’]?(?:à|au|en)?|d['’]ici|before|after|since|until|till|by) (?:le |ce )?$", re.I
)
_WHEREVER: Final = frozenset("pay vill region lieu territoir capital country town city region plac".split())  # noqa: SIM905
"""Roots of words that stand for a place which the passage names: `a quitté le pays`."""


def told_on_another_day(comparison: Comparison, moment: Moment) -> tuple[Told, Moment] | None:
    """Return the date that the sources give the deed which the sentence dates with `moment`, None when they agree.

    Only where one sentence of all sources tells that deed of that person, with one date of the same kind: a person who
    speaks on two days speaks twice.
    """
    if _UP_TO.search(comparison.reading.text[max(0, moment.start - 16) : moment.start]):
        return None
    for mine in _deeds_dated(comparison, moment):
        tellings = list(_tellings(comparison, mine))
        if len(tellings) != 1:
            continue
        told = tellings[0]
        alike = [other for other in told.reading.moments if _is_of_kind(moment, other)]
        if len(alike) == 1 and not fits(moment, alike[0]):
            return told, alike[0]
    return None


def _deeds_dated(comparison: Comparison, moment: Moment) -> Iterator[Deed]:
    """Yield what the sentence tells of somebody by name in the clause of the date."""
    text = comparison.reading.text
    start = max((match.end() for match in _BORDER.finditer(text, 0, moment.start)), default=0)
    close = _BORDER.search(text, moment.end)
    end = close.start() if close else len(text)
    for word in comparison.reading.words:
        if start <= word.start < end and not word.capital:
            found = deed(comparison.reading, comparison.names, word)
            if found is None or not found.is_finite or found.is_passive or not found.names:
                continue
            # Many do what a light verb tells: it takes an object to tell one deed from another.
            if word.weight >= 1.0 or found.objects:
                yield found


def _tellings(comparison: Comparison, mine: Deed) -> Iterator[Told]:
    """Yield the sentences of the sources that tell that deed of that person."""
    material = comparison.material
    for number in material.by_root.get(mine.verb.root, ()):
        told = material.sentences[number]
        for word in told.reading.words:
            if word.root != mine.verb.root or word.capital:
                continue
            theirs = deed(told.reading, told.names, word)
            if theirs is not None and _is_same(mine, theirs):
                yield told
                break


def _is_same(mine: Deed, theirs: Deed) -> bool:
    """Whether both are deeds of one person, done to the same."""
    if not theirs.is_finite or theirs.is_passive or not any(hold(theirs.names, name) for name in mine.names):
        return False
    objects = [word for word in mine.objects if not _is_wherever(word)]
    return not objects or any(share_meaning(one, two) for one in objects for two in theirs.objects)


def _is_wherever(word: Word) -> bool:
    return word.root in _WHEREVER or not word.root.isalpha()


def _is_of_kind(moment: Moment, other: Moment) -> bool:
    kinds = ((moment.weekday, other.weekday), (moment.day, other.day), (moment.month, other.month))
    years = moment.year is not None and other.year is not None and moment.month is None and other.month is None
    return years or any(mine is not None and theirs is not None for mine, theirs in kinds)
