"""Words that say the contrary of what stands in their place in the passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.agreement import agree
from assistant.facts.dates import fits
from assistant.facts.fault import CONTRARY, Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.negation_faults import is_denied, negated
from assistant.facts.reading import Reading, Word

CARRIED: Final = 0.5
"""Share of the rest of a sentence that its passage must carry before a word can be its contrary. House rule."""


MAIN_REACH: Final = 4
"""Words that tell something among which a passage has its main verb. House rule."""


def antonym_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where the sentence says the contrary of a word of its passage, and says the rest alike."""
    for told in comparison.evidence:
        for word in comparison.reading.words:
            other = _contrary_of(comparison, word, told)
            if other is not None:
                expected = told.reading.text[other.start : other.end]
                yield Fault("antonym", word.start, word.end, expected, is_red=True)
                return


def _contrary_of(comparison: Comparison, word: Word, told: Told) -> Word | None:
    """Return the word of the passage whose contrary the sentence says in its place, None where there is none."""
    language = comparison.material.language
    lexical = lexicon(language)
    contrary = frozenset(o for concept in word.concepts for o in lexical.opposites.get(concept, frozenset()))
    if not contrary & lexical.strict or not word.concepts & lexical.strict or not _weighs(comparison.reading, word):
        return None
    if _is_said_there(comparison, word, told) or _is_told_by_another(comparison, word, told):
        return None
    if _is_answered(comparison, word, told):
        return None
    my_marks, their_marks = negated(comparison.reading, language), negated(told.reading, language)
    for other in told.reading.words:
        if not other.concepts & contrary & lexical.strict or not _weighs(told.reading, other):
            continue
        if other.root in comparison.reading.roots or other.concepts & comparison.reading.concepts:
            continue
        if {word.folded, other.folded} in _RELATIONS and comparison.changes_sides(told, word.start, other.start):
            continue
        if is_denied(word, my_marks) == is_denied(other, their_marks) and _takes_place(comparison, word, told, other):
            return other
    return None


def _takes_place(comparison: Comparison, word: Word, told: Told, other: Word) -> bool:
    """Whether the word stands where the other one does: as the main word, or among the same words.

    In a passage that is not the best one, only as the verb of the same subject.
    """
    mine, theirs = comparison.reading.words, told.reading.words
    if not _rest_is_carried(comparison, word):
        return False
    if told is not comparison.best:
        return mine.index(word) <= 1 and theirs.index(other) <= 1 and mine[0].root == theirs[0].root
    is_main = mine.index(word) <= 1 and theirs.index(other) <= MAIN_REACH
    return is_main or comparison.stands_around(word, told.reading, other)


_RELATIONS: Final = tuple(set(pair) for pair in CONTRARY)
_STATE: Final = re.compile(r"\b(?:est|sont|sera|seront|était|étaient|reste\w*|is|are|was|were|remains?|stays?) $", re.I)


def _weighs(reading: Reading, word: Word) -> bool:
    """Whether the word tells something: by itself, or as what something is, `reste permis`."""
    return word.weight >= 1.0 or bool(_STATE.search(reading.text[max(0, word.start - 12) : word.start]))


def _is_said_there(comparison: Comparison, word: Word, best: Told) -> bool:
    """Whether the passage holds the word or one with its meaning, other than a word that the sentence repeats too."""
    others = {each.root for each in comparison.reading.words if each is not word}
    return any(
        other.root == word.root or (other.concepts & word.concepts and other.root not in others)
        for other in best.reading.words
    )


def _is_told_by_another(comparison: Comparison, word: Word, best: Told) -> bool:
    """Whether another passage, that tells no less of the sentence and its numbers and dates, holds the word."""
    least, counted = comparison.share_told(best), _facts_told(comparison, best)
    return any(
        word.root in told.reading.roots
        and comparison.share_told(told) >= least
        and _facts_told(comparison, told) >= counted
        for told in comparison.evidence
        if told is not best
    )


_ANSWERED: Final = re.compile(r"\b(?:ce que|ce qu['’]|which) ?(?:[\w'’-]+ ){0,3}$", re.IGNORECASE)


def _is_answered(comparison: Comparison, word: Word, told: Told) -> bool:
    """Whether the sentence tells beside the claim who denies it, as the sentence behind the passage does."""
    text = comparison.reading.text
    if not _ANSWERED.search(text[max(0, word.start - 40) : word.start]):
        return False
    return any(
        abs(other.number - told.number) == 1 and word.concepts & other.reading.concepts for other in comparison.window
    )


def _facts_told(comparison: Comparison, told: Told) -> int:
    """Return how many numbers and dates of the sentence the passage gives."""
    reading = comparison.reading
    numbers = sum(any(agree(mine, other) for other in told.reading.quantities) for mine in reading.quantities)
    return numbers + sum(any(fits(mine, other) for other in told.reading.moments) for mine in reading.moments)


def _rest_is_carried(comparison: Comparison, word: Word) -> bool:
    rest = [
        (strength, each.weight)
        for each, strength in zip(comparison.reading.words, comparison.alignment.carried, strict=True)
        if each is not word
    ]
    total = sum(weight for _, weight in rest)
    return bool(total) and sum(strength * weight for strength, weight in rest) / total >= CARRIED
