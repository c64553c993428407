"""Clauses that no passage carries, in a sentence that the passages carry otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.agreement import MEASURES, agree
from assistant.facts.fault import Comparison, Fault, means_same
from assistant.facts.numbers import Quantity
from assistant.model import Span

LOOSE: Final = 0.4
"""Share of a clause's weight that the passages must carry. Fitted on whole drafts and on our own paraphrases."""
FEWEST_WORDS: Final = 2
"""Words that tell something from which a clause claims something of its own. House rule: one may be a synonym."""
BESIDE_NAME: Final = 0.5
"""Share of the words set beside a name that one passage with the name must hold. House rule."""
_RELATIVE: Final = re.compile(r"(?:qui|que|dont|où|lequel|laquelle|who|which|whose|et|ou|and|or)\b", re.IGNORECASE)
BY_ACCIDENT: Final = 20
"""A number up to which two things are counted alike by accident. House rule."""
_BORDER: Final = re.compile(
    r"\s*[,;:()–—]\s*|\s(?=(?:dont|qui|où|lequel|laquelle|après que|alors que|tandis que|en \w+ant|pour \w+er|"
    r"avec l|who|which|whose|while|after|before)\b)"
)
_NUMBER_COMMA: Final = re.compile(r"\d,\d")


def clause_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield an amber fault for each clause of the sentence that tells something of which the passages know nothing."""
    strengths = dict(zip(comparison.reading.words, comparison.alignment.carried, strict=True))
    clauses = _clauses(comparison.reading.text)
    if len(clauses) < 2:
        return
    for start, end in clauses:
        if _is_said_of_another(comparison, (start, end)):
            told = [word for word in comparison.reading.words if start <= word.start < end and word.weight >= 1.0]
            yield Fault("addition", told[0].start, told[-1].end, "", is_red=False)
            continue
        words = [word for word in comparison.reading.words if start <= word.start < end and word.weight >= 1.0]
        if len(words) < FEWEST_WORDS or _is_quoted(comparison, (start, end)):
            continue
        carried = sum(strengths[word] * word.weight for word in words) / sum(word.weight for word in words)
        if carried < LOOSE and not _is_reckoned(comparison, (start, end)):
            yield Fault("addition", words[0].start, words[-1].end, "", is_red=False)


def _is_said_of_another(comparison: Comparison, clause: Span) -> bool:
    """Whether what is set beside a name, `Lise Aubin, fille d’un horloger,`, is nowhere told beside that name.

    The words may be found all over the sources: only a passage with the name, or the one beside it, can carry them.
    """
    reading = comparison.reading
    start, end = clause
    name = next((each for each in comparison.names if 0 < start - each.end <= 2), None)
    if name is None or reading.text[end : end + 1] != "," or _RELATIVE.match(reading.text, start):
        return False
    words = [word for word in reading.words if start <= word.start < end and word.weight >= 1.0]
    if not words or any(word.capital for word in words) or _is_quoted(comparison, clause):
        return False
    material = comparison.material
    near = {n + step for part in name.parts for n in material.name_parts.get(part, ()) for step in (-1, 0, 1)}
    beside = [material.sentences[number] for number in near if 0 <= number < len(material.sentences)]
    most = max((sum(means_same(told.reading, word) for word in words) for told in beside), default=0)
    return bool(beside) and most < BESIDE_NAME * len(words)


def _clauses(text: str) -> list[Span]:
    """Return the stretches of the text between commas, dashes, brackets and relative words."""
    borders = [match.span() for match in _BORDER.finditer(text) if not _NUMBER_COMMA.match(text, match.start() - 1)]
    starts = [0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _is_quoted(comparison: Comparison, clause: Span) -> bool:
    return any(one.span[0] < clause[1] and clause[0] < one.span[1] for one in comparison.reading.quotations)


def _is_of_passages(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the passages count that thing, or the number has a unit: `deux enfants` is none of `deux témoins`."""
    if not quantity.dimension or quantity.dimension in MEASURES or quantity.value > BY_ACCIDENT:
        return True
    told = [other for each in comparison.window for other in each.reading.quantities]
    equal = [other for other in told if not other.is_weak and agree(quantity, other)]
    return not equal or any(other.dimension in ("", quantity.dimension) for other in equal)


def _is_reckoned(comparison: Comparison, clause: Span) -> bool:
    """Whether the clause gives a number or a date, which its own faults judge."""
    reading = comparison.reading
    counted = any(
        clause[0] <= quantity.start < clause[1] and not quantity.is_weak and _is_of_passages(comparison, quantity)
        for quantity in reading.quantities
    )
    return counted or any(clause[0] <= moment.start < clause[1] for moment in reading.moments)
