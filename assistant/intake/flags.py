"""Suspicious passages parted from the article: hidden instructions, and sentences in a foreign language.

What is flagged is cut out of its piece, so that outline, writing and evidence never see it; what is left of the piece
stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from assistant.intake.foreign import is_foreign
from assistant.intake.instructions import is_bare_order, is_instruction, mask_quotations
from assistant.intake.lines import Piece, visible
from assistant.intake.titles import Judgement
from assistant.model import Block, Flag, Removed, Span
from assistant.text.sentences import sentence_spans

FlagKind = Literal["instruction", "language-mismatch"]
# House rule: where more of the article than this is foreign, it is in two languages, or its language was misread.
MOST_FOREIGN: Final = 0.4
# House rule: a text with more orders to one person than this talks to its reader like that.
MOST_BARE_ORDERS: Final = 3

_POSTED: Final = re.compile(r"\(@\w{1,30}\)|^[—–-]")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch of a text: `start` and `end` point into it."""

    kind: FlagKind
    start: int
    end: int


def find_instructions(text: str, language: str, *, bare_orders: bool) -> tuple[Suspect, ...]:
    """Return the hidden instructions in a paragraph, sentences in a row as one; offsets into `text`.

    `bare_orders`: orders to one person count whatever they ask for, because the text has hardly any.
    """
    masked = mask_quotations(text)
    return _suspects(
        "instruction",
        sentence_spans(text, language),
        lambda start, end: (
            is_instruction(text[start:end], masked[start:end])
            or (bare_orders and is_bare_order(text[start:end], masked[start:end]))
        ),
    )


def count_bare_orders(texts: Iterable[str], language: str) -> int:
    """Return how many sentences are orders to one person, whatever they ask for."""
    return sum(
        is_bare_order(text[start:end], masked[start:end])
        for text in texts
        for masked in (mask_quotations(text),)
        for start, end in sentence_spans(text, language)
    )


def find_foreign(text: str, language: str) -> tuple[Suspect, ...]:
    """Return the sentences of a paragraph that are in another language than `language`; offsets into `text`."""
    masked = mask_quotations(text)
    spans = sentence_spans(text, language)
    return _suspects(
        "language-mismatch",
        spans,
        lambda start, end: is_foreign(text[start:end], masked[start:end], language, stands_alone=len(spans) == 1),
    )


def _suspects(kind: FlagKind, spans: Sequence[Span], is_suspect: Callable[[int, int], bool]) -> tuple[Suspect, ...]:
    runs = groupby(spans, key=lambda span: is_suspect(*span))
    found = [list(run) for suspect, run in runs if suspect]
    return tuple(Suspect(kind, run[0][0], run[-1][1]) for run in found)


def _has_few_orders(texts: Iterable[str], language: str) -> bool:
    return count_bare_orders(texts, language) <= MOST_BARE_ORDERS


def part_instructions(raw: str, pieces: Iterable[Piece], language: str) -> tuple[list[Piece], list[Flag]]:
    """Return the pieces without the hidden instructions in them, and these as flags; offsets into `raw`."""
    kept: list[Piece] = []
    flags: list[Flag] = []
    pieces = list(pieces)
    bare = _has_few_orders((piece.text for piece in pieces), language)
    for piece in pieces:
        found = find_instructions(raw[piece.start : piece.end], language, bare_orders=bare)
        kept += _rest(raw, piece, found) if found else [piece]
        flags += [_flag(raw, piece, suspect) for suspect in found]
    return kept, flags


def part_foreign(
    raw: str, pieces: Sequence[Piece], judgements: Sequence[Judgement], language: str
) -> tuple[list[Piece], list[Judgement], list[Flag]]:
    """Return pieces and judgements without the foreign sentences of the article, and these as flags.

    Titles, subheadings and quotations may be foreign, and so may half of an article: then nothing is parted.
    """
    texts = [piece.text for piece in pieces]
    found = [
        find_foreign(raw[piece.start : piece.end], language)
        if judgement.label in ("paragraph", "list", "subheading") and not _is_quoted_between(texts, index)
        else ()
        for index, (piece, judgement) in enumerate(zip(pieces, judgements, strict=True))
    ]
    foreign = sum(suspect.end - suspect.start for suspects in found for suspect in suspects)
    article = sum(len(piece.text) for piece, each in zip(pieces, judgements, strict=True) if each.label)
    if not foreign or foreign > MOST_FOREIGN * article:
        return list(pieces), list(judgements), []
    kept: list[tuple[Piece, Judgement]] = []
    flags: list[Flag] = []
    for piece, judgement, suspects in zip(pieces, judgements, found, strict=True):
        kept += [(part, judgement) for part in (_rest(raw, piece, suspects) if suspects else [piece])]
        flags += [_flag(raw, piece, suspect) for suspect in suspects]
    return [piece for piece, _ in kept], [judgement for _, judgement in kept], flags


def _is_quoted_between(texts: Sequence[str], index: int) -> bool:
    """Whether the text around a paragraph quotes it: a colon before it, or behind it the name of who posted it."""
    return (index > 0 and texts[index - 1].rstrip().endswith(":")) or (
        index + 1 < len(texts) and _POSTED.search(texts[index + 1][:120]) is not None
    )


def _flag(raw: str, piece: Piece, suspect: Suspect) -> Flag:
    start, end = piece.start + suspect.start, piece.start + suspect.end
    if suspect.start == 0 and piece.bullet_start is not None:
        start = piece.bullet_start
    return Flag(suspect.kind, raw[start:end], start, end)


def _rest(raw: str, piece: Piece, suspects: Sequence[Suspect]) -> list[Piece]:
    """What is left of a piece between the suspects, with its bullet on the part that begins it."""
    borders = [piece.start, *(piece.start + at for each in suspects for at in (each.start, each.end)), piece.end]
    parts: list[Piece] = []
    for left, right in zip(borders[::2], borders[1::2], strict=True):
        text = raw[left:right]
        start, end = left + len(text) - len(text.lstrip()), right - len(text) + len(text.rstrip())
        if visible(text):
            bullet = piece.bullet_start if left == piece.start else None
            glued = piece.glued and left == piece.start
            parts.append(replace(piece, start=start, end=end, text=visible(text), glued=glued, bullet_start=bullet))
    return parts


def part_blocks(blocks: Iterable[Block], language: str) -> tuple[tuple[Block, ...], tuple[Flag, ...]]:
    """Return the blocks of a page or file without what is suspicious in them, and that as flags without offsets."""
    kept: list[Block] = []
    flags: list[Flag] = []
    blocks = tuple(blocks)
    bare = _has_few_orders((block.text for block in blocks), language)
    texts = [block.text for block in blocks]
    found = [
        _suspects_in(block, language, bare_orders=bare, quoted=_is_quoted_between(texts, index))
        for index, block in enumerate(blocks)
    ]
    foreign = sum(each.end - each.start for suspects in found for each in suspects if each.kind != "instruction")
    mixed = foreign > MOST_FOREIGN * sum(len(block.text) for block in blocks)
    for block, suspects in zip(blocks, found, strict=True):
        true = [each for each in suspects if each.kind == "instruction" or not mixed]
        borders = [0, *(at for each in true for at in (each.start, each.end)), len(block.text)]
        rest = (block.text[left:right].strip() for left, right in zip(borders[::2], borders[1::2], strict=True))
        kept += [replace(block, text=text) for text in rest if text]
        flags += [Flag(each.kind, block.text[each.start : each.end]) for each in true]
    return tuple(kept), tuple(flags)


def _suspects_in(block: Block, language: str, *, bare_orders: bool, quoted: bool) -> list[Suspect]:
    orders = find_instructions(block.text, language, bare_orders=bare_orders)
    foreign = find_foreign(block.text, language) if block.kind != "quote" and not quoted else ()
    apart = [each for each in foreign if all(each.end <= order.start or order.end <= each.start for order in orders)]
    return sorted((*orders, *apart), key=lambda each: each.start)


def flag_left_out(removed: Iterable[Removed], language: str) -> tuple[Flag, ...]:
    """Return the hidden instructions in what was left out of a page, where no reader would see them."""
    return tuple(
        Flag("instruction", each.text[suspect.start : suspect.end])
        for each in removed
        for suspect in find_instructions(each.text, language, bare_orders=False)
    )
