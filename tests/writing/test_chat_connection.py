"""What the settings page learns of an endpoint, and what the client brings with it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.errors import ModelError
from assistant.writing.answer import Answer, Limits
from assistant.writing.connection import check_endpoint
from assistant.writing.endpoints import Endpoint
from assistant.writing.prompting import Prompt
from tests.servers import scripted
from tests.servers.fixtures import server
from tests.servers.scenarios import ARTICLE, MODELS

QUICK = Limits(connect_s=1, first_s=0.5, between_s=0.5, total_s=3, characters=3000, retries=0)

__all__ = ["server"]

pytestmark = pytest.mark.timeout(30)


def test_a_working_endpoint_lists_its_models_and_streams(server: scripted.ScriptedServer) -> None:
    report = check_endpoint(Endpoint(server.url(), "petit-modele"), QUICK)
    assert (report.reachable, report.streaming, report.fault) == (True, True, None)
    assert report.models == tuple(sorted(MODELS))


def test_an_endpoint_without_a_model_lists_them_to_choose_from(server: scripted.ScriptedServer) -> None:
    report = check_endpoint(Endpoint(server.url()), QUICK)
    assert report.models == tuple(sorted(MODELS))
    assert report.fault is not None
    assert report.fault.code == "model-not-chosen"


@pytest.mark.parametrize(
    ("scenario", "reachable", "code"),
    [
        ("refused-key", True, "model-refused-key"),
        ("forbidden", True, "model-forbidden"),
        ("not-found", True, "model-not-found"),
        ("quota", True, "model-quota"),
        ("error-502-html", True, "model-server-error"),
        ("slow-first", True, "model-too-slow"),
        ("broken-json;after=0", True, "model-bad-answer"),
        ("empty", True, "model-empty"),
        ("black-hole", False, "model-too-slow"),
    ],
)
def test_what_stands_in_the_way_is_named(
    server: scripted.ScriptedServer, scenario: str, reachable: bool, code: str
) -> None:
    report = check_endpoint(Endpoint(server.url(scenario), "petit-modele", "sk-secret"), QUICK)
    assert report.reachable is reachable
    assert not report.streaming
    assert isinstance(report.fault, ModelError)
    assert report.fault.code == code
    assert "sk-secret" not in repr(report)


def test_an_address_where_nobody_listens_is_not_reachable() -> None:
    with scripted.start() as closed:
        endpoint = Endpoint(closed.url(), "petit-modele")
    report = check_endpoint(endpoint, QUICK)
    assert not report.reachable
    assert report.fault is not None
    assert report.fault.code == "model-unreachable"


def test_a_server_on_this_machine_is_not_asked_through_a_proxy(
    server: scripted.ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "OPENAI_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9")
    assert check_endpoint(Endpoint(server.url(), "petit-modele"), QUICK).streaming


@pytest.mark.parametrize("model", ["gpt-5-pro", "gpt-5-codex", "o3-mini"])
def test_the_name_of_a_model_does_not_change_the_protocol(server: scripted.ScriptedServer, model: str) -> None:
    answer = Answer(Endpoint(server.url("ok;name=protocol"), model), Prompt("a", "b"), QUICK, 50)
    assert "".join(answer.pieces()) == ARTICLE
    assert server.journal[-1].path.endswith("/chat/completions")


def test_a_writer_that_is_not_used_does_not_import_the_client() -> None:
    code = "import sys, assistant.writing.chat, assistant.writing.connection; print('langchain_openai' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
