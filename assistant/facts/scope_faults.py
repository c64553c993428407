"""All or none of what the sources say of a part: `aucun témoin n’est venu` for two of eleven who did not come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.fault import Comparison, Fault
from assistant.facts.material import Told
from assistant.facts.numbers import Quantity
from assistant.facts.roots import root

SAME_MATTER: Final = 0.6
"""Share of a sentence's words besides names that a passage tells when it says the same of a part. House rule."""
_WHOLE: Final = {
    "fr": re.compile(
        r"\b(?:aucune?|pas une? seule?|tou(?:s|tes) les|l['’](?:ensemble|intégralité) des|la totalité des|chacune? des|"
        r"chaque) (?P<noun>\w+)",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:none of the|no|all (?:of )?the|every|each) (?P<noun>\w+)", re.IGNORECASE),
}
_OF: Final = re.compile(r" ?(?:des|du|de la|de l['’]|d['’]entre|sur(?: les)?|parmi les|of(?: the)?|out of(?: the)?) ")


def scope_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault where the sentence says of all, or of none, what its passage says of a counted part of them."""
    reading = comparison.reading
    for match in _WHOLE["fr" if reading.language == "fr" else "en"].finditer(reading.text):
        noun = root(match["noun"], reading.language)
        for told in comparison.evidence:
            part = _part_of(told, noun)
            if part is not None and comparison.share_told(told) >= SAME_MATTER and not _gives(comparison, part):
                yield Fault("number", *match.span(), told.reading.text[part.start : part.end], is_red=True)
                return


def _part_of(told: Told, noun: str) -> Quantity | None:
    """Return the number that the passage gives of a part of these: `deux des onze témoins`, `un tiers des élèves`."""
    reading = told.reading
    for quantity in reading.quantities:
        of = _OF.match(reading.text, quantity.end)
        if of is None or quantity.is_weak or quantity.is_ordinal:
            continue
        behind = [other for other, span in zip(reading.folded, reading.spans, strict=True) if span[0] >= of.end()][:3]
        if any(root(word, reading.language) == noun for word in behind):
            return quantity
    return None


def _gives(comparison: Comparison, part: Quantity) -> bool:
    return any(mine.value == part.value for mine in comparison.reading.quantities)
