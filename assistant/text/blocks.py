"""The blocks of Markdown, line by line: headings, paragraphs, list items, quotations, code.

The rules are those of CommonMark, but for text indented by four spaces, which stays a paragraph: journalists indent,
they do not show code. Containers deeper than a limit are read as text, so that every input takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from assistant.text.inline import normalise_label

RawKind = Literal["heading", "paragraph", "list-item", "quote"]

# House rule: nobody reads a list in a list in a quotation ten times over, and the limit keeps the scan linear.
_MOST_CONTAINERS: Final = 10
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?:([ \t]+)|$)")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_DEFINITION = re.compile(
    r"[ ]{0,3}\[(?!\^)([^\[\]\r\n]{1,999})\]:[ \t]*(<[^<>\r\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
_TABLE_RULE = re.compile(r"[|:\-][|:\- \t]*$")
_RAW_HTML = re.compile(r"<(script|style|pre|textarea)(?=[\s>])", re.IGNORECASE)


@dataclass(slots=True)
class RawBlock:
    """One block before its marks are read; character `i` of its `source` stands at `offsets[i]` of the Markdown.

    `has_marks` is false for code, which is shown as it stands. `start` and `end` cover the marks of the block.
    """

    kind: RawKind
    level: int
    start: int
    end: int
    lines: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    has_marks: bool = True

    @property
    def source(self) -> str:
        """Its lines, joined by newlines."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class _Container:
    """A quotation, or a list item whose content starts `indent` columns in."""

    quote: bool
    indent: int = 0


def read_blocks(markdown: str, start: int = 0) -> tuple[list[RawBlock], dict[str, str]]:
    """Return the blocks of `markdown` from `start` on and the addresses of its reference links by normalised label."""
    references: dict[str, str] = {}
    if "]:" in markdown:
        for definition in _DEFINITION.finditer(markdown):
            references.setdefault(normalise_label(definition.group(1)), definition.group(2).strip("<>"))
    return _BlockReader(markdown).read(start), references


class _BlockReader:
    """One pass over the lines. The open paragraph or code block is the last of `blocks` while `is_open`."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.blocks: list[RawBlock] = []
        self.containers: list[_Container] = []
        self.is_open = False
        self.fence = ""
        self.hidden_until = ""
        self.table = False

    def read(self, start: int) -> list[RawBlock]:
        """Read every line from offset `start` on; return the blocks."""
        for found in _LINE.finditer(self.markdown, start):
            start, end = found.span()
            if start == end:
                break
            while end > start and self.markdown[end - 1] in "\r\n":
                end -= 1
            self._read_line(start, end)
        return self.blocks

    def _read_line(self, start: int, end: int) -> None:
        if self.hidden_until:
            if self.hidden_until in self.markdown[start:end].lower():
                self.hidden_until = ""
            return
        here, matched = self._match_containers(start, end)
        if self.fence and matched == len(self.containers):
            self._read_code_line(here, start, end)
            return
        self.fence = ""
        here, opened = self._open_containers(here, end, matched)
        first = _skip_spaces(self.markdown, here, end)
        if first == end:
            self._close(matched if not opened else len(self.containers))
            return
        lazy = not opened and matched < len(self.containers)
        if lazy and self.is_open and not self._starts_block(first, end):
            self._append(first, end)
            return
        if lazy:
            self._close(matched)
        self._read_content(first, start, end)

    def _match_containers(self, here: int, end: int) -> tuple[int, int]:
        """Return where the content of the line starts and how many of the open containers it continues."""
        for number, container in enumerate(self.containers):
            first = _skip_spaces(self.markdown, here, end)
            if container.quote:
                if first == end or first - here > 3 or self.markdown[first] != ">":
                    return here, number
                here = first + 1
                if self.markdown[here : here + 1] == " " and here < end:
                    here += 1
            elif first < end:
                columns, place = 0, here
                while place < first and columns < container.indent:
                    columns += 4 if self.markdown[place] == "\t" else 1
                    place += 1
                if columns < container.indent:
                    return here, number
                here = place
        return here, len(self.containers)

    def _open_containers(self, here: int, end: int, matched: int) -> tuple[int, bool]:
        """Open the quotations and list items that start here; return where their content starts and whether any did."""
        opened = False
        while len(self.containers if opened else self.containers[:matched]) < _MOST_CONTAINERS:
            first = _skip_spaces(self.markdown, here, end)
            if first == end or first - here > 3:
                break
            container, after = self._read_container(first, end, here, in_paragraph=self.is_open and not opened)
            if container is None:
                break
            if not opened:
                self._close(matched)
            opened = True
            self.containers.append(container)
            here = after
        return here, opened

    def _read_container(self, first: int, end: int, here: int, *, in_paragraph: bool) -> tuple[_Container | None, int]:
        markdown = self.markdown
        if markdown[first] == ">":
            return _Container(quote=True), first + 1 + (markdown[first + 1 : first + 2] == " ")
        item = _ITEM.match(markdown, first, end)
        if item is None or _is_rule(markdown[first:end]):
            return None, here
        empty = item.end() == end
        if in_paragraph and len(self.containers) == 0 and (empty or item.group(1) not in (None, "1")):
            return None, here
        spaces = len(item.group(2) or "")
        width = item.end() - first - (spaces - 1 if spaces > 4 or (empty and spaces) else 0)
        return _Container(quote=False, indent=first - here + width + (empty and not spaces)), item.end()

    def _starts_block(self, first: int, end: int) -> bool:
        line = self.markdown[first:end]
        return bool(_HEADING.match(line) or _FENCE.match(line)) or _is_rule(line)

    def _read_content(self, first: int, start: int, end: int) -> None:
        markdown = self.markdown
        if self.is_open and self._read_under_paragraph(first, end):
            return
        heading = _HEADING.match(markdown, first, end)
        fence = _FENCE.match(markdown, first, end)
        if heading is not None:
            self._read_heading(heading, start, end)
        elif _is_rule(markdown[first:end]):
            self._close(len(self.containers))
        elif fence is not None:
            self._close(len(self.containers))
            self.fence = fence.group(1) or fence.group(2)
        elif self._hides(first, end):
            self._close(len(self.containers))
        elif self.is_open and not self.table:
            self._append(first, end)
        elif not _DEFINITION.match(markdown, first, end):
            table = self.table
            self._start("paragraph", 0, start)
            self._append(first, end)
            self.table = table

    def _read_under_paragraph(self, first: int, end: int) -> bool:
        """Read a line that changes the paragraph above it: the underline of a heading, or the rule of a table."""
        block, line = self.blocks[-1], self.markdown[first:end]
        underline = _UNDERLINE.match(line)
        if underline is not None and not self.table:
            block.kind, block.level, block.end = "heading", 1 if line[0] == "=" else 2, end
            self._close(len(self.containers))
            return True
        if "|" in line and "-" in line and _TABLE_RULE.match(line) and len(block.lines) == 1 and "|" in block.lines[0]:
            self.table = True
            block.end = end
            return True
        return False

    def _read_heading(self, heading: re.Match[str], start: int, end: int) -> None:
        markdown = self.markdown
        self._close(len(self.containers))
        first, last = heading.end(), end
        while last > first and markdown[last - 1] in " \t":
            last -= 1
        unmarked = last
        while unmarked > first and markdown[unmarked - 1] == "#":
            unmarked -= 1
        if unmarked == first or markdown[unmarked - 1] in " \t":
            last = unmarked
        self._start("heading", len(heading.group(1)), start)
        self._append(first, last)
        self.blocks[-1].end = end
        self._close(len(self.containers))

    def _hides(self, first: int, end: int) -> bool:
        """Whether a comment, script or style starts here; its lines are passed over up to its end, if it has one."""
        if self.markdown[first] != "<":
            return False
        raw = _RAW_HTML.match(self.markdown, first, end)
        if raw is not None and raw.group(1).lower() in ("script", "style"):
            closing = f"</{raw.group(1).lower()}"
        elif self.markdown.startswith("<!--", first) and self.markdown.find("-->", first, end) < 0:
            closing = "-->"
        else:
            return False
        if closing not in self.markdown[first:end].lower():
            if self.markdown.find(closing, end) < 0:
                return False
            self.hidden_until = closing
        return True

    def _read_code_line(self, here: int, start: int, end: int) -> None:
        line = self.markdown[here:end].strip()
        if len(line) >= len(self.fence) and not line.strip(self.fence[0]):
            self.fence = ""
            self._close(len(self.containers))
        elif line:
            if not self.is_open:
                self._start("paragraph", 0, start)
                self.blocks[-1].has_marks = False
            self._append(here, end)

    def _start(self, kind: RawKind, level: int, start: int) -> None:
        if kind == "paragraph" and self.containers:
            kind = "quote" if self.containers[-1].quote else "list-item"
        self.blocks.append(RawBlock(kind, level, start, start))
        self.is_open, self.table = True, False

    def _append(self, first: int, end: int) -> None:
        """Add one line, without the spaces behind it, to the open block."""
        block, last = self.blocks[-1], end
        while last > first and self.markdown[last - 1] in " \t":
            last -= 1
        if first < last < end and self.markdown[last - 1] == "\\":
            last += 1  # a backslash before a space is no line break
        if block.lines:
            block.offsets.append(self._line_break_before(first))
        block.lines.append(self.markdown[first:last])
        block.offsets.extend(range(first, last))
        block.end = end

    def _line_break_before(self, place: int) -> int:
        while place and self.markdown[place - 1] not in "\r\n":
            place -= 1
        return place - 1

    def _close(self, kept: int) -> None:
        """End the open block and leave all containers but the first `kept`."""
        self.is_open = self.table = False
        del self.containers[kept:]


def _skip_spaces(markdown: str, here: int, end: int) -> int:
    while here < end and markdown[here] in " \t":
        here += 1
    return here


def _is_rule(line: str) -> bool:
    """Whether the line is a thematic break: three or more of one mark and nothing else."""
    marks = line.replace(" ", "").replace("\t", "")
    return len(marks) >= 3 and marks[0] in "-*_" and not marks.strip(marks[0])
