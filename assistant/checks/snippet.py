"""Snippet: what a list of search results shows of the article."""

from __future__ import annotations

import re
from typing import Final

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

MAX_TITLE_WIDTH_PX: Final = 600
MIN_DESCRIPTION_CHARACTERS: Final = 121
MAX_DESCRIPTION_CHARACTERS: Final = 156
MAX_SLUG_CHARACTERS: Final = 75

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@check("title-width", "snippet", source="https://yoast.com/help/seo-title-width/")
def title_width(reading: Reading) -> Judgement:
    """Compare the title's width with 600 pixels; a wider one is cut in results, which is no fault of the article."""
    width = reading.title_width_px
    value, target = amount(width, "pixels"), at_most(MAX_TITLE_WIDTH_PX, "pixels")
    if not width:
        return bad("none", value=value, target=target)
    if width > MAX_TITLE_WIDTH_PX:
        return improve("wide", value=value, target=target, count=width - MAX_TITLE_WIDTH_PX)
    return good(value=value, target=target)


@check("description-length", "snippet", source="https://yoast.com/help/meta-description-length/")
def description_length(reading: Reading) -> Judgement:
    """Compare the description's length with 121 to 156 characters."""
    length = reading.description_length
    value, target = amount(length), between(MIN_DESCRIPTION_CHARACTERS, MAX_DESCRIPTION_CHARACTERS)
    if not length:
        return bad("none", value=value, target=target)
    if length < MIN_DESCRIPTION_CHARACTERS:
        return improve("short", value=value, target=target, count=MIN_DESCRIPTION_CHARACTERS - length)
    if length > MAX_DESCRIPTION_CHARACTERS:
        return improve("long", value=value, target=target, count=length - MAX_DESCRIPTION_CHARACTERS)
    return good(value=value, target=target)


@check(
    "slug-form",
    "snippet",
    source="https://developers.google.com/search/docs/crawling-indexing/url-structure; "
    "75 characters: https://rankmath.com/kb/score-100-in-tests/",
)
def slug_form(reading: Reading) -> Judgement:
    """Ask for lower-case letters without accents, digits and single hyphens, in 75 characters at most."""
    slug = reading.article.slug.strip()
    if not slug:
        return not_applicable("no-slug")
    value, target = amount(len(slug)), at_most(MAX_SLUG_CHARACTERS)
    if not _SLUG.fullmatch(slug):
        return improve("characters", value=value, target=target)
    if len(slug) > MAX_SLUG_CHARACTERS:
        return improve("long", value=value, target=target, count=len(slug) - MAX_SLUG_CHARACTERS)
    return good(value=value, target=target)
