"""The short forms in which a text repeats a name: the family name, first or last; the acronym; never a town."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from assistant.lang.pack import word_set
from assistant.text.words import APOSTROPHES, HYPHENS, fold

PLACE_SHARE: Final = 0.5
"""House rule: a word that a preposition of place precedes more often than that is a place, not somebody's name."""

_LOCATORS: Final = word_set("en a au aux in at near from depuis vers")
_SHORTEST_NAMED = 5
_CAPITAL = "[A-ZÀ-ÖØ-ÞŒ]"
_MARKS = re.escape(HYPHENS + APOSTROPHES)
_PERSON = re.compile(
    rf"({_CAPITAL}[\w{_MARKS}]+)(?: {_CAPITAL}[\w{_MARKS}]+)??"
    rf" ((?:(?:de|von|van|der|di|da|ben|al|el|le|la|Le|La|De) |d[{re.escape(APOSTROPHES)}])*"
    rf"{_CAPITAL}[\w{_MARKS}]+)"
)
_GIVEN_LAST = re.compile(rf"{_CAPITAL}[^\W\d_]+[{re.escape(HYPHENS)}][^\W\d_A-Z]\w*")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\u202f’']$")
_LONGEST_WORD_BEFORE = 12


def is_locator(word: str) -> bool:
    """Whether a folded word is a preposition that stands before places: `a Brest`, `in Leeds`."""
    return word in _LOCATORS


def is_mostly_place(located: int, count: int) -> bool:
    """Whether a name that stands `count` times, `located` of them after a preposition of place, is a place."""
    return located > PLACE_SHARE * count


def has_family_name_first(name: str) -> bool:
    """Whether the spelling of a name in full shows that it begins with the family name: Kim Jong-un, Moon Jae-in.

    A small letter after the hyphen of the last word is a sure sign; for other names only a text can tell.
    """
    words = name.split()
    return len(words) == 2 and _GIVEN_LAST.fullmatch(words[1]) is not None


def name_variants(keyphrase: str, text: str) -> tuple[str, ...]:
    """Return short forms of `keyphrase` that `text` itself explains, as written there; none for most phrases.

    The family name, with its particle, of a person whose full name stands in the text, however the keyphrase was
    typed; the acronym that stands in brackets behind the phrase: `Union européenne (UE)`.
    """
    phrase = " ".join(keyphrase.split())
    if len(phrase) < _SHORTEST_NAMED:
        return ()
    acronym = re.search(rf"{re.escape(phrase)}\s?\(([A-Z][A-Za-z.-]{{1,9}})\)", text, re.IGNORECASE)
    variants = [acronym.group(1)] if acronym else []
    persons = [found for name in _written(phrase, text) if (found := _PERSON.fullmatch(name))]
    if persons:
        variants.append(_family_name(persons, text))
    return tuple(variants)


@cache
def _loosely(phrase: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in re.split(rf"[ {re.escape(HYPHENS)}]+", phrase) if part]
    return re.compile(rf"(?<!\w){rf'[ {re.escape(HYPHENS)}]'.join(parts)}(?!\w)", re.IGNORECASE)


def _written(phrase: str, text: str) -> tuple[str, ...]:
    """Return the phrase and the ways in which `text` writes it, capitals and hyphens apart; none where it does not."""
    found = [match.group() for match in _loosely(phrase).finditer(text)]
    return tuple(dict.fromkeys([phrase, *found] if phrase in found else found))


def _family_name(persons: list[re.Match[str]], text: str) -> str:
    """Return the first name where a spelling shows it or it alone stands for the whole, else the last one."""
    if any(has_family_name_first(person.group()) for person in persons):
        return persons[0].group(1)
    name, first, last = persons[0].group(), persons[0].group(1), persons[0].group(2)
    return first if _times_alone(first, name, text) and not _times_alone(last, name, text) else last


def _times_alone(part: str, name: str, text: str) -> int:
    """Return how often a part of a name stands for the whole: outside of it and of longer names; 0 for a place."""
    rest = text.replace(name, " " * len(name))
    alone = re.compile(rf"(?<![\w{_MARKS}]){re.escape(part)}(?![\w{re.escape(HYPHENS)}]| {_CAPITAL})")
    places = [found.start() for found in alone.finditer(rest)]
    located = sum(_follows_locator(rest, place) for place in places)
    return 0 if is_mostly_place(located, len(places)) else len(places)


def _follows_locator(text: str, place: int) -> bool:
    before = _WORD_BEFORE.search(text[max(0, place - _LONGEST_WORD_BEFORE) : place])
    return before is not None and is_locator(fold(before.group(1)))
