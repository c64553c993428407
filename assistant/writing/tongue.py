"""Whether a text is in the language that was asked for, told by its small words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.text.words import fold

FEWEST_WORDS: Final = 25
"""Words from which small words tell a language. House rule: a list of names has none."""
OWN_SHARE: Final = 0.25
"""Share of small words that a text has at least in its own language: news in French has 0.45 to 0.47 of them in whole
texts and 0.20 to 0.37 in their poorest thirty words; English read as French 0.07."""
FOREIGN_SHARE: Final = 0.12
"""Share of small words of another language from which a text is in that one. House rule: quotations have fewer."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"«[^«»]{0,2000}»|“[^“”]{0,2000}”")

# Small words that neither French nor English has, except by accident.
_FOREIGN: Final = {
    "de": "der die das und ist nicht ein eine den dem mit auf fur von zu im sich auch werden wird nach bei",
    "es": "el los las y con para por del una su que se lo como mas fue esta este pero al ha",
    "it": "il gli di che e per una del della dei con non si nel alla sono ha piu anche",
    "pt": "o os as do da dos das e para com uma nao que se em no na ao foi mais",
    "nl": "de het een en van is dat op te zijn met voor niet aan door ook naar bij",
}
_SHARED: Final = frozenset(("que", "se", "e", "des", "de", "la", "le", "un", "en", "y", "a", "on", "per", "as", "is"))


def is_in_language(text: str, language: str) -> bool:
    """Whether `text`, its quotations aside, is in that language; True where it is too short to tell.

    A language without a pack is only known not to be French or English.
    """
    words = _WORD.findall(fold(_QUOTED.sub(" ", text)))
    if len(words) < FEWEST_WORDS:
        return True
    others = ("fr", "en", *_FOREIGN)
    shares = {other: _share(words, other) for other in others if other != language}
    own = _share(words, language)
    if language in ("fr", "en"):
        return own >= OWN_SHARE and all(share < FOREIGN_SHARE or share < own / 2 for share in shares.values())
    return all(shares[other] < OWN_SHARE for other in ("fr", "en"))


def _share(words: list[str], language: str) -> float:
    small = _small_words(language)
    return sum(word in small for word in words) / len(words)


@lru_cache(maxsize=16)
def _small_words(language: str) -> frozenset[str]:
    if language in ("fr", "en"):
        return frozenset(fold(word) for word in pack(language).function_words)
    return frozenset(_FOREIGN.get(language, "").split()) - _SHARED
