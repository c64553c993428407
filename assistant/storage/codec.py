"""A draft as JSON and back: the body of the store, and the project file of the export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Final, Literal, get_args

from assistant.errors import StorageError
from assistant.model import (
    Approval,
    Block,
    BlockKind,
    Brief,
    ClaimFault,
    ClaimFinding,
    Decision,
    DecisionKind,
    Departure,
    Draft,
    DraftField,
    Evidence,
    Flag,
    Opinion,
    Origin,
    Passage,
    Remark,
    RemarkKind,
    Removed,
    RemovedCategory,
    Repair,
    Section,
    SectionKind,
    Source,
    Usage,
    Verdict,
    Version,
)
from assistant.storage.record import Record, as_record

FORMAT: Final = 5
"""The version of the JSON. A new or changed field of a draft raises it, with a step that reads the old one."""

REVIEW: Final = "review"
"""The field of a project file that holds the record of its review, for people: the draft itself has all of it."""

FORMATS: Final = tuple(range(1, FORMAT + 1))

FLAG_KINDS: Final[tuple[Literal["instruction", "language-mismatch"], ...]] = ("instruction", "language-mismatch")
LEVELS: Final[tuple[Literal[2, 3], ...]] = (2, 3)
BLOCK_KINDS: Final[tuple[BlockKind, ...]] = get_args(BlockKind)
REMOVED_CATEGORIES: Final[tuple[RemovedCategory, ...]] = get_args(RemovedCategory)
ORIGINS: Final[tuple[Origin, ...]] = get_args(Origin)
SECTION_KINDS: Final[tuple[SectionKind, ...]] = get_args(SectionKind)
REMARK_KINDS: Final[tuple[RemarkKind, ...]] = get_args(RemarkKind)
DRAFT_FIELDS: Final[tuple[DraftField, ...]] = get_args(DraftField)
DECISION_KINDS: Final[tuple[DecisionKind, ...]] = get_args(DecisionKind)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
CLAIM_FAULTS: Final[tuple[ClaimFault, ...]] = get_args(ClaimFault)

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def draft_to_json(draft: Draft) -> str:
    """Return the draft as one JSON object, every field of it; `draft_from_json` gives the same draft back.

    NUL and lone surrogates, which no store and no UTF-8 file holds, become U+FFFD, one for one: offsets stay true.
    """
    content = asdict(draft)
    text = _dump(content)
    return _dump(_without_unstorable(content)) if _has_unstorable(text) else text


def draft_from_json(text: str) -> Draft:
    """Return the draft that `draft_to_json` wrote.

    Raises StorageError: "damaged-project" for what is not such a draft, "newer-project" for one of a newer version.
    """
    try:
        content: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StorageError("damaged-project", place="JSON") from error
    project = as_record(content, "project")
    if project.number("format") > FORMAT:
        raise StorageError("newer-project")
    version = project.only("format", "draft", REVIEW).choice("format", FORMATS)
    return _draft(_upgraded(project.record("draft"), version))


def _upgraded(draft: Record, version: int) -> Record:
    """Return the draft of an older version with the fields that came later, empty as they were."""
    if version < 3:
        _complete_versions(draft)
    added = {field: value for step in _ADDED[version - 1 :] for field, value in step.items()}
    return Record({**added, **draft.fields}, draft.place)


_ADDED: Final[tuple[dict[str, object], ...]] = (
    {"author": "", "published": "", "image": "", "image_alternative": ""},
    {},
    {"decisions": [], "opinions": [], "departures": []},
    {"approvals": []},
)
"""What versions 2, 3, … of the format added to a draft. A released step never changes."""


def _complete_versions(draft: Record) -> None:
    """Give the versions of a draft, in place, what format 3 added to them: remarks and usage."""
    for name in ("sections", "deleted"):
        for section in draft.all(name, lambda record: record):
            for version in section.all("versions", lambda record: record):
                version.fields.setdefault("remarks", [])
                version.fields.setdefault("usage", None)


def _dump(content: object) -> str:
    return json.dumps({"format": FORMAT, "draft": content}, ensure_ascii=False, separators=(",", ":"))


def _has_unstorable(text: str) -> bool:
    return "\\u0000" in text or _UNSTORABLE.search(text) is not None


def _without_unstorable(value: object) -> object:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_unstorable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_unstorable(item) for item in value]
    return value


def _draft(record: Record) -> Draft:
    record.only(*_names(Draft))
    draft = Draft(
        id=record.text("id"),
        language=record.text("language"),
        sources=record.all("sources", _source),
        brief=_brief(record.record("brief")),
        keyphrase=record.text("keyphrase"),
        synonyms=record.texts("synonyms"),
        title=record.text("title"),
        standfirst=record.text("standfirst"),
        description=record.text("description"),
        slug=record.text("slug"),
        sections=record.all("sections", _section),
        orphans=record.all("orphans", _passage),
        deleted=record.all("deleted", _section),
        created=record.instant("created"),
        updated=record.instant("updated"),
        author=record.text("author"),
        published=record.text("published"),
        image=record.text("image"),
        image_alternative=record.text("image_alternative"),
        decisions=record.all("decisions", _decision),
        opinions=record.all("opinions", _opinion),
        departures=record.all("departures", _departure),
        approvals=record.all("approvals", _approval),
    )
    _refuse_doubles((source.id for source in draft.sources), "draft.sources")
    _refuse_doubles((section.id for section in (*draft.sections, *draft.deleted)), "draft.sections")
    return draft


def _brief(record: Record) -> Brief:
    record.only(*_names(Brief))
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


def _source(record: Record) -> Source:
    record.only(*_names(Source))
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
    record.only(*_names(Block))
    start, end = record.optional_span()
    return Block(record.choice("kind", BLOCK_KINDS), record.text("text"), start, end)


def _removed(record: Record) -> Removed:
    record.only(*_names(Removed))
    start, end = record.optional_span()
    return Removed(record.choice("category", REMOVED_CATEGORIES), record.text("text"), start, end)


def _repair(record: Record) -> Repair:
    record.only(*_names(Repair))
    return Repair(record.text("kind"), record.text("before"), record.text("after"), record.flag("applied"))


def _flag(record: Record) -> Flag:
    record.only(*_names(Flag))
    start, end = record.optional_span()
    return Flag(record.choice("kind", FLAG_KINDS), record.text("text"), start, end)


def _passage(record: Record) -> Passage:
    record.only(*_names(Passage))
    start, end = record.span()
    return Passage(record.text("source"), start, end)


def _section(record: Record) -> Section:
    record.only(*_names(Section))
    section = Section(
        id=record.text("id"),
        level=record.choice("level", LEVELS),
        heading=record.text("heading"),
        passages=record.all("passages", _passage),
        target_words=record.number("target_words"),
        kind=record.choice("kind", SECTION_KINDS),
        versions=record.all("versions", _version),
    )
    _refuse_doubles((version.id for version in section.versions), f"{record.place}.versions")
    return section


def _version(record: Record) -> Version:
    record.only(*_names(Version))
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
    record.only(*_names(Remark))
    return Remark(record.choice("kind", REMARK_KINDS), record.number("count"))


def _usage(record: Record) -> Usage:
    record.only(*_names(Usage))
    return Usage(
        prompt_tokens=record.number("prompt_tokens"),
        answer_tokens=record.number("answer_tokens"),
        requests=record.number("requests"),
        retries=record.number("retries"),
        estimated=record.flag("estimated"),
        cost=record.optional_number("cost"),
    )


def _evidence(record: Record) -> Evidence:
    record.only(*_names(Evidence))
    start, end = record.span()
    return Evidence(start, end, record.all("passages", _passage))


def _decision(record: Record) -> Decision:
    record.only(*_names(Decision))
    return Decision(
        field=record.choice("field", DRAFT_FIELDS),
        section=record.optional_text("section"),
        sentence=record.text("sentence"),
        verdict=record.choice("verdict", VERDICTS),
        kind=record.choice("kind", DECISION_KINDS),
        by=record.text("by"),
        at=record.instant("at"),
        reference=record.text("reference"),
        after=record.text("after"),
        findings=record.all("findings", _finding),
    )


def _finding(record: Record) -> ClaimFinding:
    record.only(*_names(ClaimFinding))
    start, end = record.span()
    return ClaimFinding(record.choice("kind", CLAIM_FAULTS), start, end, record.text("found"), record.text("expected"))


def _opinion(record: Record) -> Opinion:
    record.only(*_names(Opinion))
    return Opinion(
        sentence=record.text("sentence"),
        sources=record.text("sources"),
        verdict=record.choice("verdict", VERDICTS),
        model=record.text("model"),
        at=record.instant("at"),
        words=record.text("words"),
        passage=record.optional_record("passage", _passage),
    )


def _departure(record: Record) -> Departure:
    record.only(*_names(Departure))
    return Departure(
        at=record.instant("at"),
        by=record.text("by"),
        format=record.text("format"),
        altered=record.number("altered"),
        unsupported=record.number("unsupported"),
    )


def _approval(record: Record) -> Approval:
    record.only(*_names(Approval))
    return Approval(record.text("by"), record.instant("at"), record.text("article"))


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _refuse_doubles(ids: Iterable[str], place: str) -> None:
    seen = list(ids)
    if len(set(seen)) < len(seen):
        raise StorageError("damaged-project", place=place)
