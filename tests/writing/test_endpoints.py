"""Which server a model is reached at, and who gets the key."""

from __future__ import annotations

import pytest

from assistant.errors import ModelError
from assistant.writing.endpoints import (
    LLAMA_CPP,
    LM_STUDIO,
    MISTRAL,
    OLLAMA,
    OPENAI,
    OTHER,
    PRESETS,
    VLLM,
    Endpoint,
    Preset,
    clean_base_url,
    find_endpoint,
)

ENVIRONMENT = {"OPENAI_API_KEY": "sk-newsroom", "INTERTITRE_MODEL": "grand-modele"}


def test_nothing_given_is_no_endpoint() -> None:
    assert find_endpoint(environment={}) is None
    assert find_endpoint(model="grand-modele", environment={}) is None


def test_a_key_alone_means_openai() -> None:
    assert find_endpoint(environment=ENVIRONMENT) == Endpoint(OPENAI.base_url, "grand-modele", "sk-newsroom")


def test_what_is_given_goes_before_the_environment() -> None:
    found = find_endpoint(key="sk-mine", model="petit-modele", environment=ENVIRONMENT)
    assert found == Endpoint(OPENAI.base_url, "petit-modele", "sk-mine")


def test_the_environment_names_the_server_of_its_key() -> None:
    environment = ENVIRONMENT | {"OPENAI_BASE_URL": "http://127.0.0.1:11434/v1/"}
    found = find_endpoint(environment=environment)
    assert found == Endpoint("http://127.0.0.1:11434/v1", "grand-modele", "sk-newsroom")


def test_the_key_of_the_environment_is_not_sent_to_an_address_typed_in_the_page() -> None:
    found = find_endpoint(base_url="https://collector.example/v1", environment=ENVIRONMENT)
    assert found == Endpoint("https://collector.example/v1", "grand-modele", "")


def test_the_key_of_the_environment_is_kept_when_its_own_address_is_typed() -> None:
    found = find_endpoint(base_url="https://api.openai.com/v1/chat/completions", environment=ENVIRONMENT)
    assert found is not None
    assert found.key == "sk-newsroom"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://api.mistral.ai/v1/ ", "https://api.mistral.ai/v1"),
        ("localhost:11434", "http://localhost:11434/v1"),
        ("http://127.0.0.1:1234/v1/chat/completions", "http://127.0.0.1:1234/v1"),
        ("http://127.0.0.1:8080/v1/models", "http://127.0.0.1:8080/v1"),
        ("https://gateway.example/openai/team", "https://gateway.example/openai/team"),
        ("http://[::1]:8000", "http://[::1]:8000/v1"),
    ],
)
def test_an_address_is_taken_as_people_paste_it(typed: str, address: str) -> None:
    assert clean_base_url(typed) == address
    assert clean_base_url(address) == address


@pytest.mark.parametrize(
    "typed",
    ["", "ftp://host/v1", "http://", "http://host:port/v1", "http://me:word@host/v1", "http://host/v1?key=abc", "a b", "http://[::1"],
)  # fmt: skip
def test_an_address_that_cannot_be_used_is_refused(typed: str) -> None:
    with pytest.raises(ModelError, match="model-bad-address"):
        clean_base_url(typed)


@pytest.mark.parametrize("key", ["clé", "sk-1\nX-Header: 2", "sk 1", "sk-“1”"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ModelError, match="model-bad-key") as caught:
        find_endpoint(key=key, environment={})
    assert key not in str(caught.value)


def test_the_key_is_not_in_the_representation() -> None:
    assert "sk-secret" not in repr(Endpoint("https://api.openai.com/v1", "m", "sk-secret"))


@pytest.mark.parametrize(
    ("address", "preset"),
    [
        ("https://api.openai.com/v1", OPENAI),
        ("https://api.mistral.ai/v1", MISTRAL),
        ("http://localhost:11434/v1", OLLAMA),
        ("http://127.0.0.1:1234/v1", LM_STUDIO),
        ("http://[::1]:8000/v1", VLLM),
        ("http://127.0.0.1:8080/v1", LLAMA_CPP),
        ("https://openai.example/v1", OTHER),
        ("https://gateway.example:8080/v1", OTHER),
    ],
)
def test_a_server_is_known_by_its_address(address: str, preset: Preset) -> None:
    assert Endpoint(address).preset == preset


def test_every_preset_but_the_other_is_an_address_that_knows_itself() -> None:
    known = [preset for preset in PRESETS if preset.base_url]
    assert [Endpoint(clean_base_url(preset.base_url)).preset for preset in known] == known
    assert PRESETS[-1] == OTHER


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://localhost:1/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://10.0.0.1/v1", False),
        ("https://localhost.example/v1", False),
    ],
)
def test_a_server_on_this_machine_is_known(address: str, local: bool) -> None:
    assert Endpoint(address).local is local
