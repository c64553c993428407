"""The copy desk: typography, what a page or a request left behind, glued sentences, and the house's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.clues import Clue, clues, glued_places, slips
from assistant.checks.flat import flat
from assistant.checks.judgement import (
    Judgement,
    Place,
    bad,
    check,
    good,
    improve,
    not_applicable,
    place,
    times,
)
from assistant.checks.origins import house, paper
from assistant.checks.rules import WordRule
from assistant.lang import news_words
from assistant.text.markup import MarkupBlock

MOST_PLACES: Final = 200
"""House rule: more places than that are not read one by one."""
LONGEST_LEFTOVER: Final = 160
"""In characters: a leftover is a line, not a paragraph of the article that names a newsletter. House rule."""


@check(
    "typography",
    "news",
    paper("Lexique des règles typographiques en usage à l’Imprimerie nationale, 2002"),
    house("the kinds of slips of each language are data of its pack"),
)
def typography(reading: Reading) -> Judgement:
    """Flag slips: quotation marks, spaces before marks, apostrophes, dots, capitals without their accent."""
    if news_words(reading.article.language) is None:
        return not_applicable("unknown-language")
    if not reading.body:
        return not_applicable("no-text")
    found = [
        place(block.span_in_markdown(span), kind)
        for block in (*reading.all_headings, *reading.body)
        for kind, span in slips(block.text, reading.article.language)
    ]
    places = sorted(found[:MOST_PLACES], key=lambda each: each.span)
    return improve("slips", value=times(len(found)), places=places, count=len(found)) if found else good()


@check(
    "leftovers",
    "news",
    house("a line of the site or of a request inside the article is read by everybody and shows that nobody did"),
    weight=3,
)
def leftovers(reading: Reading) -> Judgement:
    """Flag lines that belong to a web page, and what a request or a model left in the text."""
    if news_words(reading.article.language) is None:
        return not_applicable("unknown-language")
    if not reading.blocks:
        return not_applicable("no-text")
    lines = [block for block in reading.blocks if len(block.text) <= LONGEST_LEFTOVER]
    places = [*_clue_places(reading, lines, "leftover"), *_clue_places(reading, reading.blocks, "instruction")]
    return bad("found", places=places[:MOST_PLACES], count=len(places)) if places else good()


def _clue_places(reading: Reading, blocks: Iterable[MarkupBlock], kind: Clue) -> list[Place]:
    language = reading.article.language
    return [place(block.span_in_markdown(span), kind) for block in blocks for span in clues(block.text, kind, language)]


@check(
    "glued-sentences",
    "news",
    house("two sentences without a space between them come from a bad paste and spoil every count"),
    weight=2,
)
def glued_sentences(reading: Reading) -> Judgement:
    """Flag each place where a sentence begins right behind the mark of the one before."""
    if not reading.body:
        return not_applicable("no-text")
    found = [(block, span) for block in reading.body for span in glued_places(block.text)]
    places = [place(block.span_in_markdown(span), "here") for block, span in found]
    return bad("found", places=places[:MOST_PLACES], count=len(places)) if places else good()


@check(
    "filler",
    "readability",
    house("phrases that announce instead of telling are padding; the list is data of the language pack"),
)
def filler(reading: Reading) -> Judgement:
    """Flag phrases that fill lines and tell nothing; one in a quotation is the speaker's."""
    language = reading.article.language
    if news_words(language) is None:
        return not_applicable("unknown-language")
    if not reading.body:
        return not_applicable("no-text")
    places = [
        place(block.span_in_markdown(span), "here", written=block.text[slice(*span)])
        for block in reading.body
        for span in clues(block.text, "filler", language)
    ]
    return improve("found", places=places[:MOST_PLACES], count=len(places)) if places else good()


@check("banned-words", "news", house("each newsroom has its own list, in the settings"))
def banned_words(reading: Reading) -> Judgement:
    """Flag the words that the house has banned, capitals and accents apart, in title, description and text."""
    return _house_words(reading, reading.rules.banned, exact=False)


@check("preferred-spellings", "news", house("each newsroom has its own list, in the settings"))
def preferred_spellings(reading: Reading) -> Judgement:
    """Flag the writings for which the house prefers another, letter for letter."""
    return _house_words(reading, reading.rules.spellings, exact=True)


def _house_words(reading: Reading, rules: tuple[WordRule, ...], *, exact: bool) -> Judgement:
    if not rules:
        return not_applicable("no-house-words")
    instead = {(rule.written.replace("’", "'") if exact else flat(rule.written)): rule.instead for rule in rules}
    pattern = _words_pattern(tuple(instead))
    places = []
    for block in reading.blocks:
        text = block.text.replace("’", "'") if exact else flat(block.text)
        for found in pattern.finditer(text):
            better = instead[found.group()]
            outcome = "instead" if better else "remove"
            written = block.text[slice(*found.span())]
            places.append(place(block.span_in_markdown(found.span()), outcome, written=written, instead=better))
    return improve("found", places=places[:MOST_PLACES], count=len(places)) if places else good()


@lru_cache(maxsize=16)
def _words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
