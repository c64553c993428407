"""What every writer is: something that streams the pieces of one section, from the passages bound to that section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.model import Draft, Origin, Passage, Piece, Section, Source


@dataclass(frozen=True, slots=True)
class SectionTask:
    """One section to write. `section` is the section of `draft` as the outline has it now, with its passages."""

    draft: Draft
    section: Section

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.draft.language

    def source_of(self, passage: Passage) -> Source:
        """Return the source that `passage` points into. Raises LookupError when the draft does not have it."""
        source = self.draft.source(passage.source)
        if source is None:
            raise LookupError(f"the draft has no source {passage.source!r}")
        return source

    def text_of(self, passage: Passage) -> str:
        """Return the words of `passage`, as its source has them. Raises LookupError when the source is gone."""
        return self.source_of(passage).body[passage.start : passage.end]


class Writer(Protocol):
    """Writes one section at a time. `origin` and `model` go into the version that its pieces become."""

    @property
    def origin(self) -> Origin:
        """What the versions of this writer are marked with."""
        ...

    @property
    def model(self) -> str | None:
        """The name of the model, None for a writer without one."""
        ...

    def prompt_hash(self, task: SectionTask) -> str | None:
        """Return what identifies the prompt of that task, None for a writer without a prompt."""
        ...

    def stream(self, task: SectionTask) -> Iterator[Piece]:
        """Yield the section's text piece by piece: Markdown without heading, pieces concatenated as they are.

        Yields nothing for a section without passages when the writer has nothing else to write from.
        Closing the iterator stops the work. Raises WritingError for what the journalist must be told.
        """
        ...
