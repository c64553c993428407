"""Dates: days, months, years, weekdays and what a text says relative to the day it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.text.words import fold


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of a text: `start` and `end` point into the text read; what it does not say is None.

    `weekday` is 0 for Monday. `offset` counts days from the day of writing (`hier` is -1), None for an absolute date.
    `decade` says that the year stands for ten. `shift` counts years from another date of the text: `trois ans plus
    tard` is 3. `is_next` says that the text gives the day by the one before it: `le lendemain`.
    """

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    offset: int | None = None
    decade: bool = False
    shift: float | None = None
    is_next: bool = False


_RELATIVE: Final = {
    "aujourd hui": 0, "hier": -1, "avant hier": -2, "demain": 1, "apres demain": 2, "today": 0, "yesterday": -1,
    "tomorrow": 1,
}  # fmt: skip
_RELATIVE_WORDS: Final = re.compile(rf"\b(?:{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})\b")
_BESIDE: Final = re.compile(
    r"\b(?:le lendemain|le jour suivant|the (?:next|following) day|(?P<before>la veille|the day before))\b"
    r"(?! (?:de|du|des|d|of)\b)"
)
_AMBIGUOUS: Final = frozenset({"mars", "mai", "may", "march"})
_BEFORE_MONTH: Final = re.compile(
    r"(?:\d|\b(?:en|de|d|fin|debut|mi|mois de|depuis|des|avant|apres|jusqu en|in|of|since|until|by|last|next|early|"
    r"late|et|a|and|to))[ -]$"
)
_YEAR = re.compile(r"(?<![\d.,€$£-])(1[0-9]\d\d|20\d\d)(?![\d%€$£]|[.,]\d|[ \u00a0\u202f]\d{3}(?!\d))")
_DECADE = re.compile(r"(?:annees|the) $")
_NOT_YEAR_AFTER = re.compile(
    r"^[ \u00a0\u202f]?(?:euros?|dollars?|francs?|personnes|habitants|km|kilom|m\b|metres|m2|visiteurs|people|%|ans\b|"
    r"salaries|employes|emplois|tonnes|fois|heures|h\b|h\d)"
)
_COUNTED_AFTER: Final = re.compile(r"[ \u00a0\u202f]([a-z]{3,}[sx])\b")
_DATED_BEFORE: Final = re.compile(
    r"(?<!plus )(?<!moins )(?<!pres )(?<!total )\b(?:en|de|depuis|des|avant|apres|annees?|ete|hiver|printemps|automne|"
    r"fin|debut|mi|saison|edition|millesime|of|in|since|before|after|by|season|year)[ -]$"
)


_DAYS_IN_WORDS: Final = {
    word: number
    for number, word in enumerate(
        (
            "premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
            "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt", "vingt et un",
            "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six", "vingt-sept", "vingt-huit",
            "vingt-neuf", "trente", "trente et un",
        ),
        1,
    )
}  # fmt: skip


def _day(written: str) -> int:
    return int(written) if written.isdigit() else _DAYS_IN_WORDS[written]


@lru_cache(maxsize=8)
def _calendar(language: str) -> tuple[dict[str, int], dict[str, int], re.Pattern[str], re.Pattern[str]]:
    words = pack(language)
    months = {fold(name): place + 1 for place, name in enumerate(words.months)}
    days = {fold(name): place for place, name in enumerate(words.weekdays)}
    names = "|".join(sorted(months, key=len, reverse=True))
    spelled = "|".join(("\\d{1,2}", *sorted(_DAYS_IN_WORDS, key=len, reverse=True)))
    pattern = re.compile(
        rf"(?:\b(?P<d1>{spelled})(?:er|st|nd|rd|th)?"
        rf"(?: (?P<to>au|et|a|-|–|and|to) (?P<d2>{spelled})(?:er|st|nd|rd|th)?)? )?"
        rf"\b(?P<month>{names})\b(?: (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.:h]|,\d))?(?:,? (?P<year>\d{{4}})(?!\d))?"
    )
    return months, days, pattern, re.compile(rf"\b({'|'.join(days)})s?\b")


@lru_cache(maxsize=8192)
def moments(text: str, language: str) -> tuple[Moment, ...]:
    """Return the dates of `text` in order of place."""
    plain = _same_length(text)
    months, days, pattern, weekday = _calendar(language)
    found: list[Moment] = []
    for match in pattern.finditer(plain):
        found.extend(_with_month(match, plain, months, language))
    found.extend(Moment(*match.span(), weekday=days[match[1]]) for match in weekday.finditer(plain))
    for match in _YEAR.finditer(plain):
        is_taken = any(moment.start <= match.start() < moment.end for moment in found)
        if not is_taken and not _is_counted(plain, match, language):
            decade = bool(_DECADE.search(plain[: match.start()])) and match.group().endswith("0")
            found.append(Moment(*match.span(), year=int(match.group()), decade=decade))
    for match in _RELATIVE_WORDS.finditer(plain):
        if not any(moment.start <= match.start() < moment.end for moment in found):
            found.append(Moment(*match.span(), offset=_RELATIVE[match.group()]))
    found.sort(key=lambda moment: moment.start)
    found.extend(_beside(plain, found))
    return tuple(sorted(found, key=lambda moment: moment.start))


def _beside(plain: str, found: list[Moment]) -> Iterator[Moment]:
    """Yield the days that the text gives by the last one named before: `closed on Tuesday and reopened the next day`.

    Where a date stands right behind, it gives the day itself.
    """
    for match in _BESIDE.finditer(plain):
        before = [moment for moment in found if moment.end <= match.start() and moment.weekday is not None]
        is_told = any(0 <= moment.start - match.end() <= 2 for moment in found)
        if before and before[-1].weekday is not None and not is_told:
            step = -1 if match["before"] else 1
            yield Moment(*match.span(), weekday=(before[-1].weekday + step) % 7, is_next=True)


def _is_counted(plain: str, match: re.Match[str], language: str) -> bool:
    """Whether the figures count what follows, rather than name a year: `1512 logements`."""
    if _NOT_YEAR_AFTER.match(plain[match.end() : match.end() + 14]):
        return True
    noun = _COUNTED_AFTER.match(plain, match.end())
    return (
        noun is not None
        and noun[1] not in _function_words(language)
        and not _DATED_BEFORE.search(plain[max(0, match.start() - 20) : match.start()])
    )


@lru_cache(maxsize=4)
def _function_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).function_words)


def _with_month(match: re.Match[str], plain: str, months: dict[str, int], language: str) -> list[Moment]:
    name = match["month"]
    day = match["d1"] or (match["d3"] if language == "en" else None)
    before = plain[max(0, match.start("month") - 10) : match.start("month")]
    if name in _AMBIGUOUS and not day and not match["year"] and not _BEFORE_MONTH.search(before):
        return []
    month, year = months[name], int(match["year"]) if match["year"] else None
    end = match.end() if match["year"] or (match["d3"] and language == "en") else match.end("month")
    if match["d2"]:
        return [
            Moment(match.start("d1"), match.end("d1"), _day(match["d1"]), month, year),
            Moment(match.start("d2"), end, _day(match["d2"]), month, year),
        ]
    start = match.start("d1") if match["d1"] else match.start("month")
    if day and _day(day) > 31:
        return [Moment(match.start("month"), end, None, month, year)]
    return [Moment(start, end, _day(day) if day else None, month, year)]


def _same_length(text: str) -> str:
    """Return the text folded character by character, so that offsets stay; apostrophes and odd spaces are spaces."""
    return text.translate(_plain_characters())


@lru_cache(maxsize=1)
def _plain_characters() -> dict[int, str]:
    """Return what each letter of the Latin scripts is compared as; a letter that folds to two stays itself."""
    table = {code: fold(chr(code)) for code in range(0x20, 0x250)}
    plain = {code: folded for code, folded in table.items() if len(folded) == 1}
    return plain | dict.fromkeys(map(ord, "'’ʼ\u00a0\u202f\u2009\n"), " ")


def fits(moment: Moment, other: Moment) -> bool:
    """Whether a date says nothing that the other one contradicts, and shares with it what it says."""
    if moment.offset is not None or other.offset is not None:
        return moment.offset == other.offset
    pairs = (
        (moment.day, other.day),
        (moment.month, other.month),
        (moment.year, other.year),
        (moment.weekday, other.weekday),
    )
    if moment.decade and moment.year is not None and other.year is not None:
        return moment.year // 10 == other.year // 10
    shared = [mine == theirs for mine, theirs in pairs if mine is not None and theirs is not None]
    return bool(shared) and all(shared)
