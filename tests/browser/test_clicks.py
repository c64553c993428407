"""A click is done, and shown, whatever else goes to the server at that moment."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.desk_server import desk_server
from tests.browser.words import SOURCE

CLICK_BESIDE_A_BEAT = """() => {
    // A beat asks for the time as it goes out: what is waiting then happens in the same moment.
    const now = Date.now;
    Date.now = () => {
        if (/pulse|beat/.test(new Error().stack)) {
            Date.now = now;
            queueMicrotask(() => {
                window.wasClicked = true;
                document.querySelector(".st-key-example button").click();
            });
        }
        return now();
    };
}"""


def test_a_click_in_the_moment_of_a_beat_is_shown(page: Page, tmp_path: Path) -> None:
    with desk_server(tmp_path) as server:
        # The first page of a server has a beat, which belongs to a fragment; the click belongs to the whole page.
        page.add_init_script(f"({CLICK_BESIDE_A_BEAT})()")
        page.goto(server.url)
        expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)
        assert page.evaluate("window.wasClicked")


def test_a_text_that_follows_a_click_does_not_take_its_work_away(page: Page, tmp_path: Path) -> None:
    with desk_server(tmp_path) as server:
        steps.open_desk(page, server.url)
        field = page.get_by_label("Texte source et demande")
        field.fill(SOURCE)
        page.get_by_role("button", name="Lire le texte").click()
        expect(page.locator('[data-testid="stApp"][data-test-script-state="running"]')).to_be_attached()
        # The first draft of a server takes a while: these words reach it meanwhile, with the old address.
        field.focus()
        page.keyboard.insert_text(" Suite.")
        field.blur()
        expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)
        expect(page).to_have_url(re.compile(r"\?draft=\w+$"))
