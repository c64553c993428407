"""A fact that no heading uses, given to a section: to its plan, and to its text where there is one."""

from __future__ import annotations

from dataclasses import replace

from assistant.desk.typesetting import typeset_version
from assistant.errors import StorageError
from assistant.model import Draft, Evidence, Passage, Section, Version, new_id
from assistant.text.markup import escape_markdown


def with_passage(draft: Draft, section_id: str, passage: Passage, now: str) -> Draft:
    """Return the draft with an orphan passage bound to a section, where the next writing will use it.

    A section that has a text gets the passage's sentences at its end as well, with their evidence, as a new version:
    the old one stays, with what it cost. `now` is an ISO 8601 instant in UTC. Raises StorageError("section-gone").
    """
    section = draft.section(section_id)
    if section is None:
        raise StorageError("section-gone")
    bound = replace(section, passages=tuple(dict.fromkeys((*section.passages, passage))))
    told = _sentences(draft, section, passage) if section.text.strip() else ""
    if told:
        added = _with_sentences(bound.versions[-1], told, passage, now)
        bound = replace(bound, versions=(*bound.versions, typeset_version(added, draft.language)))
    return replace(
        draft,
        sections=tuple(bound if old.id == section_id else old for old in draft.sections),
        orphans=tuple(orphan for orphan in draft.orphans if orphan != passage),
    )


def _with_sentences(current: Version, told: str, passage: Passage, now: str) -> Version:
    text = current.text.rstrip()
    last_line = text.rsplit("\n", 1)[-1].lstrip()
    text += "\n" if told.startswith("- ") and last_line.startswith(("- ", "* ")) else "\n\n"
    evidence = Evidence(len(text), len(text) + len(told), (passage,))
    return replace(
        current, id=new_id(), text=text + told, created=now, evidence=(*current.evidence, evidence), usage=None
    )


def _sentences(draft: Draft, section: Section, passage: Passage) -> str:
    """Return what the passage tells as the extractive writer prints it; as the source has it where that is no sentence.

    Questions and answers and who is who cannot take a bare sentence as an entry: there it is a paragraph of its own.
    """
    from assistant.writing.extractive import ExtractiveWriter
    from assistant.writing.writer import SectionTask

    kind = section.kind if section.kind in ("essentials", "dates") else "story"
    task = SectionTask(draft, replace(section, kind=kind, passages=(passage,), versions=()))
    printed = "".join(piece.text for piece in ExtractiveWriter().stream(task))
    source = draft.source(passage.source)
    return printed or (escape_markdown(source.body[passage.start : passage.end]) if source else "")
