"""Word documents (.docx): paragraphs with their styles, tables, notes; tracked deletions are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from assistant.errors import SourceError
from assistant.intake.archives import Archive
from assistant.intake.document import Document, Gathering, LineKind, with_title
from assistant.intake.elements import read_elements
from assistant.lang.pack import word_set
from assistant.model import RemovedCategory

_BODY: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
# What stands outside the text, and the category it is shown under.
_ASIDES: Final[tuple[tuple[str, RemovedCategory], ...]] = (
    (r"word/(?:footnotes|endnotes)\.xml", "boilerplate"),
    (r"word/(?:header|footer)\d{0,3}\.xml", "boilerplate"),
    (r"word/comments\.xml", "comments"),
)
# `Fallback` repeats what stands before it for old programs; the rest was deleted, or describes former states.
_SKIPPED: Final = word_set("Fallback del moveFrom pPrChange rPrChange sectPrChange tblPrChange")
_HEADING: Final = re.compile(r"(?:heading|titre|überschrift|título|titolo)\s?([1-9])")
_OFF: Final = ("0", "false", "off", "none")
BODY_LEVEL: Final = 9
LONGEST_CHAIN: Final = 10

Form = tuple[LineKind | None, int]


def read_word(data: bytes) -> Document:
    """Return the document in a .docx file: titles and headings by their styles, lists, quotations, tables.

    Footnotes, page headers, hidden text and the comments of colleagues are in `removed`. Raises SourceError:
    "broken-file", "not-of-its-type", "zip-bomb", "encrypted-file", "declares-entities", "tangled-file",
    "too-large-source".
    """
    archive = Archive(data)
    body = archive.part(_BODY)
    if body is None:
        raise SourceError("not-of-its-type", type="Word")
    styles = _Styles()
    named = archive.part(_STYLES)
    if named is not None:
        read_elements(named, styles)
    reader = _Body(styles.forms())
    _read_part(body, reader)
    for pattern, category in _ASIDES:
        for name in archive.names:
            if re.fullmatch(pattern, name):
                aside = _Body({})
                _read_part(archive.part(name) or b"", aside)
                for line in aside.gathering.lines:
                    reader.gathering.set_aside(category, line.text)
    return Document(with_title(tuple(reader.gathering.lines)), tuple(reader.gathering.removed))


def _read_part(xml: bytes, reader: _Body) -> None:
    try:
        read_elements(xml, reader)
    except SourceError as error:
        raise SourceError("not-of-its-type", type="Word") if error.code == "broken-file" else error from error


def form_of_style(name: str) -> Form:
    """Return what a style of that name says of a paragraph: its kind, and its level where it is a heading."""
    name = name.lower()
    heading = _HEADING.match(name)
    if heading:
        return "subheading", int(heading[1])
    kinds: tuple[tuple[str, LineKind], ...] = (
        (r"title|titre|titel", "title"),
        (r"subtitle|sous-titre|chap[oô]|standfirst", "dek"),
        (r"(?:list|liste) ?(?:bullet|number|à puces|a puces|à numéros).*", "list"),
        (r"(?:intense )?quote|block text|quotations?|citation(?: intense)?", "quote"),
        (r"caption|légende|legende", "caption"),
    )
    return next(((kind, 0) for pattern, kind in kinds if re.fullmatch(pattern, name)), (None, 0))


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    level: int | None = None
    numbered: bool = False


@dataclass(slots=True)
class _Styles:
    """Reads the styles of a document: their names are English whatever the language of the program."""

    styles: dict[str, _Style] = field(default_factory=dict)
    open: _Style | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "style":
            self.open = self.styles.setdefault(attributes.get("styleId", ""), _Style())
        elif self.open is None:
            return
        elif name == "name":
            self.open.name = value
        elif name == "basedOn":
            self.open.based_on = value
        elif name == "outlineLvl" and value.isdecimal():
            self.open.level = int(value)
        elif name == "numId":
            self.open.numbered = value != "0"

    def end(self, name: str) -> None:
        if name == "style":
            self.open = None

    def text(self, text: str) -> None:
        """Styles hold no text."""

    def forms(self) -> dict[str, Form]:
        """Return the form of each style that has one, its own or that of a style it is based on."""
        return {identifier: self._form(identifier) for identifier in self.styles}

    def _form(self, identifier: str) -> Form:
        for _ in range(LONGEST_CHAIN):
            style = self.styles.get(identifier)
            if style is None:
                break
            form = form_of_style(style.name)
            if form[0] is not None:
                return form
            if style.level is not None and style.level < BODY_LEVEL:
                return "subheading", style.level + 1
            if style.numbered:
                return "list", 0
            identifier = style.based_on
        return None, 0


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    numbered: bool = False


@dataclass(slots=True)
class _Body:
    """Reads the paragraphs of a document; a text box is a paragraph within a paragraph."""

    forms: dict[str, Form]
    gathering: Gathering = field(default_factory=Gathering)
    paragraphs: list[_Paragraph] = field(default_factory=list)
    runs: list[bool] = field(default_factory=list)
    skipped: int = 0
    in_text: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped or name in _SKIPPED:
            self.skipped += 1
        elif name == "p":
            self.paragraphs.append(_Paragraph())
        elif name == "tr":
            self.gathering.open_row()
        elif name == "tc":
            self.gathering.open_cell()
        elif name == "r":
            self.runs.append(False)
        elif self.paragraphs:
            self._start_within(name, attributes.get("val", ""), attributes.get("type", ""))

    def _start_within(self, name: str, value: str, kind: str) -> None:
        paragraph = self.paragraphs[-1]
        if name == "t":
            self.in_text = True
        elif name == "pStyle":
            paragraph.style = value
        elif name == "outlineLvl" and value.isdecimal():
            paragraph.level = int(value)
        elif name == "numId":
            paragraph.numbered = value != "0"
        elif self.runs and name in ("webHidden", "vanish") and value not in _OFF:
            self.runs[-1] = True
        elif self.runs and name in ("br", "cr"):
            self._write(" " if kind in ("page", "column") else "\n")
        elif self.runs and name in ("tab", "ptab"):
            self._write("\t")
        elif name == "noBreakHyphen":
            self._write("\u2011")

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif name == "t":
            self.in_text = False
        elif name == "r" and self.runs:
            self.runs.pop()
        elif name == "p" and self.paragraphs:
            self._end_paragraph(self.paragraphs.pop())
        elif name == "tr":
            self.gathering.close_row()

    def text(self, text: str) -> None:
        if self.in_text and not self.skipped:
            self._write(text)

    def _write(self, text: str) -> None:
        if self.paragraphs:
            paragraph = self.paragraphs[-1]
            (paragraph.hidden if self.runs and self.runs[-1] else paragraph.parts).append(text)

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        kind, level = self.forms.get(paragraph.style) or form_of_style(paragraph.style)
        if kind is None and paragraph.level is not None and paragraph.level < BODY_LEVEL:
            kind, level = "subheading", paragraph.level + 1
        if kind is None and paragraph.numbered:
            kind = "list"
        self.gathering.set_aside("boilerplate", "".join(paragraph.hidden))
        self.gathering.add("".join(paragraph.parts), kind, level)
