"""OpenDocument texts (.odt): headings, lists, quotations, tables, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from assistant.errors import SourceError
from assistant.intake.archives import Archive
from assistant.intake.document import Document, Gathering, LineKind, with_title
from assistant.intake.elements import read_elements
from assistant.intake.word import form_of_style
from assistant.lang.pack import word_set
from assistant.model import RemovedCategory

_TYPE: Final = b"application/vnd.oasis.opendocument.text"
_SKIPPED: Final = word_set("tracked-changes forms note-citation svg:desc svg:title dc:creator dc:date")
_ASIDES: Final[dict[str, RemovedCategory]] = {"note-body": "boilerplate", "annotation": "comments"}
MOST_SPACES: Final = 100
LONGEST_CHAIN: Final = 10


def read_opendocument(data: bytes) -> Document:
    """Return the document in an .odt file; notes and the comments of colleagues are in `removed`.

    Raises SourceError: "broken-file", "not-of-its-type", "zip-bomb", "encrypted-file", "declares-entities",
    "tangled-file", "too-large-source".
    """
    archive = Archive(data)
    content = archive.part("content.xml")
    kind = archive.part("mimetype")
    if content is None or (kind is not None and not kind.strip().startswith(_TYPE)):
        raise SourceError("not-of-its-type", type="OpenDocument")
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise SourceError("encrypted-file")
    reader = _Content()
    named = archive.part("styles.xml")
    try:
        if named is not None:
            read_elements(named, _Content(reader.styles))
        read_elements(content, reader)
    except SourceError as error:
        is_broken = error.code == "broken-file"
        raise SourceError("not-of-its-type", type="OpenDocument") if is_broken else error from error
    return Document(with_title(tuple(reader.gathering.lines)), tuple(reader.gathering.removed))


@dataclass(slots=True)
class _Content:
    """Reads the paragraphs of a document; a note and a text box are paragraphs within a paragraph.

    `styles` maps a style to the words that tell its form: its own name and the style that it comes from.
    """

    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    gathering: Gathering = field(default_factory=Gathering)
    paragraphs: list[tuple[str, int, list[str]]] = field(default_factory=list)
    asides: list[RemovedCategory] = field(default_factory=list)
    lists: int = 0
    skipped: int = 0
    in_text: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped or name in _SKIPPED:
            self.skipped += 1
        elif name == "style":
            shown = attributes.get("display-name") or attributes.get("name", "")
            self.styles[attributes.get("name", "")] = (shown, attributes.get("parent-style-name", ""))
        elif name == "text" and not self.paragraphs:
            self.in_text = True
        elif self.in_text:
            self._start_within(name, attributes)

    def _start_within(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("p", "h"):
            level = attributes.get("outline-level", "1") if name == "h" else ""
            number = int(level) if level.isdecimal() else 0
            self.paragraphs.append((attributes.get("style-name", ""), number, []))
        elif name in _ASIDES:
            self.asides.append(_ASIDES[name])
        elif name == "list":
            self.lists += 1
        elif name == "table-row":
            self.gathering.open_row()
        elif name == "table-cell":
            self.gathering.open_cell()
        elif name == "s":
            count = attributes.get("c", "1")
            self.text(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
        elif name in ("tab", "line-break"):
            self.text("\t" if name == "tab" else "\n")

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif not self.in_text:
            return
        elif name in ("p", "h") and self.paragraphs:
            self._end_paragraph(*self.paragraphs.pop())
        elif name in _ASIDES and self.asides:
            self.asides.pop()
        elif name == "list":
            self.lists -= 1
        elif name == "table-row":
            self.gathering.close_row()
        elif name == "text" and not self.paragraphs:
            self.in_text = False

    def text(self, text: str) -> None:
        if self.in_text and self.paragraphs and not self.skipped:
            self.paragraphs[-1][2].append(text if text == "\n" else text.replace("\n", " "))

    def _end_paragraph(self, style: str, level: int, parts: list[str]) -> None:
        text = "".join(parts)
        if self.asides:
            self.gathering.set_aside(self.asides[-1], text)
            return
        kind, styled_level = self._form(style)
        if level and kind != "title":
            kind, styled_level = "subheading", level
        if kind is None and self.lists:
            kind = "list"
        self.gathering.add(text, kind, styled_level)

    def _form(self, style: str) -> tuple[LineKind | None, int]:
        for _ in range(LONGEST_CHAIN):
            shown, parent = self.styles.get(style, (style, ""))
            form = form_of_style(shown.replace("_20_", " "))
            if form[0] is not None or not parent:
                return form
            style = parent
        return None, 0
