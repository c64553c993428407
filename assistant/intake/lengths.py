"""How long an instruction wants the article: number, unit and comparator, in French and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from assistant.intake.numbers import NUMBER, parse_number
from assistant.model import Span

# A "feuillet", the French press unit, is 1,500 characters or 250 words: six characters, spaces included, a word.
WORDS_PER_FEUILLET: Final = 250
CHARACTERS_PER_WORD: Final = 6

Bound = Literal["min", "max", "target"]

_UNIT: Final = (
    r"(?:[ -]?(?P<unit>words?|mots?|w(?=\b)|wds?|signes?|caracteres?|characters?|chars?|feuillets?)\b)"
    r"(?!-?cles?\b)(?! cles?\b)"
)
_MINIMUM: Final = (
    r"at least|(?:a |un |the )?minimum(?: (?:of|de|d'))?|mini?(?: (?:of|de))?\b\.?|no(?:t)? (?:less|"
    r"fewer|shorter) than|"
    r"more than|over|above|"
    r"upwards of|plus de|au moins|au minimum|au mini|pas moins de|minimum|a partir de|superieur a|"
    r"longer than|from|>=?|≥"
)
_MAXIMUM: Final = (
    r"at most|(?:a |un |the )?max(?:imum)?(?: (?:of|de|d'))?\.?|maxi(?: de)?\.?|no(?:t)? (?:more|longer) than|"
    r"(?:not |ne pas )?exceed(?:ing)?|up to|under|below|less than|fewer than|within|moins de|au plus|au max(?:imum|i)?|"
    r"pas plus de|jusqu'a|"
    r"inferieur a|(?:sans |ne pas )?depasser|limite a|limited to|capped at|<=?|≤"
)
_TARGET: Final = (
    r"around|about|approx(?:imately|\.)?|roughly|some|circa|nearly|close to|environ|a peu pres|autour de|"
    r"dans les|quelque|vers|pres de|~|≈|aux alentours de|exactly|exactement|pile"
)
_BEFORE: Final = rf"(?:(?P<min>{_MINIMUM})|(?P<max>{_MAXIMUM})|(?P<about>{_TARGET}))[ :]{{0,3}}(?:de |of |d')?"
_AFTER: Final = (
    r"[ ,]{0,2}\(?(?:(?P<min_after>\+(?! ?/| ?ou)|at least|or more|(?:au |as a |as )?(?:minimum|mini?)\b\.?|"
    r"au moins|ou plus|et plus|"
    r"and (?:up|above|over)|plancher|minimaux|minimum)"
    r"|(?P<max_after>at most|or (?:less|fewer)|(?:au |grand |as a |as )?(?:maximum|maxi?)\b\.?|au plus|ou moins|tops|"
    r"pas plus|plafond|not more|no more)"
    r"|(?P<about_after>environ|approx(?:imately|\.)?|or so|a peu pres|roughly|about))\)?(?![a-z])"
    # In "minimum 800 mots maximum 1000 mots" the second bound belongs to the second number.
    rf"(?(min)(?! ?{NUMBER} ?(?:words?|mots?|signes?)))(?(max)(?! ?{NUMBER} ?(?:words?|mots?|signes?)))"
)
_QUANTITY: Final = re.compile(
    rf"(?:\b|(?<=[\s(,:;])|"
    rf"(?<![\w]))(?:{_BEFORE})?(?P<number>(?<![\w.,]){NUMBER})(?P<plus> ?\+(?! ?/| ?ou))?(?:{_UNIT})?(?:{_AFTER})?"
)
_RANGE: Final = re.compile(
    rf"(?:\b(?:between|entre|from|de|d') ?)?(?<![\w.,])(?P<low>{NUMBER})(?: ?(?:words?|mots?|signes?|caracteres?))?"
    rf" ?(?:-|/|a|et|and|to|or|ou) ?(?P<high>{NUMBER}){_UNIT}"
)
_TOLERANCE: Final = re.compile(
    r"[ ,(]{0,3}(?:\+ ?/ ?-|±|\+ou-|plus ou moins|plus or minus|give or take|a) ?(?P<percent>\d{1,2}) ?"
    r"(?P<mark>%|p(?:our |er ?)cent|mots|words)(?: pres)?\)?"
)
_LABEL: Final = re.compile(
    r"\b(?:longueur|taille|length|word count|nombre de mots|nb de mots|volume|calibrage|wordcount|format)"
    r"(?: \w{1,12}){0,2}? ?[:=] ?$|\b(?:word count|wordcount|nombre de mots|nb de mots)(?: of| de)? $"
)
_LABEL_BOUND: Final = re.compile(r"\b(?:(min(?:imum|imal|imale)?)|(max(?:imum|imal|imale)?)) ?[:=] ?$")
# "subheads every 150 words", "paragraphes de 80 mots": the length of something else.
_RATE: Final = re.compile(
    r"(?:\b(?:every|each|per|tous les|toutes les|chaque|par|(?<!sous-)(?<!sous )(?<!inter)(?<!sub)"
    r"(?:sentences?|phrases?|paragraph(?:e?s?)|titres?|titles?|intro(?:duction)?s?|chapos?|chapeau|"
    r"description|desc|slug|url|legendes?|captions?|excerpts?|extraits?|"
    r"(?<=un )resume|(?<=le )resume|(?<=de )resume|(?<=avec )resume|resume(?= ?:)|summary|conclusion|"
    r"sections?|reponses?|answers?))"
    r"(?: (?:de|of|en|in|a|with|courtes?|short|:|entre|between|is|fait)){0,2}"
    rf"[ :(]{{0,3}}(?:(?:{_MINIMUM}|{_MAXIMUM}|{_TARGET}) ?(?:de |of )?)?)$"
)


@dataclass(frozen=True, slots=True)
class LengthSetting:
    """The lengths asked for, in words, and the spans of the plain text that say so."""

    minimum: int | None = None
    maximum: int | None = None
    target: int | None = None
    spans: tuple[Span, ...] = ()
    foreign_spans: tuple[Span, ...] = ()
    """Lengths of something else than the article: "every 150 words"."""


def parse_lengths(text: str) -> LengthSetting:
    """Return the lengths that plain `text` asks for; characters and feuillets are turned into words."""
    found: dict[Bound, int] = {}
    spans: list[Span] = []
    foreign: list[Span] = []
    rest = text
    for match in _RANGE.finditer(text):
        rest = rest[: match.start()] + "\n" * (match.end() - match.start()) + rest[match.end() :]
        if _is_of_something_else(text, match.start(), match.end()):
            foreign.append(match.span())
            continue
        low, high = (_in_words(match[name], match["unit"]) for name in ("low", "high"))
        if low < high:
            found.setdefault("min", low)
            found.setdefault("max", high)
            spans.append(match.span())
    previous_end = -9
    for match in _QUANTITY.finditer(rest):
        bound = _bound_of(match, text, near_length=match.start() - previous_end <= 12)
        if bound is None:
            continue
        if _is_of_something_else(text, match.start(), match.end()):
            foreign.append(match.span())
            continue
        span, values = _with_tolerance(text, match, bound)
        for name, value in values.items():
            found.setdefault(name, value)
        spans.append(span)
        previous_end = span[1]
    if found.get("target") and "min" in found and "max" not in found and found["target"] <= found["min"]:
        del found["target"]
    return LengthSetting(found.get("min"), found.get("max"), found.get("target"), tuple(spans), tuple(foreign))


def _bound_of(match: re.Match[str], text: str, *, near_length: bool) -> Bound | None:
    """What a quantity bounds; None when it is no length: a number without a unit that nothing says to be one."""
    before = text[max(0, match.start() - 40) : match.start()]
    label = _LABEL_BOUND.search(before)
    named = match["min"] or match["min_after"] or match["max"] or match["max_after"]
    if not match["unit"]:
        follows_unit = near_length and named and parse_number(match["number"]) >= 100
        announces_unit = named and re.match(
            rf"\W{{0,3}}(?:et|and|,|/|-)?\W{{0,3}}(?:{_MINIMUM}|{_MAXIMUM})?\W{{0,3}}{NUMBER} ?(?:words?|mots?)\b",
            text[match.end() :],
        )
        if not (
            _LABEL.search(before) or (label and parse_number(match["number"]) >= 100) or follows_unit or announces_unit
        ):
            return None
    if not parse_number(match["number"]):
        return None
    if match["min_after"] or match["plus"] or (match["min"] and not match["max_after"]) or (label and label[1]):
        return "min"
    if match["max"] or match["max_after"] or (label and label[2]):
        return "max"
    return "min" if before.endswith("+") else "target"


def _with_tolerance(text: str, match: re.Match[str], bound: Bound) -> tuple[Span, dict[Bound, int]]:
    value = _in_words(match["number"], match["unit"])
    tolerance = _TOLERANCE.match(text, match.end())
    if tolerance is None or bound != "target":
        return match.span(), {bound: value}
    amount = int(tolerance["percent"])
    margin = amount if tolerance["mark"] in ("mots", "words") else round(value * amount / 100)
    return (match.start(), tolerance.end()), {"min": value - margin, "max": value + margin, "target": value}


def _in_words(number: str, unit: str | None) -> int:
    value = parse_number(number)
    if unit and unit.startswith(("signe", "caract", "char")):
        return round(value / CHARACTERS_PER_WORD)
    if unit and unit.startswith("feuillet"):
        return value * WORDS_PER_FEUILLET
    return value


def _is_of_something_else(text: str, start: int, end: int) -> bool:
    return bool(_RATE.search(text[max(0, start - 60) : start])) or bool(
        re.match(r" ?(?:max |min )?(?:per|each|par|chacune?)\b", text[end : end + 20])
    )
