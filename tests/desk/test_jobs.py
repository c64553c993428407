"""Jobs: they write beside the page, keep every word in the store, and end only when they are told to."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.desk import editing
from assistant.desk import jobs as jobs_module
from assistant.desk.jobs import SAVE_EVERY, Jobs
from assistant.errors import IntertitreError, ModelError
from assistant.model import Draft, Evidence, Origin, Passage, Piece, Section, Version
from assistant.storage.drafts import DraftStore, sqlite_url
from assistant.writing.writer import SectionTask

NOON = "2026-03-02T12:00:00+00:00"
PATIENCE_S = 20.0
FACT = Passage("a", 0, 9)
Step = Piece | threading.Event | Exception


@dataclass
class ScriptedWriter:
    """Yields the pieces of its script; sets `reached` and waits at each gate, raises each error."""

    script: Sequence[Step]
    origin: Origin = "model"
    model: str | None = "scripted"
    reached: threading.Event = field(default_factory=threading.Event)
    closed: threading.Event = field(default_factory=threading.Event)

    def prompt_hash(self, task: SectionTask) -> str | None:
        return f"hash of {task.section.heading}"

    def stream(self, task: SectionTask) -> Iterator[Piece]:
        try:
            for step in self.script:
                if isinstance(step, Exception):
                    raise step
                if isinstance(step, Piece):
                    yield step
                else:
                    self.reached.set()
                    assert step.wait(PATIENCE_S)
        finally:
            self.closed.set()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path / "drafts.db")


@pytest.fixture
def store(url: str) -> Iterator[DraftStore]:
    with DraftStore(url) as store:
        store.create(Draft("d1", "fr", sections=tuple(Section(f"s{n}", 2, f"Partie {n}") for n in range(1, 7))))
        yield store


@pytest.fixture
def jobs(store: DraftStore) -> Iterator[Jobs]:
    jobs = Jobs(store)
    yield jobs
    jobs.close()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """A gate that opens at the end of the test, whatever happens: no thread stays behind it."""
    gate = threading.Event()
    yield gate
    gate.set()


def versions(store: DraftStore, section_id: str = "s1") -> tuple[Version, ...]:
    section = store.load("d1").draft.section(section_id)
    assert section is not None
    return section.versions


def texts(store: DraftStore, section_id: str = "s1") -> list[tuple[str, str, bool]]:
    return [(version.origin, version.text, version.complete) for version in versions(store, section_id)]


def states(jobs: Jobs) -> dict[str, str]:
    return {view.section_id: view.state for view in jobs.snapshot("d1")}


def write(jobs: Jobs, *steps: Step, section_id: str = "s1") -> ScriptedWriter:
    writer = ScriptedWriter(steps)
    jobs.start("d1", [section_id], lambda: writer)
    return writer


def test_a_finished_job_is_one_whole_version_with_its_evidence(jobs: Jobs, store: DraftStore) -> None:
    write(jobs, Piece("Le pont rouvre. ", (FACT,)), Piece("Les cyclistes applaudissent."))
    assert jobs.wait("d1", PATIENCE_S)
    (version,) = versions(store)
    assert version.text == "Le pont rouvre. Les cyclistes applaudissent."
    assert (version.origin, version.model, version.prompt_hash) == ("model", "scripted", "hash of Partie 1")
    assert (version.complete, version.evidence) == (True, (Evidence(0, 16, (FACT,)),))
    (view,) = jobs.snapshot("d1")
    assert (view.section_id, view.state, view.words, view.error) == ("s1", "done", 6, None)
    assert view.started is not None
    assert view.finished is not None
    assert view.started <= view.finished


def test_the_text_of_a_running_job_is_seen_and_already_in_the_store(
    jobs: Jobs, store: DraftStore, gate: threading.Event
) -> None:
    long = "mot " * SAVE_EVERY
    writer = write(jobs, Piece(long), Piece("fin."), gate, Piece(" Vraiment."))
    assert writer.reached.wait(PATIENCE_S)
    (view,) = jobs.snapshot("d1")
    assert (view.state, view.text, view.words) == ("running", long + "fin.", SAVE_EVERY + 1)
    assert jobs.is_busy("d1")
    assert texts(store) == [("model", long, False)]
    first_id = versions(store)[0].id
    gate.set()
    assert jobs.wait("d1", PATIENCE_S)
    assert texts(store) == [("model", long + "fin. Vraiment.", True)]
    assert versions(store)[0].id == first_id
    assert not jobs.is_busy("d1")


def test_a_stop_does_not_wait_for_the_writer_and_keeps_the_text(
    jobs: Jobs, store: DraftStore, gate: threading.Event
) -> None:
    writer = write(jobs, Piece("Le pont"), gate, Piece(" rouvre."))
    assert writer.reached.wait(PATIENCE_S)
    jobs.stop("d1", "s1")
    assert texts(store) == [("model", "Le pont", False)]
    assert states(jobs) == {"s1": "stopped"}
    gate.set()
    assert writer.closed.wait(PATIENCE_S)
    assert texts(store) == [("model", "Le pont", False)]
    assert jobs.snapshot("d1")[0].text == "Le pont"


def test_the_stream_is_closed_at_the_next_piece_after_a_stop(jobs: Jobs, gate: threading.Event) -> None:
    never = threading.Event()
    writer = write(jobs, Piece("un "), gate, Piece("deux "), never)
    assert writer.reached.wait(PATIENCE_S)
    jobs.stop("d1")
    gate.set()
    assert writer.closed.wait(PATIENCE_S)


def test_a_stream_that_somebody_else_holds_is_closed_too(jobs: Jobs, gate: threading.Event) -> None:
    held: list[Iterator[Piece]] = []

    class Holding(ScriptedWriter):
        def stream(self, task: SectionTask) -> Iterator[Piece]:
            held.append(super().stream(task))
            return held[0]

    writer = Holding([Piece("un"), gate, Piece(" deux"), Piece(" trois")])
    jobs.start("d1", ["s1"], lambda: writer)
    assert writer.reached.wait(PATIENCE_S)
    jobs.stop("d1")
    gate.set()
    assert writer.closed.wait(PATIENCE_S)


def test_stopping_hangs_up_on_a_model_that_has_not_said_a_word(jobs: Jobs) -> None:
    class Line:
        """A stream that waits until it is closed, from whatever thread."""

        closed = threading.Event()
        awaited = threading.Event()

        def __iter__(self) -> Iterator[Piece]:
            return self

        def __next__(self) -> Piece:
            self.awaited.set()
            assert self.closed.wait(PATIENCE_S)
            raise StopIteration

        def close(self) -> None:
            self.closed.set()

    class Calling(ScriptedWriter):
        def stream(self, task: SectionTask) -> Iterator[Piece]:
            return Line()

    jobs.start("d1", ["s1"], lambda: Calling(()))
    assert Line.awaited.wait(PATIENCE_S)
    jobs.stop("d1")
    assert Line.closed.is_set()
    assert states(jobs) == {"s1": "stopped"}


def test_stopping_all_stops_the_waiting_too(store: DraftStore, gate: threading.Event) -> None:
    jobs = Jobs(store, at_once=1)
    writer = ScriptedWriter([Piece("un"), gate])
    jobs.start("d1", ["s1", "s2", "s3"], lambda: writer)
    assert writer.reached.wait(PATIENCE_S)
    jobs.stop("d1")
    assert states(jobs) == {"s1": "stopped", "s2": "stopped", "s3": "stopped"}
    assert texts(store, "s2") == []


def test_stopping_one_of_several_leaves_the_others(jobs: Jobs, store: DraftStore, gate: threading.Event) -> None:
    kept = write(jobs, Piece("un"), gate, Piece(" et fin"), section_id="s1")
    write(jobs, Piece("deux"), gate, section_id="s2")
    assert kept.reached.wait(PATIENCE_S)
    jobs.stop("d1", "s2")
    gate.set()
    assert jobs.wait("d1", PATIENCE_S)
    assert states(jobs) == {"s1": "done", "s2": "stopped"}
    assert texts(store) == [("model", "un et fin", True)]


def test_sections_are_written_in_the_order_of_the_request(store: DraftStore) -> None:
    order: list[str] = []

    class Noting(ScriptedWriter):
        def stream(self, task: SectionTask) -> Iterator[Piece]:
            order.append(task.section.id)
            yield Piece("x")

    jobs = Jobs(store, at_once=1)
    jobs.start("d1", ["s3", "s1", "s2"], lambda: Noting([]))
    assert jobs.wait("d1", PATIENCE_S)
    assert order == ["s3", "s1", "s2"]
    assert list(states(jobs)) == ["s3", "s1", "s2"]


def test_no_more_jobs_run_at_once_than_allowed_and_a_stopped_one_frees_its_place(
    store: DraftStore, gate: threading.Event
) -> None:
    jobs = Jobs(store, at_once=2)
    writers = {n: ScriptedWriter([Piece("x"), gate]) for n in (1, 2, 3)}
    for n, writer in writers.items():
        jobs.start("d1", [f"s{n}"], lambda writer=writer: writer)  # type: ignore[misc]
    assert writers[1].reached.wait(PATIENCE_S)
    assert states(jobs) == {"s1": "running", "s2": "running", "s3": "queued"}
    jobs.stop("d1", "s1")
    assert writers[3].reached.wait(PATIENCE_S)
    assert states(jobs) == {"s1": "stopped", "s2": "running", "s3": "running"}


def test_starting_a_running_section_again_lets_it_go_on(jobs: Jobs, store: DraftStore, gate: threading.Event) -> None:
    writer = write(jobs, Piece("un"), gate, Piece(" deux"))
    assert writer.reached.wait(PATIENCE_S)
    write(jobs, Piece("autre"))
    gate.set()
    assert jobs.wait("d1", PATIENCE_S)
    assert texts(store) == [("model", "un deux", True)]


def test_a_section_written_again_keeps_the_earlier_text_as_a_version(jobs: Jobs, store: DraftStore) -> None:
    for text in ("premier", "second"):
        write(jobs, Piece(text))
        assert jobs.wait("d1", PATIENCE_S)
    assert texts(store) == [("model", "premier", True), ("model", "second", True)]


def test_an_error_ends_the_job_is_shown_and_keeps_the_text(jobs: Jobs, store: DraftStore) -> None:
    write(jobs, Piece("Le pont"), ModelError("model-cut", seconds=3))
    assert jobs.wait("d1", PATIENCE_S)
    (view,) = jobs.snapshot("d1")
    assert (view.state, view.text) == ("failed", "Le pont")
    assert isinstance(view.error, ModelError)
    assert (view.error.code, view.error.params) == ("model-cut", {"seconds": 3})
    assert texts(store) == [("model", "Le pont", False)]


def test_a_bug_of_a_writer_is_logged_and_told_in_one_sentence(
    jobs: Jobs, store: DraftStore, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        write(jobs, Piece("Le pont"), ZeroDivisionError("a bug"))
        assert jobs.wait("d1", PATIENCE_S)
    (view,) = jobs.snapshot("d1")
    assert isinstance(view.error, IntertitreError)
    assert view.error.code == "writing-failed"
    assert "ZeroDivisionError: a bug" in caplog.text
    assert texts(store) == [("model", "Le pont", False)]


def test_a_writer_that_cannot_be_made_fails_its_job_alone(jobs: Jobs) -> None:
    def no_writer() -> ScriptedWriter:
        raise ModelError("model-not-set")

    jobs.start("d1", ["s1"], no_writer)
    write(jobs, Piece("bien"), section_id="s2")
    assert jobs.wait("d1", PATIENCE_S)
    assert states(jobs) == {"s1": "failed", "s2": "done"}


def test_a_writer_that_says_nothing_leaves_no_version(jobs: Jobs, store: DraftStore) -> None:
    write(jobs)
    assert jobs.wait("d1", PATIENCE_S)
    assert states(jobs) == {"s1": "done"}
    assert texts(store) == []


def test_a_section_deleted_while_it_is_written_ends_its_job(
    jobs: Jobs, store: DraftStore, gate: threading.Event
) -> None:
    writer = write(jobs, Piece("un"), gate, Piece(" deux"))
    assert writer.reached.wait(PATIENCE_S)
    store.update("d1", lambda draft: editing.delete_section(draft, "s1"))
    gate.set()
    assert jobs.wait("d1", PATIENCE_S)
    (view,) = jobs.snapshot("d1")
    assert view.error is not None
    assert (view.state, view.error.code, view.text) == ("failed", "section-gone", "un deux")


def test_a_section_or_draft_that_is_gone_is_a_message(jobs: Jobs) -> None:
    jobs.start("d1", ["gone"], lambda: ScriptedWriter([]))
    jobs.start("d9", ["s1"], lambda: ScriptedWriter([]))
    assert jobs.wait("d1", PATIENCE_S)
    assert jobs.wait("d9", PATIENCE_S)
    errors = [view.error.code for draft in ("d1", "d9") for view in jobs.snapshot(draft) if view.error]
    assert errors == ["section-gone", "no-such-draft"]


@pytest.mark.parametrize("first", ["x", "x" * SAVE_EVERY])
def test_the_person_wins_over_a_generation(jobs: Jobs, store: DraftStore, gate: threading.Event, first: str) -> None:
    writer = write(jobs, Piece(first), gate, Piece(" et la suite."))
    assert writer.reached.wait(PATIENCE_S)
    base = [version.id for version in versions(store)]
    store.update("d1", lambda draft: editing.edit_text(draft, "s1", "Ma phrase.", base[-1] if base else None, NOON))
    gate.set()
    assert jobs.wait("d1", PATIENCE_S)
    assert texts(store) == [("model", first + " et la suite.", True), ("hand", "Ma phrase.", True)]


def test_edits_elsewhere_in_the_draft_and_four_generations_all_arrive(jobs: Jobs, store: DraftStore) -> None:
    piece = Piece("mot " * (SAVE_EVERY // 4))
    for number in range(1, 5):
        write(jobs, *[piece] * 10, section_id=f"s{number}")
    for number in range(20):
        store.update("d1", lambda draft, n=number: editing.set_details(draft, title=f"{draft.title}{n},"))  # type: ignore[misc]
    assert jobs.wait("d1", PATIENCE_S)
    assert store.load("d1").draft.title == "".join(f"{number}," for number in range(20))
    for number in range(1, 5):
        assert texts(store, f"s{number}") == [("model", piece.text * 10, True)]


def test_another_page_sees_the_same_job_and_starting_it_there_changes_nothing(
    jobs: Jobs, gate: threading.Event
) -> None:
    writer = write(jobs, Piece("un"), gate)
    assert writer.reached.wait(PATIENCE_S)
    seen: list[str] = []
    tab = threading.Thread(target=lambda: seen.extend(view.text for view in jobs.snapshot("d1")))
    tab.start()
    tab.join()
    assert seen == ["un"]
    assert states(jobs) == {"s1": "running"}


def test_after_a_restart_the_cut_text_is_there_and_all_that_was_asked_for_can_be_written(
    url: str, store: DraftStore, gate: threading.Event
) -> None:
    jobs = Jobs(store, at_once=1)
    text = "mot " * SAVE_EVERY
    writer = ScriptedWriter([Piece(text), Piece("perdu"), gate])
    jobs.start("d1", ["s1", "s2"], lambda: writer)
    assert writer.reached.wait(PATIENCE_S)
    assert jobs.unfinished(store.load("d1").draft) == ()
    with DraftStore(url) as reopened:
        restarted = Jobs(reopened)
        cut, waiting = restarted.unfinished(reopened.load("d1").draft)
        assert [(cut.id, cut.text), (waiting.id, waiting.text)] == [("s1", text), ("s2", "")]
        restarted.start("d1", [cut.id, waiting.id], lambda: ScriptedWriter([Piece("Entier.")]))
        assert restarted.wait("d1", PATIENCE_S)
        assert texts(reopened) == [("model", text, False), ("model", "Entier.", True)]
        assert texts(reopened, "s2") == [("model", "Entier.", True)]
        assert restarted.unfinished(reopened.load("d1").draft) == ()


def test_what_the_end_of_the_process_interrupts_is_kept_and_still_wanted(
    store: DraftStore, gate: threading.Event
) -> None:
    jobs = Jobs(store, at_once=1)
    writer = ScriptedWriter([Piece("Le pont"), gate])
    jobs.start("d1", ["s1", "s2"], lambda: writer)
    assert writer.reached.wait(PATIENCE_S)
    jobs.close()
    assert texts(store) == [("model", "Le pont", False)]
    assert [section.id for section in Jobs(store).unfinished(store.load("d1").draft)] == ["s1", "s2"]


def test_what_was_stopped_before_its_first_word_is_not_asked_for_any_more(
    jobs: Jobs, store: DraftStore, gate: threading.Event
) -> None:
    writer = write(jobs, gate)
    assert writer.reached.wait(PATIENCE_S)
    assert store.requested("d1") == {"s1"}
    jobs.stop("d1")
    assert store.requested("d1") == frozenset()
    assert jobs.unfinished(store.load("d1").draft) == ()


def test_a_stopped_section_is_offered_again_unless_a_person_went_on_with_it(jobs: Jobs, store: DraftStore) -> None:
    write(jobs, Piece("Le pont"), ModelError("model-cut"))
    assert jobs.wait("d1", PATIENCE_S)
    draft = store.load("d1").draft
    assert [section.id for section in jobs.unfinished(draft)] == ["s1"]
    edited = editing.edit_text(draft, "s1", "Le pont rouvre.", draft.sections[0].versions[-1].id, NOON)
    assert jobs.unfinished(edited) == ()


def rename_table(path: Path, old: str, new: str) -> None:
    with closing(sqlite3.connect(path, timeout=PATIENCE_S)) as connection:
        connection.execute(f"ALTER TABLE {old} RENAME TO {new}")


def test_a_save_that_fails_on_the_way_does_not_end_the_writing(
    jobs: Jobs, store: DraftStore, tmp_path: Path, gate: threading.Event
) -> None:
    start = threading.Event()
    writer = ScriptedWriter([start, Piece("x" * SAVE_EVERY), Piece(" et"), gate, Piece(" fin")])
    jobs.start("d1", ["s1"], lambda: writer)
    assert writer.reached.wait(PATIENCE_S)
    writer.reached.clear()
    rename_table(tmp_path / "drafts.db", "draft", "hidden")
    start.set()
    assert writer.reached.wait(PATIENCE_S)
    assert states(jobs) == {"s1": "running"}
    rename_table(tmp_path / "drafts.db", "hidden", "draft")
    gate.set()
    assert jobs.wait("d1", PATIENCE_S)
    assert texts(store) == [("model", "x" * SAVE_EVERY + " et fin", True)]


def test_a_text_that_cannot_be_saved_at_the_end_is_shown_with_the_reason(
    jobs: Jobs, store: DraftStore, gate: threading.Event
) -> None:
    writer = write(jobs, Piece("un"), gate)
    assert writer.reached.wait(PATIENCE_S)
    store.delete("d1")
    jobs.stop("d1")
    (view,) = jobs.snapshot("d1")
    assert view.error is not None
    assert (view.state, view.text, view.error.code) == ("stopped", "un", "no-such-draft")


def test_finished_jobs_are_forgotten_after_a_while(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(jobs, Piece("un"))
    assert jobs.wait("d1", PATIENCE_S)
    assert states(jobs) == {"s1": "done"}
    monkeypatch.setattr(jobs_module, "FORGET_AFTER_S", -1.0)
    assert jobs.snapshot("d1") == ()
