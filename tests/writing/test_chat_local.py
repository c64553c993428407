"""The model writer with a real server and a real, tiny model: its words are nonsense, its protocol is not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.errors import ModelError
from assistant.model import Block, Draft, Passage, Section, Source
from assistant.writing.answer import Answer, Limits
from assistant.writing.chat import ChatWriter, SectionStream
from assistant.writing.connection import check_endpoint
from assistant.writing.endpoints import Endpoint
from assistant.writing.prompting import Prompt
from assistant.writing.writer import SectionTask
from tests.servers.local_model import SkipReason, local_model_server

pytestmark = [pytest.mark.model, pytest.mark.timeout(400)]

LIMITS = Limits(first_s=60, between_s=60, total_s=90, retries=0)
SENTENCE = "The town of Saint-Aubin presented a plan of four million euros for its market hall on Tuesday. "


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    try:
        with local_model_server() as running:
            yield running
    except SkipReason as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"no local model: {reason}")
        pytest.skip(f"NO LOCAL MODEL, NOT TESTED: {reason}")


def task(repeat: int = 1) -> SectionTask:
    body = SENTENCE * repeat
    source = Source("s1", "paste", body, "en", None, None, (Block("paragraph", body),))
    section = Section("a1", 2, "A market hall", (Passage("s1", 0, len(body)),), target_words=40)
    return SectionTask(Draft("d1", "en", (source,), sections=(section,)), section)


def written(base_url: str, limits: Limits = LIMITS, repeat: int = 1) -> tuple[int, str]:
    """Return the number of pieces and how the answer ended."""
    count = 0
    try:
        for _ in ChatWriter(Endpoint(base_url, "local"), limits, rounds=0).stream(task(repeat)):
            count += 1
    except ModelError as error:
        return count, error.code
    return count, ""


def test_text_comes_in_pieces(base_url: str) -> None:
    count, code = written(base_url, replace(LIMITS, characters=300))
    assert count > 3
    assert code in ("", "model-endless")  # so small a model seldom finds its end


def test_an_answer_that_reaches_its_token_limit_says_so(base_url: str) -> None:
    answer = Answer(Endpoint(base_url, "local"), Prompt("Tell a long story.", "Once upon a time"), LIMITS, 24)
    with pytest.raises(ModelError, match="model-token-limit"):
        "".join(answer.pieces())


def test_an_abandoned_answer_leaves_its_place_to_the_next(base_url: str) -> None:
    for _ in range(4):  # the server has two places
        stream = ChatWriter(Endpoint(base_url, "local"), LIMITS).stream(task())
        assert isinstance(stream, SectionStream)
        assert next(stream) is not None
        stream.close()
    assert check_endpoint(Endpoint(base_url, "local"), LIMITS).streaming


def test_passages_that_are_too_long_are_named(base_url: str) -> None:
    assert written(base_url, repeat=400) == (0, "model-context-too-long")


def test_the_connection_check_finds_the_model(base_url: str) -> None:
    report = check_endpoint(Endpoint(base_url, "local"), LIMITS)
    assert (report.reachable, report.models, report.streaming, report.fault) == (True, ("local",), True, None)
