"""What a document says of its own lines, against what was guessed from their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from assistant.intake.document import DocumentLine, LineKind
from assistant.intake.lines import Piece
from assistant.intake.titles import Judgement

# House rule: where more than this share of a document's words, in so many pieces, looks like a page's menus, a whole
# web page was saved in it, and it is cleaned as a pasted page is; else the document is the article.
MOST_REMOVED: Final = 0.35
PIECES_OF_A_PAGE: Final = 12
_GUESSED: Final = ("menu", "related")
_LABELS: Final[dict[LineKind, Judgement]] = {
    "title": Judgement("title"),
    "dek": Judgement("dek"),
    "subheading": Judgement("subheading"),
    "list": Judgement("list"),
    "row": Judgement("list"),
    "quote": Judgement("quote"),
    "caption": Judgement(None, "caption"),
}


def keep_layout(
    pieces: Sequence[Piece], judgements: Sequence[Judgement], layout: Sequence[DocumentLine]
) -> list[Judgement]:
    """Return the judgements, those replaced on which the document itself speaks.

    `pieces` point into the lines of `layout` joined by newlines; without a layout the judgements stay as they are.
    """
    if not layout:
        return list(judgements)
    starts = list(accumulate((len(line.text) + 1 for line in layout), initial=0))
    lines = [layout[min(bisect_right(starts, piece.start) - 1, len(layout) - 1)] for piece in pieces]
    is_article = not _is_whole_page(pieces, judgements)
    has_title = any(line.kind == "title" for line in lines)
    kept = [
        _settle(line, judgement, is_article=is_article, has_title=has_title)
        for line, judgement in zip(lines, judgements, strict=True)
    ]
    return _first_only(_first_only(kept, "title"), "dek")


def _is_whole_page(pieces: Sequence[Piece], judgements: Sequence[Judgement]) -> bool:
    guessed = [len(piece.words) for piece, each in zip(pieces, judgements, strict=True) if each.category in _GUESSED]
    return len(guessed) >= PIECES_OF_A_PAGE and sum(guessed) > MOST_REMOVED * sum(len(piece.words) for piece in pieces)


def _settle(line: DocumentLine, judgement: Judgement, *, is_article: bool, has_title: bool) -> Judgement:
    if line.kind is not None:
        return judgement if judgement.label == "title" and not has_title else _LABELS[line.kind]
    if judgement.label == "title" and has_title:
        return Judgement("paragraph")
    if judgement.label is None and judgement.category in _GUESSED and is_article:
        return Judgement("paragraph")
    return judgement


def _first_only(judgements: list[Judgement], label: str) -> list[Judgement]:
    """The judgements with one title, one standfirst: a second one is a paragraph."""
    first = next((index for index, each in enumerate(judgements) if each.label == label), None)
    return [
        Judgement("paragraph") if each.label == label and index != first else each
        for index, each in enumerate(judgements)
    ]
