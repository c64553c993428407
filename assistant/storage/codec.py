"""A draft as JSON and back: the body of the store, and the project file of the export."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Final

from assistant.errors import StorageError
from assistant.model import Draft
from assistant.storage.record import Record, as_record, refuse_doubles
from assistant.storage.review_records import read_approval, read_decision, read_departure, read_opinion
from assistant.storage.section_records import read_section
from assistant.storage.source_records import read_brief, read_passage, read_source

FORMAT: Final = 5
"""The version of the JSON. A new or changed field of a draft raises it, with a step that reads the old one."""

REVIEW: Final = "review"
"""The field of a project file that holds the record of its review, for people: the draft itself has all of it."""

FORMATS: Final = tuple(range(1, FORMAT + 1))

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
    record.only_fields_of(Draft)
    draft = Draft(
        id=record.text("id"),
        language=record.text("language"),
        sources=record.all("sources", read_source),
        brief=read_brief(record.record("brief")),
        keyphrase=record.text("keyphrase"),
        synonyms=record.texts("synonyms"),
        title=record.text("title"),
        standfirst=record.text("standfirst"),
        description=record.text("description"),
        slug=record.text("slug"),
        sections=record.all("sections", read_section),
        orphans=record.all("orphans", read_passage),
        deleted=record.all("deleted", read_section),
        created=record.instant("created"),
        updated=record.instant("updated"),
        author=record.text("author"),
        published=record.text("published"),
        image=record.text("image"),
        image_alternative=record.text("image_alternative"),
        decisions=record.all("decisions", read_decision),
        opinions=record.all("opinions", read_opinion),
        departures=record.all("departures", read_departure),
        approvals=record.all("approvals", read_approval),
    )
    refuse_doubles((source.id for source in draft.sources), "draft.sources")
    refuse_doubles((section.id for section in (*draft.sections, *draft.deleted)), "draft.sections")
    return draft
