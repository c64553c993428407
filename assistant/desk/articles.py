"""The draft as one article, and the way back from a place in the article to its section."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.desk.lines import one_line
from assistant.model import Article, Draft, Span
from assistant.text.markup import escape_markdown, parse_markdown

_PROBE = "heading"
# Number signs behind a space end a heading in Markdown and are not shown.
_CLOSING = re.compile(r"(?<= )#+$")
_BACKSLASHED = r"\\\g<0>"


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """Where a section stands in `Article.markdown`: its heading line, and its text (an empty span when it has none)."""

    section_id: str
    heading: Span
    text: Span


@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """An article and where each section of the draft stands in its Markdown, in the order of the outline."""

    article: Article
    sections: tuple[SectionSpan, ...]

    def section_at(self, place: int) -> SectionSpan | None:
        """Return the section whose heading or text holds that offset; None before the first heading."""
        return next((span for span in reversed(self.sections) if span.heading[0] <= place), None)


def article_of(draft: Draft) -> Article:
    """Return the draft as readers would get it: `# title`, the standfirst as first paragraph, headings with their text.

    Title, standfirst and headings are plain text and escaped; the sections' texts are Markdown and stay as they are.
    A heading without text stays; a missing title or standfirst leaves no line.
    """
    return place_sections(draft).article


def place_sections(draft: Draft) -> PlacedArticle:
    """Return the article with the places of its sections."""
    parts: list[str] = []
    length = 0

    def add(part: str) -> Span:
        nonlocal length
        start = length
        parts.append(part + "\n\n")
        length += len(part) + 2
        return start, start + len(part)

    if draft.title.strip():
        add(_heading_line(1, draft.title))
    if draft.standfirst.strip():
        add(_escaped(draft.standfirst))
    spans = []
    for section in draft.sections:
        heading = add(_heading_line(section.level, section.heading))
        text = _contained(section.text.strip("\n"))
        spans.append(SectionSpan(section.id, heading, add(text) if text.strip() else (heading[1], heading[1])))
    markdown = "".join(parts)[:-1]
    return PlacedArticle(_article(draft, markdown), tuple(spans))


def offset_in_section(draft: Draft, section_id: str, span: SectionSpan, place: int) -> int:
    """Return the offset into `Section.text` of a place in the article, kept within the text."""
    section = draft.section(section_id)
    text = section.text if section else ""
    leading = len(text) - len(text.lstrip("\n"))
    return max(0, min(len(text), leading + place - span.text[0]))


def _heading_line(level: int, text: str) -> str:
    return f"{'#' * level} {_CLOSING.sub(_BACKSLASHED, _escaped(text))}".rstrip()


def _escaped(line: str) -> str:
    return escape_markdown(one_line(line))


def _contained(text: str) -> str:
    """Return the text, or the escaped text when something left open in it would swallow the heading that follows.

    Code fences, comments and scripts do; places within such a text are no longer exact.
    """
    if not any(mark in text for mark in ("```", "~~~", "<")):
        return text
    blocks = parse_markdown(f"{text}\n\n## {_PROBE}")
    is_seen = bool(blocks) and blocks[-1].kind == "heading" and blocks[-1].text == _PROBE
    return text if is_seen else escape_markdown(text)


def _article(draft: Draft, markdown: str) -> Article:
    return Article(
        markdown=markdown,
        language=draft.language,
        keyphrase=draft.keyphrase,
        synonyms=draft.synonyms,
        title=draft.title,
        description=draft.description,
        slug=draft.slug,
        author=draft.author,
        published=draft.published,
        image=draft.image,
        image_alternative=draft.image_alternative,
    )
