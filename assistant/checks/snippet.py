"""Snippet: what a list of search results shows of the article."""

from __future__ import annotations

import re

from assistant.checks.base import Reading
from assistant.checks.judgement import (
    Judgement,
    amount,
    at_most,
    bad,
    between,
    check,
    good,
    improve,
    not_applicable,
)
from assistant.checks.origins import GOOGLE_TITLES, house, rank_math, yoast

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@check("title-width", "snippet", yoast("titleWidth"), GOOGLE_TITLES)
def title_width(reading: Reading) -> Judgement:
    """Compare the title's width with the limit; a wider one is cut in results, which is no fault of the article."""
    width, limit = reading.title_width_px, reading.limits.title_pixels
    value, target = amount(width, "pixels"), at_most(limit, "pixels")
    if not width:
        return bad("none", value=value, target=target)
    if width > limit:
        return improve("wide", value=value, target=target, count=width - limit)
    return good(value=value, target=target)


@check("description-length", "snippet", yoast("metaDescriptionLength"))
def description_length(reading: Reading) -> Judgement:
    """Compare the description's length, in characters, with the limits, 121 to 156 unless the house says otherwise."""
    length = reading.description_length
    low, high = reading.limits.description_min_characters, reading.limits.description_max_characters
    value, target = amount(length), between(low, high)
    if not length:
        return bad("none", value=value, target=target)
    if length < low:
        return improve("short", value=value, target=target, count=low - length)
    if length > high:
        return improve("long", value=value, target=target, count=length - high)
    return good(value=value, target=target)


@check(
    "slug-form",
    "snippet",
    rank_math("slug-length"),
    house("plain letters survive every system that copies, mails or prints an address"),
)
def slug_form(reading: Reading) -> Judgement:
    """Ask for lower-case letters without accents, digits and single hyphens, within the limit of characters."""
    slug = reading.article.slug.strip()
    if not slug:
        return not_applicable("no-slug")
    limit = reading.limits.slug_characters
    value, target = amount(len(slug)), at_most(limit)
    if not _SLUG.fullmatch(slug):
        return improve("characters", value=value, target=target)
    if len(slug) > limit:
        return improve("long", value=value, target=target, count=len(slug) - limit)
    return good(value=value, target=target)


def shown_description(description: str, limit: int) -> str:
    """Return what a list of results shows of the description: cut at a word, with an ellipsis, beyond the limit."""
    text = " ".join(description.split())
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
