"""Inline Markdown: which characters of a paragraph the reader sees, and what its marks mean.

The rules are those of CommonMark for escapes, entities, code, emphasis, links, pictures and tags, and `~~` for struck
text. Every step is linear in the length of the text: brackets and emphasis are matched with stacks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.text.emphasis import Run, pair_runs, read_run

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&\n]")
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>\"']*(?:\"[^\"<]*\"[^<>\"']*|'[^'<]*'[^<>\"']*)*)?>")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255})>")
_TARGET = re.compile(
    r"\(\s*(?:<([^<>\n]*)>|([^\s()<]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:\s+(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `text` as the reader sees it, `address` as written, and where the whole of it stands in the Markdown."""

    text: str
    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its alternative text, its address, and where the whole of it stands in the Markdown."""

    alternative: str
    address: str
    start: int
    end: int


@dataclass(slots=True)
class InlineText:
    """What the reader sees of one paragraph. `offsets[i]` is where `text[i]` is written in the Markdown.

    `ends` has an entry for each character that is written with several (an entity): its place in `text`, and the offset
    where its writing ends.
    """

    text: str
    offsets: list[int]
    ends: dict[int, int]
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """Visible characters written at `start`; `shown` is shorter than what was written for an entity."""

    shown: str
    start: int
    end: int


@dataclass(slots=True)
class _Bracket:
    """An open bracket that may become a link or a picture."""

    place: int
    runs: int
    start: int
    after: int
    picture: bool


def normalise_label(label: str) -> str:
    """Return a link label for comparison: capitals and runs of spaces do not matter."""
    return " ".join(label.casefold().split())


def read_inline(source: str, offsets: list[int], references: Mapping[str, str] | None) -> InlineText:
    """Return what the reader sees of `source`, whose character `i` stands at `offsets[i]` of the Markdown.

    `references` maps normalised labels to the addresses of reference links; None says that the text has no marks: code.
    """
    if references is None:
        return InlineText(source.replace("\n", " "), offsets, {})
    return _Scanner(source, offsets, references).read()


class _Scanner:
    """One pass over one paragraph. Pieces are only ever appended or emptied, so places stay valid."""

    def __init__(self, source: str, offsets: list[int], references: Mapping[str, str]) -> None:
        self.source = source
        self.offsets = offsets
        self.references = references
        self.pieces: list[_Piece] = []
        self.runs: list[Run] = []
        self.brackets: list[_Bracket] = []
        self.dead_brackets = 0
        self.links: list[tuple[int, int, str, int, int]] = []
        self.pictures: list[Picture] = []
        self.code_marks: dict[int, list[int]] | None = None
        self.comment_ends = True

    def read(self) -> InlineText:
        """Scan to the end and build the visible text."""
        source, here, end = self.source, 0, len(self.source)
        while here < end:
            special = _SPECIAL.search(source, here)
            if special is None:
                self._show(here, end)
                break
            if special.start() > here:
                self._show(here, special.start())
            here = self._read_special(special.start())
        self._pair_runs(0)
        return self._build()

    def _show(self, start: int, end: int) -> int:
        self.pieces.append(_Piece(self.source[start:end], start, end))
        return end

    def _read_special(self, here: int) -> int:
        """Read what starts with the special character at `here`; return where reading goes on."""
        mark = self.source[here]
        if mark == "\\":
            return self._read_escape(here)
        if mark == "\n":
            self.pieces.append(_Piece(" ", here, here + 1))
            return here + 1
        if mark == "&":
            return self._read_entity(here)
        if mark == "`":
            return self._read_code(here)
        if mark == "<":
            return self._read_tag(here)
        if mark in "*_~":
            return self._read_run(here)
        if mark == "]":
            return self._close_bracket(here)
        return self._open_bracket(here)

    def _read_escape(self, here: int) -> int:
        following = self.source[here + 1 : here + 2]
        if following == "\n":
            return here + 1
        if following and following in _PUNCTUATION:
            return self._show(here + 1, here + 2)
        return self._show(here, here + 1)

    def _read_entity(self, here: int) -> int:
        entity = _ENTITY.match(self.source, here)
        shown = html.unescape(entity.group()) if entity else "&"
        if entity is None or shown == entity.group():
            return self._show(here, here + 1)
        self.pieces.append(_Piece(" " if shown in "\n\r" else shown, here, entity.end()))
        return entity.end()

    def _read_code(self, here: int) -> int:
        if self.code_marks is None:
            self.code_marks = {}
            for run in re.finditer("`+", self.source):
                self.code_marks.setdefault(len(run.group()), []).append(run.start())
            for places in self.code_marks.values():
                places.reverse()
        after = here
        while self.source[after : after + 1] == "`":
            after += 1
        closing = self.code_marks.get(after - here, [])
        while closing and closing[-1] < after:
            closing.pop()
        if not closing:
            return self._show(here, after)
        stop = closing[-1]
        content = self.source[after:stop]
        if len(content) > 2 and content[0] in " \n" and content[-1] in " \n" and content.strip():
            self.pieces.append(_Piece(content[1:-1].replace("\n", " "), after + 1, stop - 1))
        else:
            self.pieces.append(_Piece(content.replace("\n", " "), after, stop))
        return stop + (after - here)

    def _read_tag(self, here: int) -> int:
        if self.source.startswith("<!--", here) and self.comment_ends:
            end = self.source.find("-->", here + 4)
            if end >= 0:
                return end + 3
            self.comment_ends = False
        address = _AUTOLINK.match(self.source, here)
        if address is not None:
            place = len(self.pieces)
            self._show(here + 1, address.end() - 1)
            self.links.append((place, place + 1, address.group(1), here, address.end()))
            return address.end()
        tag = _TAG.match(self.source, here)
        if tag is None:
            return self._show(here, here + 1)
        if tag.group(1).lower() == "br":
            self.pieces.append(_Piece(" ", here, tag.end()))
        return tag.end()

    def _read_run(self, here: int) -> int:
        source, mark = self.source, self.source[here]
        after = here
        while source[after : after + 1] == mark:
            after += 1
        if mark != "~" or after - here == 2:
            before, following = source[here - 1 : here] or " ", source[after : after + 1] or " "
            self.runs.append(read_run(mark, after - here, before, following, len(self.pieces)))
        return self._show(here, after)

    def _open_bracket(self, here: int) -> int:
        picture = self.source[here] == "!"
        if picture and self.source[here + 1 : here + 2] != "[":
            return self._show(here, here + 1)
        after = here + 2 if picture else here + 1
        self.brackets.append(_Bracket(len(self.pieces), len(self.runs), here, after, picture))
        return self._show(here, after)

    def _close_bracket(self, here: int) -> int:
        if not self.brackets:
            return self._show(here, here + 1)
        bracket = self.brackets.pop()
        dead = len(self.brackets) < self.dead_brackets and not bracket.picture
        self.dead_brackets = min(self.dead_brackets, len(self.brackets))
        target = None if dead else self._read_target(bracket, here)
        if target is None:
            return self._show(here, here + 1)
        address, end = target
        self._pair_runs(bracket.runs)
        del self.runs[bracket.runs :]
        self.pieces[bracket.place].shown = ""
        if bracket.picture:
            alternative = "".join(piece.shown for piece in self.pieces[bracket.place :])
            self.pictures.append(Picture(alternative, address, self.offsets[bracket.start], self._end_of(end)))
            del self.pieces[bracket.place :]
            while self.links and self.links[-1][0] >= bracket.place:
                self.links.pop()
        else:
            self.links.append((bracket.place, len(self.pieces), address, bracket.start, end))
            # No link inside a link: the brackets around this one stay brackets.
            self.dead_brackets = len(self.brackets)
        return end

    def _read_target(self, bracket: _Bracket, here: int) -> tuple[str, int] | None:
        """Return the address behind the bracket closed at `here` and where the link ends, or None: no link."""
        target = _TARGET.match(self.source, here + 1)
        if target is not None:
            return (target.group(1) or target.group(2) or ""), target.end()
        if not self.references:
            return None
        label = _LABEL.match(self.source, here + 1)
        if label is not None and label.group(1).strip():
            address = self.references.get(normalise_label(label.group(1)))
            return None if address is None else (address, label.end())
        if here - bracket.after > 999:
            return None
        address = self.references.get(normalise_label(self.source[bracket.after : here]))
        return None if address is None else (address, label.end() if label else here + 1)

    def _pair_runs(self, bottom: int) -> None:
        """Match the emphasis marks from run number `bottom` on; matched marks are no longer visible."""
        runs = self.runs[bottom:]
        pair_runs(runs)
        for run in runs:
            used = run.length - run.left
            piece = self.pieces[run.place]
            piece.shown = piece.shown[used:]
            piece.start += used

    def _end_of(self, end: int) -> int:
        return self.offsets[end - 1] + 1

    def _build(self) -> InlineText:
        parts: list[str] = []
        places: list[int] = []
        ends: dict[int, int] = {}
        bounds: list[int] = [0]
        size = 0
        for piece in self.pieces:
            shown = piece.shown
            if len(shown) == piece.end - piece.start:
                places.extend(self.offsets[piece.start : piece.end])
            else:
                places.extend([self.offsets[piece.start]] * len(shown) if shown else [])
                for place in range(size, size + len(shown)):
                    ends[place] = self._end_of(piece.end)
            parts.append(shown)
            size += len(shown)
            bounds.append(size)
        text = "".join(parts)
        links = [
            Link(text[bounds[first] : bounds[last]], address, self.offsets[start], self._end_of(end))
            for first, last, address, start, end in self.links
        ]
        return InlineText(text, places, ends, links, self.pictures)
