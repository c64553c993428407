"""Who did what to whom: roles exchanged between two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.facts.fault import Comparison, Fault, is_named_thing, share_meaning
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.names import Name, likeness
from assistant.facts.reading import Reading, Word

EXPECTED_CHARACTERS: Final = 100
_CAUSES: Final = ("grâce", "à cause", "en raison", "du fait", "sous ", "due", "thanks to", "because of")
_CLAUSE: Final = re.compile(r"[;:.]|, | (?:il|elle|ils|elles|qui|dont|he|she|they|who|which) ")
_PASSIVE: Final = (" par ", " by ")


def role_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault where two names have exchanged what the passage says of them."""
    best = comparison.best
    if best is not None:
        yield from _exchanged(comparison, best)
        yield from _crossed(comparison, best)


def _exchanged(comparison: Comparison, best: Told) -> Iterator[Fault]:
    """Yield a fault where two names stand around the same verb in the reverse order, with the same voice."""
    mine = [name for name in comparison.names if _once(name, comparison.reading)]
    for first, second in pairwise(mine):
        a, b = _place(first, best), _place(second, best)
        if a is None or b is None or a <= b:
            continue
        between = [word for word in comparison.reading.words if first.end <= word.start < second.start]
        shared = [word for word in between if any(_stands_between(word, best.reading, b, a))]
        voice = any(mark in comparison.reading.text[first.end : second.start] for mark in _PASSIVE) != any(
            mark in best.reading.text[b:a] for mark in _PASSIVE
        )
        between_text = comparison.reading.text[first.end : second.start]
        if (
            "," in between_text
            or voice
            or comparison.alignment.best_coverage < 0.6
            or any(mark in between_text for mark in _CAUSES)
        ):
            continue
        if comparison.is_near_copy:
            if any(
                max(c.places[1] - c.places[0], c.their_places[1] - c.their_places[0]) > 5 for c in comparison.changes
            ):
                continue
            if _is_listed(comparison.reading.text[first.end : second.start]) or _is_moved_clause(
                comparison, best, first, second
            ):
                continue
            yield Fault("role", first.start, second.end, best.reading.text[b : b + EXPECTED_CHARACTERS], is_red=True)
            return
        if any(word.weight > 0.5 for word in shared) and len(comparison.names) == 2:
            yield Fault("role", first.start, second.end, best.reading.text[b : b + EXPECTED_CHARACTERS], is_red=True)
            return


def _is_listed(between: str) -> bool:
    return between.strip() in (",", "et", "ou", "and", "or", "")


def _is_moved_clause(comparison: Comparison, best: Told, first: Name, second: Name) -> bool:
    """Whether a clause only changed its place: the words right around each name are the same as in the passage."""
    kept = 0
    for name in (first, second):
        twin = next((other for other in best.names if set(other.parts) & set(name.parts)), None)
        if twin is None:
            return False
        mine = {word.root for word in comparison.words_near(comparison.reading, name.start, name.end, 2)}
        theirs = {word.root for word in comparison.words_near(best.reading, twin.start, twin.end, 2)}
        kept += len(mine & theirs) >= min(2, len(theirs))
    return kept == 2


def _stands_between(word: Word, passage: Reading, start: int, end: int) -> Iterator[bool]:
    for other in passage.words:
        if start <= other.start < end and share_meaning(word, other) and not is_named_thing(passage, other):
            yield True


def _once(name: Name, reading: Reading) -> bool:
    return reading.folded.count(name.parts[-1]) == 1


def _place(name: Name, told: Told) -> int | None:
    """Return where the passage names this one, None when it does not or more than once."""
    found = [other.start for other in told.names if any(likeness(part, name.parts[-1]) for part in other.parts)]
    return found[0] if len(found) == 1 else None


def _crossed(comparison: Comparison, best: Told) -> Iterator[Fault]:
    """Yield a fault where what the passage says behind one name stands behind the other, and the reverse."""
    mine = _with_what_follows(comparison.reading, comparison.names)
    theirs = _with_what_follows(best.reading, best.names)
    for (first, told_first), (second, told_second) in pairwise(mine):
        one, two = (_told_of(each, theirs, comparison, best) for each in (first, second))
        if one is None or two is None or one is two:
            continue
        straight = _shared(told_first, one) + _shared(told_second, two)
        if straight == 0 and _shared(told_first, two) and _shared(told_second, one):
            yield Fault("role", first.start, second.end, best.reading.text[:EXPECTED_CHARACTERS], is_red=True)
            return


def _told_of(
    mine: Name, theirs: list[tuple[Name, tuple[Word, ...]]], comparison: Comparison, best: Told
) -> tuple[Word, ...] | None:
    """Return what the passage says behind the name: the same one, else a country's where a capital is named."""
    same = (told for name, told in theirs if any(likeness(a, b) for a in mine.parts for b in name.parts))
    place = (told for name, told in theirs if _same_place(mine, name, comparison, best))
    return next(same, None) or next(place, None)


def _with_what_follows(reading: Reading, names: tuple[Name, ...]) -> list[tuple[Name, tuple[Word, ...]]]:
    """Return each name with the words behind it, up to the next name or clause."""
    ends = [*(name.start for name in names[1:]), len(reading.text)][: len(names)]
    for place, (name, end) in enumerate(zip(names, ends, strict=True)):
        border = _CLAUSE.search(reading.text, name.end, end)
        ends[place] = border.start() if border else end
    return [
        (name, tuple(word for word in reading.words if name.end <= word.start < end and word.weight >= 1.0))
        for name, end in zip(names, ends, strict=True)
    ]


def _shared(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> int:
    return sum(any(share_meaning(one, other) for other in theirs) for one in mine)


def _same_place(mine: Name, theirs: Name, comparison: Comparison, best: Told) -> bool:
    places = lexicon(comparison.material.language).places
    own = {
        c for word in comparison.reading.words if mine.start <= word.start < mine.end for c in word.concepts & places
    }
    return any(theirs.start <= word.start < theirs.end and word.concepts & own for word in best.reading.words)
