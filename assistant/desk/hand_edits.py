"""What a person typed, kept: over another's text as a version of its own, never in its place.

An edit names the states that it was made upon. When the draft shows another one, somebody else was there meanwhile:
both texts stay, and the caller is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.desk import editing
from assistant.errors import StorageError
from assistant.model import Draft, Section, Version, new_id

Outcome = Literal["kept", "met-another", "aside", "in-deleted"]
"""What became of an edit: it is the current text; it is, over another's, which stays as a version; it stays as a
version under the current text; it is in a section that was taken out of the outline."""

EXCERPT_BEFORE: Final = 50
EXCERPT_CHARACTERS: Final = 150
"""House rule: what fits on two lines beside a button, with enough before the difference to know the sentence."""

_GOOD_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class HandEdit:
    """One state of a section's text as a browser sent it.

    `version_id` is the name that the browser gave it, the same at every repetition. `bases` are the ids of the versions
    that it may be made upon, "" for no version. `aside`: a text found in a browser that was never sent, by now older
    than the draft's.
    """

    section_id: str
    text: str
    version_id: str
    bases: tuple[str, ...]
    aside: bool = False


def keep_hand_edit(draft: Draft, edit: HandEdit, now: str) -> tuple[Draft, Outcome]:
    """Return the draft with the edit kept, and what became of it; `now` is an ISO 8601 instant in UTC.

    The same edit again, and a text that is there already, change nothing. Raises StorageError("section-gone") when
    the section is neither in the outline nor among the deleted ones.
    """
    section = draft.section(edit.section_id)
    if section is None:
        return _keep_in_deleted(draft, edit, now)
    if any(version.id == edit.version_id for version in section.versions) or section.text == edit.text:
        return draft, "kept"
    current = section.versions[-1].id if section.versions else ""
    if edit.aside:
        return _keep_beneath(draft, section, edit, now), "aside"
    is_known = current in edit.bases
    based_on = current if is_known else next((base for base in edit.bases if base), None)
    edited = editing.edit_text(draft, section.id, edit.text, based_on or None, now).section(section.id) or section
    return _named(draft, edited, _name(section, edit)), "kept" if is_known else "met-another"


def excerpt_of_difference(text: str, current: str) -> tuple[str, str, str]:
    """Return the words of `text` around its first difference from `current`: before it, the differing word, after it.

    The middle part is empty when `text` is the beginning of `current`. Line breaks are spaces.
    """
    place = _first_difference(text, current)
    if place < len(text) and not text[place].isspace():
        while place > 0 and not text[place - 1].isspace():
            place -= 1
    start = max(0, place - EXCERPT_BEFORE)
    while 0 < start < place and not text[start - 1].isspace():
        start += 1
    word = re.compile(r"\S*").match(text, place)
    end = word.end() if word else place
    stop = min(len(text), start + EXCERPT_CHARACTERS)
    before = ("…" if start else "") + text[start:place]
    after = text[end:stop] + ("…" if stop < len(text) else "")
    return _spaced(before), _spaced(text[place:end]), _spaced(after)


def _first_difference(text: str, other: str) -> int:
    pairs = enumerate(zip(text, other, strict=False))
    return next((place for place, (one, two) in pairs if one != two), min(len(text), len(other)))


def _keep_beneath(draft: Draft, section: Section, edit: HandEdit, now: str) -> Draft:
    version = Version(_name(section, edit), edit.text, "hand", now)
    return _exchanged(draft, replace(section, versions=(*section.versions[:-1], version, *section.versions[-1:])))


def _keep_in_deleted(draft: Draft, edit: HandEdit, now: str) -> tuple[Draft, Outcome]:
    section = next((section for section in reversed(draft.deleted) if section.id == edit.section_id), None)
    if section is None:
        raise StorageError("section-gone")
    alone, _ = keep_hand_edit(replace(draft, sections=(section,)), edit, now)
    kept = alone.sections[0]
    return replace(draft, deleted=tuple(kept if old is section else old for old in draft.deleted)), "in-deleted"


def _named(draft: Draft, section: Section, name: str) -> Draft:
    """Return the draft with the version just made under that name; what is undone to a known text is that text again.

    It keeps its origin and its evidence: the words of a model are not a person's for having been retyped by Ctrl+Z.
    """
    *before, version = section.versions
    known = next((other for other in reversed(before) if other.text == version.text), version)
    return _exchanged(draft, replace(section, versions=(*before, replace(known, id=name))))


def _name(section: Section, edit: HandEdit) -> str:
    """Return the browser's name of the version, or another one where it could be mistaken."""
    taken = any(version.id == edit.version_id for version in section.versions)
    return edit.version_id if _GOOD_ID.fullmatch(edit.version_id) and not taken else new_id()


def _exchanged(draft: Draft, section: Section) -> Draft:
    return replace(draft, sections=tuple(section if old.id == section.id else old for old in draft.sections))


def _spaced(text: str) -> str:
    return re.sub(r"\s", " ", text)
