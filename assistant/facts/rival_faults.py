"""Words put for others of their kind that never mean the same: sister for wife, Senate for Assembly, days for hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, get_args

from assistant.facts.fault import Comparison, Fault, share_meaning
from assistant.facts.lexicon import lexicon, singular
from assistant.facts.material import Told
from assistant.facts.reading import Reading, Word
from assistant.facts.speakers import speakers
from assistant.model import ClaimFault, Span

ALIKE: Final = 0.35
"""Coverage by the best passage from which a rival word says something of the same matter. House rule."""
PERSON: Final = "role"
PERSON_ANCHORS: Final = 2
"""Words that must stand around both of two rival persons: a story has many people. House rule."""
Key = tuple[str, int, int]
_ONLY_CAPITAL: Final = frozenset({"etat", "etats"})
"""Words that name an institution with a capital only: `l’État`, no `remise en état`."""


def rival_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault for each word that stands among the words that its rival stands among in the passage."""
    if comparison.alignment.best_coverage < ALIKE:
        return
    language = comparison.material.language
    mine = members(comparison.reading, language)
    for key, span in mine.items():
        fault = _replaced(comparison, key, span, mine)
        if fault is not None:
            yield fault
    yield from _other_person(comparison)


def _replaced(comparison: Comparison, key: Key, span: Span, mine: dict[Key, Span]) -> Fault | None:
    language = comparison.material.language
    own, best = -1, (0, "")
    for told in comparison.window:
        theirs = members(told.reading, language)
        if key in theirs:
            own = max(own, _anchored(comparison, span, told, theirs[key]))
        if told not in comparison.evidence:
            continue
        for other, place in theirs.items():
            if other[:2] == key[:2] and other[2] != key[2] and other not in mine:
                anchored = _anchored(comparison, span, told, place)
                best = max(best, (anchored + comparison.is_near_copy, told.reading.text[slice(*place)]))
    best_members = members(comparison.evidence[0].reading, language)
    least = PERSON_ANCHORS if key[0] == PERSON and not comparison.is_near_copy else 1
    is_told = key in best_members and (key[0] == PERSON or not comparison.is_near_copy)
    if best[0] > max(own, 0) and best[0] >= least and not is_told:
        return Fault(_kind(key[0]), *span, best[1], is_red=True)
    return None


def _kind(kind: str) -> ClaimFault:
    return next((known for known in get_args(ClaimFault) if known == kind), "name")


def _anchored(comparison: Comparison, span: Span, told: Told, place: Span) -> int:
    """Return how many words around the one stand around the other too."""
    mine = list(comparison.words_near(comparison.reading, *span, 3))
    theirs = list(comparison.words_near(told.reading, *place, 4))
    return sum(any(share_meaning(one, two) for two in theirs) for one in mine if one.weight > 0.5)


@lru_cache(maxsize=8192)
def members(reading: Reading, language: str) -> dict[Key, Span]:
    """Return the members of exclusive families that a reading names, with the place of the first of each."""
    lexical = lexicon(language)
    found: dict[Key, Span] = {}
    forms = tuple(singular(word) for word in reading.folded)
    for place, key in enumerate(forms):
        if key in _ONLY_CAPITAL and not reading.text[reading.spans[place][0]].isupper():
            continue
        long = next(
            (
                expression
                for expression, _ in lexical.rival_expressions.get(key, ())
                if forms[place : place + len(expression)] == expression
            ),
            None,
        )
        if long is not None:
            # One expression may be of several kinds: a council among councils, and the county that it governs.
            span = (reading.spans[place][0], reading.spans[place + len(long) - 1][1])
            for expression, member in lexical.rival_expressions[key]:
                if expression == long:
                    found.setdefault(member, span)
            continue
        for member in lexical.rivals.get(key, ()):
            found.setdefault(member, reading.spans[place])
    return found


def _other_person(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for somebody of the sources put in another one's place: the mayor for the architect."""
    roles = lexicon(comparison.material.language).roles
    best = comparison.best
    if best is None:
        return
    theirs = [word for word in best.reading.words if word.concepts & roles and not _is_told_verb(best.reading, word)]
    for word in comparison.reading.words:
        if (
            not word.concepts & roles
            or _is_told_verb(comparison.reading, word)
            or word.root in best.reading.roots
            or word.capital
            or word.folded.endswith("s")
            or _says_whose(comparison.reading, word)
        ):
            continue
        known = comparison.material.by_root.get(word.root, ())
        if not known or any(
            word.concepts & other.concepts - roles or _stands_for(comparison, word, other) for other in theirs
        ):
            continue
        if any(best.number - 2 <= number <= best.number + 1 for number in known):
            continue
        if not any(_is_of_story(comparison, number, best) for number in known) or _is_named_by(comparison, word, best):
            continue
        for other in theirs:
            is_told = other.root in comparison.reading.roots or other.concepts & comparison.reading.concepts - roles
            if _tells_only(best.reading, other) and not _tells_only(comparison.reading, word):
                continue
            if not is_told and _anchored(comparison, (word.start, word.end), best, (other.start, other.end)) >= 2:
                yield Fault("role", word.start, word.end, best.reading.text[other.start : other.end], is_red=True)
                return


# `Le capitaine du club` is the captain: nobody is replaced by what somebody belongs to.
_BELONGING: Final = re.compile(r"\b(?:du|de la|of the) $|\bde l['’]$", re.IGNORECASE)


_IN_WHOSE_EYES: Final = re.compile(r"(?:pour|selon|d['’]après|for|according to) [^,]*$", re.IGNORECASE)


def _says_whose(reading: Reading, word: Word) -> bool:
    """Whether the word only says to what somebody belongs, who tells nothing here."""
    before = reading.text[: word.start]
    return bool(_BELONGING.search(before)) and not _IN_WHOSE_EYES.match(before) and not _tells_only(reading, word)


def _is_of_story(comparison: Comparison, number: int, best: Told) -> bool:
    """Whether that sentence is of the passage's own source: somebody of another story took nobody's place here."""
    return comparison.material.sentences[number].source == best.source


def _is_named_by(comparison: Comparison, word: Word, best: Told) -> bool:
    """Whether the passage names somebody whom the sources call so: the word says who it is."""
    aliases = comparison.material.aliases
    return any(
        word.root == each.root for name in best.names for part in name.parts[-1:] for each in aliases.get(part, ())
    )


def _tells_only(reading: Reading, word: Word) -> bool:
    """Whether the word names the one who tells the deed: `a rapporté l’agence`."""
    return any(start <= word.start < end for start, end in speakers(reading.text, reading.language))


_AUXILIARY: Final = re.compile(r"\b(?:a|ont|avait|avaient|aura|été|être|has|have|had|been) $", re.IGNORECASE)


def _is_told_verb(reading: Reading, word: Word) -> bool:
    """Whether a word that could say what somebody is tells what is done: `diriger`, `a élu`."""
    is_infinitive = reading.language == "fr" and word.folded.endswith(("er", "ir")) and word.weight >= 1.0
    before = reading.text[max(0, word.start - 12) : word.start]
    if _AUXILIARY.search(before):
        return True
    return not _DETERMINER.search(before) and (is_infinitive or bool(_OBJECT.match(reading.text, word.end)))


_OBJECT: Final = re.compile(r" (?:l['’]|l[ea]s? |un |une |que |qu['’]|son |sa |ses )")
_DETERMINER: Final = re.compile(
    r"(?:\b(?:l[ea]|les|une?|des|du|au|son|ce|leur|premier|ancien)|\b[ld]['’]) ?$", re.IGNORECASE
)


def _stands_for(comparison: Comparison, word: Word, other: Word) -> bool:
    """Whether a name of the sources carries both words, so that they are one person."""
    return any(
        word.root in {each.root for each in words} and other.root in {each.root for each in words}
        for words in comparison.material.aliases.values()
    )
