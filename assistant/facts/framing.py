"""Sentences that claim nothing: questions, announcements, transitions, what everybody knows."""

from __future__ import annotations

import re
from typing import Final

from assistant.facts.fault import Comparison
from assistant.facts.lexicon import framing_openings
from assistant.text.words import fold

SHORT_HEADING_WORDS: Final = 9
"""A heading of so few words and without a fact names a theme. House rule: headings of the drafts have 3 to 8."""

_WORD = re.compile(r"\w+")
_GENERAL: Final = re.compile(
    r" (?:chacun|nul|tout le monde|personne ne sait|on (?:le )?(?:sait|peut|doit)|qu on|que l on|l avenir|demain|"
    r"a coup sur|"
    r"qui que|quoi qu|quel que|quelle que|everyone|nobody|anyone|we all|you|your|vous|votre|nous|notre|nos) "
)


def claims_nothing(comparison: Comparison, *, is_heading: bool) -> bool:
    """Whether the sentence claims nothing that a source could carry or contradict."""
    text = comparison.reading.text.strip()
    folded = f" {' '.join(_WORD.findall(fold(text)))} "
    if not folded.strip():
        return True
    if text.rstrip(" »”\"'*_").endswith("?"):
        return True
    if _has_facts(comparison):
        return False
    if any(folded.startswith(opening.rstrip()) for opening in framing_openings()):
        return True
    content = [word for word in comparison.reading.words if word.weight >= 1.0]
    carried = [
        strength
        for word, strength in zip(comparison.reading.words, comparison.alignment.carried, strict=True)
        if word.weight >= 1.0
    ]
    if not content:
        return True
    if _GENERAL.search(folded) and sum(carried) <= 0.75 * len(carried):
        return True
    return is_heading and len(content) <= 1 and len(text.split()) <= SHORT_HEADING_WORDS and not any(carried)


def _has_facts(comparison: Comparison) -> bool:
    reading = comparison.reading
    return bool(
        reading.quotations
        or comparison.names
        or reading.moments
        or any(not quantity.is_weak and quantity.value > 1 for quantity in reading.quantities)
    )
