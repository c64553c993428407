"""Sentences that say who it was, `c’est le maire qui a signé`: the one they single out must be the passage's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.fault import Comparison, Fault, means_same, share_meaning
from assistant.facts.material import Material, Told
from assistant.facts.names import likeness
from assistant.facts.reading import Reading, Word

CARRIED: Final = 0.5
"""Share of what is told of the one singled out that the passage must tell before it can be another one. House rule."""
BEFORE: Final = 2
"""Sentences before a pronoun in which the one is named. House rule."""
EXPECTED_CHARACTERS: Final = 100
_CLEFT: Final = {
    "fr": re.compile(
        r"\b(?:[Cc]['’](?:est|était)|[Cc]e (?:sont|fut|furent|sera|seront)) (?!pas |jamais |ainsi |aussi )"
        r"(?P<who>[^;:.!?«»]{2,80}?),? qui (?P<deed>[^;:.!?]+)"
    ),
    "en": re.compile(
        r"\b[Ii]t (?:is|was) (?!not |never )(?P<who>[^;:.!?“”]{2,80}?),? (?:who|that) (?P<deed>[^;:.!?]+)"
    ),
}
_PRONOUN: Final = re.compile(
    r"^(?:il|elle|ils|elles|he|she|they|it)\b|\b(?:il|elle|ils|elles|he|she|they) ", re.IGNORECASE
)


def cleft_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where the one singled out is somebody of the sources whom the passage of the deed does not name.

    Red where the passage names somebody as its subject; nothing where a pronoun in it may stand for the one.
    """
    reading = comparison.reading
    match = _CLEFT["fr" if reading.language == "fr" else "en"].search(reading.text)
    if not comparison.evidence or match is None:
        return
    who = _named(reading, match.span("who"))
    deed = [word for word in reading.words if match.start("deed") <= word.start < match.end("deed")]
    deed = [word for word in deed if word.weight >= 1.0]
    if not who or not deed or not _is_told_elsewhere(who, comparison.material):
        return
    told, shared = max(((each, _shared(deed, each)) for each in comparison.evidence), key=lambda pair: pair[1])
    if shared < CARRIED * len(deed) or _names_it(who, told, comparison.material):
        return
    if _PRONOUN.search(told.reading.text) and _is_named_before(who, told, comparison.material):
        return
    yield Fault("role", who[0].start, who[-1].end, told.reading.text[:EXPECTED_CHARACTERS], is_red=True)


def _shared(deed: list[Word], told: Told) -> int:
    return sum(means_same(told.reading, word) for word in deed)


def _named(reading: Reading, span: tuple[int, int]) -> list[Word]:
    """Return the word that names the one singled out, and the names beside it."""
    words = [word for word in reading.words if span[0] <= word.start < span[1] and word.weight >= 1.0]
    return [word for place, word in enumerate(words) if place == 0 or word.capital]


def _is_told_elsewhere(who: list[Word], material: Material) -> bool:
    """Whether the sources name the one with the same words."""
    return all(word.root in material.by_root for word in who)


def _names_it(who: list[Word], told: Told, material: Material) -> bool:
    """Whether the passage names the one: by a name, by the word or one with its meaning, or by who it is."""
    names = [word for word in who if word.capital]
    parts = {part for name in told.names for part in name.parts}
    if any(likeness(word.folded, part) for word in names for part in parts):
        return True
    if names and parts & material.family_names:
        return False
    if any(share_meaning(word, other) for word in who for other in told.reading.words):
        return True
    about = [each for part in parts for each in material.aliases.get(part, ())]
    return any(share_meaning(word, each) for word in who for each in about)


def _is_named_before(who: list[Word], told: Told, material: Material) -> bool:
    """Whether one of the sentences before the passage names the one, so that its pronoun may mean it."""
    before = material.sentences[max(0, told.number - BEFORE) : told.number]
    return any(_names_it(who, each, material) for each in before if each.source == told.source)
