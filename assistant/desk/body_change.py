"""What becomes of the passages that point into a source when its body changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.model import Draft, Passage, Section, Source, Version


@dataclass(frozen=True, slots=True)
class BodyChange:
    """A stretch of a source's body exchanged for another one of `length` characters.

    `start` and `end` point into `body`, the body before the change. `mends`: the same words written otherwise, so that
    a passage around them keeps them; otherwise the stretch leaves every passage that held it.
    """

    body: str
    start: int
    end: int
    length: int = 0
    mends: bool = False

    def passages_after(self, passage: Passage) -> tuple[Passage, ...]:
        """Return where the passage stands afterwards: one place, two when the change parts it, none when it is gone."""
        shift = self.length - (self.end - self.start)
        if passage.end <= self.start:
            return (passage,)
        if passage.start >= self.end:
            return (replace(passage, start=passage.start + shift, end=passage.end + shift),)
        if self.mends:
            start, end = min(passage.start, self.start), max(passage.end, self.end) + shift
            return (replace(passage, start=start, end=end),)
        left = self._solid(passage, passage.start, self.start)
        right = self._solid(passage, self.end, passage.end)
        return (*left, *(replace(part, start=part.start + shift, end=part.end + shift) for part in right))

    def _solid(self, passage: Passage, start: int, end: int) -> tuple[Passage, ...]:
        """The stretch of the passage without the spaces at its ends; nothing when nothing else is in it."""
        text = self.body[start:end]
        if not text.strip():
            return ()
        return (
            replace(passage, start=start + len(text) - len(text.lstrip()), end=end - (len(text) - len(text.rstrip()))),
        )


def with_changed_body(draft: Draft, source: Source, change: BodyChange) -> Draft:
    """Return the draft with `source` in the place of the one of its id, and every passage moved along.

    Passages stand in sections, deleted ones too, in the evidence of their versions, and among the orphans.
    """

    def moved(passages: Iterable[Passage]) -> tuple[Passage, ...]:
        return tuple(
            after
            for passage in passages
            for after in (change.passages_after(passage) if passage.source == source.id else (passage,))
        )

    def moved_version(version: Version) -> Version:
        pairs = ((evidence, moved(evidence.passages)) for evidence in version.evidence)
        return replace(version, evidence=tuple(replace(evidence, passages=kept) for evidence, kept in pairs if kept))

    def moved_section(section: Section) -> Section:
        versions = tuple(moved_version(version) for version in section.versions)
        return replace(section, passages=moved(section.passages), versions=versions)

    return replace(
        draft,
        sources=tuple(source if old.id == source.id else old for old in draft.sources),
        sections=tuple(moved_section(section) for section in draft.sections),
        deleted=tuple(moved_section(section) for section in draft.deleted),
        orphans=moved(draft.orphans),
    )
