"""Words that the end of a line cut in two, made whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.intake.lines import Piece
from assistant.lang.pack import word_set
from assistant.model import Repair

_CUT_WORD: Final = re.compile(r"([^\W\d_]{1,40})[-\u2010\u00ad]$")
_WORD_START: Final = re.compile(r"[^\W\d_]{1,40}")
_WORD: Final = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{1,40}){0,3}")
# What French and English hang on a word with a hyphen of its own.
_HYPHENATED: Final = word_set("ci là il elle on je tu nous vous ils elles moi toi lui leur même mêmes être")


def join_cut_pieces(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Repair]]:
    """Return the pieces, those made one that a word cut by the end of a line runs through, and these words."""
    joined: list[Piece] = []
    repairs: list[Repair] = []
    known: Counter[str] | None = None
    for piece in pieces:
        if joined and _is_cut(joined[-1], piece):
            known = known or Counter(word.lower() for each in pieces for word in _WORD.findall(each.text))
            text = join_line(joined[-1].text, piece.text, known, repairs)
            joined[-1] = replace(joined[-1], end=piece.end, text=text)
        else:
            joined.append(piece)
    return joined, repairs


def _is_cut(above: Piece, piece: Piece) -> bool:
    goes_on = piece.line == above.line + 1 and not piece.glued and piece.bullet_start is None
    return goes_on and bool(_CUT_WORD.search(above.text)) and piece.text[0].islower()


def join_line(above: str, line: str, known: Counter[str], repairs: list[Repair]) -> str:
    """Return two lines as one, a word cut between them made whole; `repairs` gets that word. `known` counts words."""
    cut = _CUT_WORD.search(above)
    rest = _WORD_START.match(line)
    if cut is None or rest is None:
        return above + line if above.endswith(("-", "\u2010")) else f"{above} {line}"
    left, right = cut[1], rest[0]
    if above[-1] != "\u00ad" and _keeps_hyphen(left, right, known):
        return above + line
    repairs.append(Repair("hyphenation", f"{above[cut.start() :]}\n{right}", left + right))
    return above[: cut.end() - 1] + line


def _keeps_hyphen(left: str, right: str, known: Counter[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word."""
    with_hyphen, whole = f"{left}-{right}".lower(), (left + right).lower()
    if known[whole] != known[with_hyphen]:
        return known[with_hyphen] > known[whole]
    return right[0].isupper() or right.lower() in _HYPHENATED or left.lower() in ("non", "ex", "vice", "mi", "demi")
