"""Facts in the plan: given to a section, moved to another one, set free; the text follows where it tells them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.desk.evidence import evidence_after_edit
from assistant.desk.typesetting import typeset_version
from assistant.errors import StorageError
from assistant.model import Draft, Evidence, Passage, Section, Version, new_id
from assistant.text.markup import escape_markdown

_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)|[ \t]+(?=\n|$)")
_EMPTY_ITEM = re.compile(r"^[-*][ \t]*(?:\n|\Z)", re.MULTILINE)


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


def move_passage(
    draft: Draft, passage: Passage, from_section: str, to_section: str, now: str, index: int | None = None
) -> Draft:
    """Return the draft with a passage moved from one section's plan into that of another, before the one at `index`.

    At the end without an index; within one section it changes its place. The sentences of the text that were made from
    this passage alone go with it: out of the one text, and to the end of the other where there is one. Both are new
    versions, the old ones stay. Unchanged where the section does not have the passage. `now` is an ISO 8601 instant in
    UTC. Raises StorageError("section-gone") for either section.
    """
    giving, taking = draft.section(from_section), draft.section(to_section)
    if giving is None or taking is None:
        raise StorageError("section-gone")
    if passage not in giving.passages:
        return draft
    if giving.id == taking.id:
        return _exchanged(draft, replace(giving, passages=_placed(giving.passages, passage, index)))
    told, giving = _without_passage(giving, passage, now)
    taken = replace(taking, passages=_placed(taking.passages, passage, index))
    if taking.text.strip():
        told = told or _sentences(draft, taking, passage)
        if told and not _tells(taking.versions[-1], passage):
            version = typeset_version(_with_sentences(taking.versions[-1], told, passage, now), draft.language)
            taken = replace(taken, versions=(*taken.versions, version))
    return _exchanged(draft, giving, taken)


def release_passage(draft: Draft, section_id: str, passage: Passage) -> Draft:
    """Return the draft with a passage taken out of a section's plan: an orphan, unless another section uses it.

    The text stays as it is. Unchanged where the section does not have it. Raises StorageError("section-gone").
    """
    section = draft.section(section_id)
    if section is None:
        raise StorageError("section-gone")
    if passage not in section.passages:
        return draft
    kept = replace(section, passages=tuple(other for other in section.passages if other != passage))
    draft = _exchanged(draft, kept)
    is_used = any(passage in other.passages for other in draft.sections)
    return draft if is_used else replace(draft, orphans=tuple(dict.fromkeys((*draft.orphans, passage))))


def _exchanged(draft: Draft, *sections: Section) -> Draft:
    changed = {section.id: section for section in sections}
    return replace(draft, sections=tuple(changed.get(old.id, old) for old in draft.sections))


def _placed(passages: tuple[Passage, ...], passage: Passage, index: int | None) -> tuple[Passage, ...]:
    others = [other for other in passages if other != passage]
    others.insert(len(others) if index is None else max(0, index), passage)
    return tuple(others)


def _tells(version: Version, passage: Passage) -> bool:
    return any(passage in evidence.passages for evidence in version.evidence)


def _without_passage(section: Section, passage: Passage, now: str) -> tuple[str, Section]:
    """Return what the text told from this passage alone, and the section without the passage and these sentences."""
    bare = replace(section, passages=tuple(other for other in section.passages if other != passage))
    if not section.text.strip():
        return "", bare
    current = section.versions[-1]
    stretches = [(evidence.start, evidence.end) for evidence in current.evidence if set(evidence.passages) == {passage}]
    if not stretches:
        return "", bare
    text = current.text
    for start, end in reversed(stretches):
        text = text[:start] + text[end:]
    text = _EMPTY_LINES.sub("\n\n", _EMPTY_ITEM.sub("", _SPACES.sub(_one_space, text))).strip()
    version = replace(
        current, id=new_id(), text=text, created=now, evidence=evidence_after_edit(current, text), usage=None
    )
    told = " ".join(current.text[start:end].strip() for start, end in stretches)
    return told, replace(bare, versions=(*section.versions, version))


def _one_space(spaces: re.Match[str]) -> str:
    """One space between words, none before the end of a line."""
    after = spaces.string[spaces.end() : spaces.end() + 1]
    return " " if after.strip() else ""


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
