"""Whether one number can stand for another: equal, rounded, converted, or a limit that the other keeps to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import Final

from assistant.facts.material import Material
from assistant.facts.numbers import Quantity

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
SEVERAL: Final = 4
"""Times from which it is no accident that a thing is counted as often as something is done. House rule."""
TELLING: Final = 1000
"""A number so large is the same one whatever noun follows: `48 millions de pertes` are euros. House rule."""


def agree(quantity: Quantity, other: Quantity) -> bool:
    """Whether the first number can stand for the second: equal, rounded, or a limit that the second keeps to."""
    one, two = quantity.value, other.value
    if one == two >= TELLING and not (quantity.dimension in MEASURES and other.dimension in MEASURES):
        return True
    if one == two > SEVERAL and "times" in (quantity.dimension, other.dimension) and not other.is_ordinal:
        # `À 412 reprises` counts whatever was done so often.
        return not ({quantity.dimension, other.dimension} - {"times"}) & MEASURES
    if not are_comparable(quantity, other):
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
        slack = ROUND_SLACK if significant_digits(_as_written(quantity)) == 1 else ROUNDING
        return abs(one - two) / largest <= slack and significant_digits(_as_written(quantity)) <= significant_digits(
            two
        )
    return False


_SPANS: Final = {"days": (365.0, 30.42, 7.0), "minutes": (60.0,)}


def _as_written(quantity: Quantity) -> float:
    """Return the number in the largest unit in which it is whole: 3 for three years, which are 1,095 days."""
    for factor in _SPANS.get(quantity.dimension, ()):
        written = quantity.value / factor
        if written >= 1 and abs(written - round(written)) < 1e-6:
            return round(written)
    return quantity.value


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


def are_comparable(quantity: Quantity, other: Quantity) -> bool:
    """Whether the two may count the same thing: one unit, or no unit on either side."""
    if quantity.dimension == other.dimension:
        return True
    if quantity.is_ordinal != other.is_ordinal:
        return False
    return not ({quantity.dimension, other.dimension} & MEASURES) or not (quantity.dimension and other.dimension)


def near_in_value(material: Material, quantity: Quantity) -> tuple[Quantity, ...]:
    """Return the numbers of the sources that may stand for this one; no limit or rounding reaches further."""
    ordered, values = material.remember(("numbers by value",), lambda: _by_value(material))
    least, most = sorted((quantity.value * (1 - BOUND_SLACK), quantity.value / (1 - BOUND_SLACK)))
    return ordered[bisect_left(values, least) : bisect_right(values, most)]


def _by_value(material: Material) -> tuple[tuple[Quantity, ...], tuple[float, ...]]:
    """Return the different numbers of the sources without their places, in order, and their values."""
    ordered = sorted({replace(found, start=0, end=0) for found in material.quantities}, key=lambda found: found.value)
    return tuple(ordered), tuple(found.value for found in ordered)
