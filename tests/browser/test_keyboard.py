"""The whole job without a mouse, and the first article in a handful of actions."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer
from tests.browser.words import SOURCE

MOST_ACTIONS = 8
MOST_TABS = 20


def _command(page: Page, words: str) -> None:
    page.keyboard.press("F1")
    expect(page.get_by_role("combobox", name="Que voulez-vous faire")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def _focused(page: Page) -> str:
    """Return the label of what has the focus, inside components too."""
    script = """() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.getAttribute("aria-label") || element?.innerText || "";
    }"""
    return str(page.evaluate(script))


def test_from_paste_to_export_the_first_time_takes_few_actions(page: Page, desk: DeskServer) -> None:
    actions = 0
    steps.open_desk(page, desk.url)
    page.get_by_label("Texte source et demande").click()
    actions += 1
    page.keyboard.insert_text(SOURCE)
    actions += 1
    page.get_by_role("button", name="Lire le texte").click()
    actions += 1
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)
    page.get_by_role("button", name=re.compile(r"^Rédiger (les \d+ sections|la section vide)")).click()
    actions += 1
    expect(page.get_by_role("button", name="Tout est rédigé")).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        page.get_by_role("button", name="HTML").click()
    actions += 1
    assert download.value.suggested_filename.endswith(".html")
    assert actions <= MOST_ACTIONS


def test_the_whole_job_without_a_mouse(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if _focused(page) == "Texte source et demande":
            break
    assert _focused(page) == "Texte source et demande"
    page.keyboard.insert_text(SOURCE)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)
    steps.wait_until_idle(page)

    # The panels, one after the other, and into the outline.
    _command(page, "aller plan")
    assert _focused(page) == "Plan"
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if _focused(page).startswith("Intertitre 1 sur"):
            break
    assert _focused(page).startswith("Intertitre 1 sur")
    before = steps.headings_on_board(page)
    page.keyboard.press("Alt+ArrowDown")
    wanted = [before[1], before[0], *before[2:]]
    assert steps.headings_on_board(page) == wanted

    _command(page, "rediger")
    expect(page.get_by_role("button", name="Tout est rédigé")).to_be_visible(timeout=60_000)
    page.keyboard.press("F6")
    assert _focused(page) in ("Source et demande", "Plan", "Article", "Score SEO")
    with page.expect_download() as download:
        _command(page, "markdown")
    assert download.value.suggested_filename.endswith(".md")
    _command(page, "brouillons")
    expect(page.get_by_role("heading", name="Brouillons", exact=True)).to_be_visible()


def test_the_palette_finds_without_accents_and_offers_only_what_is_possible(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    page.keyboard.press("F1")
    search = page.get_by_role("combobox", name="Que voulez-vous faire")
    options = page.get_by_role("option")
    expect(options.filter(has_text="Ouvrir les brouillons")).to_have_count(1)
    expect(options.filter(has_text="Exporter")).to_have_count(0)
    search.fill("reglages")
    expect(options).to_have_count(1)
    search.fill("zzz")
    expect(page.get_by_text("Aucune commande de ce nom")).to_be_visible()
    page.keyboard.press("Escape")
    expect(search).to_be_hidden()


def test_the_sheet_of_shortcuts_opens_and_gives_the_focus_back(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    page.get_by_label("Texte source et demande").click()
    page.keyboard.press("Control+/")
    sheet = page.get_by_role("dialog", name="Raccourcis clavier")
    expect(sheet).to_contain_text("Nouvel intertitre")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert _focused(page) == "Texte source et demande"
