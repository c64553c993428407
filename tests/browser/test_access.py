"""No violation that axe-core knows of, on any page and in every state, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const told = (node) => node.target.join(" ") + " " + node.html.slice(0, 160);
  return violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(told)]);
}"""

Scheme = Literal["light", "dark"]


@pytest.fixture(params=["light", "dark"])
def shown(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme: Scheme = request.param
    context = browser.new_context(
        locale="fr-FR", viewport={"width": 1440, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    yield page
    context.close()


def violations(page: Page) -> list[list[object]]:
    # What is half drawn is judged by nobody: the script has to have come to its end.
    steps.wait_until_idle(page)
    # Nor what has its names and roles only once its own script has come: the commands, the place for files.
    expect(page.locator(".st-key-palette button.open")).not_to_have_text("")
    expect(page.locator('[data-testid="stFileUploaderDropzone"]:not([role="group"])')).to_have_count(0)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[list[object]] = page.evaluate(RUN)
    return found


def test_a_violation_would_be_seen(shown: Page, desk: DeskServer) -> None:
    steps.open_desk(shown, desk.url)
    shown.evaluate("document.querySelector('main, section').append(new Image(9, 9))")
    assert [found[0] for found in violations(shown)] == ["image-alt"]


def test_the_desk_has_no_violation_in_any_state(shown: Page, desk: DeskServer) -> None:
    page = shown
    steps.open_desk(page, desk.url)
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert violations(page) == []
    steps.paste_source(page)
    expect(page.locator(".statusline")).to_be_visible()
    assert violations(page) == []
    steps.write_all(page)
    assert violations(page) == []
    page.get_by_role("button", name="Déplier", exact=True).first.click()
    page.get_by_role("button", name=re.compile(r"^\d+ passages$")).first.click()
    assert violations(page) == []
    page.keyboard.press("F1")
    expect(page.get_by_role("combobox", name="Que voulez-vous faire")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+/")
    expect(page.get_by_role("dialog", name="Raccourcis clavier")).to_be_visible()
    assert violations(page) == []


def test_the_other_pages_have_no_violation(shown: Page, desk: DeskServer) -> None:
    page = shown
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    expect(page.locator(".statusline")).to_be_visible()
    for name in ("Brouillons", "Réglages", "Aide", "Historique"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", name=name, exact=True).first).to_be_visible()
        assert violations(page) == [], name
    page.get_by_role("link", name="Brouillons", exact=True).click()
    page.get_by_role("button", name=re.compile("Actions")).first.click()
    page.get_by_role("button", name=re.compile("Supprimer")).click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("corbeille")
    page.get_by_text(re.compile("^Corbeille")).click()
    assert violations(page) == []


def test_an_error_and_an_empty_history_have_no_violation(shown: Page, desk: DeskServer) -> None:
    page = shown
    steps.open_desk(page, desk.url)
    page.get_by_role("button", name="Lire le texte").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == []
    page.goto(desk.url + "history")
    expect(page.get_by_role("heading", name="Historique")).to_be_visible()
    assert violations(page) == []


def test_the_english_interface_has_no_violation_and_says_its_language(shown: Page, desk: DeskServer) -> None:
    page = shown
    page.goto(desk.url + "?lang=en")
    expect(page.get_by_role("button", name="Read the text")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert violations(page) == []
