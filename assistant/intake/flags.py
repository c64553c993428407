"""Suspicious passages parted from the article: hidden instructions, and sentences in a foreign language.

What is flagged is cut out of its piece, so that outline, writing and evidence never see it; what is left of the piece
stays where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from assistant.intake.foreign import is_foreign
from assistant.intake.instructions import is_instruction, mask_quotations
from assistant.intake.lines import Piece, visible
from assistant.intake.titles import Judgement
from assistant.model import Block, Flag, Removed, Span
from assistant.text.sentences import sentence_spans

FlagKind = Literal["instruction", "language-mismatch"]
# House rule: where more of the article than this is foreign, it is in two languages, or its language was misread.
MOST_FOREIGN: Final = 0.4


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch of a text: `start` and `end` point into it."""

    kind: FlagKind
    start: int
    end: int


def find_instructions(text: str, language: str) -> tuple[Suspect, ...]:
    """Return the hidden instructions in a paragraph, sentences in a row as one; offsets into `text`."""
    masked = mask_quotations(text)
    return _suspects(
        "instruction",
        sentence_spans(text, language),
        lambda start, end: is_instruction(text[start:end], masked[start:end]),
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


def part_instructions(raw: str, pieces: Iterable[Piece], language: str) -> tuple[list[Piece], list[Flag]]:
    """Return the pieces without the hidden instructions in them, and these as flags; offsets into `raw`."""
    kept: list[Piece] = []
    flags: list[Flag] = []
    for piece in pieces:
        found = find_instructions(raw[piece.start : piece.end], language)
        kept += _rest(raw, piece, found) if found else [piece]
        flags += [_flag(raw, piece, suspect) for suspect in found]
    return kept, flags


def part_foreign(
    raw: str, pieces: Sequence[Piece], judgements: Sequence[Judgement], language: str
) -> tuple[list[Piece], list[Judgement], list[Flag]]:
    """Return pieces and judgements without the foreign sentences of the article, and these as flags.

    Titles, subheadings and quotations may be foreign, and so may half of an article: then nothing is parted.
    """
    found = [
        find_foreign(raw[piece.start : piece.end], language)
        if judgement.label in ("paragraph", "list", "subheading")
        else ()
        for piece, judgement in zip(pieces, judgements, strict=True)
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
    found = [_suspects_in(block, language) for block in blocks]
    foreign = sum(each.end - each.start for suspects in found for each in suspects if each.kind != "instruction")
    mixed = foreign > MOST_FOREIGN * sum(len(block.text) for block in blocks)
    for block, suspects in zip(blocks, found, strict=True):
        true = [each for each in suspects if each.kind == "instruction" or not mixed]
        borders = [0, *(at for each in true for at in (each.start, each.end)), len(block.text)]
        texts = (block.text[left:right].strip() for left, right in zip(borders[::2], borders[1::2], strict=True))
        kept += [replace(block, text=text) for text in texts if text]
        flags += [Flag(each.kind, block.text[each.start : each.end]) for each in true]
    return tuple(kept), tuple(flags)


def _suspects_in(block: Block, language: str) -> list[Suspect]:
    orders = find_instructions(block.text, language)
    foreign = find_foreign(block.text, language) if block.kind != "quote" else ()
    apart = [each for each in foreign if all(each.end <= order.start or order.end <= each.start for order in orders)]
    return sorted((*orders, *apart), key=lambda each: each.start)


def flag_left_out(removed: Iterable[Removed], language: str) -> tuple[Flag, ...]:
    """Return the hidden instructions in what was left out of a page, where no reader would see them."""
    return tuple(
        Flag("instruction", each.text[suspect.start : suspect.end])
        for each in removed
        for suspect in find_instructions(each.text, language)
    )
