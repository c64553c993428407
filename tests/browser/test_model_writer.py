"""The model writer in the page: a real local model, and a scripted server that fails mid-way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer, desk_server
from tests.servers import scripted
from tests.servers.local_model import SkipReason, local_model_server

WRITTEN_WITHIN_MS = 120_000


def _environment(base_url: str) -> dict[str, str]:
    return {"OPENAI_BASE_URL": base_url, "OPENAI_API_KEY": "sk-never-shown", "INTERTITRE_MODEL": "local"}


@pytest.fixture(scope="module")
def local_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    try:
        with (
            local_model_server() as base_url,
            desk_server(tmp_path_factory.mktemp("local"), _environment(base_url)) as server,
        ):
            yield server
    except SkipReason as reason:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no local model: {reason}")


def _choose_model(page: Page, url: str) -> None:
    steps.open_desk(page, url)
    steps.paste_source(page)
    page.get_by_role("radio", name="Modèle local").click()
    expect(page.get_by_role("radio", name="Modèle local")).to_be_checked()


@pytest.mark.model
@pytest.mark.timeout(400)
def test_a_real_local_model_writes_while_the_journalist_does_something_else(page: Page, local_desk: DeskServer) -> None:
    _choose_model(page, local_desk.url)
    page.get_by_role("button", name="Rédiger", exact=True).first.click()
    texts = steps.section_texts(page)
    expect(texts.first).to_have_text(re.compile(r"\w{2,}"), timeout=WRITTEN_WITHIN_MS)

    # Elsewhere in the page: neither the stream nor the typing suffers.
    steps.type_at_end(texts.nth(1), "Écrit à la main pendant ce temps.")
    page.get_by_role("link", name="Aide", exact=True).click()
    # The model takes every core that there is: the page has to wait its turn.
    expect(page.get_by_role("heading", name="Aide")).to_be_visible(timeout=WRITTEN_WITHIN_MS)
    page.get_by_role("link", name="Rédaction", exact=True).click()
    expect(texts.nth(1)).to_have_text("Écrit à la main pendant ce temps.")
    expect(page.get_by_text("modèle local", exact=True)).to_be_visible(timeout=WRITTEN_WITHIN_MS)
    expect(texts.first).to_have_text(re.compile(r"\w{2,}"))
    stop = page.get_by_role("button", name="Tout arrêter")
    if stop.count():
        stop.click()


@pytest.mark.model
@pytest.mark.timeout(400)
def test_an_outline_of_a_real_local_model_is_taken_or_refused_and_never_hangs(
    page: Page, local_desk: DeskServer
) -> None:
    _choose_model(page, local_desk.url)
    page.get_by_text("Plan par le modèle").click()
    page.get_by_role("button", name="Proposer trois angles").click()
    taken = page.get_by_role("button", name="Prendre").first
    refused = page.get_by_text(
        re.compile("n’a pas répondu dans la forme demandée|est refusé|limite de longueur|accordé")
    )
    expect(taken.or_(refused).first).to_be_visible(timeout=WRITTEN_WITHIN_MS * 2)


@pytest.mark.model
@pytest.mark.timeout(400)
def test_stopping_a_real_model_keeps_what_arrived(page: Page, local_desk: DeskServer) -> None:
    _choose_model(page, local_desk.url)
    page.get_by_role("button", name="Rédiger", exact=True).first.click()
    text = steps.section_texts(page).first
    expect(text).to_have_text(re.compile(r"\w{2,}"), timeout=WRITTEN_WITHIN_MS)
    page.get_by_role("button", name="Arrêter", exact=True).click()
    expect(page.get_by_role("button", name="Tout arrêter")).to_have_count(0)
    expect(page.get_by_text("interrompue : à réécrire", exact=False)).to_be_visible()
    expect(text).to_have_text(re.compile(r"\w{2,}"))


def test_all_sections_stream_side_by_side_and_stop_together(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("ok;delay=0.2;repeat=5"))) as server,
    ):
        _choose_model(page, server.url)
        page.get_by_role("button", name=re.compile(r"^Rédiger les \d+ sections")).click()
        texts = steps.section_texts(page)
        for number in range(4):
            expect(texts.nth(number)).to_have_text(re.compile("La commune de"), timeout=30_000)
        page.get_by_role("button", name="Tout arrêter").click()
        expect(page.get_by_role("button", name="Tout arrêter")).to_have_count(0)
        assert model.wait_for_hang_up()
        expect(texts.first).to_have_text(re.compile("La commune de"))


def test_a_link_leads_away_from_a_running_section_however_slow_the_server_is(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("ok;delay=0.2;repeat=20"))) as server,
    ):
        _choose_model(page, server.url)
        page.get_by_role("button", name="Rédiger", exact=True).first.click()
        texts = steps.section_texts(page)
        expect(texts.first).to_have_text(re.compile(r"\w{2,}"), timeout=30_000)
        steps.put_caret(texts.nth(1))
        server.hold()  # most of the time with an answer for this page on its way
        page.keyboard.type("Tapé juste avant de partir.")
        page.get_by_role("link", name="Aide", exact=True).click()
        clicked = page.evaluate("performance.now()")
        # Longer than every pause after which the page sends something by itself.
        page.wait_for_function("clicked => performance.now() > clicked + 12_000", arg=clicked)
        server.resume()
        expect(page.get_by_role("heading", name="Aide")).to_be_visible(timeout=30_000)
        page.get_by_role("link", name="Rédaction", exact=True).click()
        expect(texts.nth(1)).to_have_text("Tapé juste avant de partir.", timeout=30_000)


def test_a_model_that_fails_half_way_leaves_its_text_and_one_sentence(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("cut;after=12;delay=0.02"))) as server,
    ):
        _choose_model(page, server.url)
        page.get_by_role("button", name="Rédiger", exact=True).first.click()
        alert = page.get_by_role("alert")
        expect(alert).to_have_count(1, timeout=30_000)
        assert len(alert.inner_text().strip().splitlines()) == 1
        assert "sk-never-shown" not in page.content()
        expect(steps.section_texts(page).first).to_have_text(re.compile("Saint-Aubin-les-Ormes"))
        expect(page.get_by_text("interrompue", exact=False).first).to_be_visible()


@pytest.mark.parametrize("scenario", ["refused-key", "not-found", "error-500"])
def test_a_refusing_endpoint_is_one_sentence(page: Page, tmp_path: Path, scenario: str) -> None:
    with scripted.start() as model, desk_server(tmp_path, _environment(model.url(scenario))) as server:
        _choose_model(page, server.url)
        page.get_by_role("button", name="Rédiger", exact=True).first.click()
        alert = page.get_by_role("alert")
        expect(alert).to_have_count(1, timeout=30_000)
        assert "sk-never-shown" not in page.content()
        assert "Traceback" not in page.content()


def test_a_running_generation_comes_back_after_a_restart(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("ok;delay=0.15;repeat=4"))) as server,
    ):
        _choose_model(page, server.url)
        page.get_by_role("button", name="Rédiger", exact=True).first.click()
        texts = steps.section_texts(page)
        # Enough for the store to have a part of it: it is saved every few hundred characters.
        expect(texts.first).to_have_text(re.compile("^.{380,}", re.DOTALL), timeout=60_000)
        server.kill()
        server.start()
        page.reload()
        expect(texts.first).to_have_text(re.compile("^.{280,}", re.DOTALL), timeout=30_000)
        page.get_by_role("radio", name="Modèle local").click()
        page.get_by_role("button", name="Reprendre").click()
        expect(page.get_by_role("button", name="Arrêter", exact=True)).to_have_count(1)


def test_angles_titles_and_retouches_are_taken_by_the_journalist(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("writer-good;delay=0.01;seed=1"))) as server,
    ):
        _choose_model(page, server.url)
        page.get_by_text("Plan par le modèle").click()
        page.get_by_role("button", name="Proposer trois angles").click()
        page.get_by_role("button", name="Prendre").nth(1).click(timeout=60_000)
        expect(page.get_by_role("button", name="Rédiger les 5 sections")).to_be_visible(timeout=30_000)
        page.get_by_role("button", name="Rédiger les 5 sections").click()
        expect(page.get_by_role("button", name="Tout est rédigé")).to_be_visible(timeout=120_000)
        page.get_by_text("Titres, chapô, description et messages").click()
        page.get_by_role("button", name="Proposer des titres et un habillage").click()
        proposal = page.locator(".st-key-proposal_0")
        expect(proposal).to_be_visible(timeout=60_000)
        title = proposal.locator(".proposal").inner_text()
        proposal.get_by_role("button", name="Prendre").click()
        expect(page.get_by_text(title, exact=True).first).to_be_visible(timeout=30_000)
        page.get_by_text("Versions et relecture").click()
        expect(page.get_by_text("consigne", exact=False).first).to_be_visible(timeout=30_000)


def _select(page: Page, name: str, words: str) -> None:
    """Select words of a section, as a pointer does."""
    steps.section_texts(page).first.evaluate(
        """(body, words) => {
            body.closest(".ProseMirror").focus();
            const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const place = walker.currentNode.data.indexOf(words);
                if (place < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, place, walker.currentNode, place + words.length);
                return;
            }
        }""",
        words,
    )
    expect(page.get_by_role("button", name=name)).to_have_attribute("aria-disabled", "false")


def test_selected_sentences_are_retouched_where_they_stand(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("writer-good;delay=0.01;seed=1"))) as server,
    ):
        _choose_model(page, server.url)
        steps.write_all(page)
        text = steps.section_texts(page).first
        before = steps.text_of(text)
        sentence = next(part for part in re.split(r"(?<=[.]) |\n", before) if "," in part)
        _select(page, "Retoucher les phrases sélectionnées (Alt+Entrée)", sentence[:20])
        page.keyboard.press("Alt+Enter")
        page.get_by_role("dialog").get_by_role("button", name="Raccourcir").click()
        sheet = page.get_by_role("dialog", name="Retoucher les phrases sélectionnées (Alt+Entrée)")
        expect(sheet.locator("del").first).to_be_visible(timeout=30_000)
        assert steps.text_of(text) == before
        sheet.get_by_role("button", name="Prendre").click()
        expect(sheet).to_have_count(0)
        expect(text).not_to_contain_text(sentence, timeout=30_000)
        expect(text).to_contain_text(sentence.split(",")[0])


def test_a_rewrite_asks_before_it_touches_what_was_typed_and_goes_around_it(page: Page, tmp_path: Path) -> None:
    with (
        scripted.start() as model,
        desk_server(tmp_path, _environment(model.url("writer-good;delay=0.01;seed=1"))) as server,
    ):
        _choose_model(page, server.url)
        steps.write_all(page)
        text = steps.section_texts(page).first
        steps.type_at_end(text, " Cette phrase est de ma main.")
        steps.wait_until_saved(page)
        page.get_by_role("button", name="Réécrire", exact=True).first.click()
        question = page.get_by_role("alertdialog")
        expect(question).to_be_visible()
        question.get_by_role("button", name="Réécrire autour de mes phrases").click()
        expect(page.get_by_role("button", name="Tout est rédigé")).to_be_visible(timeout=60_000)
        expect(page.locator(".article .busy")).to_have_count(0)
        expect(text).to_contain_text("Cette phrase est de ma main.")
