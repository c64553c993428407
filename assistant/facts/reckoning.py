"""Numbers that can be reckoned from what the passages give: sums, differences, shares, multiples, spans of time."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Final

from assistant.facts.agreement import MEASURES, agree, are_comparable
from assistant.facts.fault import Comparison, share_meaning
from assistant.facts.material import Material, Told
from assistant.facts.number_words import is_unit
from assistant.facts.numbers import Quantity
from assistant.facts.reading import Reading, Word
from assistant.facts.told_shares import is_gap, is_price_of_all, is_share_of_passage, is_what_is_left
from assistant.text.words import fold

POINTS: Final = 4.0
"""Points by which a share in words may differ from the ratio of two numbers: `un quart` is 10 of 39. House rule."""
EXACT_POINTS: Final = 0.6
"""The same for a share in figures. House rule: rounding to whole points."""
_FOLLOWS: Final = (is_share_of_passage, is_price_of_all, is_what_is_left, is_gap)
_PART_OF: Final = re.compile(r"\b(?:dont|parmi|y compris|including|among|of wh(?:om|ich))\b")
TELLING_PRICE: Final = 4
"""A price from which it is no accident that a price and a count make it. House rule."""
TELLING_SUM: Final = 20
"""A sum from which it is no accident that two numbers of one sentence make it. House rule."""
DAYS_A_YEAR: Final = 365
_BY_HOW_MUCH: Final = re.compile(
    r"\b(?:plus \w+|moins \w+|supérieure?s?|inférieure?s?|augment\w+|hausse|baiss\w+|recul\w*|rehauss\w+|majoré\w*) "
    r"(?:de |d['’])$|\b(?:higher|lower|more|less|rise|fall|increase\w*|cut) by $"
)
_MORE: Final = re.compile(r" (?:\w+ ){0,2}(?:de plus|de moins|supplémentaires?|more|extra)\b")
_LATER: Final = re.compile(
    r"^\W*(?:ans?|années?|mois|jours?|semaines?|years?|months?) (?:plus t|après|avant|durant|later|earlier|after|"
    r"before)"
)
_FOR: Final = re.compile(r"\b(?:pour|oui|favorables?|approuv\w+|favou?r|yes|approv\w+)\b")
_AGAINST: Final = re.compile(r"\b(?:contre|non|hostiles?|rejet\w+|against|no|reject\w*|oppos\w+)\b")
_OF_KIND: Final = re.compile(r" (?:de |d['’]|à |sous-)?")
_NEXT_PART: Final = re.compile(r"[,;:()]")
_REST: Final = re.compile(r"\b(?:rest\w*|autres?|others?|remain\w*|rest)\b")


def anchors(comparison: Comparison, quantity: Quantity, found: tuple[Told, Quantity]) -> int:
    """Return how many words around the number of the sentence stand around the number of the passage too."""
    told, other = found
    mine = list(comparison.words_near(comparison.reading, quantity.start, quantity.end))
    theirs = list(comparison.words_near(told.reading, other.start, other.end))
    return sum(any(share_meaning(word, against) for against in theirs) for word in mine if not is_unit(word.folded))


def can_be_reckoned(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the number is a sum, a difference, a share, a product or a span of years of what the passages give."""
    told = [told for told in comparison.wide_window if _is_close(comparison, told)]
    near = [other for sentence in told for other in sentence.reading.quantities]
    things = {other.dimension for other in (quantity, *near) if not other.is_weak}
    near = [other for other in near if not other.is_weak or other.dimension in things]
    if quantity.is_ordinal:
        return any(other.value >= quantity.value and not other.is_ordinal for other in near)
    if any(follows(comparison, quantity) for follows in _FOLLOWS):
        return True
    if _is_span(comparison, quantity) or _is_told_sum(comparison, quantity):
        return True
    values = [other for other in near if are_comparable(quantity, other)][:12]
    is_told_whole = _counts_one_kind(comparison, quantity) or _is_share_of_one(comparison, quantity)
    for count in () if is_told_whole else (2, 3):
        for chosen in combinations(values, count):
            if _is_near(quantity, sum(other.value for other in chosen)) and _add_up(comparison, quantity, chosen, told):
                return True
    # `un drone` makes five to six, but one less than a number is everywhere.
    near = [other for other in near if not other.is_weak]
    for one, two in combinations(near[:14], 2):
        if (one.dimension == two.dimension or not {one.dimension, two.dimension} & MEASURES) and (
            are_comparable(quantity, one)
            and _is_near(quantity, abs(one.value - two.value))
            and abs(one.value - two.value) > 0
        ):
            return True
    return _is_share(comparison, quantity, near) or _is_multiple(quantity, near)


def _counts_one_kind(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the passages count with one other number what is called the same: `cinq drones explosifs` are not six.

    What they count besides under another name adds nothing to it.
    """
    kind = _kind_of(comparison.reading, quantity)
    if kind is None or quantity.is_rounded or quantity.bound:
        return False
    alike = {
        other.value
        for told in comparison.window
        for other in told.reading.quantities
        if other.dimension == quantity.dimension and not other.is_weak
        for named in [_kind_of(told.reading, other)]
        if named is not None and share_meaning(kind, named)
    }
    return len(alike) == 1 and quantity.value not in alike


def _kind_of(reading: Reading, quantity: Quantity) -> Word | None:
    """Return the word right behind the noun that is counted, which says of what kind it is."""
    if not quantity.dimension or quantity.dimension in MEASURES:
        return None
    behind = [word for word in reading.words if word.start >= quantity.end and word.weight >= 1.0][:2]
    if len(behind) < 2 or reading.text[quantity.end : behind[0].start].strip():
        return None
    is_close = _OF_KIND.fullmatch(reading.text, behind[0].end, behind[1].start)
    return behind[1] if is_close else None


def _add_up(comparison: Comparison, quantity: Quantity, chosen: tuple[Quantity, ...], told: list[Told]) -> bool:
    """Whether these numbers of the passages count what belongs together: no part and its whole, no other things."""
    if len(chosen) == 2 and any(_is_difference(sentence, other) for sentence in told for other in chosen):
        return True
    dimensions = {other.dimension for other in chosen}
    if len(dimensions) > 1 and (dimensions & MEASURES or quantity.dimension in dimensions - {""}):
        return False
    if any(_includes(sentence, chosen) for sentence in told):
        return False
    beside = sum(_stands_by(comparison, quantity, other) for other in chosen)
    if quantity.dimension == "percent" and beside == 1:
        return False
    return beside == len(chosen) or _are_told_together(told, chosen)


def _is_difference(told: Told, other: Quantity) -> bool:
    """Whether the sentence tells by how much something is more than another: `un prix plus élevé de 9 millions`."""
    if other not in told.reading.quantities:
        return False
    text = told.reading.text
    return bool(_BY_HOW_MUCH.search(text, 0, other.start) or _MORE.match(text, other.end))


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


def _is_share_of_one(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the passages give one share of what this share is of, so that no other belongs to it.

    `60 % pris en charge par l’État` is no sum of `40 % de l’État, 20 % de la commune et 40 % d’emprunt`.
    """
    if quantity.dimension != "percent":
        return False
    mine = {word.root for word in _words_behind(comparison.reading, quantity)}
    own = {
        (told.number, other.start)
        for told in comparison.window
        for other in told.reading.quantities
        if other.dimension == "percent" and any(word.root in mine for word in _words_behind(told.reading, other))
    }
    return len(own) == 1


def _words_behind(reading: Reading, quantity: Quantity) -> list[Word]:
    """Return the words that tell something between the number and the next comma, semicolon, number or end."""
    others = [other.start for other in reading.quantities if other.start >= quantity.end]
    border = _NEXT_PART.search(reading.text, quantity.end)
    end = min([border.start() if border else len(reading.text), *others])
    return [word for word in reading.words if quantity.end <= word.start < end and word.weight >= 1.0]


def _stands_by(comparison: Comparison, quantity: Quantity, other: Quantity) -> bool:
    """Whether the passages count there what the sentence counts here: a sum adds what belongs together."""
    return any(
        anchors(comparison, quantity, (told, other)) > 0
        for told in comparison.wide_window
        if other in told.reading.quantities
    )


def _is_close(comparison: Comparison, told: Told) -> bool:
    beside = {passage.number + step for passage in comparison.evidence[:1] for step in (-1, 0, 1)}
    return told in comparison.evidence or told.number in beside or told.number in comparison.near


def _is_near(quantity: Quantity, value: float) -> bool:
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
            if are_comparable(one, two)
        ]
        return any(abs(quantity.value - ratio) <= (EXACT_POINTS if is_exact else POINTS) for ratio in ratios) or any(
            _is_near(quantity, 100 - share)
            for share in shares
            if not is_exact or _REST.search(fold(text)) or _takes_other_side(comparison)
        )
    for other in rest:
        for share in shares:
            if are_comparable(quantity, other) and _follows_by(quantity, other.value, share):
                return True
    if quantity.dimension in MEASURES and quantity.value > TELLING_PRICE:
        counted = [other for other in rest if other.dimension not in MEASURES and other.value > 1]
        priced = [other for other in rest if other.dimension == quantity.dimension]
        return any(_is_near(quantity, one.value * two.value) for one in counted for two in priced)
    return False


def _follows_by(quantity: Quantity, given: float, share: float) -> bool:
    """Whether the number is that share, in per cent, of the one given, or what it was before it grew by the share."""
    if _is_near(quantity, given * share / 100):
        return True
    # What shrank by all of itself leaves nothing to reckon back from.
    before = given / (1 + share / 100) if share > -100 else 0.0
    return bool(before) and (_is_near(quantity, before) or abs(quantity.value - before) < 0.01 * abs(quantity.value))


def _takes_other_side(comparison: Comparison) -> bool:
    """Whether the sentence counts those in favour and the passages those against, or the other way round."""
    mine = fold(comparison.reading.text)
    theirs = fold(" ".join(told.reading.text for told in comparison.evidence))
    return bool(_FOR.search(mine) and _AGAINST.search(theirs)) or bool(_AGAINST.search(mine) and _FOR.search(theirs))


def _is_multiple(quantity: Quantity, near: list[Quantity]) -> bool:
    """Whether the number is another one so many times, or its part: `deux fois moins`, `half`, `trois fois plus`."""
    if quantity.dimension == "times" and quantity.value > 1:
        return any(other.dimension == "percent" and abs(100 / quantity.value - other.value) <= 1 for other in near)
    factors = [other.value for other in near if other.dimension == "times" and other.value > 1]
    factors += [100 / other.value for other in near if other.dimension == "percent" and other.value in (50, 25, 20)]
    return any(
        are_comparable(quantity, other)
        and (_is_near(quantity, other.value * factor) or _is_near(quantity, other.value / factor))
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
