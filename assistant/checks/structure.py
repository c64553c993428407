"""Structure: the tree of headings, and the text beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.headings import (
    duplicate_headings,
    generic_headings,
    headings_without_text,
    repetitions_of_title,
    second_h1,
    skipping_headings,
)
from assistant.checks.judgement import (
    Judgement,
    Place,
    amount,
    at_most,
    bad,
    check,
    good,
    improve,
    not_applicable,
    place,
)
from assistant.checks.origins import GOOGLE_TITLES, WCAG_HEADINGS, WCAG_STRUCTURE, house, yoast
from assistant.text.markup import MarkupBlock

FAR_TOO_MANY: Final = 50
"""Words beyond the limit: the reference's second step, 350 where 300 are the limit."""


@check("single-h1", "structure", yoast("singleH1"), GOOGLE_TITLES)
def single_h1(reading: Reading) -> Judgement:
    """Ask for exactly one title: the H1 of the text or, without one, the title field."""
    further = second_h1(reading)
    n_titles = len(further) + 1 if further or reading.has_title else 0
    value, target = amount(n_titles), amount(1)
    if further:
        return bad("several", value=value, target=target, places=_places(further), count=len(further))
    return good(value=value, target=target) if n_titles else bad("none", value=value, target=target)


@check("heading-order", "structure", WCAG_STRUCTURE, house("the reference lets skipped levels pass"))
def heading_order(reading: Reading) -> Judgement:
    """Flag each heading more than one level deeper than the heading before it; the first may be an H2."""
    skips = skipping_headings(reading)
    places = [
        place((heading.start, heading.end), "here", level=heading.level, expected=expected)
        for heading, expected in skips
    ]
    return _judge_headings(reading, places)


@check("heading-empty", "structure", WCAG_HEADINGS)
def heading_empty(reading: Reading) -> Judgement:
    """Flag each heading without text."""
    if not reading.empty_headings:
        return good() if reading.all_headings else not_applicable("no-headings")
    return bad("found", places=_places(reading.empty_headings), count=len(reading.empty_headings))


@check(
    "heading-duplicate",
    "structure",
    WCAG_HEADINGS,
    house("two equal headings cannot be told apart in a list of contents or by a screen reader"),
)
def heading_duplicate(reading: Reading) -> Judgement:
    """Flag each heading that says the same as an earlier one."""
    return _judge_headings(reading, _places(duplicate_headings(reading)))


@check("heading-generic", "structure", WCAG_HEADINGS)
def heading_generic(reading: Reading) -> Judgement:
    """Flag each heading that is a label: Introduction, Conclusion, Part 1."""
    return _judge_headings(reading, _places(generic_headings(reading)))


@check(
    "heading-repeats-title",
    "structure",
    house("the reader has just read the title; a heading is there to say what follows"),
)
def heading_repeats_title(reading: Reading) -> Judgement:
    """Flag each heading H2 to H6 that repeats the title."""
    if not reading.article.title.strip():
        return not_applicable("no-title")
    return _judge_headings(reading, _places(repetitions_of_title(reading)))


@check("heading-without-text", "structure", house("a heading promises a text; in a draft it is a hole"))
def heading_without_text(reading: Reading) -> Judgement:
    """Flag each heading that neither text nor a sub-heading follows."""
    return _judge_headings(reading, _places(headings_without_text(reading)))


@check("text-under-headings", "structure", yoast("subheadingsTooLong"))
def text_under_headings(reading: Reading) -> Judgement:
    """Flag each stretch without a heading of more words than the limit, 300 unless the house says otherwise."""
    if not reading.words:
        return not_applicable("no-text")
    longest, limit = max(part.words for part in reading.parts), reading.limits.words_under_heading
    value, target = amount(longest), at_most(limit)
    if not reading.headings and (longest > limit or reading.brief.subheadings):
        return bad("no-heading", value=value, target=target)
    places = [
        place((part.blocks[0].start, part.blocks[-1].end), "here", count=part.words)
        for part in reading.parts
        if part.words > limit
    ]
    if not places:
        return good(value=value, target=target)
    outcome = improve if longest <= limit + FAR_TOO_MANY else bad
    return outcome("long", value=value, target=target, places=places, count=len(places))


def _places(headings: Sequence[MarkupBlock]) -> list[Place]:
    return [place((heading.start, heading.end), "here", heading=heading.text.strip()) for heading in headings]


def _judge_headings(reading: Reading, places: Sequence[Place]) -> Judgement:
    """Return the judgement of a rule that no heading may break."""
    if not reading.all_headings:
        return not_applicable("no-headings")
    return bad("found", places=places, count=len(places)) if places else good()
