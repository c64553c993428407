"""Who did what to whom, who is whose, who said it: exchanged roles, rival words, claims handed to another speaker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, get_args

from assistant.facts.fault import Comparison, Fault, share_meaning
from assistant.facts.lexicon import Expression, lexicon
from assistant.facts.material import Told
from assistant.facts.names import Name, likeness
from assistant.facts.reading import Reading, Word
from assistant.facts.roots import stem
from assistant.facts.stance import speakers
from assistant.model import ClaimFault

ALIKE: Final = 0.5
_KINDS: Final = frozenset(get_args(ClaimFault))
_CAUSES: Final = ("grâce", "à cause", "en raison", "du fait", "sous ", "due", "thanks to", "because of")
_PASSIVE: Final = (" par ", " by ")


def role_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield the red faults of roles."""
    best = comparison.best
    if best is None:
        return
    yield from _exchanged(comparison, best)
    yield from _rivals(comparison)
    yield from _other_speaker(comparison)


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
        if voice or comparison.alignment.best_coverage < 0.6 or any(mark in between_text for mark in _CAUSES):
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
            yield Fault("role", first.start, second.end, best.reading.text[b : b + 80], is_red=True)
            return
        if any(word.weight > 0.5 for word in shared) and len(comparison.names) == 2:
            yield Fault("role", first.start, second.end, best.reading.text[b : b + 80], is_red=True)
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
        if start <= other.start < end and share_meaning(word, other):
            yield True


def _once(name: Name, reading: Reading) -> bool:
    return reading.folded.count(name.parts[-1]) == 1


def _place(name: Name, told: Told) -> int | None:
    """Return where the passage names this one, None when it does not or more than once."""
    found = [other.start for other in told.names if any(likeness(part, name.parts[-1]) for part in other.parts)]
    return found[0] if len(found) == 1 else None


def _rivals(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where a word stands for another of its kind that is never said for it: sister for wife."""
    if comparison.alignment.best_coverage < ALIKE:
        return
    mine = _members(comparison.reading, comparison.material.language)
    window = [told for told in comparison.window if told in comparison.evidence]
    if not mine:
        return
    theirs = [(told, _members(told.reading, comparison.material.language)) for told in window]
    around = [_members(told.reading, comparison.material.language) for told in comparison.window]
    for (kind, family, member), (start, end) in mine.items():
        if any((kind, family, member) in found for found in around) or kind not in _KINDS:
            continue
        for told, found in theirs:
            rivals = [key for key in found if key[:2] == (kind, family) and key[2] != member and key not in mine]
            if len(rivals) == 1 and _near_same(comparison, (start, end), told, found[rivals[0]]):
                first, last = found[rivals[0]]
                yield Fault(_kind(kind), start, end, told.reading.text[first:last], is_red=True)
                break


def _kind(kind: str) -> ClaimFault:
    return next(known for known in get_args(ClaimFault) if known == kind)


def _near_same(comparison: Comparison, span: tuple[int, int], told: Told, other: tuple[int, int]) -> bool:
    if comparison.is_near_copy:
        return True
    mine = list(comparison.words_near(comparison.reading, *span, 3))
    theirs = list(comparison.words_near(told.reading, *other, 4))
    return any(share_meaning(one, two) for one in mine for two in theirs if one.weight > 0.5)


def _members(reading: Reading, language: str) -> dict[tuple[str, int, int], tuple[int, int]]:
    """Return the members of exclusive families that a reading names, with their place."""
    lexical = lexicon(language)
    found: dict[tuple[str, int, int], tuple[int, int]] = {}
    words = reading.words
    for place, word in enumerate(words):
        long = False
        for expression, key in lexical.rival_expressions.get(word.stem, ()):
            if _matches(reading, word, expression, language):
                last = words[min(len(words) - 1, place + len(expression) - 1)]
                found.setdefault(key, (word.start, max(word.end, min(last.end, word.start + 40))))
                long = True
                break
        if not long:
            for key in lexical.rivals.get(word.stem, ()):
                found.setdefault(key, (word.start, word.end))
    return found


def _matches(reading: Reading, word: Word, expression: Expression, language: str) -> bool:
    following = tuple(stem(folded, language) for folded in reading.folded[word.place : word.place + len(expression)])
    return following == expression


def _other_speaker(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where the sentence hands its claim to a name, and the passages hand it to another one."""
    language = comparison.material.language
    if comparison.alignment.best_coverage < 0.4:
        return
    for start, end in speakers(comparison.reading.text, language):
        named = [name for name in comparison.names if start <= name.start < end]
        if not named:
            continue
        for told in comparison.evidence[:1]:
            theirs = [
                name
                for span in speakers(told.reading.text, language)
                for name in told.names
                if span[0] <= name.start < span[1]
            ]
            if not theirs or any(_is_same(name, other) for name in named for other in told.names):
                continue
            expected = told.reading.text[theirs[0].start : theirs[0].end]
            yield Fault("attribution", named[0].start, named[0].end, expected, is_red=True)
            return


def _is_same(name: Name, other: Name) -> bool:
    return any(likeness(part, against) for part in name.parts for against in other.parts)
