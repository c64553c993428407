"""Length: of the article against its brief, of paragraphs, of the parts against each other."""

from __future__ import annotations

from math import ceil
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.judgement import (
    Judgement,
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
)
from assistant.model import Brief, Message

MIN_WORDS_WITHOUT_BRIEF: Final = 300
TARGET_TOLERANCE: Final = 0.1
NEARLY: Final = 0.9
MAX_PARAGRAPH_WORDS: Final = 150
LONGEST_PARAGRAPH_WORDS: Final = 200
MIN_PARTS: Final = 3
MAX_PART_SHARE_PERCENT: Final = 50


@check("word-count", "length", source="The brief; without one 300 words: https://yoast.com/help/text-length/", weight=2)
def word_count(reading: Reading) -> Judgement:
    """Compare the words of the body with the brief; words of a sentence said twice do not count towards it."""
    low, high = wanted_words(reading.brief)
    words = reading.words - sum(sentence.measure.words for sentence in reading.repeated_sentences)
    value, target = amount(words), _displayed_range(low, high)
    if not words:
        return bad("empty", value=value, target=target)
    if words < low:
        outcome = improve if words >= NEARLY * low else bad
        return outcome("short", value=value, target=target, score=words / low, count=low - words)
    if high is not None and words > high:
        outcome = improve if NEARLY * words <= high else bad
        return outcome("long", value=value, target=target, score=max(0.0, 2 - words / high), count=words - high)
    return good(value=value, target=target, count=words)


def wanted_words(brief: Brief) -> tuple[int, int | None]:
    """Return the lowest and the highest number of words that satisfy `brief`, None without an upper bound.

    A target ("about 700 words") is met within a tenth: house rule, a journalist does not count single words.
    """
    low, high = brief.min_words, brief.max_words
    if brief.target_words is not None:
        low = low if low is not None else ceil(brief.target_words * (1 - TARGET_TOLERANCE))
        high = high if high is not None else int(brief.target_words * (1 + TARGET_TOLERANCE))
    if low is None:
        low = min(MIN_WORDS_WITHOUT_BRIEF, high) if high is not None else MIN_WORDS_WITHOUT_BRIEF
    return low, high


def _displayed_range(low: int, high: int | None) -> Message:
    return at_least(low) if high is None else between(low, high)


@check("paragraph-length", "length", source="https://yoast.com/help/paragraph-length/")
def paragraph_length(reading: Reading) -> Judgement:
    """Flag each paragraph of more than 150 words."""
    if not reading.paragraphs:
        return not_applicable("no-text")
    lengths = [(reading.measure(block).words, block) for block in reading.paragraphs]
    places = [
        place((block.start, block.end), "here", count=words) for words, block in lengths if words > MAX_PARAGRAPH_WORDS
    ]
    longest = max(words for words, _ in lengths)
    value, target = amount(longest), at_most(MAX_PARAGRAPH_WORDS)
    if not places:
        return good(value=value, target=target)
    outcome = improve if longest <= LONGEST_PARAGRAPH_WORDS else bad
    return outcome("long", value=value, target=target, places=places, count=len(places))


@check(
    "section-balance",
    "length",
    source="house rule: a section that holds more than half of a text with three or more hides a subject of its own",
)
def section_balance(reading: Reading) -> Judgement:
    """Flag the section, from one H2 to the next, that holds more than half of the words."""
    sections = reading.sections
    total = sum(section.words for section in sections)
    if len(sections) < MIN_PARTS or not total:
        return not_applicable("few-sections")
    longest = max(sections, key=lambda section: section.words)
    percent = 100 * longest.words / total
    value, target = amount(percent, "percent"), at_most(MAX_PART_SHARE_PERCENT, "percent")
    if percent <= MAX_PART_SHARE_PERCENT or longest.heading is None:
        return good(value=value, target=target)
    heading = longest.heading
    places = [place((heading.start, heading.end), "here", count=longest.words)]
    return improve("unbalanced", value=value, target=target, places=places, heading=heading.text)
