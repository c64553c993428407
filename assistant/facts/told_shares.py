"""What follows from a whole and a share of it: two millions of `5 millions, dont l’État paie 40 %`."""

from __future__ import annotations

import re
from typing import Final

from assistant.facts.agreement import MEASURES, agree, are_comparable
from assistant.facts.fault import Comparison
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.numbers import Quantity
from assistant.facts.roots import stem

CHANGE_REACH: Final = 40
"""Characters before a share within which the verb says that something rises or falls by it. House rule."""
_LOWERED: Final = re.compile(
    r"\b(?:rédui\w+|réduction|baiss\w+|diminu\w+|amput\w+|recul\w*|chut\w+|cut|lower\w*|reduc\w+|fall\w*|fell|"
    r"drop\w*) (?:\w+ ){0,2}?(?:d['’]|de |by )(?:une? |a )?$",
    re.IGNORECASE,
)
_RAISED: Final = re.compile(
    r"\b(?:augment\w+|hausse|relev\w+|major\w+|progress\w+|accr\w+|rais\w+|increas\w+|rise|rose|grow\w*|grew) "
    r"(?:\w+ ){0,2}?(?:d['’]|de |by )(?:une? |a )?$",
    re.IGNORECASE,
)


def is_share_of_passage(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the number follows from a whole and a share of it that a passage gives, and the sentence does not.

    Two millions of `5 millions, dont l’État paie 40 %`, and what is left of a sum once it is cut by a quarter.
    """
    if quantity.dimension == "percent":
        return False
    return any(_follows_within(comparison, quantity, told) for told in comparison.evidence)


def _follows_within(comparison: Comparison, quantity: Quantity, told: Told) -> bool:
    given = [other for other in told.reading.quantities if not other.is_weak and not other.is_ordinal]
    untold = [other for other in given if not any(agree(mine, other) for mine in comparison.reading.quantities)]
    shares = [other for other in untold if other.dimension == "percent"]
    return any(
        _gives(quantity, other.value * share.value / 100)
        or (_is_whole_of(told, share) and _gives(quantity, other.value * 100 / share.value))
        or _is_changed_by(quantity, other.value, share, told)
        for other in untold
        for share in shares
        if other.dimension != "percent" and are_comparable(quantity, other)
    )


_SO_MUCH: Final = re.compile(
    r"\b(?:soit|représent\w+|that is|represent\w*|equal to|or) (?:\w+ ){0,2}(?:d['’]|de |du |des )?$"
)


def _is_whole_of(told: Told, share: Quantity) -> bool:
    """Whether the passage says what share of a whole its number is: `1,3 million, soit près du tiers du budget`."""
    return share.value > 0 and bool(_SO_MUCH.search(told.reading.text, 0, share.start))


def _is_changed_by(quantity: Quantity, given: float, share: Quantity, told: Told) -> bool:
    """Whether the number is the one given once it rose or fell by the share, as the sentence of the sources says."""
    before = told.reading.text[max(0, share.start - CHANGE_REACH) : share.start]
    sign = -1 if _LOWERED.search(before) else 1 if _RAISED.search(before) else 0
    return bool(sign) and _gives(quantity, given * (1 + sign * share.value / 100))


def _gives(quantity: Quantity, value: float) -> bool:
    return agree(quantity, Quantity(0, 0, value, quantity.dimension, is_rounded=quantity.is_rounded))


_EACH: Final = re.compile(r"\b(?:(?:à|pour) chaque|chaque|par|each|every|per) (\w+)", re.IGNORECASE)
_LEFT: Final = re.compile(
    r"\b(?:il (?:en )?reste\w*|rest(?:e|ent|ait|aient|ant)|laisse\w*|les autres|encore|manqu\w+|leav(?:e|es|ing)|left|"
    r"remain\w*|the (?:other|rest)|yet to|still)\b",
    re.IGNORECASE,
)
LEFT_REACH: Final = 4
"""Sentences within which two counts are of one thing, of which the sentence tells the rest. House rule."""


def is_price_of_all(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the number is what a passage says that each costs, so many times as the source counts them."""
    material = comparison.material
    concepts = lexicon(material.language).concepts
    for told in comparison.evidence:
        for match in _EACH.finditer(told.reading.text):
            noun = stem(match[1].lower(), material.language)
            meant = concepts.get(noun, frozenset())
            priced = [q for q in told.reading.quantities if q.dimension == quantity.dimension in MEASURES]
            counted = (
                q
                for each in material.sentences
                if each.source == told.source
                for q in each.reading.quantities
                if q.value > 1 and (q.dimension == noun or meant & concepts.get(q.dimension, frozenset()))
            )
            if priced and any(_gives(quantity, one.value * count.value) for count in counted for one in priced):
                return True
    return False


def is_what_is_left(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the sentence tells the rest of two counts that stand near each other: `Il en reste 33` of 85 and 52."""
    best, material = comparison.best, comparison.material
    if best is None or quantity.dimension in MEASURES or not _LEFT.search(comparison.reading.text):
        return False
    near = material.sentences[max(0, best.number - LEFT_REACH) : best.number + LEFT_REACH + 1]
    counts = [
        q
        for told in near
        if told.source == best.source
        for q in told.reading.quantities
        if not q.is_weak | q.is_ordinal
    ]
    own = [q for q in counts if q.dimension == quantity.dimension or not q.dimension]
    return any(
        one.value > two.value and _gives(quantity, one.value - two.value)
        for one in own
        for two in counts
        if two.dimension not in MEASURES
    )


_GAP: Final = re.compile(r"\b(?:écarts?|différences?|sépar\w+|gap|difference|apart)\b", re.IGNORECASE)
_MORE_THAN: Final = re.compile(r"\b(?:de (?:plus|moins) que|(?:more|less|fewer)(?: \w+)? than)\b", re.IGNORECASE)
MOST_COMPARED: Final = 30
"""Numbers of one kind in a source up to which a difference of two of them is no accident. House rule."""


def is_gap(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the sentence tells by how much two numbers of its source differ, in so many words: `L’écart est de`."""
    best = comparison.best
    text = comparison.reading.text
    if best is None or not (_GAP.search(text) or _MORE_THAN.search(text, quantity.end)):
        return False
    values = {
        other.value
        for told in comparison.material.sentences
        if told.source == best.source
        for other in told.reading.quantities
        if not other.is_weak and are_comparable(quantity, other)
    }
    return len(values) <= MOST_COMPARED and any(
        one > two and _gives(quantity, one - two) for one in values for two in values
    )
