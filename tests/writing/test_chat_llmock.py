"""An independent mock breaks the stream, and judges how the client bore it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from assistant.errors import ModelError
from assistant.writing.answer import Answer, Limits
from assistant.writing.endpoints import Endpoint
from assistant.writing.prompting import Prompt
from tests.servers.llmock_server import MockServer, llmock_server
from tests.servers.local_model import SkipReason

pytestmark = [pytest.mark.model, pytest.mark.timeout(400)]

LIMITS = Limits(connect_s=5, first_s=5, between_s=1, total_s=20, retry_s=0.1, longest_wait_s=3)
PROMPT = Prompt("You are a copy editor.", "Write three sentences about a market hall.")


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    try:
        with llmock_server() as running:
            yield running
    except SkipReason as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no LLMock: {reason}")
        pytest.skip(f"NO LLMOCK, NOT TESTED: {reason}")


def asked(mock: MockServer, *behaviors: dict[str, object]) -> tuple[str, str]:
    """Return the text that came and the code of the error, empty for none."""
    mock.script(*behaviors)
    text = ""
    try:
        for piece in Answer(Endpoint(mock.base_url, "gpt-4o-mini", "sk-mock"), PROMPT, LIMITS, 200).pieces():
            text += piece
    except ModelError as error:
        return text, error.code
    return text, ""


def failures(mock: MockServer) -> list[object]:
    """Return what the mock holds against the client."""
    findings = mock.verdict().get("findings", [])
    assert isinstance(findings, list)
    codes = [finding["code"] for finding in findings if finding["severity"] == "error"]
    # The mock takes a cut stream for accepted when the request is not made again. Here it is told instead, with the
    # text that came, which each test asserts.
    return [code for code in codes if code != "truncated_stream_accepted"]


def test_a_whole_answer_is_a_whole_answer(mock: MockServer) -> None:
    text, code = asked(mock, {"type": "reply", "text": "La halle ouvre mardi."})
    assert (text, code) == ("La halle ouvre mardi.", "")


@pytest.mark.parametrize(
    ("behavior", "code"),
    [
        ({"type": "fail", "status": 401, "times": None}, "model-refused-key"),
        ({"type": "fail", "status": 403, "times": None}, "model-forbidden"),
        ({"type": "fail", "status": 404, "times": None}, "model-not-found"),
        ({"type": "fail", "status": 429, "code": "insufficient_quota", "times": None}, "model-quota"),
        ({"type": "fail", "status": 429, "retry_after": 3600, "times": None}, "model-rate-limited"),
        ({"type": "fail", "status": 400, "code": "context_length_exceeded", "times": None}, "model-context-too-long"),
        ({"type": "fail", "status": 500, "times": None}, "model-server-error"),
        ({"type": "fail", "status": 503, "times": None}, "model-server-error"),
        ({"type": "stream_fault", "kind": "truncate", "after_chunks": 3}, "model-cut-short"),
        ({"type": "stream_fault", "kind": "disconnect", "after_chunks": 3}, "model-cut-short"),
        ({"type": "stream_fault", "kind": "malformed", "after_chunks": 3}, "model-bad-answer"),
        ({"type": "stream_fault", "kind": "stall", "after_chunks": 3, "stall_seconds": 8}, "model-stalled"),
        ({"type": "slow_first_token", "seconds": 9}, "model-too-slow"),
    ],
)
def test_a_fault_of_another_mock_is_named_too(mock: MockServer, behavior: dict[str, object], code: str) -> None:
    text, found = asked(mock, behavior)
    assert found == code
    assert bool(text) is (behavior.get("after_chunks") is not None)
    assert failures(mock) == []


def test_a_server_that_recovers_is_waited_for_as_long_as_it_asks(mock: MockServer) -> None:
    text, code = asked(mock, {"type": "fail", "status": 429, "retry_after": 1, "times": 2})
    assert (bool(text), code) == (True, "")
    assert failures(mock) == []
