"""Words that say the contrary of what stands in their place in the passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.agreement import agree
from assistant.facts.date_faults import fits
from assistant.facts.fault import Comparison, Fault, means_same
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.negation_faults import is_denied, negated
from assistant.facts.reading import Reading, Word

CARRIED: Final = 0.5
"""Share of the rest of a sentence that its passage must carry before a word can be its contrary. House rule."""


def antonym_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where the sentence says the contrary of a word of its passage, and says the rest alike."""
    language = comparison.material.language
    lexical = lexicon(language)
    best = comparison.best
    if best is None:
        return
    mine = comparison.reading
    my_marks, their_marks = negated(mine, language), negated(best.reading, language)
    for word in mine.words:
        contrary = frozenset(o for concept in word.concepts for o in lexical.opposites.get(concept, frozenset()))
        if not contrary or means_same(best.reading, word) or _is_told_by_another(comparison, word, best):
            continue
        for other in best.reading.words:
            if (
                not (_weighs(mine, word) and _weighs(best.reading, other))
                or not (other.concepts & contrary & lexical.strict)
                or not word.concepts & lexical.strict
                or other.root in mine.roots
                or other.concepts & mine.concepts
            ):
                continue
            if is_denied(word, my_marks) != is_denied(other, their_marks):
                continue
            is_main = comparison.reading.words.index(word) <= 1 and best.reading.words.index(other) <= 4
            if (is_main or comparison.stands_around(word, best.reading, other)) and _rest_is_carried(comparison, word):
                yield Fault("antonym", word.start, word.end, best.reading.text[other.start : other.end], is_red=True)
                return


_STATE: Final = re.compile(r"\b(?:est|sont|sera|seront|était|étaient|reste\w*|is|are|was|were|remains?|stays?) $", re.I)


def _weighs(reading: Reading, word: Word) -> bool:
    """Whether the word tells something: by itself, or as what something is, `reste permis`."""
    return word.weight >= 1.0 or bool(_STATE.search(reading.text[max(0, word.start - 12) : word.start]))


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
