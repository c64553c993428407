"""Presets, other LangChain packages, what a connection test says, and what everything costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.desk.drafting import write_article
from assistant.errors import ModelError, WritingError
from assistant.model import Draft, Usage
from assistant.writing.answer import Answer, Limits
from assistant.writing.chat import ChatWriter
from assistant.writing.connection import check_endpoint, find_local_servers
from assistant.writing.endpoints import AZURE, OPENROUTER, PRESETS, Endpoint, clean_base_url, installed_providers
from assistant.writing.estimating import add_usages, estimate_usage, spent_on
from assistant.writing.prices import cost_of, price_list
from assistant.writing.prompting import Prompt
from tests.servers import scripted
from tests.servers.fixtures import EXAMPLE, draft, server
from tests.servers.scenarios import ARTICLE

QUICK = Limits(connect_s=2, first_s=5, between_s=5, total_s=20, retry_s=0.02)
PROMPT = Prompt("Tu es secrétaire de rédaction.", "Écris une section.")

__all__ = ["draft", "server"]

pytestmark = pytest.mark.timeout(90)


@pytest.mark.parametrize(
    ("address", "preset"),
    [
        ("https://newsroom.openai.azure.com/openai/v1/", AZURE),
        ("https://openrouter.ai/api/v1", OPENROUTER),
    ],
)
def test_a_service_is_known_by_its_address(address: str, preset: object) -> None:
    assert Endpoint(clean_base_url(address)).preset == preset


def test_every_preset_says_how_many_sections_it_takes_at_once() -> None:
    assert all(1 <= preset.at_once <= 12 for preset in PRESETS)


def test_another_package_of_langchain_writes_by_its_name(
    server: scripted.ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The only provider whose package is installed here speaks OpenAI's protocol, and goes the way of the others.
    monkeypatch.setenv("OPENAI_BASE_URL", server.url("ok;name=provider"))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-provider")
    endpoint = Endpoint(clean_base_url("langchain:openai"), "petit-modele")
    assert (endpoint.provider, endpoint.host, endpoint.local) == ("openai", "openai", False)
    answer = Answer(endpoint, PROMPT, QUICK, 200)
    assert "".join(answer.pieces()) == ARTICLE
    assert server.journal[-1].path.startswith("/ok;name=provider/")


@pytest.mark.parametrize(("scenario", "code"), [("refused-key", "model-refused-key"), ("cut", "model-cut-short")])
def test_a_fault_of_another_package_is_named_too(
    server: scripted.ScriptedServer, monkeypatch: pytest.MonkeyPatch, scenario: str, code: str
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url(scenario))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-provider")
    with pytest.raises(ModelError, match=code):
        "".join(Answer(Endpoint("langchain:openai", "petit-modele"), PROMPT, QUICK, 200).pieces())


def test_a_package_that_is_not_installed_is_not_offered() -> None:
    assert "openai" not in installed_providers()
    with pytest.raises(ModelError, match="model-bad-address"):
        clean_base_url("langchain:../../etc")


def test_the_connection_test_says_what_works(server: scripted.ScriptedServer) -> None:
    report = check_endpoint(Endpoint(server.url("ok"), "petit-modele"), QUICK)
    assert (report.streaming, report.structured, report.usage, report.fault) == (True, True, True, None)
    assert report.context == 8192


def test_a_server_without_structured_answers_is_told_from_one_with_them(server: scripted.ScriptedServer) -> None:
    report = check_endpoint(Endpoint(server.url("packaged"), "petit-modele"), QUICK)
    assert (report.streaming, report.structured) == (True, False)


def test_servers_of_this_machine_are_looked_for_without_a_fault() -> None:
    assert all(found.models == tuple(sorted(found.models)) for found in find_local_servers())


def test_the_price_list_has_its_day_and_positive_prices() -> None:
    prices = price_list()
    assert len(prices.prices_of) == len("2026-01-31")
    assert all(prompt > 0 and answer > 0 for _, prompt, answer in prices.models)


def test_the_longest_name_that_fits_has_the_price() -> None:
    million = 1_000_000
    openai = "https://api.openai.com/v1"
    assert cost_of(Endpoint(openai, "gpt-4o-mini-2024-07-18"), million, 0) == 150_000
    assert cost_of(Endpoint(openai, "gpt-4o"), million, 0) == 2_500_000
    assert cost_of(Endpoint("https://openrouter.ai/api/v1", "mistralai/mistral-small-3"), 0, million) == 300_000
    assert cost_of(Endpoint(openai, "unknown"), million, million) is None
    assert cost_of(Endpoint("http://127.0.0.1:11434/v1", "unknown"), million, million) == 0


def test_a_broken_price_list_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "prices.toml"
    path.write_text('[models]\n"m" = 3\n', encoding="utf-8")
    monkeypatch.setenv("INTERTITRE_PRICES", str(path))
    with pytest.raises(ModelError, match="bad-price-list"):
        price_list()


def test_what_writing_will_cost_is_near_what_it_costs(draft: Draft, server: scripted.ScriptedServer) -> None:
    endpoint = Endpoint("https://api.openai.com/v1", "gpt-4o-mini")
    before = estimate_usage(draft, draft.sections, endpoint, rounds=0)
    assert before.cost is not None
    written = write_article(
        draft, ChatWriter(Endpoint(server.url("writer-good;delay=0;uncounted=1"), "m"), QUICK, rounds=0)
    )
    after = spent_on(written)
    assert after.estimated
    assert 0.5 < before.prompt_tokens / after.prompt_tokens < 1.5
    assert 0.5 < before.answer_tokens / after.answer_tokens < 2.0


def test_a_draft_at_its_limit_asks_nothing_more(draft: Draft, server: scripted.ScriptedServer) -> None:
    before = len(server.journal)
    with pytest.raises(WritingError, match="cost-limit"):
        write_article(draft, ChatWriter(Endpoint(server.url("ok"), "m"), QUICK), most_millionths=0)
    assert len(server.journal) == before


def test_usages_add_up_and_what_has_no_price_is_left_out() -> None:
    total = add_usages([Usage(10, 5, 1, cost=7), Usage(1, 1, 2, 1, estimated=True), Usage(0, 0, 1, cost=3)])
    assert total == Usage(11, 6, 4, 1, estimated=True, cost=10)
    assert add_usages([]) == Usage()


def command(server: scripted.ScriptedServer, *arguments: str) -> dict[str, object]:
    """Return what the command prints, with the played writer as the model."""
    environment = {**os.environ, "OPENAI_BASE_URL": server.url("writer-good;delay=0"), "INTERTITRE_MODEL": "m"}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *arguments, "--writer", "model", str(EXAMPLE)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_the_commands_write_and_plan_with_a_model(server: scripted.ScriptedServer) -> None:
    drafted = command(server, "draft")
    assert (drafted["writer"], drafted["model"]) == ("model", "m")
    assert isinstance(drafted["tokens"], int)
    assert drafted["cost"] == 0
    outlined = command(server, "outline")
    angles = outlined["angles"]
    assert isinstance(angles, list)
    assert len(angles) == 3


def test_the_hash_of_the_prompt_is_in_the_version(draft: Draft, server: scripted.ScriptedServer) -> None:
    short = replace(draft, sections=draft.sections[:1])
    written = write_article(short, ChatWriter(Endpoint(server.url("writer-good;delay=0"), "m"), QUICK))
    version = written.sections[0].versions[-1]
    assert version.prompt_hash is not None
    assert len(version.prompt_hash) == 12
    assert version.usage is not None
