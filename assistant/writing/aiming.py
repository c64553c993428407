"""How long a section should become, so that the article as a whole lands in its band."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assistant.model import Brief, Draft, Section
from assistant.text.words import count_words
from assistant.writing.extractive import bound_facts
from assistant.writing.story import tell

BAND: Final = 1.1
"""The article has at most a tenth more words than were asked for (the promise of the desk)."""
FREE_BAND: Final = (0.75, 1.3)
"""Of a section's own target, where nobody asked for a length. House rule: nothing is mended that nobody minds."""
NARROWEST: Final = 16
"""Words between the ends of a section's band: less than a sentence cannot be aimed at. House rule."""


@dataclass(frozen=True, slots=True)
class Aim:
    """The band of a section's words."""

    low: int
    high: int


def aim_of(draft: Draft, section: Section) -> Aim:
    """Return the band for a section, by what the other sections of the article came to.

    Written sections count with their words, the others with their target, so that the last one to be written makes
    up for the others.
    """
    target = section.target_words or sum(sentence.words for _, sentence in bound_facts(tell(draft), section.passages))
    band = _band(draft.brief)
    if band is None or not target:
        low, high = (round(share * target) for share in FREE_BAND)
    else:
        low, high = _share(draft, section, target, *band)
    return Aim(low, max(high, low + NARROWEST))


def _band(brief: Brief) -> tuple[float, float] | None:
    wanted = brief.wanted_words
    if not wanted:
        return None
    most = brief.max_words or BAND * wanted
    if wanted == brief.max_words and not (brief.target_words or brief.min_words):
        return 0.85 * most, most
    return wanted, max(min(most, BAND * wanted), wanted)


def _share(draft: Draft, section: Section, target: int, low: float, high: float) -> tuple[int, int]:
    """Return the section's part of what is left of the article's band."""
    written, planned = count_words(draft.standfirst), target
    for other in draft.sections:
        if other.id == section.id:
            continue
        if other.versions and other.versions[-1].complete and other.text.strip():
            written += count_words(other.text)
        else:
            planned += other.target_words
    part = target / planned
    return max(0, round((low - written) * part)), max(0, int((high - written) * part))
