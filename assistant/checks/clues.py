"""What one block of text shows of the news: dates, quotations, speakers, slips of the pen, what a page left behind.

Every function takes the visible text of a block and returns spans of it. The words are those of the language packs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from assistant.checks.flat import flat
from assistant.checks.remember import remembered
from assistant.lang import news_words, pack
from assistant.model import Span
from assistant.text.words import word_spans

Spans = tuple[Span, ...]
Clue = Literal["relative", "time", "hedge", "leftover", "instruction", "filler", "absolute"]

FEWEST_QUOTED_WORDS: Final = 4
"""House rule: shorter quotations are single words that the paper keeps at a distance, or names."""
WORDS_BEFORE_WORK: Final = 3

_QUOTATION = re.compile('«[^«»]{1,5000}»|“[^“”]{1,5000}”|"[^"\n]{1,2000}"')
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_GLUE = re.compile(
    r"(?:(?<=[a-zà-öø-ÿœ0-9%€»”)])|(?<=[A-ZÀ-Þ][A-ZÀ-Þ]))[.!?…]+[»”)]?(?=[A-ZÀ-ÖØ-ÞŒ«“][a-zà-öø-ÿœ’'A-ZÀ-Þ])"
    r"|[»”)](?=[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ’'])"
)
_ADDRESS = re.compile(r"www\.|https?:|@|\w\.\w+/", re.IGNORECASE)
_AROUND: Final = 40


@remembered
def clues(text: str, kind: Clue, language: str) -> Spans:
    """Return the spans of `text` that are clues of that kind; none in a language without news words."""
    if news_words(language) is None:
        return ()
    if kind == "filler" and not _may_fill(flat(text), language):
        return ()
    return tuple(found.span() for found in _pattern(kind, language).finditer(flat(text)))


def _may_fill(text: str, language: str) -> bool:
    words = news_words(language)
    # Looking for each phrase in turn is ten times faster than one pattern of fifty phrases.
    return words is not None and any(phrase in text for phrase in words.fillers)


@remembered
def slips(text: str, language: str) -> tuple[tuple[str, Span], ...]:
    """Return the slips against the typography of the language: their kinds and places."""
    patterns = _slip_patterns(language)
    return tuple((kind, slip.span()) for kind, pattern in patterns for slip in pattern.finditer(text))


@remembered
def glued_places(text: str) -> Spans:
    """Return where a sentence runs into the next without a space: the mark between them."""
    return tuple(
        glue.span()
        for glue in _GLUE.finditer(text)
        if not _ADDRESS.search(text, max(0, glue.start() - _AROUND), glue.end() + _AROUND)
    )


@remembered
def quotations(text: str) -> Spans:
    """Return the quotations of four words or more, their marks included."""
    return tuple(
        found.span()
        for found in _QUOTATION.finditer(text)
        if len(word_spans(text[found.start() + 1 : found.end() - 1])) >= FEWEST_QUOTED_WORDS
    )


@remembered
def spoken_quotations(text: str, language: str) -> Spans:
    """Return those of `quotations` that somebody says: no title of a work, no name of an operation."""
    words = news_words(language)
    works = words.works if words else frozenset()
    kept = []
    for start, end in quotations(text):
        before = _WORD.findall(flat(text[max(0, start - _AROUND) : start]))[-WORDS_BEFORE_WORK:]
        if not works & set(before):
            kept.append((start, end))
    return tuple(kept)


@remembered
def names_speaker(text: str, language: str) -> bool:
    """Whether `text`, its quotations left out, names who says something: `explique le maire`, `selon Tass`."""
    if news_words(language) is None:
        return True
    return _speaker_pattern(language).search(flat(without(text, quotations(text)))) is not None


def without(text: str, spans: Iterable[Span]) -> str:
    """Return `text` of the same length with spaces in the place of the spans."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=64)
def _pattern(kind: Clue, language: str) -> re.Pattern[str]:
    words = news_words(language)
    if words is None:
        raise KeyError(language)
    patterns: dict[Clue, Iterable[str]] = {
        "relative": (*words.relative_dates, _weekday_pattern(language)),
        "time": (*words.times, *words.relative_dates, *map(flat, pack(language).weekdays), _absolute_pattern(language)),
        "hedge": words.hedges,
        "leftover": words.leftovers,
        "instruction": words.instructions,
        "filler": map(re.escape, words.fillers),
        "absolute": (_absolute_pattern(language),),
    }
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns[kind])})")


def _weekday_pattern(language: str) -> str:
    """A weekday that is a date, not a habit (`le lundi`), and that no day of a month follows."""
    words = news_words(language)
    habits = "".join(rf"(?<!\b{re.escape(habit)} )" for habit in (words.habits if words else ()))
    days = "|".join(map(flat, pack(language).weekdays))
    months = "|".join(map(flat, pack(language).months))
    return rf"{habits}(?:{days})\b(?!,? (?:\d|(?:de )?(?:{months})))"


def _absolute_pattern(language: str) -> str:
    months = "|".join(map(flat, pack(language).months))
    return (
        rf"\d{{1,2}}(?:er|st|nd|rd|th)? (?:de )?(?:{months})\b|(?:{months}) \d{{1,2}}(?!\d)"
        r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:19|20)\d\d"
    )


@lru_cache(maxsize=8)
def _slip_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    # One pattern a kind: each begins with a character or a set of them, which the search jumps to.
    words = news_words(language)
    return tuple((kind, re.compile(pattern)) for kind, pattern in (words.typography if words else ()))


@lru_cache(maxsize=8)
def _speaker_pattern(language: str) -> re.Pattern[str]:
    words = news_words(language)
    if words is None:
        raise KeyError(language)
    stems = "|".join(map(re.escape, words.speech))
    forms = "|".join(map(re.escape, sorted(words.speech_forms)))
    phrases = "|".join(map(re.escape, words.according))
    return re.compile(rf"(?<![\w-])(?:(?:{phrases}|{forms})(?!\w)|(?:{stems})\w{{0,8}}(?!\w))")
