"""The second opinion in the page: its cost before, its effect on the marks, its faults in one sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.model import new_id
from assistant.storage.drafts import DraftStore
from tests.browser.desk_server import DeskServer, desk_server
from tests.desk.reviewed_draft import ALTERED, CARRIED, INVENTED, reviewed_draft, version
from tests.servers import scripted

PARAPHRASE = "Les délais ont été tenus, s’est réjouie l’édile au moment d’inaugurer la cale."


@pytest.fixture(scope="module")
def model() -> Iterator[scripted.ScriptedServer]:
    with scripted.start() as server:
        yield server


def desk_with(folder: Path, base_url: str) -> Iterator[DeskServer]:
    environment = {
        **os.environ,
        "OPENAI_BASE_URL": base_url,
        "OPENAI_API_KEY": "sk-never",
        "INTERTITRE_MODEL": "lecteur",
    }
    with desk_server(folder, environment) as server:
        yield server


@pytest.fixture(scope="module")
def strong_desk(model: scripted.ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    yield from desk_with(tmp_path_factory.mktemp("strong"), model.url("reader-strong"))


@pytest.fixture(scope="module")
def refused_desk(model: scripted.ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    yield from desk_with(tmp_path_factory.mktemp("refused"), model.url("refused-key"))


def open_draft(page: Page, desk: DeskServer) -> str:
    draft = reviewed_draft()
    text = f"{ALTERED} {INVENTED}\n\n{PARAPHRASE} {CARRIED}"
    draft = replace(draft, id=new_id(), sections=(replace(draft.sections[0], versions=(version(text),)),))
    with DraftStore(f"sqlite:///{desk.database}") as store:
        store.create(draft)
    page.goto(f"{desk.url}?draft={draft.id}")
    expect(page.locator(".truth details.point")).to_have_count(3, timeout=40_000)
    return draft.id


def test_an_opinion_turns_amber_green_says_whose_it_is_and_is_not_asked_twice(
    page: Page, strong_desk: DeskServer
) -> None:
    draft_id = open_draft(page, strong_desk)
    page.get_by_role("button", name="Avis de lecteur sur les 2 phrases non trouvées").click()
    expect(page.get_by_text("2 avis reçus.")).to_be_visible()
    points = page.locator(".truth details.point")
    expect(points).to_have_count(2)
    expect(page.locator("mark.unsupported")).to_have_count(1)
    points.filter(has_text="feu d’artifice").locator("summary").click()
    expect(points.filter(has_text="feu d’artifice")).to_contain_text("Avis de lecteur : non trouvé dans les sources.")
    expect(points.filter(has_text="6,8 millions")).to_have_count(1)
    page.locator(".mark.sentence", has_text="Les délais ont été tenus").first.click()
    expect(page.locator(".truth .card mark.here").first).to_contain_text("Nous avons tenu les délais")
    expect(page.locator(".truth .card")).to_contain_text("Avis de lecteur : porté par la source.")
    with DraftStore(f"sqlite:///{strong_desk.database}") as store:
        assert {opinion.model for opinion in store.load(draft_id).draft.opinions} == {"lecteur"}
    expect(page.get_by_role("button", name="Avis de lecteur sur les 2 phrases non trouvées")).to_have_count(0)


def test_a_refusal_of_the_model_is_one_plain_sentence(page: Page, refused_desk: DeskServer) -> None:
    open_draft(page, refused_desk)
    page.get_by_role("button", name="Avis de lecteur sur les 2 phrases non trouvées").click()
    expect(page.get_by_test_id("stAlert").filter(has_text="clé")).to_be_visible()
    expect(page.locator(".truth details.point")).to_have_count(3)
