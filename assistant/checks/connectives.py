"""Connectives: words that show how a sentence is tied to another. The words are those of the language packs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.text.words import APOSTROPHES, HYPHENS, fold

_PAIR: Final = "…"


def has_connective(sentence: str, language: str) -> bool:
    """Whether the sentence holds a connective of the language; of a pair, both halves, in order."""
    single, pairs = _patterns(language)
    folded = fold(sentence)
    return bool(single.search(folded)) or any(_holds_pair(folded, *pair) for pair in pairs)


def _holds_pair(folded: str, first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    opening = first.search(folded)
    return opening is not None and second.search(folded, opening.end()) is not None


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]:
    connectives = [fold(connective) for connective in pack(language).transitions]
    singles = sorted((words for words in connectives if _PAIR not in words), key=len, reverse=True)
    pairs = [tuple(half.strip() for half in words.split(_PAIR)) for words in connectives if _PAIR in words]
    return _compiled(singles), tuple((_compiled([first]), _compiled([second])) for first, second in pairs)


def _compiled(connectives: list[str]) -> re.Pattern[str]:
    """Return a pattern for whole words; a final `que` may be elided: `alors qu'il`."""
    alternatives = "|".join(re.sub(r"que$", "qu(?:e|')", re.escape(words)) for words in connectives)
    joiners = re.escape(APOSTROPHES + HYPHENS)
    return re.compile(rf"(?<![\w{joiners}])(?:{alternatives})(?:(?<=')|(?![\w-]))")
