"""Nothing that is typed is lost: while typing, over a refresh, a dead server, a second tab and a running section."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer, desk_server
from tests.servers import scripted

TYPED = "Élodie, l’adjointe, a noté « vingt-trois » points ; voilà l’été où l’on a répondu à tous. "
KEY_PAUSE_MS = 40


def _desk_with_text(page: Page, url: str) -> None:
    steps.open_desk(page, url)
    steps.paste_source(page)
    steps.write_all(page)


def test_fast_typing_in_the_middle_of_a_text_keeps_every_character(page: Page, desk: DeskServer) -> None:
    _desk_with_text(page, desk.url)
    steps.switch_typography_off(page)
    section = steps.section_texts(page).nth(1)
    paragraph = section.locator("p").first
    before = paragraph.inner_text()
    steps.put_caret(section, 20)
    page.keyboard.type(TYPED * 2, delay=KEY_PAUSE_MS)
    wanted = before[:20] + TYPED * 2 + before[20:]
    assert steps.has_focus(page)
    assert paragraph.inner_text() == wanted
    assert steps.caret(page) == 20 + 2 * len(TYPED)
    steps.wait_until_saved(page)
    assert paragraph.inner_text() == wanted
    page.reload()
    expect(section).to_contain_text(TYPED * 2)
    assert paragraph.inner_text() == wanted


def test_text_typed_without_a_server_arrives_when_it_is_back(page: Page, tmp_path: Path) -> None:
    with desk_server(tmp_path) as server:
        _desk_with_text(page, server.url)
        section = steps.section_texts(page).first
        before = steps.text_of(section)
        server.kill()
        section.locator("p").last.click()
        page.keyboard.press("Control+End")
        steps.put_caret(section)
        page.keyboard.type(" Tapé sans serveur.")
        server.start()
        expect(page.get_by_text("Enregistré", exact=True).first).to_be_visible(timeout=40_000)
        page.reload()
        expect(section).to_contain_text("Tapé sans serveur.")
        assert steps.text_of(section).replace(" Tapé sans serveur.", "") == before


def test_a_refresh_right_after_a_key_loses_nothing(page: Page, desk: DeskServer) -> None:
    _desk_with_text(page, desk.url)
    section = steps.section_texts(page).first
    before = steps.text_of(section)
    steps.type_at_end(section, " Fin.")
    page.reload()
    expect(section).to_contain_text(" Fin.")
    assert steps.text_of(section).replace(" Fin.", "") == before


def test_a_page_that_fell_is_fetched_anew_with_its_texts(page: Page, desk: DeskServer) -> None:
    _desk_with_text(page, desk.url)
    section = steps.section_texts(page).first
    steps.type_at_end(section, " Avant la chute.")
    # What Streamlit leaves after an error of its own, once the page is older than two seconds: nothing.
    page.wait_for_function("performance.now() > 2_100")
    page.evaluate("document.querySelector('#root').remove(); dispatchEvent(new ErrorEvent('error'))")
    expect(section).to_contain_text(" Avant la chute.", timeout=30_000)


def test_a_second_tab_sees_the_text_and_neither_is_overwritten(page: Page, browser: Browser, desk: DeskServer) -> None:
    _desk_with_text(page, desk.url)
    other = browser.new_context(locale="fr-FR").new_page()
    other.goto(page.url)
    first, second = steps.section_texts(page), steps.section_texts(other)
    expect(second.nth(1)).to_have_text(first.nth(1).inner_text(), timeout=30_000)
    for tab, number, words in ((page, 0, " Premier onglet."), (other, 1, " Second onglet.")):
        steps.type_at_end(steps.section_texts(tab).nth(number), words)
        tab.keyboard.press("Control+Enter")
        steps.wait_until_saved(tab)
    page.reload()
    expect(first.nth(0)).to_contain_text(" Premier onglet.")
    expect(first.nth(1)).to_contain_text(" Second onglet.")
    other.context.close()


def test_typing_beside_four_running_sections_loses_nothing_and_keeps_the_caret(page: Page, tmp_path: Path) -> None:
    with scripted.start() as model:
        address = model.url("ok;delay=0.1;repeat=60")
        environment = {"OPENAI_BASE_URL": address, "OPENAI_API_KEY": "none", "INTERTITRE_MODEL": "local"}
        with desk_server(tmp_path, environment) as server:
            steps.open_desk(page, server.url)
            steps.paste_source(page)
            page.get_by_role("radio", name="Modèle local").click()
            sections = steps.section_texts(page)
            expect(sections).to_have_count(4)
            page.get_by_role("button", name="Ajouter un intertitre").click()
            page.keyboard.type("Écrit à la main")
            expect(sections).to_have_count(5)
            for number in range(4):
                page.get_by_role("button", name="Rédiger", exact=True).first.click()
                expect(sections.nth(number)).to_contain_text(re.compile(r"\w{3}"), timeout=30_000)
            before = [len(steps.text_of(section)) for section in sections.all()[:4]]
            steps.switch_typography_off(page)
            steps.put_caret(sections.nth(4))
            for round_ in range(1, 4):
                page.keyboard.type(TYPED, delay=KEY_PAUSE_MS)
                assert sections.nth(4).locator("p").inner_text() == (TYPED * round_)
                assert steps.caret(page) == len(TYPED) * round_
                expect(sections.nth(4)).to_be_in_viewport()
            after = [len(steps.text_of(section)) for section in sections.all()[:4]]
            assert all(later > earlier for earlier, later in zip(before, after, strict=True))
            # Nobody types now, and what stands above goes on growing: the line with the caret does not move.
            line = steps.top_once_drawn(sections.nth(4))
            expect(sections.first).to_have_text(re.compile(f".{{{after[0] + 150},}}", re.DOTALL), timeout=60_000)
            assert steps.top_once_drawn(sections.nth(4)) == pytest.approx(line, abs=3)
            page.get_by_role("button", name="Tout arrêter").click()
            expect(page.get_by_role("button", name="Tout arrêter")).to_have_count(0)
            steps.wait_until_saved(page)
            page.reload()
            expect(sections.nth(4)).to_contain_text((TYPED * 3).strip())


@pytest.mark.parametrize("text", ["", "   \n  ", "12 34 56", "\u0000\u0001\u0002 binaire \u0000" * 30])
def test_a_bad_paste_is_one_sentence_and_the_text_stays(page: Page, desk: DeskServer, text: str) -> None:
    steps.open_desk(page, desk.url)
    field = page.get_by_label("Texte source et demande")
    field.click()
    page.keyboard.insert_text(text)
    shown = field.input_value()
    page.get_by_role("button", name="Lire le texte").click()
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(page.get_by_text("Traceback")).to_have_count(0)
    assert field.input_value() == shown
