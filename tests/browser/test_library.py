"""The library and the history: nothing is deleted for good by one click, and going back keeps what was there."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer, desk_server


def _open_library(page: Page) -> None:
    page.get_by_role("link", name="Brouillons", exact=True).click()
    expect(page.get_by_role("heading", name="Brouillons", exact=True)).to_be_visible()


def _rename(page: Page, title: str) -> None:
    page.get_by_role("button", name=re.compile("Actions")).first.click()
    field = page.get_by_label("Titre", exact=True)
    field.fill(title)
    field.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name=title)).to_be_visible()


def test_a_draft_is_renamed_found_duplicated_deleted_and_taken_back(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    _open_library(page)
    _rename(page, "Élévation du pont-canal")
    page.get_by_label("Chercher dans les titres").fill("elevation")
    found = page.get_by_role("link", name=re.compile("Élévation du pont-canal"))
    expect(found).to_have_count(1)

    page.get_by_role("button", name=re.compile("Actions")).first.click()
    page.get_by_role("button", name="Dupliquer").click()
    expect(found).to_have_count(2)

    page.get_by_role("button", name=re.compile("Actions")).first.click()
    page.get_by_role("button", name=re.compile("Supprimer")).click()
    expect(found).to_have_count(1)
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(found).to_have_count(2)
    expect(page.get_by_role("button", name=re.compile("Supprimer"))).to_have_count(0)
    page.get_by_role("button", name=re.compile("Actions")).first.click()
    page.get_by_role("button", name=re.compile("Supprimer")).click()
    expect(found).to_have_count(1)
    page.get_by_text(re.compile("^Corbeille")).click()
    page.get_by_role("button", name="Rétablir", exact=True).first.click()
    expect(found).to_have_count(2)
    found.first.click()
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()


def test_a_search_without_result_says_so(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    _open_library(page)
    page.get_by_label("Chercher dans les titres").fill("introuvable zzz")
    expect(page.get_by_text("Aucun titre ne contient")).to_be_visible()


def test_a_version_of_a_section_is_compared_and_restored(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    steps.write_all(page)
    section = steps.section_texts(page).first
    steps.put_caret(section)
    page.keyboard.type(" Ajouté à la main.")
    expect(page.locator(".state .what").first).to_have_text(re.compile("retouchée|endroits? signalés?"))
    steps.wait_until_saved(page)
    page.get_by_role("link", name="Historique", exact=True).click()
    expect(page.get_by_role("heading", name="Historique")).to_be_visible()
    page.get_by_role("combobox", name="De quoi").click()
    page.get_by_role("option").nth(1).click()
    expect(page.locator(".goingback del")).to_contain_text("Ajouté à la main.")
    page.get_by_role("button", name="Rétablir cette version").click()
    page.get_by_role("link", name="Rédaction", exact=True).click()
    expect(steps.section_texts(page).first).not_to_contain_text("Ajouté à la main.")


def test_the_first_page_of_a_restarted_server_lists_the_last_drafts(page: Page, tmp_path: Path) -> None:
    with desk_server(tmp_path) as server:
        steps.open_desk(page, server.url)
        page.get_by_role("button", name="Essayer avec un exemple").click()
        expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)
        server.kill()
        server.start()
        steps.open_desk(page, server.url)
        expect(page.get_by_role("heading", name="Derniers brouillons")).to_be_visible()
        page.locator(".st-key-recent").get_by_role("link").first.click()
        expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)
