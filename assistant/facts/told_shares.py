"""What follows from a whole and a share of it: two millions of `5 millions, dont l’État paie 40 %`."""

from __future__ import annotations

import re
from typing import Final

from assistant.facts.agreement import agree, are_comparable
from assistant.facts.fault import Comparison
from assistant.facts.material import Told
from assistant.facts.numbers import Quantity

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
    """Whether the number follows from a whole and a share of it that the best passage gives, and the sentence does not.

    Two millions of `5 millions, dont l’État paie 40 %`, and what is left of a sum once it is cut by a quarter.
    """
    best = comparison.best
    if best is None or quantity.dimension == "percent":
        return False
    given = [other for other in best.reading.quantities if not other.is_weak and not other.is_ordinal]
    untold = [other for other in given if not any(agree(mine, other) for mine in comparison.reading.quantities)]
    shares = [other for other in untold if other.dimension == "percent"]
    return any(
        _gives(quantity, other.value * share.value / 100) or _is_changed_by(quantity, other.value, share, best)
        for other in untold
        for share in shares
        if other.dimension != "percent" and are_comparable(quantity, other)
    )


def _is_changed_by(quantity: Quantity, given: float, share: Quantity, told: Told) -> bool:
    """Whether the number is the one given once it rose or fell by the share, as the sentence of the sources says."""
    before = told.reading.text[max(0, share.start - CHANGE_REACH) : share.start]
    sign = -1 if _LOWERED.search(before) else 1 if _RAISED.search(before) else 0
    return bool(sign) and _gives(quantity, given * (1 + sign * share.value / 100))


def _gives(quantity: Quantity, value: float) -> bool:
    return agree(quantity, Quantity(0, 0, value, quantity.dimension, is_rounded=quantity.is_rounded))
