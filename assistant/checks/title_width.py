"""How wide a title is in a list of search results: Arial at 20 pixels.

The advance widths are those of Liberation Sans Regular (metric-compatible with Arial), in 2048ths of an em. They were
read from the font's `hmtx` table with fontTools; kerning is not modelled, so a browser may differ by a pixel or two.
"""

from __future__ import annotations

import unicodedata
from typing import Final

FONT_SIZE: Final = 20
UNITS_PER_EM: Final = 2048
_COMMON_WIDTH: Final = 1139

_CHARACTERS_BY_WIDTH: Final = {
    384: "′",
    391: "'",
    410: "\u202f\u2009",
    455: "ijl‘’‚‛",
    532: "|¦",
    569: " \u00a0!,./:;I[\\]ft·",
    682: "()-`r¡¨\u00ad²³´¸¹\u2010\u2011“”„‹›",
    684: "{}",
    717: "•",
    725: "″",
    727: '"',
    748: "º",
    758: "ª",
    797: "*",
    819: "°",
    961: "^",
    1024: "Jcksvxyz",
    1124: "±÷",
    1196: "+<=>~¬×−",
    1251: "FTZ¿ßø",
    1366: "&ABEKPSVXY",
    1479: "CDHNRUw",
    1509: "©®",
    1593: "GOQØ",
    1706: "Mm",
    1708: "¼½¾",
    1821: "%æ",
    1933: "Wœ",
    2048: "ÆŒ—…‰™←→",
    2079: "@",
    2197: "№",
}
_WIDTHS: Final = {character: width for width, characters in _CHARACTERS_BY_WIDTH.items() for character in characters}
_WIDE: Final = ("W", "F")


def title_width(title: str) -> int:
    """Return the width of `title` in pixels, spaces at its ends left out; 0 for an empty title."""
    return round(sum(map(_width, unicodedata.normalize("NFC", title.strip()))) * FONT_SIZE / UNITS_PER_EM)


def shown_title(title: str, pixels: int) -> str:
    """Return what a list of results shows of `title`: cut with an ellipsis where it is wider than `pixels`."""
    text = title.strip()
    if title_width(text) <= pixels:
        return text
    while text and title_width(text + "…") > pixels:
        text = text[:-1].rstrip()
    return text + "…"


def _width(character: str) -> int:
    """Return the advance width in 2048ths of an em: a digit's for an unknown letter, a square for CJK."""
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in _WIDE:
        return UNITS_PER_EM
    base = unicodedata.normalize("NFD", character)[0]
    if base == "i" and base != character:
        return _WIDTHS["I"]
    return _WIDTHS.get(base, _COMMON_WIDTH)
