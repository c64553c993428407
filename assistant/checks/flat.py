"""Flat text: lower case without accents, character for character, so that a place in it is a place in the text."""

from __future__ import annotations

import unicodedata
from typing import Final

from assistant.checks.remember import remembered
from assistant.text.words import APOSTROPHES, HYPHENS, SPACES

_LAST_LETTER: Final = 0x250
_ADDITIONAL: Final = range(0x1E00, 0x1F00)


def _flat_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


_TABLE: Final = str.maketrans(
    {
        **{chr(code): _flat_character(chr(code)) for code in (*range(0x41, _LAST_LETTER), *_ADDITIONAL)},
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(HYPHENS, "-"),
        **dict.fromkeys(SPACES, " "),
    }
)


@remembered
def flat(text: str) -> str:
    """Return `text` flat: of the same length, lower case, no accents on composed letters, plain marks and spaces.

    Decomposed accents stay as they are: intake composes what it reads.
    """
    return text.translate(_TABLE)
