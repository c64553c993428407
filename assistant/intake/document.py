"""A document as its program laid it out: lines whose part in the article is known, before any of them is judged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from assistant.errors import SourceError
from assistant.limits import LONGEST_TEXT
from assistant.model import Removed, RemovedCategory, Repair

LineKind = Literal["title", "dek", "subheading", "list", "quote", "row", "caption"]
# House rules: an article's title stands among its first lines, above its first paragraph; cells of more words than
# this hold paragraphs, and their table only arranges the page.
TITLE_REACH = 5
LONGEST_KICKER = 25
LONGEST_CELL = 12


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One paragraph of a document. `kind` is None for an ordinary one; `level` is 0 for all but headings."""

    text: str
    kind: LineKind | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: its lines, what is no part of the text (notes, page headers), and what was mended.

    `printed` is the text as the file has it where joining lines changed it; None where the lines are that text.
    `suggested_title` is a title to fall back on, when the text itself shows none.
    """

    lines: tuple[DocumentLine, ...]
    removed: tuple[Removed, ...] = ()
    repairs: tuple[Repair, ...] = ()
    printed: str | None = None
    suggested_title: str | None = None

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


def with_title(lines: tuple[DocumentLine, ...]) -> tuple[DocumentLine, ...]:
    """Return the lines with one title: the one so called, else the first heading of level 1 above all paragraphs."""
    titles = [index for index, line in enumerate(lines) if line.kind == "title"]
    if not titles:
        titles = [
            index
            for index, line in enumerate(lines[:TITLE_REACH])
            if line.kind == "subheading"
            and line.level == 1
            and all(len(above.text.split()) <= LONGEST_KICKER for above in lines[:index])
        ]
    return tuple(
        DocumentLine(line.text, "title" if index == titles[0] else "subheading", line.level)
        if titles and (index == titles[0] or line.kind == "title")
        else line
        for index, line in enumerate(lines)
    )


@dataclass(slots=True)
class Gathering:
    """Collects the lines of a document in order; rows of a table become one line each.

    Raises SourceError "too-large-source" as soon as more text arrives than a source may have.
    """

    lines: list[DocumentLine] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    rows: list[list[list[DocumentLine]]] = field(default_factory=list)
    size: int = 0

    def add(self, text: str, kind: LineKind | None = None, level: int = 0) -> None:
        """Take one paragraph; each of its lines is a line, and empty ones are none."""
        self.size += len(text)
        if self.size > LONGEST_TEXT:
            raise SourceError("too-large-source", limit=LONGEST_TEXT)
        place = self.rows[-1][-1] if self.rows and self.rows[-1] else self.lines
        for part in re.split(r"[\n\r\x0b\x0c\u2028\u2029]+", text):
            if part.strip():
                place.append(DocumentLine(part.strip(), kind, level))

    def set_aside(self, category: RemovedCategory, text: str) -> None:
        """Keep what is no part of the text: it is shown as removed."""
        self.size += len(text)
        if self.size > LONGEST_TEXT:
            raise SourceError("too-large-source", limit=LONGEST_TEXT)
        if text.strip():
            self.removed.append(Removed(category, text.strip()))

    def open_row(self) -> None:
        """Begin a row of a table."""
        self.rows.append([])

    def open_cell(self) -> None:
        """Begin a cell of the row that is open."""
        if self.rows:
            self.rows[-1].append([])

    def close_row(self) -> None:
        """End the row: short cells are told side by side, long ones are paragraphs."""
        if not self.rows:
            return
        cells = [cell for cell in self.rows.pop() if cell]
        lines = [line for cell in cells for line in cell]
        is_table = len(cells) > 1 and all(
            len(cell) == 1 and len(cell[0].text.split()) <= LONGEST_CELL and cell[0].kind != "title" for cell in cells
        )
        if is_table:
            lines = [DocumentLine(" | ".join(line.text for line in lines), "row")]
        (self.rows[-1][-1] if self.rows and self.rows[-1] else self.lines).extend(lines)
