"""Two hands at one article: the later one is told, and neither loses a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer, desk_server


@pytest.fixture
def article(page: Page, desk: DeskServer) -> Page:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    steps.write_all(page)
    return page


@pytest.fixture
def other(article: Page, browser: Browser) -> Iterator[Page]:
    """The same article in another browser."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(article.url)
    expect(steps.section_texts(page).first).to_have_text(steps.section_texts(article).first.inner_text())
    yield page
    context.close()


def _look_away(page: Page) -> None:
    """Keep the tab from looking for what others did, as in the background, so that the two hands do meet."""
    page.evaluate("Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })")


def test_two_hands_in_one_section_keep_both_texts_and_the_later_one_is_told(article: Page, other: Page) -> None:
    one, two = steps.section_texts(article).first, steps.section_texts(other).first
    _look_away(other)
    steps.type_at_end(one, " Première main.")
    steps.wait_until_saved(article)
    steps.type_at_end(two, " Seconde main.")
    steps.wait_until_saved(other)
    expect(steps.notice(other)).to_contain_text("a été modifiée ailleurs pendant que vous écriviez")
    expect(two).to_contain_text("Seconde main.")
    other.get_by_role("button", name="2 autres versions").click()
    expect(other.get_by_role("dialog", name="2 autres versions")).to_contain_text("Première main.")
    other.keyboard.press("Escape")
    # The first one sees the second one's text without having done anything, and its own among the versions.
    expect(one).to_contain_text("Seconde main.")
    article.get_by_role("button", name="2 autres versions").click()
    expect(article.get_by_role("dialog", name="2 autres versions")).to_contain_text("Première main.")


def test_what_one_hand_types_appears_at_the_other(article: Page, other: Page) -> None:
    steps.type_at_end(steps.section_texts(article).nth(1), " Vu d’ailleurs.")
    expect(steps.section_texts(other).nth(1)).to_contain_text("Vu d’ailleurs.")


def test_a_title_typed_over_anothers_is_told_with_the_other_title(article: Page, other: Page) -> None:
    _look_away(other)
    for page, title in ((article, "Titre du premier"), (other, "Titre du second")):
        page.locator(".article .title").click(click_count=3)
        page.keyboard.type(title)
        steps.wait_until_saved(page)
    expect(steps.notice(other)).to_contain_text("L’autre texte était : « Titre du premier »")
    expect(article.locator(".article .title")).to_have_text("Titre du second")


def test_a_text_left_in_a_browser_never_runs_over_a_newer_one(page: Page, browser: Browser, tmp_path: Path) -> None:
    with desk_server(tmp_path) as server:
        steps.open_desk(page, server.url)
        steps.paste_source(page)
        steps.write_all(page)
        address = page.url
        server.kill()
        steps.type_at_end(steps.section_texts(page).first, " Resté ici.")
        page.close()
        server.start()
        other = browser.new_context(locale="fr-FR").new_page()
        other.goto(address)
        steps.type_at_end(steps.section_texts(other).first, " Plus récent.")
        steps.wait_until_saved(other)
        back = page.context.new_page()
        back.goto(address)
        first = steps.section_texts(back).first
        expect(first).to_contain_text("Plus récent.")
        expect(steps.notice(back)).to_contain_text("était resté sur cet ordinateur")
        expect(first).not_to_contain_text("Resté ici.")
        back.get_by_role("button", name="2 autres versions").click()
        expect(back.get_by_role("dialog", name="2 autres versions")).to_contain_text("Resté ici.")
        other.context.close()


def test_a_section_taken_out_elsewhere_keeps_what_was_being_typed(article: Page, other: Page) -> None:
    _look_away(other)
    count = steps.section_texts(article).count()
    article.get_by_role("button", name=f"Supprimer l’intertitre {count}").click()
    expect(steps.section_texts(article)).to_have_count(count - 1)
    steps.type_at_end(steps.section_texts(other).last, " Trop tard.")
    expect(steps.notice(other)).to_contain_text("Cette section a été retirée du plan")
    steps.wait_until_saved(other)
    expect(steps.section_texts(other)).to_have_count(count - 1)
