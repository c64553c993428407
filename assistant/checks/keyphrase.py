"""Keyphrase: does the article say what it is about, where readers and search engines look, and no more than that."""

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

MAX_CONTENT_WORDS: Final = 4
FAR_TOO_MANY_CONTENT_WORDS: Final = 8
MIN_DENSITY_PERCENT: Final = 0.5
MAX_DENSITY_PERCENT: Final = 3.0
STUFFED_DENSITY_PERCENT: Final = 4.0
MIN_MATCHES: Final = 2
SHORT_TEXT_WORDS: Final = 100
MIN_HEADINGS_PERCENT: Final = 30
MAX_HEADINGS_PERCENT: Final = 75
MAX_DESCRIPTION_MATCHES: Final = 2
EARLY_PERCENT: Final = 10
MAX_STRETCH_PERCENT: Final = 30
FAR_TOO_LONG_STRETCH_PERCENT: Final = 50
MIN_SENTENCES_FOR_STRETCH: Final = 15
SHORT_KEYPHRASE_WORDS: Final = 2


@check("keyphrase-length", "keyphrase", source="https://yoast.com/help/keyphrase-length/")
def keyphrase_length(reading: Reading) -> Judgement:
    """Ask for a keyphrase of one to four content words."""
    words = len(reading.keyphrase_words)
    value, target = amount(words), between(1, MAX_CONTENT_WORDS)
    if not words:
        return bad("none", value=value, target=target)
    if words > MAX_CONTENT_WORDS:
        outcome = improve if words <= FAR_TOO_MANY_CONTENT_WORDS else bad
        return outcome("long", value=value, target=target, count=words)
    return good(value=value, target=target)


@check("keyphrase-density", "keyphrase", source="https://yoast.com/help/keyphrase-density/", weight=2)
def keyphrase_density(reading: Reading) -> Judgement:
    """Compare the matches in the body with 0.5 to 3 % of its words, a longer keyphrase weighing more."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not reading.words:
        return not_applicable("no-text")
    matches, (low, high, stuffed) = len(reading.keyphrase_matches), wanted_matches(reading)
    value = amount(reading.keyphrase_density_percent or 0.0, "percent")
    target = between(low, high, "times")
    if not matches:
        return bad("none", value=value, target=target, count=low)
    if matches < low:
        return improve("low", value=value, target=target, count=low - matches)
    if matches > high:
        outcome = improve if matches <= stuffed else bad
        places = [place(span, "here") for span in reading.keyphrase_matches]
        return outcome("high", value=value, target=target, places=places, count=matches - high)
    return good(value=value, target=target, count=matches)


def wanted_matches(reading: Reading) -> tuple[int, int, int]:
    """Return the fewest and most matches that a text of this length should hold, and from where on it is stuffed.

    Yoast: density × (0.7 + content words / 3) within 0.5 to 3 %, stuffed above 4 %; two matches are never too few nor
    too many, and one will do under 100 words.
    """
    weight = 0.7 + len(reading.keyphrase_words) / 3
    matches_a_percent = reading.words / 100 / weight
    fewest = 1 if reading.words < SHORT_TEXT_WORDS else MIN_MATCHES
    most = max(MIN_MATCHES, int(MAX_DENSITY_PERCENT * matches_a_percent))
    low = min(most, max(fewest, ceil(MIN_DENSITY_PERCENT * matches_a_percent)))
    return low, most, max(most, int(STUFFED_DENSITY_PERCENT * matches_a_percent))


@check("keyphrase-in-title", "keyphrase", source="https://yoast.com/help/keyphrase-in-title/")
def keyphrase_in_title(reading: Reading) -> Judgement:
    """Look for the keyphrase in the title: in its first half, since results cut the end (house rule)."""
    title = reading.article.title.strip()
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not title:
        return not_applicable("no-title")
    position = reading.title_keyphrase_position
    if position is None:
        return improve("variant") if reading.mentions_topic(title) else bad("none")
    return good() if position <= len(title) / 2 else improve("late", score=0.7)


@check("keyphrase-in-opening", "keyphrase", source="https://yoast.com/help/keyphrase-in-introduction/")
def keyphrase_in_opening(reading: Reading) -> Judgement:
    """Look for the keyphrase or a synonym in the first paragraph, else in the first tenth of the words."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if reading.opening is None:
        return not_applicable("no-text")
    if reading.mentions_topic(reading.opening.text):
        return good()
    places = [place((reading.opening.start, reading.opening.end), "here")]
    words = 0
    for sentence in reading.sentences:
        if words >= reading.words * EARLY_PERCENT / 100:
            break
        if reading.mentions_topic(sentence.text):
            return improve("late", places=places)
        words += sentence.measure.words
    return bad("none", places=places)


@check("keyphrase-in-headings", "keyphrase", source="https://yoast.com/help/keyphrase-in-subheadings/")
def keyphrase_in_headings(reading: Reading) -> Judgement:
    """Ask for the keyphrase or a synonym in 30 to 75 % of the headings H2 to H6; a single heading may be all."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    total, found = len(reading.headings), len(reading.headings_with_keyphrase)
    if not total:
        return not_applicable("no-headings")
    value = amount(100 * found / total, "percent")
    target = between(MIN_HEADINGS_PERCENT, MAX_HEADINGS_PERCENT, "percent")
    missing = ceil(total * MIN_HEADINGS_PERCENT / 100) - found
    surplus = found - max(1, int(total * MAX_HEADINGS_PERCENT / 100))
    if missing > 0:
        return (improve if found else bad)("few", value=value, target=target, count=missing)
    if surplus > 0:
        places = [place((heading.start, heading.end), "here") for heading in reading.headings_with_keyphrase]
        return improve("many", value=value, target=target, places=places, count=surplus)
    return good(value=value, target=target)


@check("keyphrase-in-description", "keyphrase", source="https://yoast.com/help/keyphrase-in-meta-description/")
def keyphrase_in_description(reading: Reading) -> Judgement:
    """Look for the keyphrase once or twice in the description."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not reading.description_length:
        return not_applicable("no-description")
    matches = len(reading.matches(reading.article.description))
    value, target = amount(matches), between(1, MAX_DESCRIPTION_MATCHES)
    if matches > MAX_DESCRIPTION_MATCHES:
        return improve("many", value=value, target=target, count=matches - MAX_DESCRIPTION_MATCHES)
    if not matches:
        is_variant = reading.mentions_topic(reading.article.description)
        return improve("variant") if is_variant else bad("none", value=value, target=target)
    return good(value=value, target=target)


@check("keyphrase-in-slug", "keyphrase", source="https://yoast.com/help/keyphrase-in-slug/")
def keyphrase_in_slug(reading: Reading) -> Judgement:
    """Look for the keyphrase's content words in the slug: all of one or two, more than half of three or more."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    percent = reading.slug_keyphrase_percent
    if percent is None:
        return not_applicable("no-slug")
    value = amount(percent, "percent")
    if percent == 0:
        return bad("none", value=value)
    is_short = len(reading.keyphrase_words) <= SHORT_KEYPHRASE_WORDS
    target = at_least(100 if is_short else 51, "percent")
    if percent == 100 or (percent > 50 and not is_short):
        return good(value=value, target=target)
    return improve("partial", value=value, target=target)


@check("keyphrase-distribution", "keyphrase", source="https://yoast.com/help/keyphrase-distribution/")
def keyphrase_distribution(reading: Reading) -> Judgement:
    """Measure the longest stretch of the body, in words, that names the topic neither in its text nor in a heading."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if len(reading.sentences) < MIN_SENTENCES_FOR_STRETCH:
        return not_applicable("short-text")
    percent, span = reading.longest_stretch_without_topic
    value, target = amount(percent, "percent"), at_most(MAX_STRETCH_PERCENT, "percent")
    if percent <= MAX_STRETCH_PERCENT:
        return good(value=value, target=target)
    outcome = improve if percent <= FAR_TOO_LONG_STRETCH_PERCENT else bad
    return outcome("uneven", value=value, target=target, places=[place(span, "here")])
