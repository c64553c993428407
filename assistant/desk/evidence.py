"""Where the sentences of a section came from, after a person edited them or took a source away."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.model import Evidence, Passage, Section, Span, Version
from assistant.text.sentences import sentence_spans

ENDS_OF_SENTENCE: Final = ".!?…:»”\"')*_>-"
"""What may stand before a sentence: the end of another one, or the mark of a list or a quotation."""


def evidence_after_edit(version: Version, text: str) -> tuple[Evidence, ...]:
    """Return the evidence of `version` whose stretch still stands word for word in `text`, with the offsets there.

    A stretch that is now part of a longer sentence has lost its evidence: the words around it may turn its meaning.
    """
    kept: list[Evidence] = []
    cursor = 0
    for evidence in version.evidence:
        start, end = _trimmed(version.text, (evidence.start, evidence.end))
        found = _find(text, version.text[start:end], cursor)
        if found is not None:
            cursor = found + end - start
            kept.append(Evidence(found, cursor, evidence.passages))
    return tuple(sorted(kept, key=lambda evidence: evidence.start))


def section_without_source(section: Section, source_id: str) -> Section:
    """Return the section without the passages of that source, in its outline and in its versions' evidence."""
    versions = tuple(_version_without_source(version, source_id) for version in section.versions)
    return replace(section, passages=passages_without_source(section.passages, source_id), versions=versions)


def passages_without_source(passages: tuple[Passage, ...], source_id: str) -> tuple[Passage, ...]:
    """Return the passages that point into other sources."""
    return tuple(passage for passage in passages if passage.source != source_id)


def typed_sentences(section: Section, language: str) -> tuple[str, ...]:
    """Return the sentences of the section's current text that a person typed, word for word, in their order.

    A sentence is the person's when it stands in a version by hand first, and a writer's when in one of his.
    """
    authors = [(version.origin, _plain(version.text)) for version in section.versions]
    text = section.text
    sentences = (text[slice(*span)].strip() for span in sentence_spans(text, language))
    return tuple(
        sentence
        for sentence in sentences
        if sentence and next((origin for origin, told in authors if _plain(sentence) in told), "") == "hand"
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _version_without_source(version: Version, source_id: str) -> Version:
    pairs = ((evidence, passages_without_source(evidence.passages, source_id)) for evidence in version.evidence)
    return replace(version, evidence=tuple(replace(evidence, passages=kept) for evidence, kept in pairs if kept))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - (len(stretch) - len(stretch.rstrip()))


def _find(text: str, stretch: str, cursor: int) -> int | None:
    """Return where the stretch stands as whole sentences, after `cursor` if it can, or None."""
    if not stretch:
        return None
    for begin in (cursor, 0):
        place = text.find(stretch, begin)
        if place >= 0 and _stands_alone(text, place, place + len(stretch)):
            return place
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    line = before[before.rfind("\n") + 1 :].rstrip()
    return (not line or line[-1] in ENDS_OF_SENTENCE) and (not after or after[0].isspace())
