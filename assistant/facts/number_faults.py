"""Numbers that the sources do not give: changed ones, and new ones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from assistant.facts.fault import Comparison, Fault, share_meaning
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told
from assistant.facts.numbers import Quantity, is_unit
from assistant.facts.roots import stem
from assistant.text.words import fold

ROUNDING: Final = 0.08
"""How far a number called approximate may be from the exact one. House rule: `environ 250` is 155 miles too."""
ROUND_SLACK: Final = 0.13
"""The same for a number of one figure: `une dizaine` is 9 to 11, `une centaine` 88 to 114. House rule."""
BOUND_SLACK: Final = 0.34
"""How far above `plus de` the real number may stand: `plus de deux cents` is not 900."""
MEASURES: Final = frozenset(
    [
        "minutes",
        "days",
        "metres",
        "grams",
        "litres",
        "square-metres",
        "degrees",
        "percent",
        "euros",
        "dollars",
        "pounds",
        "francs",
        "yen",
        "roubles",
        "times",
        "note",
    ]
)
POINTS: Final = 4.0
"""Points by which a share in words may differ from the ratio of two numbers: `un quart` is 10 of 39. House rule."""
EXACT_POINTS: Final = 0.6
"""The same for a share in figures. House rule: rounding to whole points."""
TELLING: Final = 1000
"""A number so large is the same one whatever noun follows: `48 millions de pertes` are euros. House rule."""
SAME_MATTER: Final = 0.3
"""Share of a sentence's words besides names that a passage tells when its number is the one meant. House rule."""
_FIGURES: Final = re.compile(r"\d+(?:[.,]\d+)?")
_ANYBODY: Final = frozenset(
    stem(word, language)
    for language, words in (("fr", "personnes gens habitants individus"), ("en", "people persons"))
    for word in words.split()
)
_PART_OF: Final = re.compile(r"\b(?:dont|parmi|y compris|including|among|of wh(?:om|ich))\b")
TELLING_SUM: Final = 20
"""A sum from which it is no accident that two numbers of one sentence make it. House rule."""
SMALL: Final = 4
"""Up to this number things are counted in passing: `les trois hommes`. House rule."""
DAYS_A_YEAR: Final = 365
_LATER: Final = re.compile(
    r"^\W*(?:ans?|années?|mois|jours?|semaines?|years?|months?) (?:plus t|après|avant|durant|later|earlier|after|"
    r"before)"
)
_FOR: Final = re.compile(r"\b(?:pour|oui|favorables?|approuv\w+|favou?r|yes|approv\w+)\b")
_AGAINST: Final = re.compile(r"\b(?:contre|non|hostiles?|rejet\w+|against|no|reject\w*|oppos\w+)\b")
_REST: Final = re.compile(r"\b(?:rest\w*|autres?|others?|remain\w*|rest)\b")
Found = tuple[Told, Quantity]


def number_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for each number of the sentence that its passages do not give, nor what can be reckoned from them.

    Red where the passages give another number of the same thing, amber where they count nothing of the kind.
    """
    reading = comparison.reading
    in_window = [(told, quantity) for told in comparison.window for quantity in told.reading.quantities]
    for quantity in reading.quantities:
        if quantity.is_weak or _is_quoted(comparison, quantity):
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
    if _can_be_reckoned(comparison, quantity):
        return None
    stands_elsewhere = _stands_elsewhere(comparison, quantity)
    if stands_elsewhere and quantity.value >= TELLING and not comparison.is_near_copy:
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
    if len(left_out) != 1 or (quantity.dimension in MEASURES) != (left_out[0].dimension in MEASURES):
        return []
    if quantity.dimension in MEASURES and quantity.dimension != left_out[0].dimension:
        return []
    return [(best, left_out[0])]


def _is_quoted(comparison: Comparison, quantity: Quantity) -> bool:
    return any(first <= quantity.start < last for first, last in (q.span for q in comparison.reading.quotations))


def _red(quantity: Quantity, rival: Found) -> Fault:
    told, other = rival
    return Fault("number", quantity.start, quantity.end, told.reading.text[other.start : other.end], is_red=True)


def agree(quantity: Quantity, other: Quantity) -> bool:
    """Whether the first number can stand for the second: equal, rounded, or a limit that the second keeps to."""
    one, two = quantity.value, other.value
    if one == two >= TELLING and not (quantity.dimension in MEASURES and other.dimension in MEASURES):
        return True
    if not _comparable(quantity, other):
        return False
    if abs(one - two) <= 1e-6 * max(abs(one), abs(two), 1):
        return True
    if quantity.is_ordinal or other.is_ordinal or other.is_weak:
        return False
    largest = max(abs(one), abs(two), 1e-9)
    if quantity.bound == 1:
        return 0 < (two - one) / largest <= BOUND_SLACK
    if quantity.bound == -1:
        return 0 < (one - two) / largest <= BOUND_SLACK
    if _is_conversion(quantity, other):
        return abs(one - two) / largest <= ROUNDING
    if quantity.is_rounded or other.is_rounded:
        slack = ROUND_SLACK if significant_digits(one) == 1 else ROUNDING
        return abs(one - two) / largest <= slack and significant_digits(one) <= significant_digits(two)
    return False


def _is_conversion(quantity: Quantity, other: Quantity) -> bool:
    return (
        quantity.dimension == other.dimension and quantity.dimension in ("metres", "grams") and one_digit(other.value)
    )


def one_digit(value: float) -> bool:
    """Whether the value is no round number, so that it was reckoned from another unit."""
    return value != round(value, -2)


def significant_digits(value: float) -> int:
    """Return how many digits say something: 2 for 250, 4 for 1.234; a share of percent counts as rounded to ones."""
    digits = f"{value:.2f}".rstrip("0").rstrip(".").replace(".", "").strip("0")
    return max(1, len(digits)) if value == round(value, 2) else 1


def _comparable(quantity: Quantity, other: Quantity) -> bool:
    if quantity.dimension == other.dimension:
        return True
    if quantity.is_ordinal != other.is_ordinal:
        return False
    return not ({quantity.dimension, other.dimension} & MEASURES) or not (quantity.dimension and other.dimension)


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
        return same_thing and told in comparison.evidence and _anchored(comparison, quantity, found) > 0
    dimensions = {quantity.dimension, other.dimension}
    if len(dimensions) > 1 and "" not in dimensions and dimensions & MEASURES:
        # A duration is never said for a number of people, nor metres for euros.
        return comparison.is_near_copy
    if (
        not comparison.is_near_copy
        and comparison.share_told(told) < SAME_MATTER
        and not _anchored(comparison, quantity, found)
    ):
        return False
    return (
        same_thing
        or comparison.is_near_copy
        or (_anchored(comparison, quantity, found) > 1 and not quantity.is_ordinal)
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


def _anchored(comparison: Comparison, quantity: Quantity, found: Found) -> int:
    """Return how many words around the number of the sentence stand around the number of the passage too."""
    told, other = found
    mine = list(comparison.words_near(comparison.reading, quantity.start, quantity.end))
    theirs = list(comparison.words_near(told.reading, other.start, other.end))
    return sum(any(share_meaning(word, against) for against in theirs) for word in mine if not is_unit(word.folded))


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
    told = equal[0][0]
    if any(other.dimension == quantity.dimension for other in told.reading.quantities):
        return None
    return equal[0] if told in comparison.evidence and quantity.dimension in told.reading.stems else None


def _closer_rival(comparison: Comparison, quantity: Quantity, equal: list[Found], rivals: list[Found]) -> Found | None:
    """Return a number that stands where this one should, when this one stands at something else in the passages."""
    if not rivals or quantity.is_rounded:
        return None
    best = max(_anchored(comparison, quantity, found) for found in equal)
    closest = max(rivals, key=lambda found: _anchored(comparison, quantity, found))
    return closest if _anchored(comparison, quantity, closest) >= best + 2 else None


def _can_be_reckoned(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the number is a sum, a difference, a share, a product or a span of years of what the passages give."""
    told = [told for told in comparison.wide_window if _is_close(comparison, told)]
    near = [other for sentence in told for other in sentence.reading.quantities]
    if quantity.is_ordinal:
        return any(other.value >= quantity.value and not other.is_ordinal for other in near)
    if _is_span(comparison, quantity) or _is_told_sum(comparison, quantity):
        return True
    values = [other for other in near if _comparable(quantity, other)][:12]
    for count in (2, 3):
        for chosen in combinations(values, count):
            if _near(quantity, sum(other.value for other in chosen)) and _add_up(comparison, quantity, chosen, told):
                return True
    for one, two in combinations(near[:14], 2):
        if (one.dimension == two.dimension or not {one.dimension, two.dimension} & MEASURES) and (
            _comparable(quantity, one)
            and _near(quantity, abs(one.value - two.value))
            and abs(one.value - two.value) > 0
        ):
            return True
    return _is_share(comparison, quantity, near) or _is_multiple(quantity, near)


def _add_up(comparison: Comparison, quantity: Quantity, chosen: tuple[Quantity, ...], told: list[Told]) -> bool:
    """Whether these numbers of the passages count what belongs together: no part and its whole, no other things."""
    dimensions = {other.dimension for other in chosen}
    if len(dimensions) > 1 and (dimensions & MEASURES or quantity.dimension in dimensions - {""}):
        return False
    if any(_includes(sentence, chosen) for sentence in told):
        return False
    beside = sum(_stands_by(comparison, quantity, other) for other in chosen)
    if quantity.dimension == "percent" and beside == 1:
        return False
    return beside == len(chosen) or _are_told_together(told, chosen)


def _is_told_sum(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether some sentence of the sources counts two things of which this is the sum: 164 passengers and six crew."""
    if quantity.value < TELLING_SUM or quantity.dimension in MEASURES:
        return False
    sums = comparison.material.remember(("sums",), lambda: _sums(comparison.material))
    return quantity.value in sums


def _sums(material: Material) -> frozenset[float]:
    found = set()
    for told in material.sentences:
        counted = [q for q in told.reading.quantities if not q.is_weak and not q.is_ordinal]
        if len(counted) == 2 and not ({q.dimension for q in counted} & MEASURES) and not _includes(told, (*counted,)):
            found.add(counted[0].value + counted[1].value)
    return frozenset(found)


def _includes(told: Told, chosen: tuple[Quantity, ...]) -> bool:
    """Whether the sentence calls one of the numbers a part of another: `39 adhérents, dont deux nouveaux`."""
    own = [quantity for quantity in chosen if quantity in told.reading.quantities]
    return len(own) > 1 and bool(_PART_OF.search(told.reading.text, own[0].end, own[-1].start))


def _are_told_together(told: list[Told], chosen: tuple[Quantity, ...]) -> bool:
    """Whether one sentence gives exactly these numbers of its kind: `par 21 voix contre 12` is a vote of 33."""
    return any(
        all(quantity in sentence.reading.quantities for quantity in chosen)
        and sum(not other.is_weak and not other.is_ordinal for other in sentence.reading.quantities) <= len(chosen) + 1
        for sentence in told
    )


def _stands_by(comparison: Comparison, quantity: Quantity, other: Quantity) -> bool:
    """Whether the passages count there what the sentence counts here: a sum adds what belongs together."""
    return any(
        _anchored(comparison, quantity, (told, other)) > 0
        for told in comparison.wide_window
        if other in told.reading.quantities
    )


def _is_close(comparison: Comparison, told: Told) -> bool:
    beside = {passage.number + step for passage in comparison.evidence[:1] for step in (-1, 0, 1)}
    return told in comparison.evidence or told.number in beside or told.number in comparison.near


def _near(quantity: Quantity, value: float) -> bool:
    return agree(quantity, Quantity(0, 0, value, quantity.dimension, is_rounded=quantity.is_rounded))


def _is_share(comparison: Comparison, quantity: Quantity, near: list[Quantity]) -> bool:
    """Whether the number is a percentage of one given, the ratio of two, or the product of a price and a count."""
    shares = [other.value for other in near if other.dimension == "percent"]
    rest = [other for other in near if other.dimension != "percent" and other.value]
    text = comparison.reading.text
    if quantity.dimension == "percent":
        is_exact = text[quantity.start].isdigit() and not quantity.is_rounded
        ratios = [
            100 * min(one.value, two.value) / max(one.value, two.value)
            for one, two in combinations(rest[:10], 2)
            if _comparable(one, two)
        ]
        return any(abs(quantity.value - ratio) <= (EXACT_POINTS if is_exact else POINTS) for ratio in ratios) or any(
            _near(quantity, 100 - share)
            for share in shares
            if not is_exact or _REST.search(fold(text)) or _takes_other_side(comparison)
        )
    for other in rest:
        for share in shares:
            if _comparable(quantity, other) and (
                _near(quantity, other.value * share / 100) or _near(quantity, other.value / (1 + share / 100))
            ):
                return True
            if (
                _comparable(quantity, other)
                and abs(quantity.value - other.value / (1 + share / 100)) / quantity.value < 0.01
            ):
                return True
    if quantity.dimension in MEASURES and quantity.value > SMALL:
        counted = [other for other in rest if other.dimension not in MEASURES and other.value > 1]
        priced = [other for other in rest if other.dimension == quantity.dimension]
        return any(_near(quantity, one.value * two.value) for one in counted for two in priced)
    return False


def _takes_other_side(comparison: Comparison) -> bool:
    """Whether the sentence counts those in favour and the passages those against, or the other way round."""
    mine = fold(comparison.reading.text)
    theirs = fold(" ".join(told.reading.text for told in comparison.evidence))
    return bool(_FOR.search(mine) and _AGAINST.search(theirs)) or bool(_AGAINST.search(mine) and _FOR.search(theirs))


def _is_multiple(quantity: Quantity, near: list[Quantity]) -> bool:
    """Whether the number is another one so many times, or its part: `deux fois moins`, `half`, `trois fois plus`."""
    factors = [other.value for other in near if other.dimension == "times" and other.value > 1]
    factors += [100 / other.value for other in near if other.dimension == "percent" and other.value in (50, 25, 20)]
    return any(
        _comparable(quantity, other)
        and (_near(quantity, other.value * factor) or _near(quantity, other.value / factor))
        for factor in factors
        for other in near
        if other.dimension not in ("times", "percent") and other.value
    )


def _is_span(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the number is the time between two dates of the passages or of the sentence."""
    if quantity.dimension != "days":
        return False
    told = [moment for sentence in comparison.wide_window for moment in sentence.reading.moments]
    if _LATER.search(comparison.reading.text[quantity.end : quantity.end + 30]):
        told = [moment for sentence in comparison.material.sentences for moment in sentence.reading.moments]
    own = list(comparison.reading.moments)
    years = sorted({moment.year for moment in (*told, *own) if moment.year is not None})
    elapsed = {abs(one - two) * DAYS_A_YEAR for one, two in combinations(years, 2)}
    elapsed |= _long_spans(comparison)
    months = sorted({moment.month for moment in told if moment.month is not None})
    elapsed |= {round(30.42 * (abs(one - two) + more)) for one, two in combinations(months, 2) for more in (0, 1)}
    weekdays = sorted({moment.weekday for moment in told if moment.weekday is not None})
    if quantity.is_rounded and len(weekdays) > 1:
        elapsed |= {7}
    elapsed |= {abs(one - two) + more for one, two in combinations(weekdays, 2) for more in (0, 1)}
    return any(abs(quantity.value - days) <= max(1.0, 0.03 * days) for days in elapsed)


LONG_SPAN: Final = 20
"""Years from which a span between any two years of the sources is no accident. House rule."""
MOST_YEARS: Final = 12


def _long_spans(comparison: Comparison) -> set[int]:
    """Return the days between two years far apart in the sources; none where they hold too many years."""
    years = {moment.year for moment in comparison.material.moments if moment.year is not None}
    if len(years) > MOST_YEARS:
        return set()
    return {abs(a - b) * DAYS_A_YEAR for a, b in combinations(sorted(years), 2) if abs(a - b) >= LONG_SPAN}


def _stands_elsewhere(comparison: Comparison, quantity: Quantity) -> bool:
    return any(
        agree(quantity, other)
        for other in near_in_value(comparison.material, quantity)
        if other.dimension == quantity.dimension or not other.is_weak
    )


def near_in_value(material: Material, quantity: Quantity) -> tuple[Quantity, ...]:
    """Return the numbers of the sources that may stand for this one; no limit or rounding reaches further."""
    ordered, values = material.remember(("numbers by value",), lambda: _by_value(material))
    least, most = sorted((quantity.value * (1 - BOUND_SLACK), quantity.value / (1 - BOUND_SLACK)))
    return ordered[bisect_left(values, least) : bisect_right(values, most)]


def _by_value(material: Material) -> tuple[tuple[Quantity, ...], tuple[float, ...]]:
    """Return the different numbers of the sources without their places, in order, and their values."""
    ordered = sorted({replace(found, start=0, end=0) for found in material.quantities}, key=lambda found: found.value)
    return tuple(ordered), tuple(found.value for found in ordered)


def _is_small_count(quantity: Quantity) -> bool:
    return quantity.value <= SMALL and quantity.dimension not in MEASURES
