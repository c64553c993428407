"""Sections being written in the background: one job a section, in threads that know nothing of a page.

A click, another page, a second tab or a closed browser does not stop a job; only `stop` does. What is written is in
the store every few hundred characters, so that a restart of the process loses no more than those.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Final, Protocol, runtime_checkable

from assistant.desk import editing
from assistant.desk.evidence import typed_sentences
from assistant.desk.job import FINISHED, Job, JobView, Lane
from assistant.errors import IntertitreError, StorageError, WritingError
from assistant.model import Draft, Section, Version
from assistant.storage.drafts import DraftStore
from assistant.storage.past import Keeping
from assistant.writing.writer import SectionTask, Step, Writer

WriterFactory = Callable[[], Writer]

AT_ONCE: Final = 4
"""Sections of one draft written at the same time. House rule: four streams ran smoothly on two busy cores."""

SAVE_EVERY: Final = 300
"""Characters between two saves of a running text: two sentences, about 20 saves for a long section."""

FORGET_AFTER_S: Final = 600.0
"""Seconds after which a finished job is no longer shown: a reader comes back to the page within ten minutes."""

_log = logging.getLogger(__name__)


@runtime_checkable
class _Closable(Protocol):
    def close(self) -> None: ...


class Jobs:
    """The jobs of this process over one store. Safe to share between threads; make one and keep it.

    Of each lane so many jobs run at the same time as it allows, the others wait in the order in which they came.
    A job without a lane is in the one of its draft, which takes `at_once`.
    """

    def __init__(self, store: DraftStore, *, at_once: int = AT_ONCE) -> None:
        self._store = store
        self._at_once = at_once
        self._lock = threading.Condition()
        self._jobs: dict[tuple[str, str], Job] = {}

    def start(
        self,
        draft_id: str,
        section_ids: Sequence[str],
        writer_factory: WriterFactory,
        lane: Lane | None = None,
        *,
        keeps_typed: bool = False,
    ) -> None:
        """Write these sections, one job each, in this order; a section that is waiting or running goes on as it is.

        `keeps_typed`: what a person typed comes back in the new text.

        Returns at once. `writer_factory` is called in the job's thread: making a model's client takes a second.
        The store notes what is to be written, so that a restart knows. Raises StorageError when it cannot.
        """
        self._store.request(draft_id, section_ids)
        lane = lane or Lane(f"draft {draft_id}", self._at_once)
        with self._lock:
            for section_id in section_ids:
                job = self._jobs.get((draft_id, section_id))
                if job is None or job.state in FINISHED:
                    # Taken out first, because the order of the dictionary is the order of the queue.
                    self._jobs.pop((draft_id, section_id), None)
                    job = Job(draft_id, section_id, writer_factory, lane, keeps_typed=keeps_typed)
                    self._jobs[draft_id, section_id] = job
            self._fill_places()

    def stop(self, draft_id: str, section_id: str | None = None) -> None:
        """Stop one section, or all of a draft; the text so far is in the store, as incomplete, when this returns.

        Does not wait for a writer that is waiting for its model: its stream is closed and its thread ends by itself.
        """
        with self._lock:
            stopped = [job for job in self._of(draft_id) if section_id in (None, job.section_id)]
            stopped = [job for job in stopped if job.end("stopped")]
            self._fill_places()
        for job in stopped:
            job.hang_up()
            self._save_stopped(job, wanted=False)

    def snapshot(self, draft_id: str) -> tuple[JobView, ...]:
        """Return the jobs of a draft as they are now, in the order in which they were started.

        Jobs that ended more than ten minutes ago are forgotten.
        """
        with self._lock:
            self._forget()
            return tuple(job.view(self._place(job)) for job in self._of(draft_id))

    def is_busy(self, draft_id: str) -> bool:
        """Whether a section of the draft is being written or waits for it."""
        with self._lock:
            return any(job.state not in FINISHED for job in self._of(draft_id))

    def wait(self, draft_id: str, timeout_s: float) -> bool:
        """Wait until no job of the draft is waiting or running; return False when it took longer than `timeout_s`."""
        with self._lock:
            return self._lock.wait_for(lambda: all(job.state in FINISHED for job in self._of(draft_id)), timeout_s)

    def unfinished(self, draft: Draft) -> tuple[Section, ...]:
        """Return the sections to write again: those that a restart interrupted or kept waiting, and cut texts.

        A text is cut that was stopped or failed and that nobody edited since. Sections that a job is at are not
        among them. `start` writes them anew; the cut text stays among the versions. Raises StorageError.
        """
        requested = self._store.requested(draft.id)
        with self._lock:
            busy = {job.section_id for job in self._of(draft.id) if job.state not in FINISHED}
        return tuple(
            section
            for section in draft.sections
            if section.id not in busy
            and (section.id in requested or (section.versions and not section.versions[-1].complete))
        )

    def close(self) -> None:
        """End every job and keep its text, for the end of the process; the next one finds them in `unfinished`."""
        with self._lock:
            ended = [job for job in self._jobs.values() if job.end("stopped")]
        for job in ended:
            self._save_stopped(job, wanted=True)

    def _of(self, draft_id: str) -> list[Job]:
        return [job for job in self._jobs.values() if job.draft_id == draft_id]

    def _place(self, job: Job) -> int:
        """Return the place of a job in the queue of its lane, from 1 on; 0 when it does not wait."""
        waiting = [
            other for other in self._jobs.values() if other.state == "queued" and other.lane.name == job.lane.name
        ]
        return waiting.index(job) + 1 if job in waiting else 0

    def _forget(self) -> None:
        latest = time.time() - FORGET_AFTER_S
        for key, job in list(self._jobs.items()):
            if job.finished is not None and job.finished < latest:
                del self._jobs[key]

    def _fill_places(self) -> None:
        """Start waiting jobs while there is room. The lock is held.

        Counted are running jobs, not threads: the thread of a stopped job may hang in its model for a while.
        """
        running = Counter(job.lane.name for job in self._jobs.values() if job.state == "running")
        for job in self._jobs.values():
            if job.state == "queued" and running[job.lane.name] < job.lane.at_once:
                running[job.lane.name] += 1
                job.begin()
                name = f"writing {job.section_id}"
                threading.Thread(target=self._run, args=(job,), name=name, daemon=True).start()
        self._lock.notify_all()

    def _run(self, job: Job) -> None:
        try:
            self._write(job)
            self._end(job, None)
        except IntertitreError as error:
            self._end(job, error)
        except Exception as error:  # noqa: BLE001 - a writer is foreign code, and its thread has nobody else to tell
            _log.exception("the writer of section %s failed", job.section_id)
            failure = WritingError("writing-failed")
            failure.__cause__ = error
            self._end(job, failure)

    def _write(self, job: Job) -> None:
        draft = self._store.load(job.draft_id).draft
        section = draft.section(job.section_id)
        if section is None:
            raise StorageError("section-gone")
        writer = job.make_writer()
        kept = typed_sentences(section, draft.language) if job.keeps_typed else ()
        task = SectionTask(draft, section, lambda: self._store.load(job.draft_id).draft, kept)
        with self._lock:
            job.sign(writer, task)
        pieces = writer.stream(task)
        try:
            # A generator cannot be closed while its own thread is in it; a stream of a model can, and has to be.
            if not isinstance(pieces, Generator) and isinstance(pieces, _Closable):
                job.hang_up = pieces.close
            self._take(job, pieces)
        finally:
            # A stream that is only dropped keeps its connection, and the bill, open.
            if isinstance(pieces, _Closable):
                pieces.close()

    def _take(self, job: Job, steps: Iterator[Step]) -> None:
        saved = 0
        for step in steps:
            with self._lock:
                if not job.add(step):
                    return
            if abs(job.length - saved) >= SAVE_EVERY:
                saved = job.length
                self._save_on_the_way(job)

    def _save_on_the_way(self, job: Job) -> None:
        try:
            self._save(job, "passing")
        except StorageError as error:
            if error.code != "storage-failed":
                raise
            # The database may be back at the next save; the text is in memory until then.
            _log.warning("section %s could not be saved on the way", job.section_id, exc_info=True)

    def _save(self, job: Job, keeping: Keeping = "state") -> None:
        """Put the text so far into the draft. A save that began later never carries less text."""
        with job.saving:
            with self._lock:
                versions = job.versions()
            if versions:
                self._store.update(job.draft_id, lambda draft: _with_versions(draft, job, versions), keeping=keeping)

    def _end(self, job: Job, error: IntertitreError | None) -> None:
        """Save the text of a job that nobody stopped, and then say that it ended: never the other way round."""
        with self._lock:
            if job.state in FINISHED or (error is None and not job.complete()):
                return
        try:
            self._save(job)
            self._store.settle(job.draft_id, [job.section_id])
        except StorageError as failure:
            error = error or failure
        with self._lock:
            job.end("done" if error is None else "failed", error)
            self._fill_places()

    def _save_stopped(self, job: Job, *, wanted: bool) -> None:
        try:
            self._save(job)
            if not wanted:
                self._store.settle(job.draft_id, [job.section_id])
        except StorageError as error:
            with self._lock:
                job.error = error


def _with_versions(draft: Draft, job: Job, versions: Sequence[Version]) -> Draft:
    """Return the draft with the versions of a job, each beneath what a person wrote since the job began."""
    for version in versions:
        draft = editing.keep_beneath(draft, job.section_id, version, job.started_on)
    return draft
