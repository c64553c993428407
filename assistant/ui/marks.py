"""What panels say about places of the article: marks drawn in its text, and the call that shows one of them.

A panel makes `Mark`s and returns them to the page, which hands them to the article; it calls `go_to` in the callback
of a button. Places are named in the stored texts, so a panel needs to know nothing of the editor.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.desk.articles import PlacedArticle, SectionSpan, offset_in_section
from assistant.model import Draft, Span
from assistant.text.markup import parse_markdown, visible_text
from assistant.ui.state import session

MarkKind = Literal["check", "supported", "altered", "unsupported", "decided", "copied", "sentence"]
"""What a mark says, and so its colour and its shape: a dotted line for a check's finding, a thin line for a supported
sentence, a wavy line for an altered fact, a dashed line for an unsupported sentence, a thin dotted one for what a
person has decided on, a line above for copied words. A "sentence" shows nothing: a click on it tells which it is."""

TITLE: Final = "title"
STANDFIRST: Final = "standfirst"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one text of the article.

    `field` is `TITLE`, `STANDFIRST`, `heading_field(id)` or `text_field(id)`; `start` and `end` point into the text as
    it is stored: `Draft.title`, `Draft.standfirst`, `Section.heading`, or the Markdown of `Section.text`.
    """

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkAction:
    """Something to do about a mark, as a button of its explanation: `name` for the panel, `label` for the reader."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the article that a panel has something to say about.

    `id` is the panel's own and comes back with the action chosen. `label` is a few words, `explanation` one or two
    sentences, both plain text in the interface language.
    """

    id: str
    place: Place
    kind: MarkKind
    label: str
    explanation: str
    actions: tuple[MarkAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Going:
    """A place to show, once: `number` rises with every call and tells one from the next."""

    place: Place
    number: int


def heading_field(section_id: str) -> str:
    """Return the name of the heading of a section as a field."""
    return f"heading:{section_id}"


def text_field(section_id: str) -> str:
    """Return the name of the text of a section as a field."""
    return f"text:{section_id}"


def go_to(place: Place) -> None:
    """Scroll the article to that place and select it, as soon as the page is drawn; for the callback of a button."""
    session().going = Going(place, time.time_ns() // 1_000_000)


def place_in_article(draft: Draft, placed: PlacedArticle, span: Span) -> Place | None:
    """Return the place of a stretch of `placed.article.markdown`, such as that of a finding.

    A stretch that reaches over several texts is cut at the end of the first. None when it is in no text of the draft.
    """
    start, end = span
    section = placed.section_at(start)
    if section is None:
        return _place_in_opening(draft, placed, span)
    if start < section.heading[1]:
        return _place_in_heading(placed, section, span)
    return Place(
        text_field(section.section_id),
        offset_in_section(draft, section.section_id, section, start),
        offset_in_section(draft, section.section_id, section, min(end, section.text[1])),
    )


def visible_span(markdown: str, span: Span) -> Span:
    """Return the stretch of `visible_text(markdown)` that shows `markdown[span[0]:span[1]]`; marks show as nothing."""
    offsets = _visible_offsets(markdown)
    return bisect_left(offsets, span[0]), bisect_left(offsets, span[1])


def shown_place(place: Place, text: str) -> dict[str, str | int]:
    """Return a place of the field that holds `text` as the browser finds it: by its visible words, near an offset
    counted in UTF-16 units.
    """
    start, end = place.start, place.end
    if place.field.startswith("text:"):
        start, end = visible_span(text, (start, end))
        text = _visible(text)
    return {"field": place.field, "start": len(text[:start].encode("utf-16-le")) // 2, "quote": text[start:end]}


@lru_cache(maxsize=64)
def _visible(markdown: str) -> str:
    return visible_text(markdown)


@lru_cache(maxsize=64)
def _visible_offsets(markdown: str) -> tuple[int, ...]:
    """Return where each visible character stands; remembered, since many marks stand in one text."""
    return tuple(offset for block in parse_markdown(markdown) for offset in (*block.offsets, block.end))


def _place_in_opening(draft: Draft, placed: PlacedArticle, span: Span) -> Place | None:
    before = placed.sections[0].heading[0] if placed.sections else len(placed.article.markdown)
    fields = [name for name, text in ((TITLE, draft.title), (STANDFIRST, draft.standfirst)) if text.strip()]
    opening = placed.article.markdown[:before]
    for name, block in zip(fields, parse_markdown(opening), strict=False):
        if span[0] < block.end:
            inner = visible_span(opening[: block.end], (max(span[0], block.start), min(span[1], block.end)))
            first = visible_span(opening[: block.end], (block.start, block.start))[0]
            return Place(name, inner[0] - first, inner[1] - first)
    return None


def _place_in_heading(placed: PlacedArticle, section: SectionSpan, span: Span) -> Place:
    start, end = section.heading
    line = placed.article.markdown[start:end]
    inner = visible_span(line, (max(0, span[0] - start), min(end, span[1]) - start))
    return Place(heading_field(section.section_id), *inner)
