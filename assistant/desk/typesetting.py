"""Good typography for what the desk writes: versions with their evidence, outlines, and whole drafts on request."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Draft, Outline, Section, Version, new_id
from assistant.text.typography import apply_changes, find_changes, moved_span, typeset_line


def typeset_version(version: Version, language: str) -> Version:
    """Return a finished version with its language's typography, its evidence moved along.

    What a person wrote, and a text that is still growing, stay as they are.
    """
    return version if version.origin == "hand" or not version.complete else _typeset(version, language)


def typeset_outline(outline: Outline, language: str) -> Outline:
    """Return the outline with its language's typography in every heading and in the title."""
    sections = tuple(replace(each, heading=typeset_line(each.heading, language)) for each in outline.sections)
    return replace(outline, title=typeset_line(outline.title, language), sections=sections)


def typeset_draft(draft: Draft, now: str) -> Draft:
    """Return the draft with its language's typography throughout, hand-written texts included.

    Each text that changes gets a new version, so that the old one can be restored. `now` is an ISO 8601 instant in UTC.
    """
    language = draft.language
    return replace(
        draft,
        title=typeset_line(draft.title, language),
        standfirst=typeset_line(draft.standfirst, language),
        description=typeset_line(draft.description, language),
        sections=tuple(_typeset_section(section, language, now) for section in draft.sections),
    )


def _typeset_section(section: Section, language: str, now: str) -> Section:
    section = replace(section, heading=typeset_line(section.heading, language))
    if not section.versions:
        return section
    changed = _typeset(section.versions[-1], language)
    if changed.text == section.text:
        return section
    return replace(section, versions=(*section.versions, replace(changed, id=new_id(), created=now, usage=None)))


def _typeset(version: Version, language: str) -> Version:
    changes = find_changes(version.text, language)
    if not changes:
        return version
    evidence = []
    for each in version.evidence:
        start, end = moved_span((each.start, each.end), changes)
        evidence.append(replace(each, start=start, end=end))
    return replace(version, text=apply_changes(version.text, changes), evidence=tuple(evidence))
