"""One section of a draft: found by its id, and exchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.errors import StorageError
from assistant.model import Draft, Section, Version


def section_of(draft: Draft, section_id: str) -> Section:
    """Return the section. Raises StorageError("section-gone") when the draft no longer has it."""
    section = draft.section(section_id)
    if section is None:
        raise StorageError("section-gone")
    return section


def change_section(draft: Draft, section_id: str, change: Callable[[Section], Section]) -> Draft:
    """Return the draft with one section changed. Raises StorageError("section-gone")."""
    changed = change(section_of(draft, section_id))
    return replace(draft, sections=tuple(changed if old.id == section_id else old for old in draft.sections))


def with_versions(draft: Draft, section_id: str, versions: tuple[Version, ...]) -> Draft:
    """Return the draft with other versions of one section. Raises StorageError("section-gone")."""
    return change_section(draft, section_id, lambda section: replace(section, versions=versions))
