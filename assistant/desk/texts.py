"""The texts of a section: typed, generated, taken back; every one stays among its versions.

A change raises StorageError("section-gone") when the draft no longer has that section.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from assistant.desk.evidence import evidence_after_edit
from assistant.desk.sections import change_section, section_of, with_versions
from assistant.desk.typesetting import typeset_version
from assistant.errors import StorageError
from assistant.model import Draft, Section, Version, new_id

SITTING: Final = timedelta(minutes=10)
"""Hand edits replace one another for that long; then the text so far stays as a version (Ghost keeps one as often)."""


def keep_version(draft: Draft, section_id: str, version: Version) -> Draft:
    """Return the draft with that version of the section as the current one.

    A version of the same id is replaced where it stands, so that a growing text stays one version, and a hand edit
    made on top of it stays the current text. A finished text of a writer gets the typography of its language.
    """
    version = typeset_version(version, draft.language)

    def keep(section: Section) -> Section:
        if any(known.id == version.id for known in section.versions):
            return replace(section, versions=_exchange(section.versions, version.id, version))
        return replace(section, versions=(*section.versions, version))

    return change_section(draft, section_id, keep)


def keep_beneath(draft: Draft, section_id: str, version: Version, started_on: str | None) -> Draft:
    """Return the draft with a generated version kept, under what a person wrote since it was started.

    `started_on` is the id of the version that was current then, None when there was none. The person wins: when the
    current version is another one by hand, the generated one goes beneath it. Otherwise as `keep_version`.
    """
    versions = section_of(draft, section_id).versions
    known = any(other.id == version.id for other in versions)
    if known or not versions or versions[-1].origin != "hand" or versions[-1].id == started_on:
        return keep_version(draft, section_id, version)
    beneath = typeset_version(version, draft.language)
    return with_versions(draft, section_id, (*versions[:-1], beneath, versions[-1]))


def edit_text(draft: Draft, section_id: str, text: str, based_on: str | None, now: str) -> Draft:
    """Return the draft with the section's text as a person typed it, as a version of a new id.

    `based_on` is the id of the version that was being edited, None when there was none; `now` an ISO 8601 instant in
    UTC. An edit of the current hand version takes its place, for ten minutes after its first stroke. In any other
    case the text that was current stays as a version of its own: also when somebody else wrote it meanwhile.
    Evidence of sentences that still stand is kept, with their new offsets. The same text again changes nothing.
    """
    section = section_of(draft, section_id)
    if section.versions and section.text == text:
        return draft
    current = section.versions[-1] if section.versions else None
    base = next((version for version in section.versions if version.id == based_on), None)
    evidence = evidence_after_edit(base, text) if base else ()
    edited = Version(new_id(), text, "hand", now, evidence)
    if current and current.id == based_on and _is_same_sitting(current, now):
        edited = replace(edited, created=current.created)
        return with_versions(draft, section_id, (*section.versions[:-1], edited))
    return with_versions(draft, section_id, (*section.versions, edited))


def restore_version(draft: Draft, section_id: str, version_id: str) -> Draft:
    """Return the draft with a copy of an earlier version as the current one; all others stay. A copy costs nothing.

    Raises StorageError("version-gone") when the section does not have it.
    """
    section = section_of(draft, section_id)
    version = next((version for version in section.versions if version.id == version_id), None)
    if version is None:
        raise StorageError("version-gone")
    if section.versions[-1].id == version_id:
        return draft
    return with_versions(draft, section_id, (*section.versions, replace(version, id=new_id(), usage=None)))


def _exchange(versions: tuple[Version, ...], version_id: str, version: Version) -> tuple[Version, ...]:
    return tuple(version if old.id == version_id else old for old in versions)


def _is_same_sitting(current: Version, now: str) -> bool:
    if current.origin != "hand" or not current.created:
        return False
    return datetime.fromisoformat(now) - datetime.fromisoformat(current.created) < SITTING
