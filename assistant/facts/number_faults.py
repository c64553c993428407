"""Numbers that the sources do not give: changed ones, and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.agreement import MEASURES, TELLING, agree, near_in_value
from assistant.facts.fault import Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.numbers import Quantity
from assistant.facts.reading import Reading
from assistant.facts.reckoning import anchors, can_be_reckoned
from assistant.facts.roots import stem

SAME_MATTER: Final = 0.3
"""Share of a sentence's words besides names that a passage tells when its number is the one meant. House rule."""
_FIGURES: Final = re.compile(r"\d+(?:[.,]\d+)?")
_ANYBODY: Final = frozenset(
    stem(word, language)
    for language, words in (("fr", "personnes gens habitants individus"), ("en", "people persons"))
    for word in words.split()
)
_DONE: Final = re.compile(r"\b(?:été|être|est|sont|sera|seront|était|étaient|been|be|is|are|was|were) $", re.IGNORECASE)
BY_ACCIDENT: Final = 20
"""A number up to which two things are counted alike by accident. House rule."""
SMALL: Final = 4
"""Up to this number things are counted in passing: `les trois hommes`. House rule."""


FAR: Final = 20
"""Times by which the counts of two things differ when neither stands for the other. House rule."""
Found = tuple[Told, Quantity]


def number_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for each number of the sentence that its passages do not give, nor what can be reckoned from them.

    Red where the passages give another number of the same thing, amber where they count nothing of the kind.
    """
    reading = comparison.reading
    in_window = [(told, quantity) for told in comparison.window for quantity in told.reading.quantities]
    for quantity in reading.quantities:
        if quantity.is_weak or _is_quoted(comparison, quantity) or _is_told_as_year(comparison, quantity):
            continue
        equal = [found for found in in_window if agree(quantity, found[1])]
        rivals = [found for found in in_window if _is_rival(comparison, quantity, found)]
        fault = (
            _told_otherwise(comparison, quantity, equal, rivals)
            if equal
            else _untold(comparison, quantity, rivals, in_window)
        )
        if fault is not None:
            yield fault


def _told_otherwise(
    comparison: Comparison, quantity: Quantity, equal: list[Found], rivals: list[Found]
) -> Fault | None:
    """Return the fault of a number that the passages give, but as the contrary limit or of another thing."""
    turned = [found for found in equal if found[1].bound * quantity.bound == -1]
    if len(turned) == len(equal):
        told, other = turned[0]
        expected = told.reading.text[max(0, other.start - 12) : other.end].strip()
        return Fault("antonym", max(0, quantity.start - 8), quantity.end, expected, is_red=True)
    rival = _counts_another_thing(comparison, quantity, equal) or _closer_rival(comparison, quantity, equal, rivals)
    return None if rival is None else _red(quantity, rival)


def _untold(comparison: Comparison, quantity: Quantity, rivals: list[Found], in_window: list[Found]) -> Fault | None:
    """Return the fault of a number that the passages do not give, None when it can be reckoned or stands elsewhere."""
    if can_be_reckoned(comparison, quantity):
        return None
    stands_elsewhere = _stands_elsewhere(comparison, quantity)
    if stands_elsewhere and quantity.value >= TELLING and not comparison.is_near_copy:
        return None
    if _counts_it_elsewhere(comparison, quantity) and not comparison.is_near_copy:
        return None
    if not rivals and not stands_elsewhere:
        rivals = [found for found in in_window if _is_same_measure(comparison, quantity, found)]
    if not rivals and not stands_elsewhere:
        rivals = _same_figures(comparison, quantity) or _only_left_out(comparison, quantity)
    if rivals:
        return _red(quantity, rivals[0])
    if stands_elsewhere or _is_small_count(quantity):
        return None
    return Fault("number", quantity.start, quantity.end, "", is_red=False)


def _same_figures(comparison: Comparison, quantity: Quantity) -> list[Found]:
    """Return the number of the best passage with the same figures and another unit: `6 milliards` for 6 %."""
    best = comparison.best
    figures = _leading_figures(comparison.reading.text, quantity)
    if best is None or not figures:
        return []
    return [
        (best, other)
        for other in best.reading.quantities
        if other.dimension != quantity.dimension and _leading_figures(best.reading.text, other) == figures
    ]


def _leading_figures(text: str, quantity: Quantity) -> str:
    found = _FIGURES.match(text, quantity.start)
    return found.group().replace(".", ",") if found else ""


def _only_left_out(comparison: Comparison, quantity: Quantity) -> list[Found]:
    """Return the number of the best passage that alone is left untold, when the sentence tells the same otherwise."""
    best = comparison.best
    if best is None or quantity.is_ordinal or comparison.share_told(best) < SAME_MATTER:
        return []
    left_out = [
        other
        for other in best.reading.quantities
        if not other.is_weak
        and not other.is_ordinal
        and not any(agree(mine, other) for mine in comparison.reading.quantities)
    ]
    if len(left_out) == 1 and left_out[0].dimension != quantity.dimension and _is_far(quantity, left_out[0]):
        return []
    if len(left_out) != 1 or (quantity.dimension in MEASURES) != (left_out[0].dimension in MEASURES):
        return []
    if quantity.dimension in MEASURES and quantity.dimension != left_out[0].dimension:
        return []
    return [(best, left_out[0])]


def _is_far(quantity: Quantity, other: Quantity) -> bool:
    """Whether nobody takes one number for the other: `six drones` and an article of 700 words."""
    return max(quantity.value, other.value) > FAR * min(quantity.value, other.value)


def _is_quoted(comparison: Comparison, quantity: Quantity) -> bool:
    return any(first <= quantity.start < last for first, last in (q.span for q in comparison.reading.quotations))


def _red(quantity: Quantity, rival: Found) -> Fault:
    told, other = rival
    return Fault("number", quantity.start, quantity.end, told.reading.text[other.start : other.end], is_red=True)


def _is_rival(comparison: Comparison, quantity: Quantity, found: Found) -> bool:
    """Whether the passage counts the same thing with another number, one that the sentence does not give as well."""
    told, other = found
    if agree(quantity, other) or quantity.is_ordinal != other.is_ordinal or other.value == quantity.value:
        return False
    if other.is_weak and not (quantity.dimension in MEASURES and quantity.dimension == other.dimension):
        return False
    if any(agree(mine, other) for mine in comparison.reading.quantities if not mine.is_weak):
        return False
    same_thing = bool(quantity.dimension) and (
        quantity.dimension == other.dimension or _same_noun(comparison, quantity, other)
    )
    if told.number != comparison.evidence[0].number:
        # A neighbour counts other things: only the same noun in a passage that carries words of the sentence will do.
        return same_thing and told in comparison.evidence and anchors(comparison, quantity, found) > 0
    dimensions = {quantity.dimension, other.dimension}
    if len(dimensions) > 1 and "" not in dimensions and dimensions & MEASURES:
        # A duration is never said for a number of people, nor metres for euros.
        return comparison.is_near_copy
    if (
        not comparison.is_near_copy
        and comparison.share_told(told) < SAME_MATTER
        and not anchors(comparison, quantity, found)
    ):
        return False
    return (
        same_thing or comparison.is_near_copy or (anchors(comparison, quantity, found) > 1 and not quantity.is_ordinal)
    )


def _is_same_measure(comparison: Comparison, quantity: Quantity, found: Found) -> bool:
    """Whether a neighbour gives another number in the same unit, one that the sentence leaves out."""
    other = found[1]
    if other.is_weak or quantity.dimension not in MEASURES or quantity.dimension != other.dimension:
        return False
    return comparison.share_told(found[0]) >= SAME_MATTER and not any(
        agree(mine, other) for mine in comparison.reading.quantities
    )


def _same_noun(comparison: Comparison, quantity: Quantity, other: Quantity) -> bool:
    concepts = lexicon(comparison.material.language).concepts
    return bool(concepts.get(quantity.dimension, frozenset()) & concepts.get(other.dimension, frozenset()))


def _counts_another_thing(comparison: Comparison, quantity: Quantity, equal: list[Found]) -> Found | None:
    """Return the number of the passage when it counts another thing, and the passage tells this thing uncounted."""
    nouns = {found[1].dimension for found in equal}
    if not equal or not quantity.dimension or "" in nouns or quantity.dimension in MEASURES | nouns or nouns & MEASURES:
        return None
    if any(_same_noun(comparison, quantity, found[1]) for found in equal):
        return None
    lexical = lexicon(comparison.material.language)
    if nouns & _ANYBODY and lexical.concepts.get(quantity.dimension, frozenset()) & lexical.roles:
        return None
    if nouns & _ANYBODY and _is_done_there(equal[0][0], quantity.dimension):
        return None
    told = equal[0][0]
    if any(other.dimension == quantity.dimension for other in told.reading.quantities):
        return None
    return equal[0] if told in comparison.evidence and quantity.dimension in told.reading.stems else None


def _is_done_there(told: Told, stem_of_noun: str) -> bool:
    """Whether the passage tells as a verb what is counted: `280 embauches` for `280 personnes seront embauchées`."""
    reading = told.reading
    return any(
        key == stem_of_noun and _DONE.search(reading.text[max(0, span[0] - 12) : span[0]])
        for key, span in zip(reading.stems, reading.spans, strict=True)
    )


def _closer_rival(comparison: Comparison, quantity: Quantity, equal: list[Found], rivals: list[Found]) -> Found | None:
    """Return a number that stands where this one should, when this one stands at something else in the passages."""
    if quantity.dimension and quantity.dimension not in MEASURES and _counts_it(quantity, equal):
        rivals = [found for found in rivals if found[1].dimension == quantity.dimension]
    rivals = [found for found in rivals if _is_one_measure(quantity, found[1])]
    if any(told is comparison.best for told, _ in equal):
        rivals = [found for found in rivals if found[0] is comparison.best]
    if not rivals or quantity.is_rounded:
        return None
    best = max(anchors(comparison, quantity, found) for found in equal)
    closest = max(rivals, key=lambda found: anchors(comparison, quantity, found))
    if anchors(comparison, quantity, closest) < best + 2 or _is_led_to_alike(comparison, quantity, equal, closest):
        return None
    return closest


LEADS: Final = 2
"""Words before a number that lead to it: `chiffre les travaux à 5 millions`. House rule."""


def _is_led_to_alike(comparison: Comparison, quantity: Quantity, equal: list[Found], rival: Found) -> bool:
    """Whether a word that leads to the number leads to it in the passages too, and stands nowhere beside the rival."""

    def leading(reading: Reading, number: Quantity) -> set[str]:
        before = [
            word for word in reading.words if word.end <= number.start and word.weight >= 1.0 and not word.capital
        ]
        return {word.root for word in before[-LEADS:]}

    mine = leading(comparison.reading, quantity) - set(rival[0].reading.roots)
    return any(mine & leading(told.reading, other) for told, other in equal)


def _is_one_measure(quantity: Quantity, other: Quantity) -> bool:
    """Whether both are of one unit, or neither has a unit."""
    return quantity.dimension == other.dimension or not {quantity.dimension, other.dimension} & MEASURES


def _is_told_as_year(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the figures read as a number here are a year in the sources."""
    return quantity.dimension not in MEASURES and ("year", quantity.value) in comparison.material.by_date


def _counts_it(quantity: Quantity, equal: list[Found]) -> bool:
    return any(found[1].dimension == quantity.dimension for found in equal)


def _stands_elsewhere(comparison: Comparison, quantity: Quantity) -> bool:
    return any(
        agree(quantity, other)
        for other in near_in_value(comparison.material, quantity)
        if other.dimension == quantity.dimension or not other.is_weak
    )


def _counts_it_elsewhere(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the sources count the same thing with that number, one too large to be so by accident."""
    if not quantity.dimension or quantity.dimension in MEASURES or quantity.value <= BY_ACCIDENT:
        return False
    near = near_in_value(comparison.material, quantity)
    return any(agree(quantity, other) and other.dimension == quantity.dimension for other in near)


def _is_small_count(quantity: Quantity) -> bool:
    return quantity.value <= SMALL and quantity.dimension not in MEASURES
