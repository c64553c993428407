"""Printed pages back to running text: page headers and numbers go, words and paragraphs cut by lines are joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.intake.cut_words import join_line
from assistant.model import Removed, Repair

# House rules: a header or footer has at most this many lines, and stands on most pages (on every second one where left
# and right pages differ); a full line is about as long as the longest ones, and a paragraph's last one is shorter.
EDGE_LINES: Final = 3
EDGE_SHARE: Final = 0.4
LONGEST_EDGE: Final = 150
MOST_EDGE: Final = 0.4
LONGEST_NUMBERED: Final = 40
FULL_LINE: Final = 0.8
TYPICAL_RANK: Final = 0.9
SHORTEST_FULL: Final = 30

_NUMBER: Final = re.compile(r"\d{1,9}")
_PAGE_NUMBER: Final = re.compile(
    r"[-–—|• ]{0,4}(?:p(?:age|\.)?[ \u00a0]?)?\d{1,4}(?:[ \u00a0]?(?:/|sur|of|de)[ \u00a0]?\d{1,4})?[-–—|• ]{0,4}",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"[.!?…:;»”\"][ \u00a0\u202f\d\[\]()*»”\"]{0,6}$")
_BULLET: Final = re.compile(r"\s{0,20}(?:[•·▪●◦■►➢*–—-]|\d{1,2}[.)])[ \t\u00a0]")
_WORD: Final = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{1,40}){0,3}")


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs, one a line, and the words that were cut at the end of a line."""

    lines: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()


def part_edges(pages: Sequence[str]) -> tuple[tuple[tuple[str, ...], ...], tuple[Removed, ...]]:
    """Return the lines of each page without its headers, footers and page numbers, and these as removed."""
    lined = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    counts: Counter[str] = Counter()
    for lines in lined:
        counts.update({_edge_key(line) for line in (*lines[:EDGE_LINES], *lines[-EDGE_LINES:])})
    most = len(pages) if len(pages) <= 3 else EDGE_SHARE * len(pages)
    repeated = {key for key, count in counts.items() if len(pages) > 1 and count >= max(2, most)}
    edges = [_edges(lines, repeated) for lines in lined]
    if sum(map(sum, edges)) > MOST_EDGE * sum(map(len, lined)):
        # The pages repeat most of their text: only what counts them is no text.
        repeated = {key for key in repeated if "#" in key and len(key) <= LONGEST_NUMBERED}
        edges = [(min(1, top), min(1, bottom)) for top, bottom in (_edges(lines, repeated) for lines in lined)]
    removed: list[Removed] = []
    bodies = []
    for lines, (top, bottom) in zip(lined, edges, strict=True):
        last = len(lines) - bottom
        removed += [Removed("boilerplate", line) for line in (*lines[:top], *lines[last:])]
        bodies.append(tuple(lines[top:last]))
    return tuple(bodies), tuple(removed)


def _edges(lines: Sequence[str], repeated: set[str]) -> tuple[int, int]:
    """How many lines are the page's header, and how many its footer."""
    top = _edge(lines, repeated)
    return top, _edge(lines[top:][::-1], repeated)


def _edge_key(line: str) -> str:
    return _NUMBER.sub("#", line).casefold()


def _edge(lines: Sequence[str], repeated: set[str]) -> int:
    """How many lines at the beginning of `lines` are header or page number."""
    count = 0
    for line in lines[:EDGE_LINES]:
        is_edge = len(line) <= LONGEST_EDGE and _edge_key(line) in repeated
        if not is_edge and not _PAGE_NUMBER.fullmatch(line):
            break
        count += 1
    return count


def join_lines(lines: Sequence[str]) -> Joined:
    """Return the paragraphs that printed lines make up; an empty line ends a paragraph."""
    width = _typical_width(lines)
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line))
    paragraphs: list[str] = []
    repairs: list[Repair] = []
    open_line = ""
    for line in lines:
        text = line.strip()
        if paragraphs and open_line and text and not _starts_paragraph(open_line, text, width):
            paragraphs[-1] = join_line(paragraphs[-1], text, known, repairs)
        elif text:
            paragraphs.append(text)
        open_line = text
    return Joined(tuple(paragraphs), tuple(repairs))


def _typical_width(lines: Sequence[str]) -> int:
    """The length in characters of a full line: nine lines in ten are no longer."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return max(SHORTEST_FULL, lengths[int(TYPICAL_RANK * (len(lengths) - 1))]) if lengths else SHORTEST_FULL


def _starts_paragraph(above: str, line: str, width: int) -> bool:
    if _BULLET.match(line):
        return True
    if above.endswith(("-", "\u2010", "\u00ad", ",")):
        return False
    first = next((character for character in line if character.isalnum()), "")
    if first.islower():
        return False
    is_full = len(above) >= FULL_LINE * width
    return not is_full or (bool(_ENDED.search(above)) and len(above) < 0.97 * width)
