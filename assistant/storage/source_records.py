"""Briefs and sources, read from stored JSON.

Every reader raises StorageError("damaged-project") or ("newer-project"), as `Record` does.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from assistant.model import Block, BlockKind, Brief, Flag, Passage, Removed, RemovedCategory, Repair, Source
from assistant.storage.record import Record

FLAG_KINDS: Final[tuple[Literal["instruction", "language-mismatch"], ...]] = ("instruction", "language-mismatch")
BLOCK_KINDS: Final[tuple[BlockKind, ...]] = get_args(BlockKind)
REMOVED_CATEGORIES: Final[tuple[RemovedCategory, ...]] = get_args(RemovedCategory)


def read_brief(record: Record) -> Brief:
    """Return the brief of a record."""
    record.only_fields_of(Brief)
    return Brief(
        text=record.text("text"),
        language=record.optional_text("language"),
        min_words=record.optional_number("min_words"),
        max_words=record.optional_number("max_words"),
        target_words=record.optional_number("target_words"),
        subheadings=record.optional_flag("subheadings"),
        heading_levels=record.optional_numbers("heading_levels"),
        n_subheadings=record.optional_number("n_subheadings"),
        seo=record.optional_flag("seo"),
        tone=record.optional_text("tone"),
        keywords=record.texts("keywords"),
        meta_description=record.optional_flag("meta_description"),
        faq=record.optional_flag("faq"),
        audience=record.optional_text("audience"),
        instruction_language=record.optional_text("instruction_language"),
    )


def read_source(record: Record) -> Source:
    """Return the source of a record, with all that was taken out of it."""
    record.only_fields_of(Source)
    return Source(
        id=record.text("id"),
        name=record.text("name"),
        raw=record.text("raw"),
        language=record.text("language"),
        title=record.optional_text("title"),
        dek=record.optional_text("dek"),
        blocks=record.all("blocks", _block),
        removed=record.all("removed", _removed),
        repairs=record.all("repairs", _repair),
        flagged=record.all("flagged", _flag),
    )


def _block(record: Record) -> Block:
    record.only_fields_of(Block)
    start, end = record.optional_span()
    return Block(record.choice("kind", BLOCK_KINDS), record.text("text"), start, end)


def _removed(record: Record) -> Removed:
    record.only_fields_of(Removed)
    start, end = record.optional_span()
    return Removed(record.choice("category", REMOVED_CATEGORIES), record.text("text"), start, end)


def _repair(record: Record) -> Repair:
    record.only_fields_of(Repair)
    return Repair(record.text("kind"), record.text("before"), record.text("after"), record.flag("applied"))


def _flag(record: Record) -> Flag:
    record.only_fields_of(Flag)
    start, end = record.optional_span()
    return Flag(record.choice("kind", FLAG_KINDS), record.text("text"), start, end)


def read_passage(record: Record) -> Passage:
    """Return the passage of a record."""
    record.only_fields_of(Passage)
    start, end = record.span()
    return Passage(record.text("source"), start, end)
