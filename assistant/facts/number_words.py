"""The words around numbers: multiples, fractions, ranks, units, what calls a number rough, what makes it a limit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.facts.lexicon import FOLDER

MULTIPLES: Final = {
    "mille": 1e3, "millier": 1e3, "milliers": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
    "billion": 1e9, "billions": 1e9, "thousand": 1e3, "thousands": 1e3, "trillion": 1e12, "m": 0, "k": 1e3,
}  # fmt: skip
FRACTIONS: Final = {
    "demi": 2, "demie": 2, "moitie": 2, "half": 2, "tiers": 3, "third": 3, "thirds": 3, "quart": 4, "quarts": 4,
    "quarter": 4, "quarters": 4, "cinquieme": 5, "cinquiemes": 5, "fifth": 5, "fifths": 5, "sixieme": 6, "sixiemes": 6,
    "dixieme": 10, "dixiemes": 10, "tenth": 10, "tenths": 10, "centieme": 100,
}  # fmt: skip
COLLECTIVES: Final = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "dozen": 12, "hundreds": 100,
    "duo": 2, "trio": 3, "quatuor": 4, "quintette": 5,
}  # fmt: skip
EXACT_COLLECTIVES: Final = frozenset({"douzaine", "dozen", "duo", "trio", "quatuor", "quintette"})
ORDINALS: Final = {
    "deuxieme": 2, "second": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6,
    "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11, "douzieme": 12, "treizieme": 13,
    "quatorzieme": 14, "quinzieme": 15, "vingtieme": 20, "trentieme": 30, "quarantieme": 40, "cinquantieme": 50,
    "centieme": 100, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
TIMES: Final = {"fois", "reprises", "times", "twice"}
ABOUT = re.compile(
    r"\b(?:environ|pres d[eu]s?|quelques?|a peu pres|autour d[eu]|aux alentours d[eu]|de l ordre d[eu]|presque|"
    r"quasi\w*|"
    r"avoisin\w+|approch\w+|fris\w+|frol\w+|about|around|roughly|nearly|almost|some|approximately|close to|une|un peu)"
    r"(?: l[ae]s?| les| d[eu]| une?)? $"
)
AT_LEAST = re.compile(
    r"\b(?:plus d[e]?|au moins|depass\w+(?: d[ei]\w*)?(?: peu)?|superieure?s? a|au dela d[eu]|bien plus d[e]?|"
    r"more than|over|(?:peu|juste) apres|(?:shortly|just) after|"
    r"at least|above|exceed\w*|minimum d[e]?|pas moins d[e]?|jusqu a)(?: l[ae]s?)? $"
)
AT_MOST = re.compile(
    r"\b(?:moins d[e]?|au plus|inferieure?s? a|en dessous d[eu]|sous l[ae]s?|sous|less than|under|below|at most|"
    r"fewer than|(?:peu|juste) avant|(?:shortly|just) before|"
    r"up to|maximum d[e]?|a peine|pas plus d[e]?)(?: l[ae]s?)? $"
)
MEASURED = re.compile(
    r"\b(?:dure[er]?|durent|durai(?:t|ent)|durera(?:it|ient)?|dureront|pendant|durant|prendr\w+|au moins|au plus|"
    r"environ|last(?:s|ed)|during)(?: au moins| au plus| environ| pres d| plus d| moins d)? ?['’]?$|"
    r"\b(?:plus|moins|pres) d['’]$"
)
"""What makes `une heure` a duration rather than an hour of the day or an article."""
ANAPHOR: Final = frozenset(
    [
        "les", "ces", "leurs", "ses", "aux", "nos", "tous", "toutes", "des", "mes", "vos", "the", "these",
        "those", "both", "entre",
    ]
)  # fmt: skip
EVERY: Final = (["tous", "les"], ["toutes", "les"])
SKIPPED: Final = frozenset(["de", "d'", "of", "des", "du"])
BESIDE_NUMBERS: Final = frozenset(
    [
        "de",
        "d'",
        "of",
        "des",
        "du",
        "les",
        "ses",
        "leurs",
        "its",
        "the",
        "their",
        "his",
        "her",
        "et",
        "ou",
        "and",
        "or",
        "a",
        "to",
    ]
)
NO_NOUN: Final = frozenset(
    [
        "et", "ou", "a", "au", "aux", "en", "dans", "sur", "pour", "par", "que", "qui", "le", "la", "les", "un",
        "une", "and", "or", "to", "in", "on", "for", "by", "that", "the", "from", "with", "avec", "est", "sont",
        "etait", "etaient", "ont", "l'", "n'", "ne", "se", "s'", "dont", "contre", "chez", "selon", "apres",
        "avant", "depuis", "pendant", "lors", "il", "elle", "ils", "elles",
    ]
)  # fmt: skip
CURRENCY_BEFORE: Final = {"€": "euros", "$": "dollars", "£": "pounds", "¥": "yen"}


@lru_cache(maxsize=2)
def number_words() -> dict[str, dict[str, int]]:
    """Return the number words of each language with their values. Read once."""
    found: dict[str, dict[str, int]] = {}
    for line in (FOLDER / "numbers.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            language, *pairs = line.split()
            found[language] = {word: int(value) for word, _, value in (pair.partition("=") for pair in pairs)}
    return found


@lru_cache(maxsize=1)
def units_by_form() -> dict[str, tuple[str, float]]:
    """Return each written form of a unit with its dimension and what it is in the base unit. Read once."""
    found: dict[str, tuple[str, float]] = {}
    for line in (FOLDER / "units.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            dimension, factor, *forms = line.split()
            for form in forms:
                found[form] = (dimension, float(factor))
    return found


def is_unit(folded: str) -> bool:
    """Whether the folded word is a unit: `ans`, `kilometres`, `euros`."""
    return folded in units_by_form()
