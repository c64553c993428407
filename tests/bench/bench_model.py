"""What the model writer promises: the first token, sections side by side, a quick stop, and articles in their band."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.desk.job import Lane
from assistant.desk.jobs import Jobs
from assistant.model import Block, Draft, Passage, Piece, Section, Source
from assistant.storage.drafts import DraftStore, sqlite_url
from assistant.writing.chat import ChatWriter
from assistant.writing.client import load_client
from assistant.writing.endpoints import Endpoint
from assistant.writing.writer import SectionTask
from tests.servers import scripted
from tests.servers.writers import TEMPERS
from tests.writing import test_tempers

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SIX = 6
RUNS = 9
Row = tuple[str, float, str, float]


def rows() -> Iterator[Row]:
    """Yield the medians."""
    load_client()
    with scripted.start() as server:
        yield ("model: first token, from the client to the job's text", _first_token(server), "ms", 60.0)
        yield ("model: six sections at once, against the slowest alone", _side_by_side(server), "x", 1.2)
        for scenario in ("black-hole", "endless;delay=0.02", "keep-alive"):
            yield (f"model: stop six sections, {scenario.split(';')[0]}", _stop(server, scenario), "ms", 300.0)
        seeds = sorted(SEEDS.glob("*.txt"))
        if seeds:
            yield from _tempers(server, seeds)


def _tempers(server: scripted.ScriptedServer, seeds: list[Path]) -> Iterator[Row]:
    """Yield the figures of every temper on every seed: shares and counts that have to be nothing."""
    out = altered = disobeyed = unmarked = runs = 0
    for number, seed in enumerate(seeds):
        planned = test_tempers.planned_draft(seed.read_text(encoding="utf-8"))
        for temper in TEMPERS:
            draft = test_tempers.written_by(temper, number, planned, server)
            runs += 1
            out += not test_tempers.is_in_band(draft)
            altered += len(test_tempers.altered_quotations(draft))
            disobeyed += not test_tempers.obeys_outline(draft, planned)
            unmarked += test_tempers.unmarked_sentences(draft)
    yield (f"model: {runs} articles, outside their band", 100 * out / runs, "%", 5.0)
    yield (f"model: {runs} articles, altered quotations", float(altered), "", 0.0)
    yield (f"model: {runs} articles, red sentences unmarked", float(unmarked), "", 0.0)
    yield (f"model: {runs} articles, outlines not obeyed", float(disobeyed), "", 0.0)


def _draft(count: int) -> Draft:
    body = "La commune a présenté mardi un plan de 4,2 millions d’euros pour la halle du marché."
    source = Source("s1", "collage", body, "fr", None, None, (Block("paragraph", body),))
    sections = tuple(
        Section(f"a{number}", 2, f"Partie {number}", (Passage("s1", 0, len(body)),), 50) for number in range(count)
    )
    return Draft("d1", "fr", (source,), sections=sections)


@contextmanager
def _jobs(count: int) -> Iterator[tuple[Jobs, DraftStore]]:
    with tempfile.TemporaryDirectory() as folder, DraftStore(sqlite_url(Path(folder) / "drafts.db")) as store:
        store.create(_draft(count))
        yield Jobs(store), store


def _first_token(server: scripted.ScriptedServer) -> float:
    """Return the milliseconds from the moment at which the server sent its first text to the moment it is a piece."""
    times = []
    for run in range(RUNS):
        path = f"ok;delay=0.2;name=first{run}"
        writer = ChatWriter(Endpoint(server.url(path), "petit-modele"), rounds=0)
        stream = writer.stream(SectionTask(_draft(1), _draft(1).sections[0]))
        sent: list[float] = []

        def watch(path: str = path, sent: list[float] = sent) -> None:
            server.wait_until(lambda visits: any(path in visit.path and visit.sent for visit in visits))
            sent.append(time.perf_counter())

        watcher = threading.Thread(target=watch)
        watcher.start()
        next(step for step in stream if isinstance(step, Piece))
        shown = time.perf_counter()
        watcher.join()
        times.append(1000 * max(0.0, shown - sent[0]))
    return statistics.median(times)


def _written_in(server: scripted.ScriptedServer, count: int, at_once: int, name: str) -> float:
    with _jobs(count) as (jobs, store):
        endpoint = Endpoint(server.url(f"ok;delay=0.1;name={name}"), "petit-modele")
        ids = [section.id for section in store.load("d1").draft.sections]
        begun = time.perf_counter()
        jobs.start("d1", ids, lambda: ChatWriter(endpoint, rounds=0), Lane("bench", at_once))
        jobs.wait("d1", 60)
        return time.perf_counter() - begun


def _side_by_side(server: scripted.ScriptedServer) -> float:
    alone = statistics.median(_written_in(server, 1, 1, f"alone{run}") for run in range(3))
    together = statistics.median(_written_in(server, SIX, SIX, f"together{run}") for run in range(3))
    return together / alone


def _stop(server: scripted.ScriptedServer, scenario: str) -> float:
    return statistics.median(_stopped_in(server, f"{scenario};name=stop{run}") for run in range(3))


def _stopped_in(server: scripted.ScriptedServer, name: str) -> float:
    """Return the milliseconds that stopping six running sections takes."""
    with _jobs(SIX) as (jobs, store):
        endpoint = Endpoint(server.url(name), "petit-modele")
        ids = [section.id for section in store.load("d1").draft.sections]
        jobs.start("d1", ids, lambda: ChatWriter(endpoint, rounds=0), Lane("bench", SIX))
        server.wait_until(lambda visits: sum(name in visit.path for visit in visits) >= SIX)
        begun = time.perf_counter()
        jobs.stop("d1")
        return 1000 * (time.perf_counter() - begun)
