"""Composition: lists and quotations where they help, the rhythm of the paragraphs, the time that reading takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.clues import spoken_quotations
from assistant.checks.flat import flat
from assistant.checks.judgement import (
    Judgement,
    Place,
    amount,
    at_least,
    at_most,
    check,
    good,
    improve,
    not_applicable,
    place,
)
from assistant.checks.origins import house, yoast
from assistant.checks.parts import Sentence
from assistant.lang import pack
from assistant.model import Span
from assistant.text.markup import MarkupBlock

MIN_WORDS_FOR_QUOTATIONS: Final = 300
LONG_PARAGRAPH_WORDS: Final = 90
LONG_IN_A_ROW: Final = 3
SHORT_IN_A_ROW: Final = 6
LONGEST_THING: Final = 6
"""In words. House rule: longer stretches between commas are clauses."""
WORDS_A_MINUTE: Final = 195
"""For French and English, as the package yoastseo 3.6.0 counts."""
SECONDS_AN_IMAGE: Final = 12

_AND = re.compile(r"[\s\u00a0](?:et|ou|and|or|y|o|e|und|oder) ")
_AND_WORDS: Final = frozenset({"et", "ou", "and", "or", "y", "o", "e"})
_BORDER = re.compile("[,;]")


@check(
    "list-where-useful",
    "structure",
    yoast("listsPresence"),
    house("six things in one sentence are counted on the fingers; only there is a list asked for"),
    weight=0.5,
)
def list_where_useful(reading: Reading) -> Judgement:
    """Flag each sentence that enumerates more things than a reader keeps in mind, unless it is in a list."""
    if not reading.body:
        return not_applicable("no-text")
    limit = reading.limits.listed_items
    long = [
        (sentence, _listed(sentence, reading.article.language))
        for sentence in reading.sentences
        if sentence.block.kind == "paragraph"
    ]
    places = [place(sentence.span, "here", count=count) for sentence, count in long if count >= limit]
    return improve("found", places=places, count=len(places)) if places else good()


def _listed(sentence: Sentence, language: str) -> int:
    """Return how many things the sentence enumerates: the longest run of short stretches between commas."""
    text = sentence.text
    if text.count(",") + text.count(";") < 2 or not _AND.search(text):
        return 0
    pieces = [piece.split() for piece in _BORDER.split(text) if piece.strip()]
    clauses = _clause_words(language)
    runs = (
        len(list(run))
        for is_thing, run in groupby(
            pieces[1:], lambda words: len(words) <= LONGEST_THING and flat(words[0]) not in clauses
        )
        if is_thing
    )
    return max(runs, default=0) + 2


@lru_cache(maxsize=8)
def _clause_words(language: str) -> frozenset[str]:
    """Return the words with which a clause between commas begins, and no thing of an enumeration."""
    words = pack(language)
    return frozenset(map(flat, words.function_words - words.linking_words)) - _AND_WORDS


@check(
    "quotations-present",
    "structure",
    house("a story of 300 words in which nobody speaks is a notice; readers want to hear the people concerned"),
    weight=0.5,
)
def quotations_present(reading: Reading) -> Judgement:
    """Ask for one quotation in a text of 300 told words or more."""
    if reading.told_words < MIN_WORDS_FOR_QUOTATIONS:
        return not_applicable("short-text")
    idle = [reading.sentences[number].span for number in reading.padding.repeated]
    count = sum(_has_told_quotation(reading, block, idle) for block in reading.body)
    value, target = amount(count), at_least(1)
    return good(value=value, target=target) if count else improve("none", value=value, target=target)


def _has_told_quotation(reading: Reading, block: MarkupBlock, idle: Sequence[Span]) -> bool:
    if block.kind == "quote":
        return True
    return any(
        not any(start <= block.span_in_markdown(span)[0] < end for start, end in idle)
        for span in spoken_quotations(block.text, reading.article.language)
    )


@check(
    "paragraph-rhythm",
    "readability",
    house("three long paragraphs in a row are a wall, six of a single sentence are a list of notes"),
    weight=0.5,
)
def paragraph_rhythm(reading: Reading) -> Judgement:
    """Flag runs of three long paragraphs (90 words) and of six paragraphs of one sentence."""
    if len(reading.paragraphs) < LONG_IN_A_ROW:
        return not_applicable("few-paragraphs")
    places = [
        *_runs(reading, "long", LONG_IN_A_ROW, lambda block: reading.measure(block).words >= LONG_PARAGRAPH_WORDS),
        *_runs(reading, "short", SHORT_IN_A_ROW, lambda block: len(reading.measure(block).sentences) == 1),
    ]
    return improve("monotonous", places=places, count=len(places)) if places else good()


def _runs(reading: Reading, outcome: str, least: int, is_such: Callable[[MarkupBlock], bool]) -> list[Place]:
    places = []
    for such, run in groupby(reading.paragraphs, is_such):
        blocks = tuple(run)
        if such and len(blocks) >= least:
            places.append(place((blocks[0].start, blocks[-1].end), outcome, count=len(blocks)))
    return places


@check(
    "reading-time",
    "readability",
    yoast("readingTime", "reading-time"),
    house("shown, never counted: length is the subject's affair"),
    weight=0,
)
def reading_time(reading: Reading) -> Judgement:
    """Tell how long reading takes, in minutes rounded up; from the limit on a summary at the head helps."""
    if not reading.words:
        return not_applicable("no-text")
    minutes = ceil(reading.words / WORDS_A_MINUTE + len(reading.pictures) * SECONDS_AN_IMAGE / 60)
    limit = reading.limits.reading_minutes
    value, target = amount(minutes, "minutes"), at_most(limit, "minutes")
    if minutes <= limit:
        return good(value=value, target=target)
    return improve("long", value=value, target=target, count=minutes)
