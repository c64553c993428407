"""What a journalist does at the desk, as steps of a journey. Waiting is on what shows, never on time."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import SOURCE


def open_desk(page: Page, url: str) -> None:
    """Open the empty desk."""
    page.goto(url)
    expect(page.get_by_role("button", name="Lire le texte")).to_be_visible(timeout=30_000)


def paste_source(page: Page, text: str = SOURCE) -> None:
    """Put the text into the paste field, as the clipboard would, and read it."""
    field = page.get_by_label("Texte source et demande")
    field.click()
    page.keyboard.insert_text(text)
    page.get_by_role("button", name="Lire le texte").click()
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()


def board_inputs(page: Page) -> Locator:
    """Return the headings of the outline board."""
    return page.get_by_role("textbox", name=re.compile(r"^Intertitre \d+ sur"))


def headings_on_board(page: Page) -> list[str]:
    """Return the headings as the board shows them."""
    return [field.input_value() for field in board_inputs(page).all()]


def section_texts(page: Page) -> Locator:
    """Return the text surfaces of the sections."""
    return page.get_by_role("textbox", name=re.compile("^Texte de la section"))


def write_all(page: Page) -> None:
    """Have every empty section written, and wait for the last."""
    page.get_by_role("button", name=re.compile(r"^Rédiger (les \d+ sections|la section vide)")).click()
    expect(page.get_by_role("button", name="Tout est rédigé")).to_be_visible(timeout=60_000)


def words_in_score(page: Page) -> int:
    """Return the number of words that the scorecard shows."""
    text = page.locator(".total .words").inner_text()
    return int("".join(re.findall(r"\d", text.split(" mot")[0])))


def wait_until_saved(page: Page) -> None:
    """Wait until no surface says that it is still saving."""
    expect(page.get_by_text("Enregistrement…")).to_have_count(0)
