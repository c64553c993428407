"""The pictures of the desk, made anew by every run: `docs/screenshots/`. They are looked at by people."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
SIZES = {"wide": (1440, 900), "middle": (1024, 800), "narrow": (390, 844)}


def _folder(tmp_path: Path) -> Path:
    """Return where the pictures go: into the repository only when asked, so that a test run leaves no change."""
    folder = FOLDER if os.environ.get("SCREENSHOTS") else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _picture(page: Page, path: Path) -> None:
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size > 10_000


def _fits(page: Page) -> bool:
    """Whether nothing can move the page sideways, not even what is out of sight."""
    fits: bool = page.get_by_test_id("stAppViewContainer").evaluate("(view) => view.scrollWidth <= view.clientWidth")
    return fits


def _panel(page: Page, heading: str, path: Path) -> None:
    page.get_by_role("heading", name=heading, exact=True).evaluate("(element) => element.scrollIntoView()")
    _picture(page, path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
def test_the_desk_is_photographed(
    browser: Browser, desk: DeskServer, tmp_path: Path, scheme: Literal["light", "dark"], size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        locale="fr-FR", viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    folder = _folder(tmp_path)
    steps.open_desk(page, desk.url)
    _picture(page, folder / f"welcome-{size}-{scheme}.png")
    page.get_by_role("button", name="Essayer avec un exemple").click()
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    _panel(page, "Source et demande", folder / f"source-{size}-{scheme}.png")
    steps.write_all(page)
    for name, heading in (("outline", "Plan"), ("desk", "Article"), ("score", "Score SEO")):
        _panel(page, heading, folder / f"{name}-{size}-{scheme}.png")
    page.get_by_text("Aperçus : résultat de recherche, carte sociale").click()
    expect(page.get_by_text("Dans une liste de résultats", exact=True)).to_be_visible()
    page.get_by_text("Dans une liste de résultats", exact=True).evaluate("(element) => element.scrollIntoView()")
    _picture(page, folder / f"score-previews-{size}-{scheme}.png")
    assert _fits(page)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_the_other_pages_are_photographed(
    browser: Browser, desk: DeskServer, tmp_path: Path, scheme: Literal["light", "dark"], size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        locale="fr-FR", viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    steps.open_desk(page, desk.url)
    page.get_by_role("button", name="Essayer avec un exemple").click()
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    steps.write_all(page)
    steps.type_at_end(steps.section_texts(page).first, " Une phrase ajoutée à la main.")
    steps.wait_until_saved(page)
    for name, heading in (
        ("library", "Brouillons"),
        ("settings", "Réglages"),
        ("help", "Aide"),
        ("history", "Historique"),
    ):
        page.get_by_role("link", name=heading, exact=True).click()
        expect(page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
        if name == "history":
            page.get_by_role("combobox", name="De quoi").click()
            page.get_by_role("option").nth(1).click()
            expect(page.get_by_text("Une phrase ajoutée à la main.").first).to_be_visible()
        _picture(page, _folder(tmp_path) / f"{name}-{size}-{scheme}.png")
        assert _fits(page)
    context.close()


def test_the_passing_states_are_photographed(page: Page, desk: DeskServer, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    steps.open_desk(page, desk.url)
    page.get_by_role("button", name="Lire le texte").click()
    expect(page.get_by_role("alert")).to_be_visible()
    _picture(page, folder / "state-error.png")
    page.get_by_role("button", name="Essayer avec un exemple").click()
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    page.get_by_role("button", name="Modifier", exact=True).click()
    expect(page.get_by_label("Mots, au plus", exact=True)).to_be_visible()
    _picture(page, folder / "state-request.png")
    page.keyboard.press("Escape")
    steps.write_all(page)
    page.get_by_role("heading", name="Plan", exact=True).evaluate("(element) => element.scrollIntoView()")
    page.get_by_role("button", name=re.compile(r"^\d+ passages$")).nth(1).click()
    _picture(page, folder / "state-passages.png")
    page.keyboard.press("F1")
    expect(page.get_by_role("combobox", name="Que voulez-vous faire")).to_be_focused()
    _picture(page, folder / "state-commands.png")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+/")
    expect(page.get_by_role("dialog", name="Raccourcis clavier")).to_be_visible()
    _picture(page, folder / "state-shortcuts.png")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Brouillons", exact=True).click()
    page.get_by_role("button", name=re.compile("Actions")).first.click()
    page.get_by_role("button", name=re.compile("Supprimer")).click()
    expect(page.get_by_role("button", name="Annuler", exact=True)).to_be_visible()
    _picture(page, folder / "state-deleted.png")
