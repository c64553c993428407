"""News: what a desk looks for before it lets a story go. Few alarms, so that each one is read."""

from __future__ import annotations

import re
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.clues import clues, names_speaker, spoken_quotations
from assistant.checks.judgement import (
    Judgement,
    Place,
    bad,
    check,
    good,
    improve,
    not_applicable,
    place,
    share,
)
from assistant.checks.lead import lead_of
from assistant.checks.names import find_names, is_named, spelling_variants
from assistant.checks.origins import GOOGLE_ARTICLE, house
from assistant.checks.speaking import is_handed_over
from assistant.lang import news_words
from assistant.text.dates import read_date
from assistant.text.markup import MarkupBlock

MAIN_NAME_MENTIONS: Final = 3
MOST_MAIN_NAMES: Final = 2
MIN_WORDS_FOR_NAMES: Final = 150


@check(
    "main-names",
    "news",
    house("readers search for names; YESEO, made for newsrooms, asks whether those of the story stand in its head"),
    weight=2,
)
def main_names(reading: Reading) -> Judgement:
    """Ask that the names that the body mentions most stand in title or description, and in the opening."""
    if news_words(reading.article.language) is None:
        return not_applicable("unknown-language")
    if reading.told_words < MIN_WORDS_FOR_NAMES or reading.opening is None:
        return not_applicable("short-text")
    main = [words for words, count in reading.main_names[:MOST_MAIN_NAMES] if count >= MAIN_NAME_MENTIONS]
    if not main:
        return not_applicable("no-names")
    article, language = reading.article, reading.article.language
    head = find_names(article.title, language) + find_names(article.description, language)
    opening = find_names("\n".join(block.text for block in lead_of(reading)), language)
    unnamed = [words for words in main if not is_named(words, head)]
    unopened = [words for words in main if not is_named(words, opening)]
    places = [_nameless(reading, words, "not-in-head") for words in unnamed]
    places += [_nameless(reading, words, "not-in-lead") for words in unopened]
    value, target = share(2 * len(main) - len(places), 2 * len(main)), share(2 * len(main), 2 * len(main))
    if not places:
        return good(value=value, target=target)
    outcome = bad if main[0] in unnamed and main[0] in unopened else improve
    return outcome("missing", value=value, target=target, places=places, name=dict(places[0].params)["name"])


def _nameless(reading: Reading, words: tuple[str, ...], outcome: str) -> Place:
    """Return a place at the first mention of the name in the body, as it is written there."""
    block, name = next(
        (block, name) for block, names in reading.names for name in names if name.words in (words, words[-1:])
    )
    return place(block.span_in_markdown(name.span), outcome, name=name.text)


@check(
    "quotations-attributed",
    "news",
    house("every quotation has a speaker, named where it stands or in the paragraph beside it"),
    weight=2,
)
def quotations_attributed(reading: Reading) -> Judgement:
    """Flag each quotation of four words or more whose paragraph and neighbours name nobody who says it."""
    language = reading.article.language
    if news_words(language) is None:
        return not_applicable("unknown-language")
    quoting = [(index, block) for index, block in enumerate(reading.body) if _quotes(block, language)]
    if not quoting:
        return not_applicable("no-quotations")
    places = [
        place(block.span_in_markdown(span), "here")
        for index, block in quoting
        if not _is_attributed(reading, index)
        for span in _quotes(block, language)
    ]
    total = sum(len(_quotes(block, language)) for _, block in quoting)
    value, target = share(total - len(places), total), share(total, total)
    if not places:
        return good(value=value, target=target)
    return bad("unattributed", value=value, target=target, places=places, count=len(places))


def _quotes(block: MarkupBlock, language: str) -> tuple[tuple[int, int], ...]:
    if block.kind == "quote":
        return ((0, len(block.text)),)
    return spoken_quotations(block.text, language)


def _is_attributed(reading: Reading, index: int) -> bool:
    """Whether the block, or a neighbour that is about it, names who speaks."""
    language = reading.article.language
    block = reading.body[index]
    if names_speaker(block.text, language) or (block.kind == "quote" and _SIGNATURE.search(block.text)):
        return True
    if any(is_handed_over(block.text, span, language) for span in _quotes(block, language)):
        return True
    before = reading.body[index - 1].text if index else ""
    after = reading.body[index + 1].text if index + 1 < len(reading.body) else ""
    leads_in = before.rstrip().endswith(":") or names_speaker(before, language)
    return leads_in or names_speaker(after[:_NEAR], language)


_NEAR: Final = 120
_SIGNATURE = re.compile(r"[—–-] ?[A-ZÀ-Þ][\w’' .-]{2,60}")


@check(
    "relative-dates",
    "news",
    house("an article is read for years: hier and dimanche need one date in full, in the text or at its head"),
)
def relative_dates(reading: Reading) -> Judgement:
    """Flag days that only the day of reading explains, where neither the text nor the date field has one in full."""
    language = reading.article.language
    if news_words(language) is None:
        return not_applicable("unknown-language")
    if not reading.body:
        return not_applicable("no-text")
    blocks = reading.body
    if reading.article.published.strip() or any(clues(block.text, "absolute", language) for block in blocks):
        return good()
    places = [
        place(block.span_in_markdown(span), "here", written=block.text[slice(*span)])
        for block in blocks
        for span in clues(block.text, "relative", language)
    ]
    return improve("undated", places=places, count=len(places)) if places else good()


@check(
    "name-spelling",
    "news",
    house("one name, one spelling: two make two people, for readers and for search engines"),
)
def name_spelling(reading: Reading) -> Judgement:
    """Flag the rarer writing of each name that is written in two ways."""
    language = reading.article.language
    if news_words(language) is None:
        return not_applicable("unknown-language")
    mentions = [name for _, names in reading.names for name in names if name.is_certain]
    if not mentions:
        return not_applicable("no-names")
    variants = spelling_variants(mentions, language)
    places = _variant_places(reading, variants) if variants else []
    return improve("variants", places=places, count=len(places)) if places else good()


def _variant_places(reading: Reading, variants: dict[str, str]) -> list[Place]:
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, variants))})(?!\w)")
    return [
        place(block.span_in_markdown(found.span()), "here", written=found.group(), usual=variants[found.group()])
        for block in reading.body
        for found in pattern.finditer(block.text.replace("’", "'"))
    ]


@check("news-fields", "news", GOOGLE_ARTICLE)
def news_fields(reading: Reading) -> Judgement:
    """Ask for author, date and picture, which NewsArticle data need and only the journalist knows."""
    article = reading.article
    given = {
        "author": bool(article.author.strip()),
        "date": read_date(article.published) is not None,
        "image": bool(article.image.strip()) or bool(reading.pictures),
    }
    missing = [name for name, is_given in given.items() if not is_given]
    value, target = share(len(given) - len(missing), len(given)), share(len(given), len(given))
    if not missing:
        return good(value=value, target=target)
    score = 1 - len(missing) / len(given)
    return improve("no-" + "-".join(missing), value=value, target=target, score=score)
