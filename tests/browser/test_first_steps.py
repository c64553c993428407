"""What a new user stumbles on: beginning again, bad files, opening a form, a fact that nobody used."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer
from tests.browser.words import SOURCE


def test_a_new_article_begins_empty_and_a_refresh_stays_there(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    assert "draft=" in page.url
    page.get_by_role("button", name="Nouvel article").click()
    field = page.get_by_label("Texte source et demande")
    expect(field).to_have_value("")
    assert "draft=" not in page.url
    page.reload()
    expect(field).to_have_value("")
    assert page.evaluate("localStorage.getItem('intertitre:paste')") is None


def test_a_text_that_was_not_read_yet_survives_a_refresh(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    field = page.get_by_label("Texte source et demande")
    field.click()
    page.keyboard.type("Un texte commencé.")
    page.reload()
    expect(field).to_have_value(re.compile("Un texte commencé"))


def test_each_bad_file_has_its_sentence_and_the_uploader_speaks_french(
    page: Page, desk: DeskServer, tmp_path: Path
) -> None:
    empty, photo = tmp_path / "vide.txt", tmp_path / "photo.txt"
    empty.write_bytes(b"")
    photo.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40)
    steps.open_desk(page, desk.url)
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader.get_by_role("button", name="Choisir des fichiers")).to_be_visible()
    expect(uploader).to_contain_text("500\u202f000 signes")
    expect(uploader).not_to_contain_text("Upload")
    expect(uploader).not_to_contain_text("per file")
    uploader.locator("input").set_input_files([empty, photo])
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("vide.txt")
    expect(alert).to_contain_text("photo.txt")
    expect(uploader.get_by_role("button", name="Retirer vide.txt")).to_be_visible()


def test_a_good_file_beside_a_bad_one_is_read(page: Page, desk: DeskServer, tmp_path: Path) -> None:
    good, empty = tmp_path / "article.txt", tmp_path / "vide.txt"
    good.write_text(SOURCE, encoding="utf-8")
    empty.write_bytes(b"")
    steps.open_desk(page, desk.url)
    page.get_by_test_id("stFileUploader").locator("input").set_input_files([good, empty])
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("vide.txt")


def test_opening_the_request_changes_nothing(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    chips = page.locator(".chips").first
    before = chips.text_content()
    page.get_by_role("button", name="Modifier", exact=True).click()
    last = page.get_by_label("Mots, au plus", exact=True)
    expect(last).to_have_value("")
    last.click()
    last.press("Tab")
    page.keyboard.press("Escape")
    page.reload()
    expect(chips).to_have_text(re.compile(".+"))
    assert chips.text_content() == before


def test_the_open_page_is_said_by_its_link(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    here = page.get_by_role("link", name="Rédaction", exact=True)
    expect(here).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Aide", exact=True).click()
    expect(page.get_by_role("link", name="Aide", exact=True)).to_have_attribute("aria-current", "page")
    expect(here).not_to_have_attribute("aria-current", "page")


def test_an_unused_fact_joins_the_text_of_a_written_section_and_says_so(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    page.get_by_role("button", name=re.compile("^Supprimer l’intertitre 1$")).click()
    steps.write_all(page)
    page.get_by_text(re.compile(r"faits? qu’aucun intertitre n’utilise")).click()
    fact = page.locator(".orphan").first.inner_text()
    page.get_by_role("button", name="Ajouter", exact=True).first.click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("Ajouté à la fin de")
    ending = fact.replace("'", "’")[-30:].replace("\u00a0", " ").replace("\u202f", " ")
    text = steps.section_texts(page).first
    expect(text).to_contain_text(re.compile(re.escape(ending).replace("\\ ", r"\s")))
