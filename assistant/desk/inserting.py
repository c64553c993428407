"""Sentences of a source put into the article where they belong, word for word and with their passage."""

from __future__ import annotations

from dataclasses import replace

from assistant.desk import editing
from assistant.desk.evidence import evidence_after_edit
from assistant.desk.points import review_of
from assistant.errors import ReviewError, StorageError
from assistant.model import Draft, Evidence, Omission, Passage, Section, Version, new_id
from assistant.text.markup import escape_markdown
from assistant.text.typography import typeset_line


def insert_omission(draft: Draft, omission: Omission, at: str) -> Draft:
    """Return the draft with the sentence of the omission in its section, after the one that rests on its neighbours.

    Without such a neighbour it becomes the section's last sentence; without a section the last story section gets it.
    `at` is an ISO 8601 instant in UTC. Raises ReviewError: "passage-gone" when the source is another by now,
    "no-section" when the article has none.
    """
    source = draft.source(omission.passage.source)
    told = source.body[omission.passage.start : omission.passage.end] if source else ""
    if not told.strip():
        raise ReviewError("passage-gone")
    section = draft.section(omission.section or "") or _last_story(draft)
    if section is None:
        raise ReviewError("no-section")
    sentence = typeset_line(escape_markdown(" ".join(told.split())), draft.language)
    version = _with_sentence(draft, section, sentence, omission.passage, at)
    passages = tuple(dict.fromkeys((*section.passages, omission.passage)))
    with_passage = tuple(replace(each, passages=passages) if each.id == section.id else each for each in draft.sections)
    orphans = tuple(passage for passage in draft.orphans if passage != omission.passage)
    return editing.keep_version(replace(draft, sections=with_passage, orphans=orphans), section.id, version)


def undo_insertion(draft: Draft, before: Draft, section_id: str) -> Draft:
    """Return the draft with the section's text and passages as they were in `before`; every version stays.

    Raises StorageError("section-gone") when the section is no longer there.
    """
    old = before.section(section_id)
    if old is None or draft.section(section_id) is None:
        raise StorageError("section-gone")
    if old.versions:
        draft = editing.restore_version(draft, section_id, old.versions[-1].id)
    else:
        draft = editing.keep_version(draft, section_id, Version(new_id(), "", "hand", before.updated))
    sections = tuple(replace(each, passages=old.passages) if each.id == section_id else each for each in draft.sections)
    return replace(draft, sections=sections, orphans=before.orphans)


def _with_sentence(draft: Draft, section: Section, sentence: str, passage: Passage, at: str) -> Version:
    text = section.text
    place = _place_in(draft, section, passage)
    before, after = text[:place].rstrip(), text[place:]
    gap = " " if before and place < len(text.rstrip()) else "\n\n" if before and _ends_with_block(before) else " "
    start = len(before) + len(gap) * bool(before)
    whole = f"{before}{gap * bool(before)}{sentence}{after if after[:1] in ('', chr(10)) else ' ' + after.lstrip()}"
    current = section.versions[-1] if section.versions else Version("", "", "hand", at)
    kept = evidence_after_edit(current, whole)
    evidence = sorted((*kept, Evidence(start, start + len(sentence), (passage,))), key=lambda each: each.start)
    return Version(new_id(), whole, "hand", at, tuple(evidence))


def _place_in(draft: Draft, section: Section, passage: Passage) -> int:
    """Return the end of the last sentence of the section that rests on what stands before the passage in its source."""
    ends = [
        (max(each.end for each in sentence.check.passages if each.source == passage.source), sentence.end)
        for sentence in review_of(draft).sentences
        if sentence.field == "text"
        and sentence.section == section.id
        and any(each.source == passage.source for each in sentence.check.passages)
    ]
    before = [pair for pair in ends if pair[0] <= passage.start]
    return max(before)[1] if before else len(section.text.rstrip())


def _ends_with_block(text: str) -> bool:
    """Whether the last line is an item of a list or a quotation, which a sentence behind it would lengthen."""
    return text.rsplit("\n", 1)[-1].lstrip()[:2] in ("- ", "* ", "+ ", "> ")


def _last_story(draft: Draft) -> Section | None:
    return next((section for section in reversed(draft.sections) if section.kind == "story"), None)
