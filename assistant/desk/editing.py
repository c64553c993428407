"""What a journalist can do to a draft: pure functions from a draft to a draft.

A change of one section raises StorageError("section-gone") when the draft no longer has that section.
No text leaves the versions of a section, except what one hand typed over within one sitting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.desk.evidence import passages_without_source, section_without_source
from assistant.desk.lines import one_line
from assistant.desk.sections import change_section, section_of
from assistant.desk.texts import edit_text, keep_beneath, keep_version, restore_version
from assistant.model import Brief, Draft, Outline, Passage, Section, Source, new_id
from assistant.text.words import count_words

__all__ = [
    "Level",
    "OutlineRow",
    "add_source",
    "delete_section",
    "edit_text",
    "exchange_outline",
    "insert_section",
    "keep_beneath",
    "keep_version",
    "move_section",
    "rebalance_targets",
    "remove_source",
    "rename_heading",
    "restore_version",
    "revise_outline",
    "set_brief",
    "set_details",
    "set_level",
]

Level = Literal[2, 3]

_GOOD_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One line of the outline as the board sends it; None leaves the target of words as it is."""

    id: str
    level: Level
    heading: str
    target_words: int | None = None


def rename_heading(draft: Draft, section_id: str, heading: str) -> Draft:
    """Return the draft with another heading; line breaks and doubled spaces become one space."""
    return change_section(draft, section_id, lambda section: replace(section, heading=one_line(heading)))


def set_level(draft: Draft, section_id: str, level: Level) -> Draft:
    """Return the draft with the section as H2 or H3."""
    return change_section(draft, section_id, lambda section: replace(section, level=level))


def move_section(draft: Draft, section_id: str, to_index: int) -> Draft:
    """Return the draft with the section at that place of the list, counted without it; beyond the end is last."""
    section = section_of(draft, section_id)
    others = [other for other in draft.sections if other.id != section_id]
    others.insert(max(0, to_index), section)
    return replace(draft, sections=tuple(others))


def delete_section(draft: Draft, section_id: str) -> Draft:
    """Return the draft without the section; the passages that no other section uses become orphans.

    It is kept in `Draft.deleted`, with its texts.
    """
    section_of(draft, section_id)
    return _with_sections(draft, tuple(section for section in draft.sections if section.id != section_id))


def insert_section(draft: Draft, index: int, heading: str, level: Level, section_id: str | None = None) -> Draft:
    """Return the draft with a new section, without passages, before the one at `index`.

    A `section_id` that is taken or not fit for a widget's key is replaced by a new one.
    """
    sections = list(draft.sections)
    taken = {section.id for section in (*sections, *draft.deleted)}
    sections.insert(max(0, index), Section(_fresh_id(section_id, taken), level, one_line(heading)))
    return replace(draft, sections=tuple(sections))


def revise_outline(draft: Draft, rows: Sequence[OutlineRow], *, shown: frozenset[str] | None = None) -> Draft:
    """Return the draft with the outline that the board sends as a whole: its order, levels and headings.

    Sections keep their passages and texts by id, deleted ones that come back too; a row of an unknown id becomes a new
    section; a section without a row is deleted and its passages become orphans. `shown` are the ids that the board
    knew: a section that it never showed, because another tab added it meanwhile, stays after the one that it
    followed. None: it knew all.
    """
    all_known = {section.id: section for section in (*draft.deleted, *draft.sections)}
    sections: list[Section] = []
    for row in rows:
        known = all_known.get(row.id)
        taken = {section.id for section in sections}
        if known is None or row.id in taken:
            known = Section(_fresh_id(row.id, taken), row.level, "")
        target = known.target_words if row.target_words is None else max(0, row.target_words)
        sections.append(replace(known, level=row.level, heading=one_line(row.heading), target_words=target))
    if shown is not None:
        _put_back_unseen(draft, sections, shown)
    return _with_sections(draft, tuple(sections))


def exchange_outline(draft: Draft, outline: Outline) -> Draft:
    """Return the draft with the sections and orphans of another outline; the old sections are kept as deleted."""
    return replace(_with_sections(draft, outline.sections), orphans=outline.orphans)


def set_details(
    draft: Draft,
    *,
    title: str | None = None,
    standfirst: str | None = None,
    description: str | None = None,
    slug: str | None = None,
    keyphrase: str | None = None,
    synonyms: Sequence[str] | None = None,
    language: str | None = None,
    author: str | None = None,
    published: str | None = None,
    image: str | None = None,
    image_alternative: str | None = None,
) -> Draft:
    """Return the draft with other details; None leaves one as it is. Each is one line; empty synonyms are dropped.

    An address that was made from the title follows it, as long as nobody wrote another.
    """
    if slug is None and title is not None and draft.slug and draft.slug == _proposed_slug(draft):
        slug = _proposed_slug(replace(draft, title=one_line(title)))
    return replace(
        draft,
        title=_new_line(title, draft.title),
        standfirst=_new_line(standfirst, draft.standfirst),
        description=_new_line(description, draft.description),
        slug=_new_line(slug, draft.slug),
        keyphrase=_new_line(keyphrase, draft.keyphrase),
        synonyms=draft.synonyms if synonyms is None else tuple(filter(None, map(one_line, synonyms))),
        language=_new_line(language, draft.language),
        author=_new_line(author, draft.author),
        published=_new_line(published, draft.published),
        image=_new_line(image, draft.image),
        image_alternative=_new_line(image_alternative, draft.image_alternative),
    )


def _proposed_slug(draft: Draft) -> str:
    from assistant.writing.metadata import propose_slug

    return propose_slug(draft.title, draft.keyphrase, draft.language)


def _new_line(line: str | None, old: str) -> str:
    return old if line is None else one_line(line)


def set_brief(draft: Draft, brief: Brief) -> Draft:
    """Return the draft with another brief; the targets of the sections stay, see `rebalance_targets`."""
    return replace(draft, brief=brief)


def add_source(draft: Draft, source: Source) -> Draft:
    """Return the draft with one more source, or with that source in the place of the one of the same id."""
    if draft.source(source.id) is None:
        return replace(draft, sources=(*draft.sources, source))
    return replace(draft, sources=tuple(source if old.id == source.id else old for old in draft.sources))


def remove_source(draft: Draft, source_id: str) -> Draft:
    """Return the draft without the source and without the passages that point into it; written texts stay.

    A source that is gone already is no error.
    """
    return replace(
        draft,
        sources=tuple(source for source in draft.sources if source.id != source_id),
        sections=tuple(section_without_source(section, source_id) for section in draft.sections),
        deleted=tuple(section_without_source(section, source_id) for section in draft.deleted),
        orphans=passages_without_source(draft.orphans, source_id),
    )


def rebalance_targets(draft: Draft) -> Draft:
    """Return the draft with its words shared among the sections by the number of words of their passages.

    Shared are the words that the brief wants, or those that the targets add up to when it wants none, and never more
    than the passages hold: a target that the sources cannot fill would ask for padding. Rounded down, the rest going
    to the first sections; a section without passages gets 0.
    """
    weights = [sum(_passage_words(draft, passage) for passage in section.passages) for section in draft.sections]
    if not sum(weights):
        return draft
    wanted = draft.brief.wanted_words or sum(section.target_words for section in draft.sections)
    total = min(wanted or sum(weights), sum(weights))
    targets = [total * weight // sum(weights) for weight in weights]
    heavy = [index for index, weight in enumerate(weights) if weight]
    for index in heavy[: total - sum(targets)]:
        targets[index] += 1
    pairs = zip(draft.sections, targets, strict=True)
    return replace(draft, sections=tuple(replace(section, target_words=target) for section, target in pairs))


def _with_sections(draft: Draft, sections: tuple[Section, ...]) -> Draft:
    """Return the draft with these sections; the others become deleted ones, and what only they used orphans."""
    ids = {section.id for section in sections}
    deleted = tuple(section for section in (*draft.deleted, *draft.sections) if section.id not in ids)
    used = {passage for section in sections for passage in section.passages}
    lost = (passage for section in draft.sections for passage in section.passages)
    orphans = dict.fromkeys(passage for passage in (*draft.orphans, *lost) if passage not in used)
    return replace(draft, sections=sections, deleted=deleted, orphans=tuple(orphans))


def _put_back_unseen(draft: Draft, sections: list[Section], shown: frozenset[str]) -> None:
    """Insert the sections that the board never showed, each after the one that it followed in the draft."""
    previous: str | None = None
    for section in draft.sections:
        ids = [present.id for present in sections]
        if section.id not in shown and section.id not in ids:
            sections.insert(ids.index(previous) + 1 if previous in ids else 0, section)
            previous = section.id
        elif section.id in ids:
            previous = section.id


def _fresh_id(wanted: str | None, taken: set[str]) -> str:
    return wanted if wanted and wanted not in taken and _GOOD_ID.fullmatch(wanted) else new_id()


def _passage_words(draft: Draft, passage: Passage) -> int:
    source = draft.source(passage.source)
    return count_words(source.body[passage.start : passage.end]) if source else 0
