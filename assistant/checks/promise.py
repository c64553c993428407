"""Promises: title and description say what the text says, as surely as the text says it."""

from __future__ import annotations

import re
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.clues import clues, quotations, without
from assistant.checks.judgement import (
    Judgement,
    Place,
    amount,
    at_least,
    bad,
    check,
    good,
    improve,
    not_applicable,
    place_in,
)
from assistant.checks.names import find_names, is_named
from assistant.checks.origins import GOOGLE_TITLES, house
from assistant.checks.parts import Sentence
from assistant.lang import news_words
from assistant.model import FindingField
from assistant.text.matching import content_keys
from assistant.text.words import fold

MIN_WORDS_FOR_SUPPORT: Final = 50
SAME_CLAIM_SHARE: Final = 0.6
"""Share of the title's words that a sentence of the body holds to tell the same. House rule."""
MIN_CLAIM_WORDS: Final = 3

_QUOTED = re.compile(r"«[^«»]{1,600}»|“[^“”]{1,600}”")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_INNER = re.compile(r"[^\d]")


@check(
    "title-supported",
    "snippet",
    GOOGLE_TITLES,
    house("a title that promises what the text does not tell costs the reader's trust"),
    weight=2,
)
def title_supported(reading: Reading) -> Judgement:
    """Ask that the body hold the numbers and names of the title, and most of its other words."""
    return _support(reading, "title", reading.article.title)


@check(
    "description-supported",
    "snippet",
    house("a description is read as a promise of the text, and search engines show another one when it is not kept"),
)
def description_supported(reading: Reading) -> Judgement:
    """Ask that the body hold the numbers and names of the description, and most of its other words."""
    return _support(reading, "description", reading.article.description)


def _support(reading: Reading, field: FindingField, text: str) -> Judgement:
    if not text.strip():
        return not_applicable(f"no-{field}")
    if reading.told_words < MIN_WORDS_FOR_SUPPORT:
        return not_applicable("short-text")
    keys = content_keys(text, reading.article.language)
    found = sum(key in reading.body_keys for key, _ in keys)
    percent, limit = 100 * found / max(1, len(keys)), reading.limits.support_percent
    value, target = amount(percent, "percent"), at_least(limit, "percent")
    foreign = _foreign_facts(reading, field, text)
    if foreign:
        return bad("fact", value=value, target=target, places=foreign, count=len(foreign))
    if percent >= limit:
        return good(value=value, target=target)
    places = [place_in(field, span, "word") for key, span in keys if key not in reading.body_keys]
    return improve("words", value=value, target=target, places=places)


def _foreign_facts(reading: Reading, field: FindingField, text: str) -> list[Place]:
    """Return the numbers and names of `text` that the body does not hold."""
    language = reading.article.language
    places = [
        place_in(field, number.span(), "number", written=number.group().strip())
        for number in _NUMBER.finditer(text)
        if _INNER.sub("", number.group()) not in reading.body_numbers
    ]
    if news_words(language) is None:
        return places
    mentions = tuple(name for _, names in reading.names for name in names)
    for name in find_names(text, language):
        if name.is_certain and not is_named(name.words, mentions) and not _is_in_body(reading, name.words):
            places.append(place_in(field, name.span, "who", written=name.text))
    return places


def _is_in_body(reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether the words stand in the body without capitals: a title of capitals, a word at the head of a clause."""
    return any(fold(word) in reading.body_words for word in words)


@check(
    "conditional-kept",
    "news",
    house("a title that states what the text only supposes accuses people and misleads readers"),
    weight=2,
)
def conditional_kept(reading: Reading) -> Judgement:
    """Flag a title or a description that tells as a fact what the body tells under reserve only."""
    language, article = reading.article.language, reading.article
    if news_words(language) is None:
        return not_applicable("unknown-language")
    fields: tuple[tuple[FindingField, str], ...] = (("title", article.title), ("description", article.description))
    given = [(field, text) for field, text in fields if text.strip()]
    if not given or not reading.sentences:
        return not_applicable("no-title" if reading.sentences else "no-text")
    places = [
        place_in(field, (0, len(text)), "here", sentence=claim.text)
        for field, text in given
        if (claim := _reserved_claim(reading, text)) is not None
    ]
    return bad("lost", places=places, count=len(places)) if places else good()


def _reserved_claim(reading: Reading, text: str) -> Sentence | None:
    """Return the sentence of the body that says the same under reserve, unless another one says it without."""
    language = reading.article.language
    if _is_reserved(text, language) or quotations(text) or "?" in text or not _holds_reserve(reading):
        return None
    keys = {key for key, _ in content_keys(text, language)}
    if len(keys) < MIN_CLAIM_WORDS:
        return None
    said = [
        sentence
        for sentence in reading.sentences
        if len(keys & {key for key, _ in content_keys(sentence.text, language)}) >= SAME_CLAIM_SHARE * len(keys)
    ]
    reserved = [sentence for sentence in said if _is_told_under_reserve(sentence.text, keys, language)]
    return reserved[0] if reserved and len(reserved) == len(said) else None


def _is_told_under_reserve(sentence: str, keys: set[str], language: str) -> bool:
    """Whether a sentence doubts or asks what a claim with these keys says, or has a part of it in quotation marks only.

    Other words in quotation marks, `un accueil « ardent »`, are no reserve on the claim.
    """
    if clues(sentence, "hedge", language) or sentence.rstrip().endswith("?"):
        return True
    quoted = [found.span() for found in _QUOTED.finditer(sentence)]
    own = {key for key, _ in content_keys(without(sentence, quoted), language)}
    said = {key for start, end in quoted for key, _ in content_keys(sentence[start:end], language)}
    return bool(keys & said - own)


def _holds_reserve(reading: Reading) -> bool:
    """Whether any block of the body is under reserve: asked first, because it is kept by block."""
    return any(clues(block.text, "hedge", reading.article.language) for block in reading.body)


def _is_reserved(text: str, language: str) -> bool:
    return bool(clues(text, "hedge", language)) or "«" in text or "“" in text or text.rstrip().endswith("?")
