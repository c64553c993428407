"""What every writer is: something that streams the pieces of one section, from the passages bound to that section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.model import Draft, Evidence, Origin, Passage, Piece, Remark, Section, Source, Usage


@dataclass(frozen=True, slots=True)
class Progress:
    """What a writer is doing while no text comes, for the journalist who waits.

    "retry": the request failed with the error `code` and is made again, for the `count`th time, after `wait_s`
    seconds; "fewer-passages": the model cannot read that much, `count` passages are left out; "repair": the text is
    being mended, in round `count`.
    """

    kind: Literal["retry", "fewer-passages", "repair"]
    count: int = 0
    code: str = ""
    wait_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Revision:
    """The whole section as its writer leaves it, in the place of all pieces so far. Offsets point into `text`.

    It may come more than once: what comes first is whole already, and stays when nothing follows.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    usage: Usage | None = None


Step = Piece | Evidence | Progress | Revision
"""What a writer's stream is made of. Offsets of an Evidence point into the pieces so far, put together."""


@dataclass(frozen=True, slots=True)
class SectionTask:
    """One section to write. `section` is the section of `draft` as the outline has it now, with its passages.

    `newest` gives the draft as it is by now, when other sections may have been written meanwhile; None: as it was.
    `kept` are sentences that a person typed: they come back in the new text word for word.
    `house` are words that the newsroom does not write, each with what it writes instead, or nothing.
    """

    draft: Draft
    section: Section
    newest: Callable[[], Draft] | None = None
    kept: tuple[str, ...] = ()
    house: tuple[tuple[str, str], ...] = ()

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

    def stream(self, task: SectionTask) -> Iterator[Step]:
        """Yield the section's text piece by piece: Markdown without heading, pieces concatenated as they are.

        A writer that measures its text may say what it does, name the passages of what it wrote, and revise it.

        Yields nothing for a section without passages when the writer has nothing else to write from.
        Closing the iterator stops the work. Raises WritingError for what the journalist must be told.
        """
        ...
