"""Who does it and to whom: the doer and the one it is done to exchanged, or another one put in the doer's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.facts.converse import are_converse
from assistant.facts.deeds import Deed, deed, hold
from assistant.facts.fault import Comparison, Fault, share_meaning
from assistant.facts.lexicon import FOLDER, lexicon, stems_of
from assistant.facts.material import Material, Told
from assistant.facts.names import Name, likeness
from assistant.facts.reading import Reading, Word

CARRIED: Final = 0.6
"""Share of a sentence's words besides names from which a passage it tells the same deed. House rule."""
BEFORE: Final = 2
"""Sentences before a pronoun in which the doer is named."""


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
            if held and word and held.root == word.root and not hold((other,), name):
                expected = told.reading.text[other.start : other.end]
                return Fault("role", name.start, name.end, expected, is_red=True)
    return None


def _word_at(reading: Reading, start: int) -> Word | None:
    return next((word for word in reading.words if word.start >= start), None)


def _fault(comparison: Comparison, word: Word, told: Told) -> Fault | None:
    twin = _twin(comparison, word, told)
    if twin is None:
        return None
    mine, theirs = deed(comparison.reading, comparison.names, word), deed(told.reading, told.names, twin)
    if mine is None or theirs is None or not (mine.is_finite or theirs.is_finite):
        return None
    if mine.verb.stem in _mutual(comparison.material.language) or mine.is_reflexive != theirs.is_reflexive:
        return None
    if are_converse(mine.verb, theirs.verb, comparison.material.language):
        return None
    return (
        _exchanged(mine, theirs, told)
        or _crossed_over(mine, theirs, told)
        or _made_object(mine, theirs, told)
        or _made_doer(mine, theirs, told)
        or _other_person(comparison, mine, theirs, told)
        or _other_party(comparison, mine, theirs, told)
    )


@lru_cache(maxsize=2)
def _mutual(language: str) -> frozenset[str]:
    """Return the stems of the verbs that say of both parties the same."""
    column = 0 if language == "fr" else 1
    lines = (FOLDER / "mutual.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        key for line in lines if not line.startswith("#") for key in stems_of(line.split("|")[column], language)
    )


def _twin(comparison: Comparison, word: Word, best: Told) -> Word | None:
    """Return the word of the passage that may be the same verb; a light verb is with the same word behind it."""
    if word.capital:
        return None
    same = [other for other in best.reading.words if other.root == word.root and not other.capital]
    if len(same) == 1:
        return same[0] if word.weight >= 1.0 or _same_behind(comparison.reading, word, best.reading, same[0]) else None
    if word.weight < 1.0:
        return None
    alike = [other for other in best.reading.words if other.concepts & word.concepts and other.weight >= 1.0]
    return alike[0] if not same and len(alike) == 1 else None


def _same_behind(mine: Reading, word: Word, theirs: Reading, other: Word) -> bool:
    """Whether the next word that tells something is the same: `porter plainte`, `rapporter les livres`."""
    one = next((each for each in mine.words if each.start >= word.end and each.weight >= 1.0), None)
    two = next((each for each in theirs.words if each.start >= other.end and each.weight >= 1.0), None)
    return one is not None and two is not None and one.root == two.root


def _exchanged(mine: Deed, theirs: Deed, best: Told) -> Fault | None:
    """Return the fault of two parties that have changed sides; in another voice only those that name the doer count."""
    is_turned = mine.is_passive != theirs.is_passive
    my_doers, their_doers = (mine.heads, theirs.heads) if is_turned else (mine.doers, theirs.doers)
    theirs_before = {word.root for word in their_doers}
    theirs_behind = {word.root for word in theirs.objects}
    moved = [word for word in my_doers if word.root in theirs_behind - {word.root for word in theirs.doers}]
    came = [word for word in mine.objects if word.root in theirs_before - theirs_behind]
    if not moved or not came:
        return None
    return Fault("role", moved[0].start, moved[-1].end, best.reading.text[:100], is_red=True)


def _crossed_over(mine: Deed, theirs: Deed, told: Told) -> Fault | None:
    """Return the fault of a name that does here what was done to it there, or to which is done what it did."""
    if mine.verb.root != theirs.verb.root or not mine.names or not theirs.names:
        return None
    became_doer = any(hold(theirs.object_names, name) and not hold(theirs.names, name) for name in mine.names)
    became_object = any(hold(theirs.names, name) and not hold(theirs.object_names, name) for name in mine.object_names)
    is_other = not any(hold(theirs.names, name) for name in mine.names)
    if is_other and (became_object or (became_doer and mine.object_names)):
        return Fault("role", mine.names[0].start, mine.names[-1].end, told.reading.text[:100], is_red=True)
    return None


def _made_object(mine: Deed, theirs: Deed, told: Told) -> Fault | None:
    """Return the fault of the passage's doer to whom somebody else does it here: `le chef a alerté la violoniste`."""
    if mine.verb.root != theirs.verb.root or not mine.heads or not theirs.heads:
        return None
    theirs_objects = {word.root for word in theirs.objects}
    own = {word.root for word in mine.doers}
    came = [
        word
        for word in mine.objects
        if word.root not in own | theirs_objects and any(word.root == head.root for head in theirs.heads)
    ]
    moved = {word.root for word in came}
    if not came or any(one.root == two.root for one in mine.heads for two in theirs.doers):
        return None
    if any(share_meaning(one, two) for one in mine.heads for two in theirs.heads if two.root not in moved):
        return None
    return Fault("role", mine.heads[0].start, mine.heads[-1].end, told.reading.text[:100], is_red=True)


def _made_doer(mine: Deed, theirs: Deed, told: Told) -> Fault | None:
    """Return the fault of a party of the passage that does here what another one does there."""
    if not mine.heads or mine.is_passive or not (theirs.is_pronoun or theirs.heads):
        return None
    behind = {word.root for word in theirs.objects} - {word.root for word in theirs.doers}
    is_shared = any(share_meaning(one, two) for one in mine.objects for two in theirs.objects)
    is_turned = theirs.is_pronoun and bool(mine.objects) and not behind & {word.root for word in mine.objects}
    if mine.heads[0].root not in behind or not (is_shared or is_turned):
        return None
    if any(share_meaning(one, two) for one in mine.doers for two in theirs.heads):
        return None
    return Fault("role", mine.heads[0].start, mine.heads[-1].end, told.reading.text[:100], is_red=True)


def _other_party(comparison: Comparison, mine: Deed, theirs: Deed, told: Told) -> Fault | None:
    """Return the fault of somebody of the sources who does here what the passage says that another one does.

    Red where the lexicon knows both, and amber where they may be the same in other words.
    """
    if mine.verb.root != theirs.verb.root or not mine.heads or not theirs.heads or theirs.is_pronoun:
        return None
    material = comparison.material
    if not any(share_meaning(one, two) for one in mine.objects for two in theirs.objects):
        return None
    who, others = _distinctive(mine.heads, theirs.heads)
    if any(share_meaning(word, other) for word in who for other in told.reading.words):
        return None
    if any(share_meaning(head, word) for head in others for word in (*mine.doers, *mine.objects)):
        return None
    if not all(_is_told_of(head, material) for head in mine.heads) or _may_be_one(mine, theirs, material):
        return None
    is_red = _are_known(who) and _are_known(others)
    first, last = min(head.start for head in theirs.heads), max(head.end for head in theirs.heads)
    expected = told.reading.text[first:last]
    return Fault("role", mine.heads[0].start, mine.heads[-1].end, expected, is_red=is_red)


def _distinctive(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words that tell the two apart: the names where both have one, else all."""
    names = tuple(tuple(word for word in heads if word.capital) for heads in (mine, theirs))
    return (names[0], names[1]) if all(names) else (mine, theirs)


def _is_told_of(head: Word, material: Material) -> bool:
    return bool(material.by_root.get(head.root)) or head.folded in material.name_parts


def _are_known(heads: tuple[Word, ...]) -> bool:
    """Whether each is a name, or a word whose meaning the lexicon has."""
    return all(head.capital or bool(head.concepts) for head in heads)


def _may_be_one(mine: Deed, theirs: Deed, material: Material) -> bool:
    """Whether one side is a mere name and the other a word that the sources do not give to another name."""
    nouns = [tuple(word for word in each.heads if not word.capital) for each in (mine, theirs)]
    if all(nouns) or not any(nouns):
        return False
    words, names = (nouns[1], mine.heads) if nouns[1] else (nouns[0], theirs.heads)
    own = {name.folded for name in names}
    about = [each for part in own for each in material.aliases.get(part, ())]
    if any(share_meaning(word, each) for word in words for each in about):
        return True
    others = (each for part, called in material.aliases.items() if part not in own for each in called)
    return not any(word.root == each.root for word in words for each in others)


# `Son avocat` is that of somebody named before: the word alone does not tell who.
_OWNED: Final = re.compile(r"\b(?:son|sa|ses|leurs?|his|her|their|its) $", re.IGNORECASE)


def _other_person(comparison: Comparison, mine: Deed, theirs: Deed, best: Told) -> Fault | None:
    """Return the fault of somebody named by name, or by what they are, who takes another named one's place."""
    if mine.verb.root != theirs.verb.root or mine.is_passive or not (mine.is_finite and theirs.is_finite):
        return None
    text = comparison.reading.text
    if mine.is_pronoun or any(_OWNED.search(text[max(0, head.start - 8) : head.start]) for head in mine.heads):
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


def _people(done: Deed, material: Material) -> frozenset[str]:
    return _people_of(done.doers, done.names, material)


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
