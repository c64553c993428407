"""Raw material to a clean source: the order in which everything in this package is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath
from typing import Final

from assistant.errors import SourceError
from assistant.intake.agency_marks import part_agency_blocks, part_agency_marks
from assistant.intake.brief import parse_brief
from assistant.intake.brief_place import find_brief
from assistant.intake.cut_words import join_cut_pieces
from assistant.intake.decode import accept_text, decode_text
from assistant.intake.document import Document, DocumentLine
from assistant.intake.documents import DOCUMENT_READERS, accept_file, read_document
from assistant.intake.flags import flag_left_out, part_blocks, part_foreign, part_instructions
from assistant.intake.language import detect_language
from assistant.intake.layout import keep_layout
from assistant.intake.leftover import list_left_out
from assistant.intake.lines import Piece, cut_pieces, visible
from assistant.intake.markdown_text import read_markdown
from assistant.intake.repairs import read_vocabulary, repair_text
from assistant.intake.segment import judge_pieces
from assistant.intake.titles import Judgement
from assistant.intake.web import accept_html, extract_article, is_hostile, strip_tags
from assistant.model import Block, BlockKind, Brief, Flag, Removed, Repair, Source, Span, new_id

ACCEPTED_TYPES: Final = (".txt", ".md", ".markdown", ".html", ".htm", *DOCUMENT_READERS)
# A page whose parser found fewer words of article than this is read again as bare text.
FEWEST_WORDS_OF_A_PAGE: Final = 25
_KINDS: Final[dict[str, BlockKind]] = {"subheading": "subheading", "list": "list", "quote": "quote"}


@dataclass(frozen=True, slots=True)
class Intake:
    """A source and the instruction found in it. `brief_span` points into the raw text; None where there is no brief."""

    source: Source
    brief: Brief | None = None
    brief_span: Span | None = None


def read_text(raw: str, name: str = "", *, layout: Sequence[DocumentLine] = ()) -> Intake:
    """Return the source that a pasted text becomes, with its brief. Offsets point into `raw`.

    `layout` are the lines of `raw` where a document's own headings, lists and quotations are known. Every
    non-space character of `raw` is in the brief, the title, the dek, a block, a removed span or the `before` of an
    applied repair. Raises SourceError: "empty-source", "binary-source", "too-large-source", "no-sentences".
    """
    raw = accept_text(raw)
    found = find_brief(raw)
    span, brief = found if found else (None, None)
    stretches = _stretches(raw, span)
    language = detect_language("\n".join(raw[start:end] for start, end in stretches))
    pieces = [piece for start, end in stretches for piece in cut_pieces(raw, start, end, language)]
    pieces, joined = join_cut_pieces(pieces)
    pieces, orders = part_instructions(raw, pieces, language)
    judgements = keep_layout(pieces, judge_pieces(pieces, language), layout)
    pieces, judgements, foreign = part_foreign(raw, pieces, judgements, language)
    source = _with_flags(_assemble(raw, name, language, pieces, judgements), (*orders, *foreign))
    source = replace(source, repairs=(*joined, *source.repairs))
    if not source.blocks and not source.title and not source.flagged:
        raise SourceError("no-sentences")
    return Intake(source, brief, span)


def read_html(page: str, name: str = "") -> Intake:
    """Return the source that a web page becomes; its blocks and removed texts have no offsets, `raw` is the page.

    Markup that would drown a parser, and a page in which it finds no article, are read as bare text.
    Raises SourceError as `read_text` does.
    """
    page = accept_html(page)
    article = None if is_hostile(page) else extract_article(page)
    if article is None or sum(len(line.text.split()) for line in article.lines) < FEWEST_WORDS_OF_A_PAGE:
        return _read_bare(page, name, article.title if article else None)
    blocks = tuple(Block(_KINDS.get(line.kind, "paragraph"), line.text) for line in article.lines)
    title = article.title
    if title is not None and blocks and blocks[0].text.casefold() == title.casefold():
        blocks = blocks[1:]
    left_out = list_left_out(page, [title or "", *(block.text for block in blocks)])
    blocks, marks = part_agency_blocks(blocks)
    left_out = (*marks, *left_out)
    language = detect_language("\n".join(block.text for block in blocks))
    blocks, flags = part_blocks(blocks, language)
    source = Source(new_id(), name, page, language, title, None, blocks, left_out)
    source = _with_flags(source, flags)
    return Intake(replace(source, flagged=(*source.flagged, *flag_left_out(left_out, language))))


def _read_bare(page: str, name: str, title: str | None) -> Intake:
    intake = read_text(strip_tags(page), name)
    source = intake.source
    blocks = tuple(replace(block, start=None, end=None) for block in source.blocks)
    removed = tuple(replace(each, start=None, end=None) for each in source.removed)
    source = replace(source, raw=page, title=source.title or title, blocks=blocks, removed=removed)
    return Intake(source, intake.brief)


def read_file(name: str, data: bytes, encoding: str | None = None) -> Intake:
    """Return the source in a file: plain text, Markdown, HTML, or one of DOCUMENT_READERS, by its name's ending.

    `Source.raw` is the text of the file; only plain text has offsets. `encoding` is that named by whoever sent a text
    file; where another one is as likely as the one chosen, a repair "encoding" shows both. Raises SourceError
    "unsupported-file" for another ending, "empty-source", "binary-source", "too-large-source", "no-sentences", and as
    `documents.accept_file` and `documents.read_document` do.
    """
    ending = PurePath(name).suffix.lower()
    if ending and ending not in ACCEPTED_TYPES:
        raise SourceError("unsupported-file", name=name, accepted=", ".join(ACCEPTED_TYPES))
    accept_file(name, ending, data)
    if ending in DOCUMENT_READERS:
        return _read_laid_out(read_document(name, ending, data), name)
    decoded = decode_text(data, encoding)
    if ending in (".html", ".htm"):
        intake = read_html(decoded.text, name)
    elif ending in (".md", ".markdown"):
        intake = _read_markdown_file(decoded.text, name)
    else:
        intake = read_text(decoded.text, name)
    if decoded.doubt is None:
        return intake
    return replace(intake, source=replace(intake.source, repairs=(decoded.doubt, *intake.source.repairs)))


def _read_laid_out(document: Document, name: str) -> Intake:
    intake = read_text(document.text, name, layout=document.lines)
    source = intake.source
    removed = (*document.removed, *source.removed)
    printed = document.printed or "\n".join((document.text, *(each.text for each in document.removed)))
    source = replace(
        source,
        raw=accept_text(printed),
        title=source.title or document.suggested_title,
        blocks=tuple(replace(block, start=None, end=None) for block in source.blocks),
        removed=tuple(replace(each, start=None, end=None) for each in removed),
        repairs=(*document.repairs, *source.repairs),
        flagged=tuple(replace(each, start=None, end=None) for each in source.flagged),
    )
    return Intake(source, intake.brief)


def _read_markdown_file(text: str, name: str) -> Intake:
    text = accept_text(text)
    parts = read_markdown(text)
    blocks: list[Block] = []
    brief: Brief | None = None
    for index, line in enumerate(parts.lines):
        found = parse_brief(line.text) if index in (0, len(parts.lines) - 1) and not line.level else None
        if found and brief is None:
            brief = found
            continue
        kind: BlockKind = (
            "subheading" if line.level else "list" if line.is_list else "quote" if line.is_quote else "paragraph"
        )
        blocks.append(Block(kind, line.text))
    if not blocks and parts.title is None:
        raise SourceError("no-sentences")
    removed = (Removed("boilerplate", parts.front_matter),) if parts.front_matter.strip() else ()
    kept, marks = part_agency_blocks(tuple(blocks))
    body = "\n".join(block.text for block in kept)
    source = Source(new_id(), name, text, detect_language(body), parts.title, None, kept, (*removed, *marks))
    return Intake(source, brief)


def _stretches(raw: str, brief: Span | None) -> tuple[Span, ...]:
    if brief is None:
        return ((0, len(raw)),)
    return tuple((start, end) for start, end in ((0, brief[0]), (brief[1], len(raw))) if raw[start:end].strip())


def _assemble(raw: str, name: str, language: str, pieces: Sequence[Piece], judgements: Sequence[Judgement]) -> Source:
    vocabulary = read_vocabulary(list(pieces), language)
    repairs = list(_glue_repairs(pieces))
    texts: dict[str, str] = {}
    blocks: list[Block] = []
    removed: list[Removed] = []
    for piece, judgement in zip(pieces, judgements, strict=True):
        if judgement.label is None:
            start = piece.start if piece.bullet_start is None else piece.bullet_start
            removed.append(Removed(judgement.category or "boilerplate", raw[start : piece.end], start, piece.end))
            continue
        if piece.bullet_start is not None:
            repairs.append(Repair("list-mark", raw[piece.bullet_start : piece.start], ""))
        if judgement.signed:
            piece, signature = _part_signature(raw, piece)
            removed.append(signature)
        piece, marks = part_agency_marks(raw, piece)
        removed += marks
        text, mended = repair_text(piece.text, vocabulary)
        repairs += mended
        if judgement.label == "title" or judgement.label == "dek":  # mypy narrows this
            texts[judgement.label] = text
        else:
            blocks.append(Block(judgement.label, text, piece.start, piece.end))
    return Source(
        id=new_id(),
        name=name,
        raw=raw,
        language=language,
        title=texts.get("title"),
        dek=texts.get("dek"),
        blocks=tuple(blocks),
        removed=tuple(removed),
        repairs=tuple(repairs),
    )


def _with_flags(source: Source, flags: Iterable[Flag]) -> Source:
    """The source with its flags; what is flagged is among what was removed, so that all is accounted for."""
    flagged = tuple(sorted(flags, key=lambda flag: flag.start or 0))
    removed = (*source.removed, *(Removed("boilerplate", flag.text, flag.start, flag.end) for flag in flagged))
    return replace(source, flagged=flagged, removed=tuple(sorted(removed, key=lambda each: each.start or 0)))


def _part_signature(raw: str, piece: Piece) -> tuple[Piece, Removed]:
    """The piece without the agency's name in brackets at its end, and that name as removed."""
    place = raw.rindex("(", piece.start, piece.end)
    text = raw[piece.start : place]
    end = piece.start + len(text.rstrip())
    return replace(piece, end=end, text=visible(text)), Removed("credit", raw[place : piece.end], place, piece.end)


def _glue_repairs(pieces: Sequence[Piece]) -> tuple[Repair, ...]:
    """One repair for each place where pieces of one line were parted."""
    return tuple(
        Repair(
            "glued-sentences",
            _last_word(left.text) + _first_word(right.text),
            f"{_last_word(left.text)}\n\n{_first_word(right.text)}",
        )
        for left, right in pairwise(pieces)
        if right.glued
    )


def _last_word(text: str) -> str:
    match = re.search(r"\S{1,40}(?:[ \u00a0\u202f][»”])?$", text)
    return match[0] if match else text[-40:]


def _first_word(text: str) -> str:
    match = re.match(r"\S{1,40}", text)
    return match[0] if match else text[:40]
