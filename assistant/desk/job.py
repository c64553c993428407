"""One section being written: its state, and the text so far. `Jobs` guards every call with its lock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, Literal

from assistant.errors import IntertitreError
from assistant.model import Evidence, Piece, Remark, Version, new_id
from assistant.text.words import count_words
from assistant.writing.contradictions import count_disputes
from assistant.writing.writer import Progress, Revision, SectionTask, Step, Writer

JobState = Literal["queued", "running", "done", "stopped", "failed"]

FINISHED: Final[tuple[JobState, ...]] = ("done", "stopped", "failed")


@dataclass(frozen=True, slots=True)
class Lane:
    """A queue of jobs of which `at_once` run at the same time: one for each model server, so that it keeps up."""

    name: str
    at_once: int


@dataclass(frozen=True, slots=True)
class JobView:
    """A job at one instant. `words` are those of `text`; `started` and `finished` are seconds since the epoch.

    `error` says why a failed job failed, or that the text of a stopped one could not be kept; else None. `place` is
    its place in the queue, from 1 on, 0 once it has left it. `progress` is what the writer does while no text comes,
    None while some comes; `retries` are the requests that it made again.
    """

    section_id: str
    state: JobState
    text: str
    words: int
    error: IntertitreError | None
    started: float | None
    finished: float | None
    place: int = 0
    progress: Progress | None = None
    retries: int = 0


class Job:
    """A section being written. Its text grows, or is revised, until it is finished, and never after.

    `keeps_typed`: the sentences that a person typed come back in the new text.
    """

    def __init__(
        self,
        draft_id: str,
        section_id: str,
        make_writer: Callable[[], Writer],
        lane: Lane = Lane("", 1),
        *,
        keeps_typed: bool = False,
    ) -> None:
        self.draft_id = draft_id
        self.section_id = section_id
        self.make_writer = make_writer
        self.lane = lane
        self.keeps_typed = keeps_typed
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
        self._warnings: tuple[Remark, ...] = ()
        self._earlier: tuple[Version, ...] = ()
        self._progress: Progress | None = None
        self._retries = 0

    def begin(self) -> None:
        """Leave the queue."""
        self.state = "running"
        self._started = time.time()

    def sign(self, writer: Writer, task: SectionTask) -> None:
        """Note who writes, and which version of the section was current when the writing began."""
        self.started_on = task.section.versions[-1].id if task.section.versions else None
        self._warnings = _remarks_before(task)
        self._version = Version(
            id=self._version.id,
            text="",
            origin=writer.origin,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            model=writer.model,
            prompt_hash=writer.prompt_hash(task),
            remarks=self._warnings,
        )

    def add(self, step: Step) -> bool:
        """Take what the writer did and return True, or False when the job was stopped meanwhile."""
        if self.state in FINISHED:
            return False
        self._progress = step if isinstance(step, Progress) else None
        if isinstance(step, Piece):
            self._append(step)
        elif isinstance(step, Evidence):
            self._evidence.append(step)
        elif isinstance(step, Revision):
            self._revise(step)
        elif step.kind == "retry":
            self._retries += 1
        return True

    def _append(self, piece: Piece) -> None:
        end = self.length + len(piece.text)
        if piece.passages:
            self._evidence.append(Evidence(self.length, end, piece.passages))
        self._parts.append(piece.text)
        self.length = end

    def _revise(self, revision: Revision) -> None:
        """Put the revision in the place of the text; a whole text that it changes stays as a version of its own."""
        if self._whole and revision.text != "".join(self._parts):
            # What it cost is told once, by the version that stays on top.
            self._earlier = tuple(replace(version, usage=None) for version in self.versions())
            self._version = replace(self._version, id=new_id())
        self._whole = True
        self._parts, self.length = [revision.text], len(revision.text)
        self._evidence = list(revision.evidence)
        self._version = replace(self._version, remarks=(*self._warnings, *revision.remarks), usage=revision.usage)

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
        """Return the text so far as a version; None before the first word."""
        text = "".join(self._parts)
        if not text.strip():
            return None
        return replace(self._version, text=text, evidence=tuple(self._evidence), complete=self._whole)

    def versions(self) -> tuple[Version, ...]:
        """Return the text so far and, before it, what was whole before it was revised; each always of the same id."""
        current = self.version()
        return self._earlier if current is None else (*self._earlier, current)

    def view(self, place: int = 0) -> JobView:
        """Return the job as it is now; `place` is its place in the queue."""
        text = "".join(self._parts)
        return JobView(
            self.section_id,
            self.state,
            text,
            count_words(text),
            self.error,
            self._started,
            self.finished,
            place,
            None if self.state in FINISHED else self._progress,
            self._retries,
        )


def _remarks_before(task: SectionTask) -> tuple[Remark, ...]:
    """Return what is to be looked at whatever is written: the sources of the section do not count alike."""
    disputed = count_disputes(task.draft, task.section.passages)
    return (Remark("sources-disagree", disputed),) if disputed else ()
