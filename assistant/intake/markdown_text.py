"""Markdown files as plain lines: marks go, headings are known as headings, front matter stays outside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.text.markup import parse_markdown

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(?P<fields>.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE_FIELD: Final = re.compile(r"^title[ \t]*:[ \t]*(?P<title>[^\n]{1,400})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkdownLine:
    """One block of a Markdown file as the reader sees it. `level` is 0 for all but headings."""

    text: str
    level: int
    is_list: bool
    is_quote: bool


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A Markdown file taken apart: title (first H1, else the front matter's), blocks, front matter as written."""

    title: str | None
    lines: tuple[MarkdownLine, ...]
    front_matter: str


def read_markdown(markdown: str) -> MarkdownText:
    """Return the parts of a Markdown file; `title` is None when neither an H1 nor the front matter gives one."""
    front = _FRONT_MATTER.match(markdown)
    fields = front["fields"] if front else ""
    body = markdown[front.end() :] if front else markdown
    lines = [
        MarkdownLine(block.text, block.level, block.kind == "list-item", block.kind == "quote")
        for block in parse_markdown(body)
        if block.text.strip()
    ]
    at = next((index for index, line in enumerate(lines) if line.level == 1), None)
    if at is not None:
        return MarkdownText(lines[at].text.strip(), (*lines[:at], *lines[at + 1 :]), fields)
    named = _TITLE_FIELD.search(fields)
    return MarkdownText(named["title"].strip().strip("\"'") if named else None, tuple(lines), fields)
