"""Text made plain for matching, character by character, so that every offset stays true."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from assistant.text.words import APOSTROPHES, HYPHENS, SPACES

_LOOK_ALIKES: Final = {
    **dict.fromkeys(APOSTROPHES, "'"),
    **dict.fromkeys(HYPHENS + "–—−", "-"),
    **dict.fromkeys(SPACES.replace("\n", ""), " "),
    **dict.fromkeys("«»“”„", '"'),
}


@cache
def _plain_character(character: str) -> str:
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    lowered = character.lower()
    base = unicodedata.normalize("NFD", lowered)[:1]
    return base if len(base) == 1 else character


def plain(text: str) -> str:
    """Return `text` in lower case without accents, with plain quotes, dashes and spaces, of exactly the same length.

    A newline stays a newline; an offset into the result is an offset into `text`.
    """
    return text.lower() if text.isascii() else "".join(map(_plain_character, text))
