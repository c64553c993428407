"""Any writer, keeping what a person typed: those sentences follow its text, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.model import Origin, Piece
from assistant.writing.writer import SectionTask, Step, Writer


class KeepingWriter:
    """Writes as another writer does, and puts the kept sentences of the task behind, as a paragraph of their own.

    For a writer that cannot place them itself, as a model can.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @property
    def origin(self) -> Origin:
        """What the versions are marked with."""
        return self._writer.origin

    @property
    def model(self) -> str | None:
        """The name of the model, None for a writer without one."""
        return self._writer.model

    def prompt_hash(self, task: SectionTask) -> str | None:
        """Return what identifies the prompt, None for a writer without one."""
        return self._writer.prompt_hash(task)

    def stream(self, task: SectionTask) -> Iterator[Step]:
        """Yield the section's text, then the kept sentences."""
        yield from self._writer.stream(task)
        if task.kept:
            yield Piece("\n\n" + " ".join(task.kept))
