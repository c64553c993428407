"""Going back: an earlier state of a draft made current again, with nothing of the present lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from assistant.desk import editing
from assistant.desk.evidence import passages_without_source
from assistant.model import Draft, Outline, Section, Source, Version, new_id
from assistant.storage.past import PastRevision

_MINUTE: Final = len("2026-01-31T12:59")


def restored(current: Draft, past: Draft, now: str) -> Draft:
    """Return the draft as it was in `past`, and everything that came since kept where it can be found.

    Each section keeps all its versions, the past text as the newest; sections that came since are kept as deleted, and
    sources stay. `now` is an ISO 8601 instant in UTC. The same state again changes nothing but versions' evidence.
    """
    changed = {source.id for source in past.sources if current.source(source.id) not in (source, None)}
    sections = tuple(_restored_section(current, section, changed, now) for section in past.sections)
    kept = replace(past, sources=_all_sources(current, past), created=current.created, updated=current.updated)
    kept = replace(kept, sections=current.sections, deleted=current.deleted)
    return editing.exchange_outline(kept, Outline(past.title, sections, past.orphans))


def restored_section(current: Draft, past: Draft, section_id: str, now: str) -> Draft:
    """Return the draft with the heading and the text that one section had in `past`.

    Raises StorageError("section-gone") where the draft does not have it any longer. Unchanged where `past` had none.
    """
    section = past.section(section_id)
    if section is None:
        return current
    draft = editing.rename_heading(current, section_id, section.heading)
    text = section.versions[-1] if section.versions else Version(new_id(), "", "hand", now)
    known = draft.section(section_id)
    if known is None or known.text == text.text:
        return draft
    return editing.keep_version(draft, section_id, replace(text, id=new_id(), usage=None))


def is_present_state(current: Draft, past: Draft) -> bool:
    """Whether going back to `past` would change nothing at all: no text, no heading, no detail."""
    return restored(current, past, current.updated) == current


def by_minute(states: Sequence[PastRevision]) -> tuple[tuple[PastRevision, ...], ...]:
    """Return the states of a history, newest first, those of one minute together."""
    return tuple(tuple(minute) for _, minute in groupby(states, key=lambda state: state.saved[:_MINUTE]))


def copy_of(draft: Draft, title: str, now: str) -> Draft:
    """Return a copy of the draft under new ids and another title; its texts, sources and versions are the same.

    `now` is an ISO 8601 instant in UTC.
    """
    return replace(
        draft,
        id=new_id(),
        title=title,
        sections=tuple(replace(section, id=new_id()) for section in draft.sections),
        deleted=tuple(replace(section, id=new_id()) for section in draft.deleted),
        created=now,
        updated=now,
    )


def _restored_section(current: Draft, section: Section, changed: set[str], now: str) -> Section:
    everything = (*current.deleted, *current.sections)
    known = next((other for other in everything if other.id == section.id), None)
    if known is None:
        return section
    versions = tuple(_without_evidence(version, changed) for version in known.versions)
    if section.text == known.text:
        return replace(section, versions=versions)
    past = section.versions[-1] if section.versions else Version("", "", "hand", now)
    return replace(section, versions=(*versions, replace(past, id=new_id(), usage=None)))


def _all_sources(current: Draft, past: Draft) -> tuple[Source, ...]:
    ids = {source.id for source in past.sources}
    return (*past.sources, *(source for source in current.sources if source.id not in ids))


def _without_evidence(version: Version, changed: set[str]) -> Version:
    """Return the version without the evidence that points into sources whose text is another one now."""
    evidence = []
    for each in version.evidence:
        passages = each.passages
        for source in changed:
            passages = passages_without_source(passages, source)
        if passages:
            evidence.append(replace(each, passages=passages))
    return replace(version, evidence=tuple(evidence))
