"""Dates that the sources do not give."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from assistant.facts.dates import Moment, fits
from assistant.facts.deed_dates import told_on_another_day
from assistant.facts.fault import Comparison, Fault, share_meaning
from assistant.facts.material import Told

Found = tuple[Told, Moment]
SAME_MATTER: Final = 0.25
"""Coverage from which another date of the same kind beside the passages is the one meant, when no source gives the
sentence's. House rule: such a date is wrong or new, and the reader wants to see the one that the sources give."""
LEAP_YEAR: Final = 2024
FIRST_YEAR, LAST_YEAR = 1000, 2999
DAYS_A_YEAR: Final = 365
DAYS_A_MONTH: Final = 30.42
ROUGHLY_DAYS: Final = 2
"""Days by which a date reckoned from `trois semaines plus tôt` may be off. House rule."""
_SHIFT: Final = re.compile(
    r" \w+ (?:plus tôt|plus tard|auparavant|avant|après|earlier|later|before|after)\b", re.IGNORECASE
)
_CAUSES: Final = frozenset({"cause", "raison", "suite", "faute", "grace", "because", "due"})
"""What says why stands beside many a date: `à cause de la sécheresse`."""
_YEAR_BESIDE: Final = re.compile(
    r"\b(?:l['’](?:an|année) (?:dernièr?e?|passée?|précédente?|suivante?|d['’]avant|d['’]après)|(?:un an|une année) "
    r"(?:plus tôt|plus tard|auparavant|avant|après)|(?:the|last|next) (?:previous |following |next )?year|"
    r"a year (?:earlier|later|before|after))\b",
    re.IGNORECASE,
)


def date_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for each date of the sentence that its passages do not give: red where they give another one."""
    if not comparison.reading.moments:
        return
    in_window = [(told, moment) for told in comparison.window for moment in told.reading.moments]
    everywhere = [(told, moment) for told in comparison.material.sentences for moment in told.reading.moments]
    for moment in comparison.reading.moments:
        if moment.is_next:
            # It says a day only by another one of the sentence, which is compared itself.
            continue
        if any(first <= moment.start < last for first, last in (q.span for q in comparison.reading.quotations)):
            continue
        told_otherwise = told_on_another_day(comparison, moment)
        rivals = [found for found in in_window if _is_rival(comparison, moment, found)]
        if told_otherwise is not None:
            yield _red(moment, told_otherwise)
        elif equal := [found for found in in_window if fits(moment, found[1])]:
            yield from _closer(comparison, moment, equal, rivals)
        elif not _is_year_beside(comparison, moment) and not _is_told_as_number(comparison, moment):
            elsewhere = [found for found in everywhere if fits(moment, found[1])]
            yield from _untold(comparison, moment, rivals, in_window, bool(elsewhere))


def _closer(comparison: Comparison, moment: Moment, equal: list[Found], rivals: list[Found]) -> Iterator[Fault]:
    """Yield the fault of a date that the passages give beside nothing of the sentence, and another beside its words."""
    if any(told is comparison.best for told, _ in equal):
        rivals = [found for found in rivals if found[0] is comparison.best]
    best = max(_anchored(comparison, moment, found) for found in equal)
    closer = [found for found in rivals if _anchored(comparison, moment, found) >= best + 1]
    if closer and best == 0:
        yield _red(moment, closer[0])


def _untold(
    comparison: Comparison, moment: Moment, rivals: list[Found], in_window: list[Found], is_elsewhere: bool
) -> Iterator[Fault]:
    """Yield the fault of a date that the passages do not give; `is_elsewhere` says that the sources do."""
    if not rivals and not is_elsewhere and comparison.alignment.coverage >= SAME_MATTER:
        rivals = [found for found in in_window if _is_of_kind(comparison, moment, found[1])]
    if rivals and not (is_elsewhere and not _is_close(comparison, rivals[0])):
        yield _red(moment, rivals[0])
    elif not is_elsewhere and not _can_be_reckoned(comparison, moment):
        yield Fault("date", moment.start, moment.end, "", is_red=False)


def _is_told_as_number(comparison: Comparison, moment: Moment) -> bool:
    """Whether the figures read as a year here are a number in the sources."""
    is_year = moment.year is not None and moment.month is None
    return is_year and moment.year in comparison.material.by_value


def _is_of_kind(comparison: Comparison, moment: Moment, other: Moment) -> bool:
    """Whether a neighbour of the passages gives a date of the same kind, which the sentence does not give."""
    if other.is_next or _can_be_reckoned(comparison, moment):
        return False
    if any(fits(mine, other) for mine in comparison.reading.moments):
        return False
    kinds = ((moment.weekday, other.weekday), (moment.year, other.year), (moment.month, other.month))
    return any(mine is not None and theirs is not None for mine, theirs in kinds)


def _is_close(comparison: Comparison, rival: Found) -> bool:
    return rival[0].number == comparison.evidence[0].number and (
        comparison.is_near_copy or comparison.alignment.best_coverage >= 0.6
    )


def _red(moment: Moment, rival: Found) -> Fault:
    told, other = rival
    return Fault("date", moment.start, moment.end, told.reading.text[other.start : other.end], is_red=True)


def _is_rival(comparison: Comparison, moment: Moment, found: Found) -> bool:
    """Whether the passage says when with another date of the same kind, one that the sentence does not give too."""
    told, other = found
    if other.is_next or fits(moment, other) or any(fits(mine, other) for mine in comparison.reading.moments):
        return False
    kinds = (
        (moment.day, other.day),
        (moment.month, other.month),
        (moment.year, other.year),
        (moment.weekday, other.weekday),
    )
    if not any(mine is not None and theirs is not None for mine, theirs in kinds):
        return False
    if told.number == comparison.evidence[0].number:
        return (
            comparison.is_near_copy or comparison.alignment.coverage >= 0.4 or _anchored(comparison, moment, found) > 0
        )
    return told in comparison.evidence and _anchored(comparison, moment, found) > 0


def _anchored(comparison: Comparison, moment: Moment, found: Found) -> int:
    told, other = found
    near = comparison.words_near(comparison.reading, moment.start, moment.end, 2)
    mine = [word for word in near if word.folded not in _CAUSES]
    theirs = list(comparison.words_near(told.reading, other.start, other.end, 2))
    return sum(any(share_meaning(word, against) for against in theirs) for word in mine)


def _is_year_beside(comparison: Comparison, moment: Moment) -> bool:
    """Whether the passages give the year by its neighbour: `en 2024, contre 12 millions l’année précédente`."""
    if moment.year is None or moment.month is not None:
        return False
    return any(
        other.year is not None and abs(moment.year - other.year) == 1 and _YEAR_BESIDE.search(told.reading.text)
        for told in comparison.window
        for other in told.reading.moments
    )


def _can_be_reckoned(comparison: Comparison, moment: Moment) -> bool:
    """Whether the year is one of the passages and a number of years that they or the sentence give."""
    if moment.month is not None and _is_shifted(comparison, moment):
        return True
    if moment.day is not None and moment.month is not None:
        return _is_weekday_of(comparison, moment)
    if moment.year is None or moment.month is not None:
        return False
    years = [other.year for told in comparison.window for other in told.reading.moments if other.year is not None]
    spans = [
        round(quantity.value / 365)
        for reading in (comparison.reading, *(told.reading for told in comparison.evidence))
        for quantity in reading.quantities
        if quantity.dimension == "days" and quantity.value >= 365 and not quantity.is_weak
    ]
    return any(abs(moment.year - year) == span for year in years for span in spans)


def _is_shifted(comparison: Comparison, moment: Moment) -> bool:
    """Whether the date is so many days or weeks from one that the passages give: `trois semaines plus tôt`."""
    whole = [
        date(other.year or LEAP_YEAR, other.month, other.day)
        for told in comparison.window
        for other in told.reading.moments
        if other.month and other.day and _is_real(other.year or LEAP_YEAR, other.month, other.day)
    ]
    shifts = [
        quantity.value
        for told in comparison.window
        for quantity in told.reading.quantities
        if quantity.dimension == "days"
        and quantity.value < DAYS_A_YEAR
        and _SHIFT.match(told.reading.text, quantity.end)
    ]
    if moment.day is None and any(_is_months_from(comparison, moment, shift) for shift in shifts):
        return True
    for start in whole:
        for days in (sign * shift for shift in shifts for sign in (-1, 1)):
            found = start + timedelta(days=days)
            is_near = moment.day is None or abs(found.day - moment.day) <= ROUGHLY_DAYS
            if found.month == moment.month and is_near and moment.year in (None, found.year):
                return True
    return False


def _is_months_from(comparison: Comparison, moment: Moment, days: float) -> bool:
    """Whether the month is so many days from one that the passages give: `en janvier … deux mois plus tard`."""
    steps = round(days / DAYS_A_MONTH)
    months = [other.month for told in comparison.window for other in told.reading.moments if other.month]
    return steps > 0 and any((month - moment.month) % 12 in (steps, -steps % 12) for month in months if moment.month)


def _is_real(year: int, month: int, day: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR and day <= monthrange(year, month)[1]


def _is_weekday_of(comparison: Comparison, moment: Moment) -> bool:
    """Whether the day is one that the passages name by its weekday, counted from a date that the sources give whole."""
    weekdays = [
        other.weekday for told in comparison.window for other in told.reading.moments if other.weekday is not None
    ]
    for told in comparison.material.sentences:
        for first, second in zip(told.reading.moments, told.reading.moments[1:], strict=False):
            is_whole = first.weekday is not None and second.day is not None and second.start - first.end <= 2
            if not is_whole or first.weekday is None or second.day is None or second.month != moment.month:
                continue
            days = {second.day + weekday - first.weekday + week for weekday in weekdays for week in (-7, 0, 7)}
            if moment.day in days:
                return True
    return False
