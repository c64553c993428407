"""What a news agency writes around its story: the dateline before it, who wrote and edited it behind it, its slugs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from assistant.intake.lines import Piece, visible
from assistant.model import Block, Removed, RemovedCategory

_NAMES: Final = (
    r"(?:AFP|Agence France[- ]Presse|R(?:euters|EUTERS)|Associated Press|AP|ANSA|EFE|dpa|DPA|[Bb]elga|BELGA|"
    r"(?:Keystone-)?(?:ATS|ats)|APA|TASS|Tass|RIA Novosti|Interfax|Xinhua|XINHUA|KCNA|Yonhap|Kyodo|Anadolu|AA|UPI|ANP|"
    r"PAP|PTI|Lusa|LUSA|Bloomberg|La Presse canadienne|The Canadian Press|PA Media|AAP|STT|TT|NTB|Ritzau)"
)
_AGENCY: Final = rf"[(\[/]\s?{_NAMES}(?:\s?[/,-]\s?{_NAMES})?\s?[)\]/]"
_PART: Final = r"[A-ZÀ-Þ][\w’'.]{0,24}"
_PLACE: Final = rf"{_PART}(?:(?:[ -](?:(?:de|du|des|la|le|les|sur|sous|en|of|the)[ -]|[ld][’'])?|/){_PART}){{0,4}}"
_CAPITALS: Final = r"[A-ZÀ-Þ]{3}[A-ZÀ-Þ’' /-]{0,40}"
_MONTH: Final = r"[^\W\d_]{3,10}\.?"
_DATE: Final = (
    rf"(?:(?:le |on )?(?:[^\W\d_]{{3,9}} )?\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?)"
)
_WHERE: Final = rf"{_PLACE}(?:, {_PLACE})?(?:, {_DATE})?"
_DASH: Final = r"\s?\.?\s?[-–—:]{1,2}"
_DATELINE: Final = re.compile(
    rf"(?:{_WHERE}\.? {_AGENCY}(?:{_DASH}|\.)?"  # PARIS, 4 mars 2026 (AFP) -
    rf"|{_AGENCY}{_DASH} ?{_WHERE}{_DASH}|{_AGENCY}{_DASH}"  # (Reuters) - PARIS, 4 mars -
    rf"|{_NAMES}{_DASH} {_WHERE}{_DASH}|{_CAPITALS}(?:, {_PLACE})?, {_DATE}{_DASH})(?:\s|$)\s*"
)
_DESK: Final = (
    r"(?:(?:[Aa]dditional |[Ff]urther )?[Rr]eporting|[Ww]riting|[Ww]ritten|[Ee]dit(?:ing|ed)|[Cc]ompiled|[Tt]ranslated|"
    r"[Rr]édigé|[RrÉE]crit|[EÉeé]dité|[Rr]eportage|[Tt]raduit|[Rr]édaction|[Aa]vec (?:la )?contribution|"
    r"[Aa]vec les? (?:bureaux?|services?|rédactions?)|[Vv]ersion française|[Ee]dition|[ÉE]dition)"
    r"(?: (?:et|and) (?:édité|rédigé|edit(?:ing|ed)|writing|écrit))?"
)
_BY: Final = r"(?: française?)? ?(?:by|par|de|du|d[’']|:) ?"
_SIGNED: Final = re.compile(rf"[(\[]{_DESK}(?:{_BY})[^()\[\]\n]{{3,300}}[)\]]\.?$")
_NAMED: Final = rf"{_PART}(?:(?:[ ,]{{1,2}}(?:et |and |in |à |at |de )?){_PART}){{0,9}}"
_UNBRACKETED: Final = re.compile(rf"{_DESK}{_BY}{_NAMED}(?:\s?[;,.] ?{_DESK}{_BY}{_NAMED}){{0,4}}\W{{0,3}}$")
_INITIALS: Final = re.compile(r"[a-z]{2,6}(?:[/-][a-z]{2,6}){0,4}/[a-z]{2,6}(?:[/-][a-z]{2,6}){0,4}$")
_SLUG: Final = re.compile(rf"{_NAMES}\s?[-–—|/:]\s?[\w’'-]+(?:[ /][\w’'-]+){{0,2}}$")
_SENTENCE_END: Final = re.compile(r"[.!?…»”\"]\s*$")


def agency_category(text: str) -> RemovedCategory | None:
    """Return what a whole piece is that only an agency writes: "stamp" for a dateline, "credit" for who wrote it."""
    dateline = _DATELINE.match(text)
    if dateline and dateline.end() == len(text):
        return "stamp"
    marks = (_SIGNED, _UNBRACKETED, _INITIALS, _SLUG)
    return "credit" if any(pattern.match(text) for pattern in marks) else None


def part_agency_marks(raw: str, piece: Piece) -> tuple[Piece, tuple[Removed, ...]]:
    """Return the piece without the dateline that opens it and the credit in brackets that ends it; and both, if any.

    Offsets point into `raw`.
    """
    start, end = _own_words(raw[piece.start : piece.end])
    first, last = piece.start + start, piece.start + end
    removed: list[Removed] = []
    if start:
        removed.append(Removed("stamp", visible(raw[piece.start : first]), piece.start, first))
    if last < piece.end:
        removed.append(Removed("credit", visible(raw[last : piece.end]), last, piece.end))
    if not removed:
        return piece, ()
    last = first + len(raw[first:last].rstrip())
    return replace(piece, start=first, end=last, text=visible(raw[first:last])), tuple(removed)


def part_agency_blocks(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """Return blocks without offsets as `part_agency_marks` does pieces, and what was taken from them."""
    kept: list[Block] = []
    removed: list[Removed] = []
    for block in blocks:
        category = agency_category(block.text)
        if category is not None:
            removed.append(Removed(category, block.text))
            continue
        start, end = _own_words(block.text)
        if start:
            removed.append(Removed("stamp", block.text[:start].strip()))
        if end < len(block.text):
            removed.append(Removed("credit", block.text[end:].strip()))
        kept.append(replace(block, text=block.text[start:end].strip()) if end - start < len(block.text) else block)
    return tuple(kept), tuple(removed)


def _own_words(text: str) -> tuple[int, int]:
    """Return where the story begins and ends in a paragraph; all of it where nothing else would be left."""
    dateline = _DATELINE.match(text)
    start = dateline.end() if dateline else 0
    opened = max(text.rfind("("), text.rfind("["))
    end = len(text)
    if opened > start and _SIGNED.match(text[opened:].rstrip()) and _SENTENCE_END.search(text[start:opened]):
        end = opened
    return (start, end) if text[start:end].strip() else (0, len(text))
