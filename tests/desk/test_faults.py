"""Every way in which a model's server may fail, up to the journalist: one sentence, the text that came, an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.desk.job import JobView
from assistant.desk.jobs import Jobs
from assistant.i18n import describe
from assistant.model import Block, Draft, Passage, Section, Source, Version
from assistant.storage.drafts import DraftStore, sqlite_url
from assistant.writing.answer import Limits
from assistant.writing.chat import ChatWriter
from assistant.writing.endpoints import Endpoint
from assistant.writing.faults import retry_after
from assistant.writing.material import material_of
from assistant.writing.prompting import render
from assistant.writing.writer import SectionTask
from tests.servers import scripted
from tests.servers.fixtures import server
from tests.servers.scenarios import ARTICLE, pieces_of
from tests.servers.writers import ENGLISH

BOUND_S = 15.0
"""Within which every fault has to have ended, with limits of half a second: generous, the machine may be busy."""
LIMITS = Limits(connect_s=2, first_s=0.5, between_s=0.5, total_s=6, characters=1500, retry_s=0.02, longest_wait_s=0.2)
PATIENT = replace(LIMITS, first_s=8.0, between_s=8.0, total_s=12.0)
"""For what does not wait on purpose: a busy machine takes seconds for what takes milliseconds alone."""
SLOW = ("model-too-slow", "model-stalled", "model-overtime")
SENTENCES = (
    "La commune a présenté mardi un plan de 4,2 millions d’euros pour la halle.",
    "La maire a salué ce chantier devant les habitants réunis sur la place.",
    "Les travaux commenceront en mars et doivent durer quatorze mois en tout.",
    "Trente-huit producteurs y tiendront un étal, selon la chambre d’agriculture.",
)
BODY = " ".join(SENTENCES)
SOURCE = Source("s1", "collage", BODY, "fr", None, None, (Block("paragraph", BODY),))
BEGINNING = "".join(pieces_of(ARTICLE)[:5])

__all__ = ["server"]

pytestmark = pytest.mark.timeout(60)


def passages() -> tuple[Passage, ...]:
    starts = [BODY.index(sentence) for sentence in SENTENCES]
    return tuple(Passage("s1", start, start + len(text)) for start, text in zip(starts, SENTENCES, strict=True))


DRAFT = Draft("d1", "fr", (SOURCE,), sections=(Section("a1", 2, "La halle", passages(), 50),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore(sqlite_url(tmp_path / "drafts.db")) as opened:
        opened.create(DRAFT)
        yield opened


def written(
    store: DraftStore, base_url: str, limits: Limits = LIMITS, *, rounds: int = 0
) -> tuple[JobView, Version | None]:
    """Have the section written, and return how the job ended and the version that the store has."""
    jobs = Jobs(store)
    endpoint = Endpoint(base_url, "petit-modele", "sk-secret")
    jobs.start("d1", ["a1"], lambda: ChatWriter(endpoint, limits, rounds=rounds))
    assert jobs.wait("d1", BOUND_S)
    versions = store.load("d1").draft.sections[0].versions
    return jobs.snapshot("d1")[0], versions[-1] if versions else None


SCENARIOS = [
    ("black-hole", "model-too-slow", ""),
    ("slow-first", "model-too-slow", ""),
    ("stall", "model-stalled", BEGINNING),
    ("keep-alive", "model-stalled", BEGINNING),
    ("endless", "model-endless", ARTICLE[:200]),
    ("endless;delay=0.1", "model-overtime", ARTICLE[:20]),
    ("reset", "model-cut-short", BEGINNING),
    ("cut", "model-cut-short", BEGINNING),
    ("cut-cleanly", "model-cut-short", BEGINNING),
    ("cut-done", "model-cut-short", BEGINNING),
    ("context", "model-context-too-long", ""),
    ("refused-key", "model-refused-key", ""),
    ("forbidden", "model-forbidden", ""),
    ("not-found", "model-not-found", ""),
    ("rate-limited", "model-rate-limited", ""),
    ("rate-limited-long", "model-rate-limited", ""),
    ("rate-limited-absurd", "model-rate-limited", ""),
    ("rate-limited-negative", "model-rate-limited", ""),
    ("rate-limited-in-words", "model-rate-limited", ""),
    ("rate-limited-past-date", "model-rate-limited", ""),
    ("rate-limited-far-date", "model-rate-limited", ""),
    ("rate-limited-impossible-date", "model-rate-limited", ""),
    ("quota", "model-quota", ""),
    ("error-500", "model-server-error", ""),
    ("error-502-html", "model-server-error", ""),
    ("error-503", "model-server-error", ""),
    ("hang-up", "model-unreachable", ""),
    ("broken-json", "model-bad-answer", BEGINNING),
    ("bad-utf8", "model-bad-answer", BEGINNING),
    ("error-in-stream", "model-server-error", BEGINNING),
    ("page", "model-bad-answer", ""),
    ("empty", "model-empty", ""),
    ("only-thoughts", "model-empty", ""),
    ("refusal", "model-refused", ""),
    ("policy", "model-filtered", ""),
    ("content-filter", "model-filtered", BEGINNING),
    ("length", "model-token-limit", BEGINNING),
    ("english", "model-wrong-language", ENGLISH[:100]),
]


@pytest.mark.parametrize(("scenario", "code", "kept"), SCENARIOS, ids=[scenario for scenario, _, _ in SCENARIOS])
def test_a_fault_ends_with_its_sentence_and_the_text_that_came(
    store: DraftStore, server: scripted.ScriptedServer, scenario: str, code: str, kept: str
) -> None:
    view, version = written(store, server.url(scenario), LIMITS if code in SLOW else PATIENT)
    assert view.state == "failed"
    assert view.error is not None
    assert view.error.code == code
    for language in ("fr", "en"):
        told = describe(view.error, language)
        assert "sk-secret" not in told
        assert "\n" not in told
        assert len(told) > 30
    assert (version.text if version else "").startswith(kept)
    assert bool(version) is bool(kept)


def test_nobody_listening_is_a_sentence(store: DraftStore) -> None:
    with scripted.start() as closed:
        base_url = closed.url("ok")
    view, version = written(store, base_url)
    assert view.error is not None
    assert (view.error.code, version) == ("model-unreachable", None)


@pytest.mark.parametrize("scenario", ["surrogate", "nul", "empty-choices", "null-choices", "null-delta", "late-reset"])
def test_an_oddity_that_loses_nothing_is_no_fault(
    store: DraftStore, server: scripted.ScriptedServer, scenario: str
) -> None:
    view, version = written(store, server.url(scenario))
    assert (view.state, view.error) == ("done", None)
    assert version is not None
    assert version.complete
    assert version.text.encode("utf-8")


def test_repeated_requests_are_counted_and_told(store: DraftStore, server: scripted.ScriptedServer) -> None:
    view, version = written(store, server.url("rate-limited;times=2;name=counted"))
    assert (view.state, view.retries) == ("done", 2)
    assert version is not None
    assert version.usage is not None
    assert (version.usage.requests, version.usage.retries) == (3, 2)


@pytest.mark.parametrize("scenario", ["quota", "refused-key", "rate-limited-long", "rate-limited-far-date"])
def test_what_cannot_help_is_not_repeated(store: DraftStore, server: scripted.ScriptedServer, scenario: str) -> None:
    before = len(server.journal)
    view, _ = written(store, server.url(f"{scenario};name=once"), PATIENT)
    assert view.retries == 0
    assert len(server.journal) == before + 1


def test_passages_that_are_too_many_are_reduced_and_it_is_said(
    store: DraftStore, server: scripted.ScriptedServer
) -> None:
    task = SectionTask(DRAFT, DRAFT.sections[0])
    prompt = render(task, material_of(task))
    limit = len(prompt.instructions) + len(prompt.material) - 40
    view, version = written(store, server.url(f"small-context;limit={limit};name=reduced"))
    assert view.error is None
    assert version is not None
    left_out = {remark.kind: remark.count for remark in version.remarks}["passages-left-out"]
    assert 1 <= left_out < len(SENTENCES)
    assert SENTENCES[0] in version.text


def test_a_model_that_fails_while_mending_leaves_the_whole_text(
    store: DraftStore, server: scripted.ScriptedServer
) -> None:
    view, version = written(store, server.url("ok;name=mended"), rounds=2)
    assert view.error is None
    assert version is not None
    assert version.complete
    assert {remark.kind for remark in version.remarks} & {"unsupported", "altered"}


NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("3", 3.0),
        (" 0.5 ", 0.5),
        ("Mon, 02 Mar 2026 12:00:30 GMT", 30.0),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0),
        ("Monday, 02-Mar-26 12:00:30 GMT", 30.0),
        ("Mon, 02 Mar 2026 12:00:30 -0000", 30.0),
        ("inf", None),
        ("nan", None),
        ("-1", None),
        ("1e999", None),
        ("demain", None),
        ("", None),
        (None, None),
        ("Mon, 99 Mar 2026 99:00:30 GMT", None),
    ],
)
def test_when_to_try_again_is_read_as_seconds_or_as_a_date(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


def test_a_stop_in_the_middle_keeps_the_text(store: DraftStore, server: scripted.ScriptedServer) -> None:
    jobs = Jobs(store)
    endpoint = Endpoint(server.url("endless;delay=0.05;name=stop"), "petit-modele")
    limits = replace(LIMITS, first_s=10, between_s=10, total_s=30)
    jobs.start("d1", ["a1"], lambda: ChatWriter(endpoint, limits))
    assert server.wait_until(lambda visits: any("name=stop" in visit.path and visit.sent > 8 for visit in visits))
    jobs.stop("d1")
    section = store.load("d1").draft.sections[0]
    assert section.text.startswith(BEGINNING)
    assert not section.versions[-1].complete
    assert server.wait_for_hang_up()
