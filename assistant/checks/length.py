"""Length: of the article against its brief, of paragraphs, of the parts against each other."""

from __future__ import annotations

from math import ceil
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.judgement import (
    Judgement,
    Place,
    amount,
    at_least,
    at_most,
    bad,
    between,
    check,
    good,
    improve,
    not_applicable,
    place,
    share,
)
from assistant.checks.origins import house, page, yoast
from assistant.model import Brief, Message

TARGET_TOLERANCE: Final = 0.1
NEARLY: Final = 0.9
FAR_TOO_LONG: Final = 4 / 3
"""The reference's second step: paragraphs of 200 words where 150 are the limit."""
MIN_PARTS: Final = 3


@check(
    "word-count",
    "length",
    house("the brief says the length; only words that tell something new count towards it"),
    yoast("textLength", "text-length"),
    weight=2,
)
def word_count(reading: Reading) -> Judgement:
    """Compare the told words with the brief, all words with its maximum; point at the sentences that do not count."""
    low, high = wanted_words(reading.brief, reading.limits.min_words)
    words = reading.told_words
    value, target = _counted(words, reading.words), _displayed_range(low, high)
    places = _uncounted(reading)
    if not reading.words:
        return bad("empty", value=value, target=target)
    if words < low:
        outcome = improve if words >= NEARLY * low else bad
        return outcome("short", value=value, target=target, places=places, score=words / low, count=low - words)
    if high is not None and reading.words > high:
        outcome = improve if NEARLY * reading.words <= high else bad
        score = max(0.0, 2 - reading.words / high)
        return outcome("long", value=value, target=target, score=score, count=reading.words - high)
    return good(value=value, target=target, places=places, count=words)


def _counted(told: int, words: int) -> Message:
    return amount(told) if told == words else share(told, words)


def _uncounted(reading: Reading) -> tuple[Place, ...]:
    sentences = [reading.sentences[number] for number in sorted(reading.padding.idle)]
    return tuple(place(sentence.span, "uncounted", count=sentence.measure.words) for sentence in sentences)


def wanted_words(brief: Brief, usual: int) -> tuple[int, int | None]:
    """Return the lowest and the highest number of words that satisfy `brief`, None without an upper bound.

    `usual` is the lowest number without a brief.

    A target ("about 700 words") is met within a tenth: house rule, a journalist does not count single words.
    """
    low, high = brief.min_words, brief.max_words
    if brief.target_words is not None:
        low = low if low is not None else ceil(brief.target_words * (1 - TARGET_TOLERANCE))
        high = high if high is not None else int(brief.target_words * (1 + TARGET_TOLERANCE))
    if low is None:
        low = min(usual, high) if high is not None else usual
    return low, high


def _displayed_range(low: int, high: int | None) -> Message:
    return at_least(low) if high is None else between(low, high)


@check("paragraph-length", "length", page("https://yoast.com/paragraph-length-check/"), yoast("textParagraphTooLong"))
def paragraph_length(reading: Reading) -> Judgement:
    """Flag each paragraph of more words than the limit, 150 unless the house says otherwise."""
    limit = reading.limits.paragraph_words
    if not reading.paragraphs:
        return not_applicable("no-text")
    lengths = [(reading.measure(block).words, block) for block in reading.paragraphs]
    places = [place((block.start, block.end), "here", count=words) for words, block in lengths if words > limit]
    longest = max(words for words, _ in lengths)
    value, target = amount(longest), at_most(limit)
    if not places:
        return good(value=value, target=target)
    outcome = improve if longest <= FAR_TOO_LONG * limit else bad
    return outcome("long", value=value, target=target, places=places, count=len(places))


@check(
    "section-balance",
    "length",
    house("a section that holds more than half of a text with three or more hides a subject of its own"),
)
def section_balance(reading: Reading) -> Judgement:
    """Flag the section, from one H2 to the next, that holds more than half of the told words."""
    sections = reading.sections
    words = [sum(reading.told_words_by_block.get(block.start, 0) for block in section.blocks) for section in sections]
    if len(sections) < MIN_PARTS or not sum(words):
        return not_applicable("few-sections")
    longest = sections[words.index(max(words))]
    percent, limit = 100 * max(words) / sum(words), reading.limits.section_share_percent
    value, target = amount(percent, "percent"), at_most(limit, "percent")
    if percent <= limit or longest.heading is None:
        return good(value=value, target=target)
    heading = longest.heading
    places = [place((heading.start, heading.end), "here", count=longest.words)]
    return improve("unbalanced", value=value, target=target, places=places, heading=heading.text)
