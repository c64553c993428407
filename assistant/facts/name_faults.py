"""Names that the sources do not hold, or hold elsewhere than where the sentence puts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.facts.acronyms import is_acronym
from assistant.facts.fault import Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.names import Name, likeness
from assistant.facts.namesakes import has_other_first_name, namesake_of, with_anothers_first_name
from assistant.facts.reading import Reading, Word
from assistant.facts.roots import root

CARRIED_AROUND: Final = 0.6
"""Share of a sentence's other words that its best passage must carry before a name in it can be called replaced."""
CARRIED_FAR: Final = 0.4
"""The same where the replaced name stands among the same words. House rule: below, the passage tells something else."""
_CAPITAL_ARTICLE: Final = re.compile(r"(?:Le|La|Les|The) [A-ZÀ-Þ]|L['’][A-ZÀ-Þ]")
TOLD_WHOLE, TOLD_BESIDE = 0.8, 0.25
"""Shares of a sentence's words besides names that one passage tells, and another one does not. House rule."""
PRONOUN_REACH: Final = 4
"""Sentences before a passage in which what `il` or `elle` stands for is named. House rule."""


def name_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for each name that no source holds, and for a name that took another one's place in a passage."""
    for name in comparison.names:
        if any(first <= name.start < last for first, last in (q.span for q in comparison.reading.quotations)):
            continue
        is_date = any(moment.start <= name.start < moment.end for moment in comparison.reading.moments)
        if is_date or _is_short_for_told(comparison, name):
            continue
        replaced = _replaced(comparison, name)
        if not _is_known(comparison, name):
            expected = namesake_of(comparison, name) or _text(replaced)
            # No town is put back for somebody: the name is only said to be unknown.
            shown = "" if expected == _text(replaced) and _is_no_person(comparison, name, replaced) else expected
            yield Fault("name", name.start, name.end, shown, is_red=bool(expected))
        elif (owner := with_anothers_first_name(comparison, name)) is not None:
            yield Fault("name", name.start, name.end, _text(owner), is_red=True)
        elif replaced is not None and _is_foreign_here(comparison, name) and _takes_place(comparison, name, replaced):
            yield Fault("name", name.start, name.end, _text(replaced), is_red=True)
        elif (other := _told_elsewhere(comparison, name)) is not None:
            yield Fault("name", name.start, name.end, _text(other), is_red=True)
    yield from _other_countries(comparison)


def _is_short_for_told(comparison: Comparison, name: Name) -> bool:
    """Whether the name is nothing but the first letters of one that the passages tell: Cnil."""
    written = comparison.reading.text[name.start : name.end]
    if len(name.parts) != 1 or name.parts[0] in comparison.material.name_parts:
        return False
    return is_acronym(name.parts[0], written, comparison.material)


_WHERE: Final = frozenset({"a", "au", "en", "dans", "chez", "in", "at"})


def _told_elsewhere(comparison: Comparison, name: Name) -> tuple[Told, Name] | None:
    """Return the place where a passage puts what the sentence puts in another one: `mort à Lens` for `mort à Arras`.

    The passage tells all the rest, and those that name the sentence's place tell nothing of it.
    """
    before = _word_before(comparison.reading, name)
    if before not in _WHERE:
        return None
    naming = [told for told in comparison.evidence if any(_in_sentence(part, told) for part in name.parts)]
    if not naming or any(comparison.share_told(told) > TOLD_BESIDE for told in naming):
        return None
    for told in comparison.evidence:
        if told in naming or comparison.share_told(told) < TOLD_WHOLE:
            continue
        for other in told.names:
            if _word_before(told.reading, other) == before and not any(
                part in comparison.reading.all_roots for part in other.parts
            ):
                return told, other
    return None


def _other_countries(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault for a country that no passage names, beside a word beside which the passage names another."""
    best = comparison.best
    if best is None:
        return
    places = lexicon(comparison.material.language).places
    told = {concept for sentence in comparison.window for concept in sentence.reading.concepts}
    theirs = [word for word in best.reading.words if word.concepts & places]
    for word in comparison.reading.words:
        own = word.concepts & places
        if (
            not own
            or own != word.concepts
            or own & told
            or any(name.start <= word.start < name.end for name in comparison.names)
        ):
            continue
        near = _telling(comparison.words_near(comparison.reading, word.start, word.end, 2))
        for other in theirs:
            beside = _telling(comparison.words_near(best.reading, other.start, other.end, 2))
            if near & beside and not other.concepts & comparison.reading.concepts & places:
                expected = best.reading.text[other.start : other.end]
                yield Fault("name", word.start, word.end, expected, is_red=True)
                break


def _takes_place(comparison: Comparison, name: Name, replaced: tuple[Told, Name]) -> bool:
    """Whether a name that the sources know stands where the passage has the other one: behind the same small word."""
    told, other = replaced
    return comparison.is_near_copy or _word_before(comparison.reading, name) == _word_before(told.reading, other)


_FULL_NAME: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? [A-ZÀ-Þ][a-zà-ÿ]+")


def _is_no_person(comparison: Comparison, name: Name, replaced: tuple[Told, Name] | None) -> bool:
    """Whether the name has a first name and what stands in its place is a town, an agency, a thing."""
    if replaced is None or not _FULL_NAME.fullmatch(comparison.reading.text[name.start : name.end]):
        return False
    return len(replaced[1].parts) == 1 and replaced[1].parts[0] not in comparison.material.family_names


def _text(found: tuple[Told, Name] | None) -> str:
    return found[0].reading.text[found[1].start : found[1].end] if found else ""


def _is_known(comparison: Comparison, name: Name) -> bool:
    """Whether the sources hold the name: its last part, its place by another word, or what its letters stand for."""
    material = comparison.material
    is_title = _is_title_of_work(comparison, name)
    unknown = [part for part in name.parts if not _part_known(comparison, part, is_title=is_title)]
    unknown = [
        part for part in unknown if not is_acronym(part, comparison.reading.text[name.start : name.end], material)
    ]
    if is_title and unknown:
        return False
    if (
        not unknown
        or _said_otherwise(comparison, name)
        or _place_concepts(comparison, name) & material.by_concept.keys()
    ):
        return True
    if len(name.parts) > 1 and name.parts[-1] not in unknown and len(unknown) < len(name.parts):
        # A first name that the source leaves out is an addition, one that it gives otherwise is another person.
        return not has_other_first_name(comparison, name)
    return False


def _said_otherwise(comparison: Comparison, name: Name) -> bool:
    """Whether the sources say what the name stands for with another word: Covid-19, le coronavirus."""
    words = [w for w in comparison.reading.words if name.start <= w.start < name.end and w.folded.isalpha()]
    lexical = lexicon(comparison.material.language)
    told = comparison.material.by_concept.keys()
    return bool(words) and all((word.concepts - lexical.places - lexical.roles) & told for word in words)


def _is_title_of_work(comparison: Comparison, name: Name) -> bool:
    """Whether a capital article within the sentence opens the name, so that its words are no ordinary ones."""
    text = comparison.reading.text
    return name.start > 0 and bool(_CAPITAL_ARTICLE.match(text, name.start)) and text[name.start - 1] == " "


def _part_known(comparison: Comparison, part: str, *, is_title: bool = False) -> bool:
    material = comparison.material
    if is_title and part not in material.capitalised and part not in material.words:
        return False
    if part in material.words or material.by_root.get(root(part, material.language)):
        return True
    return any(likeness(part, other) for other in material.name_parts) or material.is_ordinary(part)


def _place_concepts(comparison: Comparison, name: Name) -> set[int]:
    lexical = lexicon(comparison.material.language)
    return {
        concept
        for word in comparison.reading.words
        if name.start <= word.start < name.end
        for concept in word.concepts & lexical.places
    }


def _is_foreign_here(comparison: Comparison, name: Name) -> bool:
    """Whether neither the passages nor the sentences before them name it, so that no pronoun can stand for it."""
    numbers = {
        number
        for told in comparison.evidence
        for number in range(told.number - PRONOUN_REACH, told.number + 2)
        if told.number == number or not comparison.is_near_copy or told.number - number == 1
    }
    lexical = lexicon(comparison.material.language)
    meant = _place_concepts(comparison, name) | {
        concept
        for word in comparison.reading.words
        if name.start <= word.start < name.end
        for concept in word.concepts - lexical.places - lexical.roles
    }
    for told in comparison.material.sentences:
        if told.number not in numbers:
            continue
        if meant & told.reading.concepts or any(_in_sentence(part, told) for part in name.parts):
            return False
    return True


def _in_sentence(part: str, told: Told) -> bool:
    return part in told.reading.all_roots or any(likeness(part, other) for name in told.names for other in name.parts)


def _replaced(comparison: Comparison, name: Name) -> tuple[Told, Name] | None:
    """Return the name of the best passage whose place this one took, or None.

    The passage must carry what the sentence says besides its names, and name somebody whom the sentence leaves out.
    """
    best = comparison.best
    if best is None:
        return None
    rest = [
        (strength, word.weight)
        for word, strength in zip(comparison.reading.words, comparison.alignment.carried, strict=True)
        if not any(other.start <= word.start < other.end for other in comparison.names)
    ]
    total = sum(weight for _, weight in rest)
    around = sum(strength * weight for strength, weight in rest) / total if total else 0.0
    if len(rest) < 2 or around < CARRIED_FAR:
        return None
    mine = {part for other in comparison.names for part in other.parts}
    lexical = lexicon(comparison.material.language)
    own_places = {concept for word in comparison.reading.words for concept in word.concepts & lexical.places}
    left_out = []
    for other in best.names:
        places = {
            concept
            for word in best.reading.words
            if other.start <= word.start < other.end
            for concept in word.concepts & lexical.places
        }
        if not any(likeness(part, own) for part in other.parts for own in mine) and not places & own_places:
            left_out.append(other)
    if not left_out:
        return None
    nearest, shared = _nearest(comparison, name, best, left_out)
    stands_alike = shared and _word_before(comparison.reading, name) == _word_before(best.reading, nearest)
    return (best, nearest) if around >= CARRIED_AROUND or stands_alike else None


def _word_before(reading: Reading, name: Name) -> str:
    before = [word for word, (_, end) in zip(reading.folded, reading.spans, strict=True) if end <= name.start]
    return before[-1] if before else ""


def _telling(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.root for word in words if word.weight >= 1.0)


def _nearest(comparison: Comparison, name: Name, best: Told, left_out: list[Name]) -> tuple[Name, int]:
    """Return the name that stands among the same words as this one, and how many they share."""
    mine = _telling(comparison.words_near(comparison.reading, name.start, name.end))

    def shared(other: Name) -> int:
        return len(mine & _telling(comparison.words_near(best.reading, other.start, other.end)))

    nearest = max(left_out, key=shared)
    return nearest, shared(nearest)
