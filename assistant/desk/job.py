"""One section being written: its state, and the text so far. `Jobs` guards every call with its lock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, Literal

from assistant.errors import IntertitreError
from assistant.model import Evidence, Piece, Version, new_id
from assistant.text.words import count_words
from assistant.writing.writer import SectionTask, Writer

JobState = Literal["queued", "running", "done", "stopped", "failed"]

FINISHED: Final[tuple[JobState, ...]] = ("done", "stopped", "failed")


@dataclass(frozen=True, slots=True)
class JobView:
    """A job at one instant. `words` are those of `text`; `started` and `finished` are seconds since the epoch.

    `error` says why a failed job failed, or that the text of a stopped one could not be kept; else None.
    """

    section_id: str
    state: JobState
    text: str
    words: int
    error: IntertitreError | None
    started: float | None
    finished: float | None


class Job:
    """A section being written. Its text grows until it is finished, and never after."""

    def __init__(self, draft_id: str, section_id: str, make_writer: Callable[[], Writer]) -> None:
        self.draft_id = draft_id
        self.section_id = section_id
        self.make_writer = make_writer
        self.hang_up: Callable[[], None] = lambda: None
        self.saving = threading.Lock()
        self.state: JobState = "queued"
        self.error: IntertitreError | None = None
        self.finished: float | None = None
        self.started_on: str | None = None
        self.length = 0
        self._started: float | None = None
        self._whole = False
        self._parts: list[str] = []
        self._evidence: list[Evidence] = []
        self._version = Version(new_id(), "", "hand", "")

    def begin(self) -> None:
        """Leave the queue."""
        self.state = "running"
        self._started = time.time()

    def sign(self, writer: Writer, task: SectionTask) -> None:
        """Note who writes, and which version of the section was current when the writing began."""
        self.started_on = task.section.versions[-1].id if task.section.versions else None
        self._version = Version(
            id=self._version.id,
            text="",
            origin=writer.origin,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            model=writer.model,
            prompt_hash=writer.prompt_hash(task),
        )

    def add(self, piece: Piece) -> bool:
        """Append a piece and return True, or False when the job was stopped meanwhile."""
        if self.state in FINISHED:
            return False
        end = self.length + len(piece.text)
        if piece.passages:
            self._evidence.append(Evidence(self.length, end, piece.passages))
        self._parts.append(piece.text)
        self.length = end
        return True

    def complete(self) -> bool:
        """Note that the writer came to its end and return True, or False when the job was stopped before."""
        if self.state in FINISHED:
            return False
        self._whole = True
        return True

    def end(self, state: JobState, error: IntertitreError | None = None) -> bool:
        """Finish the job and return True, or False when it had finished before."""
        if self.state in FINISHED:
            return False
        self.state = state
        self.error = error
        self.finished = time.time()
        return True

    def version(self) -> Version | None:
        """Return the text so far as a version, always of the same id; None before the first word."""
        text = "".join(self._parts)
        if not text.strip():
            return None
        return replace(self._version, text=text, evidence=tuple(self._evidence), complete=self._whole)

    def view(self) -> JobView:
        """Return the job as it is now."""
        text = "".join(self._parts)
        return JobView(self.section_id, self.state, text, count_words(text), self.error, self._started, self.finished)
