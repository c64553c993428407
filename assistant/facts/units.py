"""What stands around a number: the unit or the noun behind it, and the words before that make it rough or a limit."""

from __future__ import annotations

import re

from assistant.facts.number_words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    BESIDE_NUMBERS,
    NO_NOUN,
    SKIPPED,
    TIMES,
    number_words,
    units_by_form,
)
from assistant.facts.roots import stem
from assistant.facts.spelled_numbers import Piece
from assistant.text.words import fold


def _behind_whole(pieces: list[Piece], place: int, language: str) -> int:
    """Return the place behind the number of which the one before is a part, or beside which it stands.

    `deux des trois médecins` counts doctors, `51 et 56 ans` gives years twice.
    """
    words = number_words()["fr" if language == "fr" else "en"]
    after = place
    while after < len(pieces) and pieces[after].folded in BESIDE_NUMBERS:
        after += 1
    behind = after
    while behind < len(pieces) and (pieces[behind].folded[0].isdigit() or words.get(pieces[behind].folded, 0) > 1):
        behind += 1
    return behind if place < after < behind else place


def unit_after(pieces: list[Piece], place: int, language: str) -> tuple[str, float]:
    """Return the dimension and factor of the unit or the noun at `place`."""
    units = units_by_form()
    place = _behind_whole(pieces, place, language)
    while place < len(pieces) and pieces[place].folded in SKIPPED:
        place += 1
    if place >= len(pieces):
        return "", 1.0
    word = pieces[place].folded
    if word in ("pour", "per") and place + 1 < len(pieces) and pieces[place + 1].folded in ("cent", "100"):
        return "percent", 1.0
    if word in ("m", "km") and place + 1 < len(pieces) and pieces[place + 1].folded in ("²", "2", "carres"):
        return units[word + "2"]
    if word in ("metres", "kilometres") and place + 1 < len(pieces) and pieces[place + 1].folded == "carres":
        return units["m2" if word == "metres" else "km2"]
    if word in units:
        return units[word]
    if word in TIMES:
        return "times", 1.0
    if word in NO_NOUN or word[0].isdigit():
        return "", 1.0
    return stem(word, language), 1.0


def is_near(text: str, end: int, start: int) -> bool:
    """Whether the word at `start` stands right behind the number that ends at `end`."""
    return start - end <= 4 and not any(mark in text[end:start] for mark in ".,;:()")


def exactness(text: str, start: int, value: float) -> tuple[bool, int]:
    """Return whether the words before call the number approximate, and whether they make it a limit."""
    before = " ".join(re.findall(r"\w+", fold(text[max(0, start - 30) : start]))) + " "
    if AT_LEAST.search(before):
        return False, 1
    if AT_MOST.search(before):
        return False, -1
    return bool(ABOUT.search(before)) and not before.endswith("une "), 0
