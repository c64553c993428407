"""Who does it and to whom: the doer and the one it is done to exchanged, or another one put in the doer's place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facts.fault import Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told
from assistant.facts.names import Name, likeness
from assistant.facts.number_words import is_unit
from assistant.facts.reading import Reading, Word

CARRIED: Final = 0.6
"""Share of a sentence's words besides names from which a passage it tells the same deed. House rule."""
AUXILIARY_REACH: Final = 40
"""Characters before a verb in which its auxiliary stands. House rule: one adverb may come between."""
MOST_BEFORE: Final = 7
MOST_BEHIND: Final = 5
"""Words that tell something within which a verb has its doer and its object. House rule."""
BEFORE: Final = 2
"""Sentences before a pronoun in which the doer is named."""
_BORDER: Final = re.compile(r"[;:.!?«»“”()]| (?:et|mais|and|but|car|tandis que|alors que|while) ")
_FINITE: Final = {
    "fr": re.compile(
        r"\b(?:a|ont|avait|avaient|aura|auront|aurait|est|sont|était|étaient|sera|seront|fut|dû|pu|voulu|s['’]est|doit|"
        r"va|pourrait|devrait|pourra|devra|veut|peut) "
        r"(?:\w+ment |pas |plus |déjà |bien |ensuite |aussi |également |été )?$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:has|have|had|is|are|was|were|will|been|must|may|might|could|can|would|should) "
        r"(?:\w+ly |not |also |been )?$",
        re.IGNORECASE,
    ),
}
_PASSIVE: Final = {
    "fr": re.compile(
        r"\b(?:été|est|sont|était|étaient|sera|seront|serait|fut|furent|être|soit) (?:\w+ment |\w+ )?$", re.I
    ),
    "en": re.compile(r"\b(?:been|is|are|was|were|be|being) (?:\w+ly )?$", re.I),
}
_BY: Final = re.compile(r" (?:par|by) ")
_PRONOUN: Final = re.compile(r"^(?:il|elle|ils|elles|celle-ci|celui-ci|ceux-ci|he|she|they|it) ?$", re.IGNORECASE)


@dataclass(frozen=True)
class Deed:
    """A verb with the words before it that say who, and those behind it that say whom or what."""

    verb: Word
    doers: tuple[Word, ...]
    objects: tuple[Word, ...]
    names: tuple[Name, ...]
    is_passive: bool
    is_finite: bool
    is_pronoun: bool


def doer_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault where the sentence and its passage tell the same deed of each other's parties."""
    for told in comparison.evidence:
        if comparison.share_told(told) < CARRIED:
            continue
        held = _other_holder(comparison, told)
        if held is not None:
            yield held
            return
        for word in comparison.reading.words:
            fault = _fault(comparison, word, told)
            if fault is not None:
                yield fault
                return


_IS: Final = re.compile(
    r"^ (?:est|était|sera|fut|reste|demeure|is|was|will be|remains) (?:l[ea] |l['’]|une? |the |an? )"
)


def _other_holder(comparison: Comparison, told: Told) -> Fault | None:
    """Return the fault of somebody called what the passage calls somebody else: `X est l’actionnaire majoritaire`."""
    for name in comparison.names:
        match = _IS.match(comparison.reading.text[name.end : name.end + 40])
        held = _word_at(comparison.reading, name.end + match.end()) if match else None
        for other in told.names if held else ():
            theirs = _IS.match(told.reading.text[other.end : other.end + 40])
            word = _word_at(told.reading, other.end + theirs.end()) if theirs else None
            if held and word and held.root == word.root and not _holds((other,), name):
                expected = told.reading.text[other.start : other.end]
                return Fault("role", name.start, name.end, expected, is_red=True)
    return None


def _word_at(reading: Reading, start: int) -> Word | None:
    return next((word for word in reading.words if word.start >= start), None)


def _fault(comparison: Comparison, word: Word, told: Told) -> Fault | None:
    twin = _twin(comparison, word, told)
    if twin is None:
        return None
    mine, theirs = _deed(comparison.reading, comparison.names, word), _deed(told.reading, told.names, twin)
    if mine is None or theirs is None or not (mine.is_finite or theirs.is_finite):
        return None
    if mine.is_passive != theirs.is_passive:
        return None
    return (
        _exchanged(mine, theirs, told)
        or _crossed_over(comparison, mine, theirs, told)
        or _other_doer(comparison, mine, theirs, told)
    )


def _twin(comparison: Comparison, word: Word, best: Told) -> Word | None:
    """Return the word of the passage that may be the same verb."""
    if word.weight < 1.0 or word.capital:
        return None
    same = [other for other in best.reading.words if other.root == word.root and not other.capital]
    if len(same) == 1:
        return same[0]
    alike = [other for other in best.reading.words if other.concepts & word.concepts and other.weight >= 1.0]
    return alike[0] if not same and len(alike) == 1 else None


_PAST: Final = {
    "fr": re.compile(r"(?:[iu]t|ait|aient|[èiu]rent|[ei]nt|era|eront|oit|ient|end)$"),
    "en": re.compile(r"(?:ed|won|lost|beat|told|met|took|gave|left|paid|sold|bought|led|held)$"),
}


def _stands_as_verb(reading: Reading, names: tuple[Name, ...], word: Word) -> bool:
    """Whether the word stands right behind a name and ends like a verb: `Bokassa reçut`, no `Union nationale`."""
    between = (reading.text[name.end : word.start].strip() for name in names)
    behind = any(gap in ("", "s’", "s'", "qui", "who") for gap in between)
    form = reading.text[word.start : word.end]
    return behind and bool(_PAST["fr" if reading.language == "fr" else "en"].search(form))


@lru_cache(maxsize=8192)
def _deed(reading: Reading, names: tuple[Name, ...], verb: Word) -> Deed | None:
    """Return the deed that the word tells, None when it is no verb as far as its form tells."""
    language = reading.language if reading.language in _FINITE else "en"
    before = reading.text[: verb.start]
    close_by = before[-AUXILIARY_REACH:]
    if _ARTICLE[language].search(close_by):
        return None
    borders = [match.end() for match in _BORDER.finditer(before) if _parts(before, match)]
    start = borders[-1] if borders else 0
    close = _BORDER.search(reading.text, verb.end)
    end = close.start() if close else len(reading.text)
    doers = tuple(word for word in reading.words if start <= word.start < verb.start and _is_party(word))
    objects = tuple(word for word in reading.words if verb.end <= word.start < end and _is_party(word))
    own = tuple(name for name in names if start <= name.start < verb.start)
    opening = before[start:].strip().split(" ")[0] if before[start:].strip() else ""
    return Deed(
        verb,
        doers[-MOST_BEFORE:],
        objects[:MOST_BEHIND],
        own,
        bool(_PASSIVE[language].search(close_by)) or bool(_BY.match(reading.text, verb.end)),
        bool(_FINITE[language].search(close_by)) or _stands_as_verb(reading, own, verb),
        bool(_PRONOUN.match(opening)),
    )


def _is_party(word: Word) -> bool:
    """Whether the word can name who does something, or to whom: no unit, nothing light."""
    return word.weight >= 1.0 and not is_unit(word.folded)


_HAS_VERB: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|sera|seront|fut|has|have|had|is|are|was|were|will)\b|\w(?:ait|aient|"
    r"ent|era|eront)\b"
)


def _parts(text: str, match: re.Match[str]) -> bool:
    """Whether the border parts two clauses: `et` does behind a verb, and joins two nouns otherwise."""
    return match.group() not in (" et ", " and ") or bool(_HAS_VERB.search(text, 0, match.start()))


_ARTICLE: Final = {
    "fr": re.compile(
        r"(?:\b(?:le|la|les|un|une|des|du|au|aux|ce|cette|ces|son|sa|ses|leur|leurs)|\b[ld]['’]) ?$", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:the|an?|its|his|her|their|this|these) ?$", re.IGNORECASE),
}


def _exchanged(mine: Deed, theirs: Deed, best: Told) -> Fault | None:
    """Return the fault of two parties that have changed sides."""
    theirs_before = {word.root for word in theirs.doers}
    theirs_behind = {word.root for word in theirs.objects}
    moved = [word for word in mine.doers if word.root in theirs_behind - theirs_before]
    came = [word for word in mine.objects if word.root in theirs_before - theirs_behind]
    if not moved or not came:
        return None
    return Fault("role", moved[0].start, moved[-1].end, best.reading.text[:100], is_red=True)


def _crossed_over(comparison: Comparison, mine: Deed, theirs: Deed, told: Told) -> Fault | None:
    """Return the fault of a name that does here what was done to it there, or to which is done what it did."""
    if mine.verb.root != theirs.verb.root or not mine.names or not theirs.names:
        return None
    behind = [name for name in comparison.names if name.start >= mine.verb.end]
    theirs_behind = [name for name in told.names if name.start >= theirs.verb.end]
    became_doer = any(_holds(theirs_behind, name) and not _holds(theirs.names, name) for name in mine.names)
    became_object = any(_holds(theirs.names, name) and not _holds(theirs_behind, name) for name in behind)
    is_other = not any(_holds(theirs.names, name) for name in mine.names)
    if is_other and (became_object or (became_doer and behind)):
        return Fault("role", mine.names[0].start, mine.names[-1].end, told.reading.text[:100], is_red=True)
    return None


def _holds(names: Iterable[Name], name: Name) -> bool:
    return any(likeness(part, other) for each in names for part in name.parts for other in each.parts)


def _other_doer(comparison: Comparison, mine: Deed, theirs: Deed, best: Told) -> Fault | None:
    """Return the fault of somebody named by name, or by what they are, who takes another named one's place."""
    if mine.verb.root != theirs.verb.root or mine.is_passive or not (mine.is_finite and theirs.is_finite):
        return None
    material = comparison.material
    who, others = _people(mine, material), _people(theirs, material)
    if theirs.is_pronoun and not others:
        others = _named_before(best, material)
    if not who or not others or _overlap(who, others):
        return None
    if _overlap(others, _people_of(comparison.reading.words, comparison.names, material)):
        return None
    span = (mine.names[0].start, mine.names[0].end) if mine.names else (mine.doers[0].start, mine.doers[0].end)
    return Fault("role", *span, " ".join(sorted(others)).title(), is_red=True)


def _people(deed: Deed, material: Material) -> frozenset[str]:
    return _people_of(deed.doers, deed.names, material)


def _people_of(words: tuple[Word, ...], names: tuple[Name, ...], material: Material) -> frozenset[str]:
    """Return the last parts of the names of people that the names and the words for what they are stand for."""
    lexical = lexicon(material.language)
    found = set()
    for name in names:
        if name.parts[-1] in material.family_names:
            found.add(name.parts[-1])
    for word in words:
        if word.concepts & lexical.roles and not word.folded.endswith("s"):
            found.update(part for part in _called(material, word) if part in material.family_names)
    return frozenset(found)


def _called(material: Material, word: Word) -> Iterator[str]:
    """Yield the names beside which the sources put this word for what somebody is."""
    for part, about in material.aliases.items():
        if any(each.root == word.root for each in about):
            yield part


def _named_before(told: Told, material: Material) -> frozenset[str]:
    """Return who the one or two sentences before name, when they name only one."""
    for number in range(told.number - 1, max(-1, told.number - 1 - BEFORE), -1):
        before = material.sentences[number]
        if before.source != told.source:
            break
        people = _people_of(before.reading.words, before.names, material)
        if people:
            return people if len(people) == 1 else frozenset()
    return frozenset()


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(likeness(a, b) for a in one for b in other)
