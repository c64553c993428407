"""Numbers as people write them in an instruction: 1 200, 1,200, 1.5k, sept cents, twelve hundred."""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS: Final = frozenset(("cent", "cents", "hundred"))
_THOUSANDS: Final = frozenset(("mille", "thousand", "millier"))
_ROUND: Final = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "centaine": 100, "millier": 1000}

_WORD: Final = "|".join(sorted({*_UNITS, *_HUNDREDS, *_THOUSANDS, *_ROUND}, key=len, reverse=True))
FIGURES: Final = r"\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d{1,6}(?:[.,]\d)?k\b|\d{1,6}(?!\d)"
SPELLED: Final = rf"\b(?:{_WORD})(?:(?:[ -](?:et |and )?)(?:{_WORD})){{0,6}}\b"
NUMBER: Final = rf"(?:{FIGURES}|{SPELLED})"
"""A pattern for one number in plain text (see `assistant.intake.plain`), to be read by `parse_number`."""


def parse_number(text: str) -> int:
    """Return the value of a number that `NUMBER` matched; 0 when it holds none."""
    figures = re.sub(r"(?<=\d)[ .,](?=\d{3})", "", text.strip())
    if figures.endswith("k"):
        return round(float(figures[:-1].replace(",", ".")) * 1000)
    if figures[:1].isdigit():
        return int(re.split(r"\D", figures)[0])
    return _parse_words(re.findall(r"[a-z]+", figures))


def _parse_words(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _THOUSANDS:
            total, current = total + (current or 1) * 1000, 0
        elif word in _HUNDREDS:
            current = (current or 1) * 100
        elif word in _ROUND:
            current = (current or 1) * _ROUND[word] if current != 1 else _ROUND[word]
        elif word in ("vingts", "vingt") and current % 100 == 4:  # quatre-vingts
            current += 76
        else:
            current += _UNITS.get(word, 0)
    return total + current
