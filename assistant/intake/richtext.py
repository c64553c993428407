"""Rich text files (.rtf): one pass over the control words, with the code pages of the fonts."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.errors import SourceError
from assistant.intake.document import Document, Gathering, LineKind, with_title
from assistant.intake.word import form_of_style
from assistant.lang.pack import word_set
from assistant.model import RemovedCategory

_TOKEN: Final = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z'])|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)"
)
_SKIPPED: Final = word_set(
    """
    fonttbl colortbl info pict object objdata themedata colorschememapping latentstyles datastore listtable
    listoverridetable revtbl rsidtbl generator xmlnstbl fldinst filetbl pntext listtext listname mmathPr template
    bkmkstart bkmkend shpinst shprslt nonshppict blipuid wgrffmtfilter pnseclvl background
    """
)
_ASIDES: Final[dict[str, RemovedCategory]] = {
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), "boilerplate"
    ),
    "footnote": "boilerplate",
    "annotation": "comments",
}  # fmt: skip
_TEXTS: Final = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_SYMBOLS: Final = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
# Character sets of fonts (\fcharsetN) that are not Western, by the specification of RTF 1.9.1.
_CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
# House rule: groups of real files nest less than 30 deep.
DEEPEST: Final = 400


def read_richtext(data: bytes) -> Document:
    """Return the document in an .rtf file; footnotes, page headers and hidden text are in `removed`.

    Raises SourceError: "not-of-its-type", "tangled-file", "too-large-source".
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SourceError("not-of-its-type", type="RTF")
    reader = _Reader()
    place = 0
    while match := _TOKEN.search(data, place):
        place = match.end() + reader.take(match)
    reader.end_paragraph()
    return Document(with_title(tuple(reader.gathering.lines)), tuple(reader.gathering.removed))


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    skipped: bool = False
    aside: RemovedCategory | None = None
    hidden: bool = False
    in_styles: bool = False
    replacements: int = 1
    font: int = -1


@dataclass(slots=True)
class _Reader:
    gathering: Gathering = field(default_factory=Gathering)
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    aside_parts: list[str] = field(default_factory=list)
    hidden_parts: list[str] = field(default_factory=list)
    style: int = -1
    level: int = -1
    numbered: bool = False
    styles: dict[int, str] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)
    encoding: str = "cp1252"
    pending: bytearray = field(default_factory=bytearray)
    to_replace: int = 0
    in_fonts: int = -1

    def take(self, match: re.Match[bytes]) -> int:
        """Take one token; return how many bytes after it are none of the text (binary data)."""
        if match["hex"]:
            self._byte(int(match["hex"], 16))
            return 0
        self._end_bytes()
        if match["brace"]:
            self._brace(match["brace"] == b"{")
        elif match["plain"]:
            self._plain(match["plain"])
        elif match["symbol"]:
            self._symbol(match["symbol"])
        else:
            number = int(match["number"]) if match["number"] else None
            return self._word(match["word"].decode("ascii"), number)
        return 0

    def _brace(self, opens: bool) -> None:
        if opens:
            self.outer.append(self.state)
            if len(self.outer) > DEEPEST:
                raise SourceError("tangled-file")
            return
        before = self.state
        self.state = self.outer.pop() if self.outer else self.state
        if before.aside and not self.state.aside:
            self.gathering.set_aside(before.aside, "".join(self.aside_parts))
            self.aside_parts.clear()
        if len(self.outer) < self.in_fonts:
            self.in_fonts = -1

    def _plain(self, text: bytes) -> None:
        if self.to_replace:
            dropped = min(self.to_replace, len(text))
            self.to_replace -= dropped
            text = text[dropped:]
        if self.state.in_styles:
            name = text.decode("cp1252", "replace").strip().rstrip(";")
            if name and self.style not in self.styles:
                self.styles[self.style] = name
            return
        self._write(text.decode(self._encoding(), "replace"))

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.state = replace(self.state, skipped=True)
        else:
            self._write(_SYMBOLS.get(symbol, ""))

    def _word(self, word: str, number: int | None) -> int:
        if word == "bin":
            return max(0, number or 0)
        if word == "u" and number is not None:
            self._write(chr(number % 0x10000))
            self.to_replace = self.state.replacements
        elif word in _TEXTS:
            self._write(_TEXTS[word])
        elif word in ("par", "sect", "page", "row", "cell", "nestcell", "nestrow"):
            self._end_line(word)
        elif word in ("f", "fcharset", "ansicpg", "mac", "pc", "pca", "fonttbl"):
            self._font(word, number or 0)
        else:
            self._settle(word, number)
        return 0

    def _font(self, word: str, number: int) -> None:
        if word == "fonttbl":
            self.in_fonts = len(self.outer)
            self.state = replace(self.state, skipped=True)
        elif word == "f":
            self.state = replace(self.state, font=number)
        elif word == "fcharset" and self.in_fonts >= 0 and number in _CHARSETS:
            self.fonts[self.state.font] = _CHARSETS[number]
        elif word == "ansicpg":
            self.encoding = _known_codec(f"cp{number}")
        elif word in ("mac", "pc", "pca"):
            self.encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    def _settle(self, word: str, number: int | None) -> None:
        if word == "stylesheet":
            self.state = replace(self.state, in_styles=True)
        elif word in _SKIPPED:
            self.state = replace(self.state, skipped=True)
        elif word in _ASIDES:
            self.state = replace(self.state, skipped=False, aside=self.state.aside or _ASIDES[word])
        elif word in ("v", "deleted"):
            self.state = replace(self.state, hidden=number != 0)
        elif word == "plain":
            self.state = replace(self.state, hidden=False)
        elif word == "uc":
            self.state = replace(self.state, replacements=max(0, min(number or 0, 10)))
        else:
            self._settle_paragraph(word, number)

    def _settle_paragraph(self, word: str, number: int | None) -> None:
        if word == "pard" and not self.state.in_styles:
            self.style, self.level, self.numbered = -1, -1, False
        elif word == "s" and number is not None:
            self.style = number
        elif word == "outlinelevel" and number is not None:
            self.level = number
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            self.numbered = True

    def _encoding(self) -> str:
        return self.fonts.get(self.state.font, self.encoding)

    def _byte(self, byte: int) -> None:
        if self.to_replace:
            self.to_replace -= 1
        else:
            self.pending.append(byte)

    def _end_bytes(self) -> None:
        if self.pending:
            self._write(bytes(self.pending).decode(self._encoding(), "replace"))
            self.pending.clear()

    def _write(self, text: str) -> None:
        if self.state.skipped or self.state.in_styles:
            return
        if self.state.aside:
            self.aside_parts.append(text)
        elif self.state.hidden:
            self.hidden_parts.append(text)
        else:
            self.parts.append(text)

    def _end_line(self, word: str) -> None:
        if self.state.aside:
            self.aside_parts.append("\n")
        elif not self.state.skipped and not self.state.in_styles:
            if word in ("cell", "nestcell"):
                self.parts.append(" | ")
            else:
                self.end_paragraph()

    def end_paragraph(self) -> None:
        """Hand on the paragraph gathered so far."""
        self._end_bytes()
        text = "".join(self.parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.parts.clear()
        self.gathering.set_aside("boilerplate", "".join(self.hidden_parts))
        self.hidden_parts.clear()
        kind, level = form_of_style(self.styles.get(self.style, ""))
        if kind is None and 0 <= self.level < 9:
            kind, level = "subheading", self.level + 1
        listed: LineKind | None = "list" if self.numbered else None
        if " | " in text:
            text, listed = text.strip().removesuffix("|"), "row"
        self.gathering.add(text, kind or listed, level)


def _known_codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
