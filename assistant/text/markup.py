"""Markdown as the reader sees it, with the way back: every visible character knows where it stands in the Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.model import Span
from assistant.text.blocks import RawBlock, read_blocks
from assistant.text.front_matter import split_front_matter
from assistant.text.inline import InlineText, Link, Picture, read_inline

__all__ = [
    "Link",
    "Markup",
    "MarkupBlock",
    "MarkupKind",
    "Picture",
    "escape_markdown",
    "image_alternatives",
    "links",
    "parse_markdown",
    "read_markup",
    "split_front_matter",
    "visible_text",
]

MarkupKind = Literal["heading", "paragraph", "list-item", "quote"]

_MARKS = re.compile(r"[\\`*_~\[\]<>&]")
_NUMBERED = re.compile(r"(\d{1,9})([.)])")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class MarkupBlock:
    """One block of Markdown. `text` is what the reader sees; `offsets[i]` is the place of `text[i]` in the Markdown.

    `level` is 1..6 for a heading and 0 otherwise. `start` and `end` point into the Markdown and cover its marks too.
    `long` names the characters that are written with several (entities): their place in `text`, and the offset in the
    Markdown where their writing ends.
    """

    kind: MarkupKind
    level: int
    text: str
    start: int
    end: int
    offsets: tuple[int, ...]
    long: tuple[tuple[int, int], ...] = ()

    def span_in_markdown(self, span: Span) -> Span:
        """Return the span of the Markdown that `text[span[0]:span[1]]` was written as; empty spans stay empty."""
        start, end = span
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else self.end
            return place, place
        return self.offsets[start], dict(self.long).get(end - 1, self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Markup:
    """A text with structure: its blocks in order, its links and its pictures.

    Offsets point into the Markdown it was read from, or into `text` when it was read from HTML.
    """

    blocks: tuple[MarkupBlock, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]

    @property
    def text(self) -> str:
        """What the reader sees, a block a line."""
        return "\n".join(block.text for block in self.blocks)


@lru_cache(maxsize=32)
def read_markup(markdown: str) -> Markup:
    """Return the blocks, links and pictures of `markdown`; remembered, since ten checks ask for the same text.

    Front matter is none of them, but the offsets count it.
    """
    raw_blocks, references = read_blocks(markdown, split_front_matter(markdown)[1])
    blocks: list[MarkupBlock] = []
    found_links: list[Link] = []
    pictures: list[Picture] = []
    for raw in raw_blocks:
        inline = read_inline(raw.source, raw.offsets, references if raw.has_marks else None)
        found_links.extend(inline.links)
        pictures.extend(inline.pictures)
        if inline.text.strip(" ") or inline.ends or raw.kind == "heading":
            blocks.append(_build_block(raw, inline))
    return Markup(tuple(blocks), tuple(found_links), tuple(pictures))


def _build_block(raw: RawBlock, inline: InlineText) -> MarkupBlock:
    """Build the block without the spaces that a picture or a tag left at its ends; spaces written as entities stay."""
    text, first, last = inline.text, 0, len(inline.text)
    while first < last and text[first] == " " and first not in inline.ends:
        first += 1
    while last > first and text[last - 1] == " " and last - 1 not in inline.ends:
        last -= 1
    long = tuple((place - first, end) for place, end in inline.ends.items() if first <= place < last)
    return MarkupBlock(
        raw.kind, raw.level, text[first:last], raw.start, raw.end, tuple(inline.offsets[first:last]), long
    )


def parse_markdown(markdown: str) -> tuple[MarkupBlock, ...]:
    """Return the blocks of `markdown` in order. Addresses of links, marks and HTML tags are not visible text.

    A heading without text is a block; every other block shows something. A soft line break is a space.
    """
    return read_markup(markdown).blocks


def visible_text(markdown: str) -> str:
    """Return what the reader sees of `markdown`, a block a line."""
    return read_markup(markdown).text


def links(markdown: str) -> tuple[Link, ...]:
    """Return the links of `markdown` in the order in which they end; offsets point into it."""
    return read_markup(markdown).links


def image_alternatives(markdown: str) -> tuple[str, ...]:
    """Return the alternative text of each picture of `markdown`; empty where the writer gave none."""
    return tuple(picture.alternative for picture in read_markup(markdown).pictures)


def escape_markdown(text: str) -> str:
    """Return Markdown that shows exactly `text`: no mark of the text becomes markup, no line a heading or a list.

    Each line becomes a paragraph; empty lines are dropped.
    """
    return "\n\n".join(_escape_line(line) for line in _LINE_BREAK.split(text) if line)


def _escape_line(line: str) -> str:
    solid = line.strip(" \t")
    if not solid:
        return "".join(_SPACE_ENTITIES[character] for character in line)
    start = line.index(solid[0])
    before, after = line[:start], line[start + len(solid) :]
    escaped = _MARKS.sub(r"\\\g<0>", solid)
    if solid[0] in "#+-=|:":
        escaped = "\\" + escaped
    else:
        escaped = _NUMBERED.sub(r"\1\\\2", escaped, count=1) if _NUMBERED.match(solid) else escaped
    return (
        "".join(map(_SPACE_ENTITIES.__getitem__, before)) + escaped + "".join(map(_SPACE_ENTITIES.__getitem__, after))
    )


_SPACE_ENTITIES = {" ": "&#32;", "\t": "&#9;"}
