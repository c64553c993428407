"""Letters that stand for a name: Cnil for the Commission nationale de l’informatique et des libertés."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.facts.material import Material
from assistant.lang import pack
from assistant.text.words import fold

LONGEST: Final = 6
"""Letters up to which a word can be an acronym. House rule."""
ONLY_CAPITALS: Final = 2
"""Letters up to which an acronym has to be written in capitals: `DI`, no name of two letters. House rule."""
_BREAK: Final = re.compile(r"[,;:.!?()«»“”\"]")


def is_acronym(part: str, written: str, material: Material) -> bool:
    """Whether the letters of the folded `part` of the name `written` start the words of a name of the sources.

    A name goes on in small words: `Commission nationale de l’informatique et des libertés`.
    """
    if not 2 <= len(part) <= LONGEST:
        return False
    if len(part) <= ONLY_CAPITALS and part.upper() not in written:
        return False
    return part in material.remember(("initials",), lambda: _initials(material))


def _initials(material: Material) -> frozenset[str]:
    """Return the first letters of two to six words in a row, the first in capitals and function words left out."""
    small = _function_words(material.language)
    found = set()
    for told in material.sentences:
        reading = told.reading
        words = [
            (word, span)
            for word, span in zip(reading.folded, reading.spans, strict=True)
            if len(word) > 1 and word not in small
        ]
        for place, (_, first) in enumerate(words):
            run = words[place : place + LONGEST] if reading.text[first[0]].isupper() else []
            for count in range(2, len(run) + 1):
                if _BREAK.search(reading.text, run[count - 2][1][1], run[count - 1][1][0]):
                    break
                found.add("".join(word[0] for word, _ in run[:count]))
    return frozenset(found)


@lru_cache(maxsize=4)
def _function_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).function_words)
