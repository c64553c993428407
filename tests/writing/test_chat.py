"""The model writer against every way in which a server may fail."""

from __future__ import annotations

import sqlite3
import threading
import traceback
from dataclasses import replace

import pytest

from assistant.errors import ModelError
from assistant.i18n import describe
from assistant.model import Block, Brief, Draft, Passage, Piece, Section, Source
from assistant.writing.answer import Limits
from assistant.writing.chat import ChatWriter, SectionStream
from assistant.writing.endpoints import Endpoint
from assistant.writing.faults import FINISH_CODES, RETRIED_CODES, STATUS_CODES, Fault
from assistant.writing.writer import SectionTask
from tests.servers import scripted
from tests.servers.fixtures import server
from tests.servers.scenarios import ARTICLE, pieces_of

KEY = "sk-secret-0123456789abcdef"
QUICK = Limits(connect_s=5, first_s=10, between_s=10, total_s=20, characters=1500, retry_s=0.02, longest_wait_s=1)
IMPATIENT = replace(QUICK, first_s=0.4, between_s=0.4)
BODY = "La commune a présenté mardi un plan de 4,2 millions d’euros. La maire a salué ce chantier."
BEGINNING = "".join(pieces_of(ARTICLE)[:5])

__all__ = ["server"]

pytestmark = pytest.mark.timeout(30)


def task(*passages: Passage) -> SectionTask:
    source = Source("s1", "collage", BODY, "fr", None, None, (Block("paragraph", BODY),))
    section = Section("a1", 2, "La halle", passages, target_words=80)
    draft = Draft("d1", "fr", (source,), Brief(), "halle", sections=(section,))
    return SectionTask(draft, section)


TASK = task(Passage("s1", 0, len(BODY)))


def writer(server: scripted.ScriptedServer, scenario: str, limits: Limits = QUICK) -> ChatWriter:
    return ChatWriter(Endpoint(server.url(scenario), "petit-modele", KEY), limits, rounds=0)


def text_before_the_error(chat: ChatWriter) -> tuple[str, str]:
    text = ""
    try:
        for step in chat.stream(TASK):
            text += step.text if isinstance(step, Piece) else ""
    except ModelError as error:
        return text, error.code
    return text, ""


@pytest.mark.parametrize(
    "scenario", ["ok", "split", "packaged", "null-delta", "null-choices", "empty-choices", "late-reset"]
)
def test_a_whole_answer_is_the_text_and_nothing_else(server: scripted.ScriptedServer, scenario: str) -> None:
    assert text_before_the_error(writer(server, scenario)) == (ARTICLE, "")


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("refused-key", "model-refused-key"),
        ("forbidden", "model-forbidden"),
        ("not-found", "model-not-found"),
        ("bad-request", "model-bad-request"),
        ("unknown-field", "model-bad-request"),
        ("redirect", "model-bad-request"),
        ("context", "model-context-too-long"),
        ("context-in-words", "model-context-too-long"),
        ("policy", "model-filtered"),
        ("quota", "model-quota"),
        ("rate-limited-long", "model-rate-limited"),
        ("stream-without-text", "model-empty"),
        ("empty", "model-empty"),
        ("page", "model-bad-answer"),
        ("whole", "model-bad-answer"),
        ("only-thoughts", "model-empty"),
        ("refusal", "model-refused"),
        ("endless-thoughts", "model-endless"),
    ],
)
def test_a_request_that_cannot_succeed_is_made_once(server: scripted.ScriptedServer, scenario: str, code: str) -> None:
    before = len(server.journal)
    assert text_before_the_error(writer(server, scenario)) == ("", code)
    assert len(server.journal) == before + 1


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("rate-limited", "model-rate-limited"),
        ("error-503", "model-server-error"),
    ],
)
def test_a_request_that_may_succeed_is_made_again_and_not_for_ever(
    server: scripted.ScriptedServer, scenario: str, code: str
) -> None:
    before = len(server.journal)
    assert text_before_the_error(writer(server, scenario)) == ("", code)
    assert len(server.journal) == before + 3


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("error-500", "model-server-error"),
        ("error-502-html", "model-server-error"),
        ("hang-up", "model-unreachable"),
    ],
)
def test_a_failing_server_is_named(server: scripted.ScriptedServer, scenario: str, code: str) -> None:
    assert text_before_the_error(writer(server, scenario, replace(QUICK, retries=0))) == ("", code)


@pytest.mark.parametrize("scenario", ["rate-limited", "error-503", "error-500", "hang-up"])
def test_a_server_that_recovers_is_not_noticed(server: scripted.ScriptedServer, scenario: str) -> None:
    assert text_before_the_error(writer(server, f"{scenario};times=1;name=recovers")) == (ARTICLE, "")


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("cut", "model-cut-short"),
        ("cut-cleanly", "model-cut-short"),
        ("cut-done", "model-cut-short"),
        ("reset", "model-cut-short"),
        ("error-in-stream", "model-server-error"),
        ("broken-json", "model-bad-answer"),
        ("bad-utf8", "model-bad-answer"),
        ("length", "model-token-limit"),
        ("content-filter", "model-filtered"),
    ],
)
def test_what_arrived_before_the_fault_is_kept(server: scripted.ScriptedServer, scenario: str, code: str) -> None:
    before = len(server.journal)
    assert text_before_the_error(writer(server, scenario)) == (BEGINNING, code)
    assert len(server.journal) == before + 1


@pytest.mark.parametrize(
    ("scenario", "text", "code"),
    [
        ("black-hole", "", "model-too-slow"),
        ("slow-first", "", "model-too-slow"),
        ("stall", BEGINNING, "model-stalled"),
        ("keep-alive", BEGINNING, "model-stalled"),
        ("late-stall", ARTICLE, ""),
    ],
)
def test_a_silent_server_is_not_waited_for(
    server: scripted.ScriptedServer, scenario: str, text: str, code: str
) -> None:
    assert text_before_the_error(writer(server, scenario, IMPATIENT)) == (text, code)


def test_an_endless_answer_is_cut_and_kept(server: scripted.ScriptedServer) -> None:
    text, code = text_before_the_error(writer(server, "endless"))
    assert code == "model-endless"
    assert text.startswith(ARTICLE)
    assert len(text) <= QUICK.characters + 100


def test_an_answer_that_trickles_ends_with_the_time_allowed(server: scripted.ScriptedServer) -> None:
    limits = replace(QUICK, total_s=0.8)
    text, code = text_before_the_error(writer(server, "endless;delay=0.05", limits))
    assert code == "model-overtime"
    assert text


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    with scripted.start() as closed:
        chat = writer(closed, "ok")
    assert text_before_the_error(chat) == ("", "model-unreachable")


@pytest.mark.parametrize("scenario", ["surrogate", "nul"])
def test_characters_that_no_file_can_hold_are_replaced(server: scripted.ScriptedServer, scenario: str) -> None:
    text, code = text_before_the_error(writer(server, scenario))
    assert code == ""
    assert "\ufffd fin" in text
    assert sqlite3.connect(":memory:").execute("select ?", (text,)).fetchone() == (text,)


def test_the_request_holds_the_passages_and_what_the_server_accepts(server: scripted.ScriptedServer) -> None:
    assert text_before_the_error(writer(server, "echo;name=request")) == (BODY, "")
    body = server.journal[-1].body
    assert body["model"] == "petit-modele"
    assert body["max_tokens"] == 512
    assert "max_completion_tokens" not in body
    assert "stream_options" not in body


def test_a_section_without_passages_asks_nothing(server: scripted.ScriptedServer) -> None:
    before = len(server.journal)
    assert list(writer(server, "ok").stream(task())) == []
    assert len(server.journal) == before


def test_a_stream_that_nobody_began_asks_nothing(server: scripted.ScriptedServer) -> None:
    before = len(server.journal)
    writer(server, "ok").stream(TASK)
    assert len(server.journal) == before


def test_an_endpoint_without_a_model_says_so(server: scripted.ScriptedServer) -> None:
    with pytest.raises(ModelError) as caught:
        ChatWriter(Endpoint(server.url())).stream(TASK)
    assert caught.value.code == "model-not-chosen"


def hangs_up(server: scripted.ScriptedServer, path: str) -> bool:
    return server.wait_until(lambda visits: any(visit.hung_up and path in visit.path for visit in visits))


def stream_of(chat: ChatWriter) -> SectionStream:
    stream = chat.stream(TASK)
    assert isinstance(stream, SectionStream)
    return stream


def test_closing_the_stream_hangs_up(server: scripted.ScriptedServer) -> None:
    stream = stream_of(writer(server, "endless;name=closed"))
    assert isinstance(next(stream), Piece)
    stream.close()
    assert hangs_up(server, "name=closed")
    assert list(stream) == []


def test_a_stream_left_in_the_middle_of_a_loop_hangs_up(server: scripted.ScriptedServer) -> None:
    for step in writer(server, "endless;name=left").stream(TASK):
        assert isinstance(step, Piece)
        break
    assert hangs_up(server, "name=left")


@pytest.mark.parametrize("scenario", ["black-hole", "slow-first", "stall", "keep-alive"])
def test_a_stream_closed_by_another_thread_ends_while_it_waits(server: scripted.ScriptedServer, scenario: str) -> None:
    stream = stream_of(writer(server, f"{scenario};name=stopped"))
    texts: list[str] = []
    reader = threading.Thread(target=lambda: texts.extend(repr(step) for step in stream))
    reader.start()
    assert server.wait_until(lambda visits: visits[-1].path.endswith(f"{scenario};name=stopped/v1/chat/completions"))
    stream.close()
    reader.join(5)
    assert not reader.is_alive()
    assert hangs_up(server, f"{scenario};name=stopped")


def test_a_stream_closed_before_its_first_piece_asks_nothing(server: scripted.ScriptedServer) -> None:
    before = len(server.journal)
    stream = stream_of(writer(server, "ok"))
    stream.close()
    assert list(stream) == []
    assert len(server.journal) == before


def test_four_streams_at_once_do_not_mix(server: scripted.ScriptedServer) -> None:
    chat = writer(server, "ok;delay=0.005")
    texts: list[str] = []
    readers = [threading.Thread(target=lambda: texts.append(text_before_the_error(chat)[0])) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert texts == [ARTICLE] * 4


@pytest.mark.parametrize("scenario", ["refused-key", "not-found", "broken-json", "cut", "error-in-stream"])
def test_the_key_appears_nowhere(
    server: scripted.ScriptedServer, scenario: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    chat = writer(server, scenario)
    with pytest.raises(ModelError) as caught:
        list(chat.stream(TASK))
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caplog.text + repr(vars(chat))
    assert KEY not in told
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert KEY not in describe(caught.value, "fr") + describe(caught.value, "en")


def test_a_refusal_is_told_in_the_words_of_the_model(server: scripted.ScriptedServer) -> None:
    with pytest.raises(ModelError) as caught:
        list(writer(server, "refusal").stream(TASK))
    assert "je ne peux pas vous aider" in describe(caught.value, "fr")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_code_has_its_sentence(language: str) -> None:
    codes = {*FINISH_CODES.values(), *STATUS_CODES.values(), *RETRIED_CODES, *OWN_CODES}
    endpoint = Endpoint("http://127.0.0.1:9/v1", "petit-modele")
    for code in codes:
        error = ModelError(code, **Fault(code).error(endpoint).params, answer="Non.")
        assert len(describe(error, language)) > 30


OWN_CODES = (
    "model-not-chosen",
    "model-bad-address",
    "model-bad-key",
    "model-bad-request",
    "model-bad-answer",
    "model-cut-short",
    "model-empty",
    "model-too-slow",
    "model-stalled",
    "model-overtime",
    "model-endless",
)
