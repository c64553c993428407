"""Who says it: the words by which a sentence hands its claim to somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.text.words import fold

# Folded, words parted by one space; verbs by the beginning that their forms share.
_SAID: Final = (
    "declar indiqu affirm ajout rapport annonc expliqu precis assur estim soulign confirm revel racont not rappel "
    "montr publi martel insist confi avanc evoqu"
)
_STEMS_FR: Final = "|".join(_SAID.split())
_IRREGULAR_FR: Final = "dit|ecrit|fait savoir|reconnu|soutenu"
_HAS_FR: Final = "a|ont|avait|avaient|aurait|auraient|ayant"

# Folded, words parted by one space, the preposition `à` written `@`; verbs by what their forms share.
ATTRIBUTION_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "fr": (
        r"selon(?! (?:lesquel\w+|laquelle|lequel|que|qu|l[ae]s? cas|le calendrier|toute)\b)",
        "d apres",
        rf"(?:{_HAS_FR}) (?:t )?(?:(?:il|elle|on|ils|elles) )?(?:\w+ )?(?:(?:{_STEMS_FR})ee?s?|{_IRREGULAR_FR})",
        rf"(?:{_STEMS_FR})(?:e|ent|ait|aient)(?= (?:t|que|qu|l|le|la|les|un|une|son|sa)\b)",
        "disent",
        "dit (?:que|qu|il|elle|on|le|la|l)",
        "aux yeux de",
        "de source",
        "citant",
        "de l avis",
    ),
    "en": (
        "according to",
        "(?:said|says|say|told|added|stated|reported|announced|explained)",
        "(?:claimed|confirmed|insisted|argued|wrote|warned)",
        "citing",
        "in the view of",
    ),
}

_WORD = re.compile(r"\w+|@")
_PREPOSITION = re.compile(r"\b[àÀ]\b")


def is_attributed(text: str, language: str) -> bool:
    """Whether `text` hands what it says to somebody: `selon la mairie`, `a déclaré le préfet`."""
    words = f" {' '.join(_WORD.findall(fold(_PREPOSITION.sub(' @ ', text))))} "
    return bool(_pattern(language if language in ATTRIBUTION_WORDS else "en").search(words))


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(ATTRIBUTION_WORDS[language])})\b")


CONDITION_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "fr": (
        "si",
        "s ils?",
        "sauf",
        "a condition",
        "sous reserve",
        "a moins",
        "en cas d[eu]?",
        "hormis",
        "faux",
        "dement\\w*",
        "refut\\w*",
        "conteste\\w*",
        "nie(?:nt)?",
        "pretend\\w*",
    ),
    "en": ("if", "unless", "except", "provided", "subject to", "false", "den(?:y|ies|ied)", "disput\\w*", "alleg\\w*"),
}
"""Words without which a claim may not hold."""


def is_conditional(text: str, language: str) -> bool:
    """Whether `text` limits or doubts the claim it stands beside: `sauf les mineurs`, `est faux`."""
    words = f" {' '.join(_WORD.findall(fold(text)))} "
    return bool(_conditions(language if language in CONDITION_WORDS else "en").search(words))


@lru_cache(maxsize=8)
def _conditions(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(CONDITION_WORDS[language])})(?= )")
