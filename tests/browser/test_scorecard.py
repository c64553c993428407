"""The scorecard in a browser: a check opens to its rule and its places, and one click goes there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer
from tests.browser.test_screenshots import SIZES, _folder, _picture


def written(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    page.get_by_role("button", name="Essayer avec un exemple").click()
    steps.write_all(page)
    # A place of a card that is about to be drawn anew leads nowhere: it may be another place by then.
    steps.wait_until_idle(page)


def open_check(page: Page, name: str) -> None:
    row = page.locator("details.row", has_text=name).first
    family = page.locator("details.family").filter(has=row).first
    if not family.evaluate("(element) => element.open"):
        family.locator("summary").first.click()
    row.locator("summary").click()
    expect(row.locator(".rule")).to_be_visible()


def test_a_check_opens_to_its_rule_and_goes_to_its_place(page: Page, desk: DeskServer) -> None:
    written(page, desk)
    open_check(page, "Part recopiée")
    row = page.locator("details.row[open]")
    expect(row).to_contain_text("Règle")
    expect(row).to_contain_text("Origine")
    row.locator(".places button").first.click()
    expect(page.locator(".flash").first).to_be_in_viewport()
    expect(page.locator("mark.check").first).to_be_attached()
    expect(page.locator("details.row[open]")).to_contain_text("Part recopiée")


def test_the_total_tells_how_it_is_reckoned(page: Page, desk: DeskServer) -> None:
    written(page, desk)
    page.get_by_text("Comment ce total se calcule").click()
    expect(page.get_by_text(re.compile("La moyenne de \\d+ critères"))).to_be_visible()


def test_the_chart_and_the_table_are_drawn_when_asked_for(page: Page, desk: DeskServer) -> None:
    written(page, desk)
    page.get_by_text("Longueur des sections").click()
    expect(page.get_by_test_id("stVegaLiteChart")).to_be_visible(timeout=20_000)
    page.get_by_text("Tous les critères en tableau").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
def test_the_scorecard_is_photographed(
    browser: Browser, desk: DeskServer, tmp_path: Path, scheme: str, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        locale="fr-FR",
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    written(page, desk)
    open_check(page, "Longueur des phrases" if size == "wide" else "Auteur, date, image")
    page.get_by_text("Aperçus").click()
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    page.locator(".total").scroll_into_view_if_needed()
    _picture(page, _folder(tmp_path) / f"score-{size}-{scheme}.png")
    page.locator(".card").scroll_into_view_if_needed()
    _picture(page, _folder(tmp_path) / f"score-previews-{size}-{scheme}.png")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


def test_on_a_narrow_page_the_status_line_tells_the_score_and_leads_to_it(page: Page, desk: DeskServer) -> None:
    written(page, desk)
    link = page.get_by_role("link", name=re.compile(r"^Score\s: \d+ sur 100$"))
    expect(link).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("heading", name="Score SEO")).not_to_be_in_viewport()
    link.click()
    expect(page.get_by_role("heading", name="Score SEO")).to_be_in_viewport()
