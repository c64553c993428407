"""From a place in the article to the text of the draft that holds it, as the page shows that text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from assistant.desk.articles import PlacedArticle, SectionSpan, offset_in_section
from assistant.model import Draft, DraftField, Finding, Span, Spot
from assistant.text.markup import parse_markdown


def spots_of(draft: Draft, placed: PlacedArticle, findings: Iterable[Finding]) -> tuple[Spot, ...]:
    """Return where each finding stands in the texts of the draft, in the same order; a field's spot keeps its offsets.

    `placed` is the article that was judged, from the same state of the draft.
    """
    return tuple(_spot(draft, placed, finding) for finding in findings)


def _spot(draft: Draft, placed: PlacedArticle, finding: Finding) -> Spot:
    if finding.field != "body":
        return Spot(finding.field, None, finding.start, finding.end)
    span = (finding.start, finding.end)
    section = placed.section_at(finding.start)
    if section is None:
        return _before_the_sections(draft, placed, span)
    if finding.start < section.text[0]:
        return Spot("heading", section.section_id, *_in_line(placed.article.markdown, section.heading, span))
    return Spot("text", section.section_id, *_in_text(draft, section, span))


def _before_the_sections(draft: Draft, placed: PlacedArticle, span: Span) -> Spot:
    """Return the spot in the title, which is the first line where the draft has one, or in the standfirst."""
    markdown = placed.article.markdown
    end_of_title = markdown.find("\n") if draft.title.strip() else 0
    field: DraftField = "title" if span[0] < end_of_title or not draft.standfirst.strip() else "standfirst"
    first = 0 if field == "title" else len(markdown) - len(markdown[end_of_title:].lstrip("\n"))
    last = markdown.find("\n", first)
    return Spot(field, None, *_in_line(markdown, (first, len(markdown) if last < 0 else last), span))


def _in_line(markdown: str, line: Span, span: Span) -> Span:
    """Return the span in what a line of the article shows: its escapes and its heading marks are not typed."""
    blocks = parse_markdown(markdown[slice(*line)])
    if not blocks:
        return 0, 0
    offsets = blocks[0].offsets
    return bisect_left(offsets, span[0] - line[0]), bisect_left(offsets, span[1] - line[0])


def _in_text(draft: Draft, section: SectionSpan, span: Span) -> Span:
    start = offset_in_section(draft, section.section_id, section, span[0])
    return start, max(start, offset_in_section(draft, section.section_id, section, span[1]))
