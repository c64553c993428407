"""Sections with their versions, read from stored JSON.

Every reader raises StorageError("damaged-project") or ("newer-project"), as `Record` does.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from assistant.model import Evidence, Origin, Remark, RemarkKind, Section, SectionKind, Usage, Version
from assistant.storage.record import Record, refuse_doubles
from assistant.storage.source_records import read_passage

LEVELS: Final[tuple[Literal[2, 3], ...]] = (2, 3)
ORIGINS: Final[tuple[Origin, ...]] = get_args(Origin)
SECTION_KINDS: Final[tuple[SectionKind, ...]] = get_args(SectionKind)
REMARK_KINDS: Final[tuple[RemarkKind, ...]] = get_args(RemarkKind)


def read_section(record: Record) -> Section:
    """Return the section of a record, with every version."""
    record.only_fields_of(Section)
    section = Section(
        id=record.text("id"),
        level=record.choice("level", LEVELS),
        heading=record.text("heading"),
        passages=record.all("passages", read_passage),
        target_words=record.number("target_words"),
        kind=record.choice("kind", SECTION_KINDS),
        versions=record.all("versions", _version),
    )
    refuse_doubles((version.id for version in section.versions), f"{record.place}.versions")
    return section


def _version(record: Record) -> Version:
    record.only_fields_of(Version)
    return Version(
        id=record.text("id"),
        text=record.text("text"),
        origin=record.choice("origin", ORIGINS),
        created=record.instant("created"),
        evidence=record.all("evidence", _evidence),
        model=record.optional_text("model"),
        prompt_hash=record.optional_text("prompt_hash"),
        complete=record.flag("complete"),
        remarks=record.all("remarks", _remark),
        usage=record.optional_record("usage", _usage),
    )


def _remark(record: Record) -> Remark:
    record.only_fields_of(Remark)
    return Remark(record.choice("kind", REMARK_KINDS), record.number("count"))


def _usage(record: Record) -> Usage:
    record.only_fields_of(Usage)
    return Usage(
        prompt_tokens=record.number("prompt_tokens"),
        answer_tokens=record.number("answer_tokens"),
        requests=record.number("requests"),
        retries=record.number("retries"),
        estimated=record.flag("estimated"),
        cost=record.optional_number("cost"),
    )


def _evidence(record: Record) -> Evidence:
    record.only_fields_of(Evidence)
    start, end = record.span()
    return Evidence(start, end, record.all("passages", read_passage))
