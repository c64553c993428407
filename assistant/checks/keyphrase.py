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
    share,
    times,
)
from assistant.checks.measure import keyphrase_spans
from assistant.checks.origins import GOOGLE_TITLES, WCAG_IMAGES, house, rank_math, yoast
from assistant.checks.topic import longest_stretch_without_topic, told_matches, words_before_topic

FAR_TOO_LONG: Final = 2
"""Times the limit of main words: the reference's second step, 8 where 4 are the limit."""
STUFFED: Final = 1.0
"""Points above the densest that is good: the reference's second step, 4 % where 3 % are the limit."""
MIN_MATCHES: Final = 2
SHORT_TEXT_WORDS: Final = 100
MAX_DESCRIPTION_MATCHES: Final = 2
FAR_TOO_LONG_STRETCH: Final = 20
"""Points beyond the limit: the reference's second step, 50 % where 30 % are the limit."""
MIN_SENTENCES_FOR_STRETCH: Final = 15
SHORT_KEYPHRASE_WORDS: Final = 2
MANY_MATCHES: Final = 5
"""House rule: in an ordinary article, once a screen."""
MANY_IMAGES: Final = 5
MOST_IMAGES: Final = 0.75


@check("keyphrase-length", "keyphrase", yoast("keyphraseLength"))
def keyphrase_length(reading: Reading) -> Judgement:
    """Ask for a keyphrase of one to four content words."""
    words, limit = len(reading.keyphrase_words), reading.limits.keyphrase_words
    value, target = amount(words), between(1, limit)
    if not words:
        return bad("none", value=value, target=target)
    if words > limit:
        outcome = improve if words <= FAR_TOO_LONG * limit else bad
        return outcome("long", value=value, target=target, count=words, limit=limit)
    return good(value=value, target=target)


@check("keyphrase-density", "keyphrase", yoast("keyphraseDensity"), weight=2)
def keyphrase_density(reading: Reading) -> Judgement:
    """Compare the matches with 0.5 to 3 % of the told words, a longer keyphrase weighing more.

    Padding neither fills up too few matches nor thins out too many.
    """
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not reading.words:
        return not_applicable("no-text")
    matches, (low, high, stuffed) = len(reading.keyphrase_matches), wanted_matches(reading)
    value = times(matches)
    target = between(low, high, "times")
    if not matches:
        return bad("none", value=value, target=target, count=low)
    if told_matches(reading) < low:
        return improve("low", value=value, target=target, count=low - told_matches(reading))
    if matches > high:
        outcome = improve if matches <= stuffed else bad
        places = [place(span, "here") for span in reading.keyphrase_matches]
        return outcome("high", value=value, target=target, places=places, count=matches - high)
    return good(value=value, target=target, count=matches)


def wanted_matches(reading: Reading) -> tuple[int, int, int]:
    """Return the fewest and most matches that so many told words should hold, and from where on they are stuffed.

    Yoast: density × (0.7 + content words / 3) within 0.5 to 3 %, stuffed above 4 %; two matches are never too few nor
    too many, and one will do under 100 words.
    """
    weight = 0.7 + len(reading.keyphrase_words) / 3
    matches_a_percent = reading.told_words / 100 / weight
    fewest = 1 if reading.told_words < SHORT_TEXT_WORDS else MIN_MATCHES
    most = max(MIN_MATCHES, int(reading.limits.density_max_percent * matches_a_percent))
    low = min(most, max(fewest, ceil(reading.limits.density_min_percent * matches_a_percent)))
    return low, most, max(most, int((reading.limits.density_max_percent + STUFFED) * matches_a_percent))


@check("keyphrase-in-title", "keyphrase", yoast("keyphraseInSEOTitle"), GOOGLE_TITLES)
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


@check("keyphrase-in-opening", "keyphrase", yoast("introductionKeyword"))
def keyphrase_in_opening(reading: Reading) -> Judgement:
    """Look for the keyphrase or a synonym in the first paragraph, else in the first tenth of the words."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if reading.opening is None:
        return not_applicable("no-text")
    if reading.mentions_topic(reading.opening.text):
        return good()
    places = [place((reading.opening.start, reading.opening.end), "here")]
    before = words_before_topic(reading)
    is_early = before is not None and before < reading.told_words * reading.limits.first_mention_percent / 100
    return improve("late", places=places) if is_early else bad("none", places=places)


@check("keyphrase-in-headings", "keyphrase", yoast("subheadingsKeyword"))
def keyphrase_in_headings(reading: Reading) -> Judgement:
    """Ask for the keyphrase or a synonym in 30 to 75 % of the headings H2 to H6; a single heading may be all."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    total, found = len(reading.headings), len(reading.headings_with_keyphrase)
    if not total:
        return not_applicable("no-headings")
    low, high = reading.limits.headings_min_percent, reading.limits.headings_max_percent
    value, target = amount(100 * found / total, "percent"), between(low, high, "percent")
    missing = ceil(total * low / 100) - found
    surplus = found - max(1, int(total * high / 100))
    if missing > 0:
        return (improve if found else bad)("few", value=value, target=target, count=missing)
    if surplus > 0:
        places = [place((heading.start, heading.end), "here") for heading in reading.headings_with_keyphrase]
        return improve("many", value=value, target=target, places=places, count=surplus)
    return good(value=value, target=target)


@check("keyphrase-in-description", "keyphrase", yoast("metaDescriptionKeyword"))
def keyphrase_in_description(reading: Reading) -> Judgement:
    """Look for the keyphrase once or twice in the description."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not reading.description_length:
        return not_applicable("no-description")
    matches = len(reading.matches(reading.article.description))
    value, target = times(matches), between(1, MAX_DESCRIPTION_MATCHES, "times")
    if matches > MAX_DESCRIPTION_MATCHES:
        return improve("many", value=value, target=target, count=matches - MAX_DESCRIPTION_MATCHES)
    if not matches:
        is_variant = reading.mentions_topic(reading.article.description)
        return improve("variant") if is_variant else bad("none", value=value, target=target)
    return good(value=value, target=target)


@check("keyphrase-in-slug", "keyphrase", yoast("slugKeyword"))
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


@check("keyphrase-distribution", "keyphrase", yoast("keyphraseDistribution"))
def keyphrase_distribution(reading: Reading) -> Judgement:
    """Measure the longest stretch of the body, in words, that names the topic neither in its text nor in a heading."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if len(reading.told_sentences) < MIN_SENTENCES_FOR_STRETCH:
        return not_applicable("short-text")
    (percent, span), limit = longest_stretch_without_topic(reading), reading.limits.stretch_percent
    value, target = amount(percent, "percent"), at_most(limit, "percent")
    if percent <= limit:
        return good(value=value, target=target)
    outcome = improve if percent <= limit + FAR_TOO_LONG_STRETCH else bad
    return outcome("uneven", value=value, target=target, places=[place(span, "here")])


@check("keyphrase-early", "keyphrase", rank_math("early-keyphrase"))
def keyphrase_early(reading: Reading) -> Judgement:
    """Ask for the topic within the first tenth of the told words."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if reading.told_words < SHORT_TEXT_WORDS:
        return not_applicable("short-text")
    limit, before = reading.limits.first_mention_percent, words_before_topic(reading)
    if before is None:
        return bad("none", target=at_most(limit, "percent"))
    value, target = amount(100 * before / reading.told_words, "percent"), at_most(limit, "percent")
    if before < reading.told_words * limit / 100:
        return good(value=value, target=target)
    return improve("late", value=value, target=target, count=before)


@check(
    "keyphrase-variants",
    "keyphrase",
    house("the same phrase again and again tires readers; a name, a pronoun or a synonym says the same"),
    weight=0.5,
)
def keyphrase_variants(reading: Reading) -> Judgement:
    """Ask that a phrase that comes back five times be varied once, where there is something to vary it with."""
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not reading.variants:
        return not_applicable("no-synonyms")
    phrases = reading.variants
    texts = [block.text for block in (*reading.headings, *reading.body)]
    used = sum(any(_stands_alone(reading, text, phrase) for text in texts) for phrase in phrases)
    value = share(used, len(phrases))
    if used or len(reading.keyphrase_matches) < MANY_MATCHES:
        return good(value=value)
    return improve("unused", value=value, count=len(reading.keyphrase_matches), variant=phrases[0])


def _stands_alone(reading: Reading, text: str, variant: str) -> bool:
    """Whether the variant stands in `text` outside of the keyphrase: Kim in Kim Jong-un varies nothing."""
    whole = reading.matches(text)
    return any(
        not any(first <= start < last for first, last in whole)
        for start, _ in keyphrase_spans(text, variant, reading.article.language)
    )


@check("image-alternatives", "keyphrase", WCAG_IMAGES)
def image_alternatives(reading: Reading) -> Judgement:
    """Flag each picture without an alternative text."""
    pictures = reading.pictures
    if not pictures:
        return not_applicable("no-images")
    without = [picture for picture in pictures if not picture.alternative.strip()]
    value, target = share(len(pictures) - len(without), len(pictures)), share(len(pictures), len(pictures))
    if not without:
        return good(value=value, target=target)
    places = [place((picture.start, picture.end), "here") for picture in without if picture.end]
    return bad("missing", value=value, target=target, places=places, count=len(without))


@check("keyphrase-in-images", "keyphrase", yoast("imageKeyphrase"))
def keyphrase_in_images(reading: Reading) -> Judgement:
    """Ask for the topic in the alternative text of one picture; from five on in some, never in more than 75 %."""
    described = [picture for picture in reading.pictures if picture.alternative.strip()]
    if not reading.keyphrase_words:
        return not_applicable("no-keyphrase")
    if not described:
        return not_applicable("no-images")
    found = sum(reading.mentions_topic(picture.alternative) for picture in described)
    value = share(found, len(described))
    if not found:
        return improve("none", value=value)
    if len(described) >= MANY_IMAGES and found > MOST_IMAGES * len(described):
        return improve("many", value=value, count=found)
    return good(value=value)
