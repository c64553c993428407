"""The main job: from a dirty paste to an exported article, without a model."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from assistant.text.markup import parse_markdown, split_front_matter
from tests.browser import steps
from tests.browser.desk_server import DeskServer


def test_from_paste_to_exported_article(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)

    # The brief became settings and left the text.
    expect(page.get_by_text("au moins 300 mots", exact=True)).to_be_visible()
    expect(page.locator(".sourcetext")).not_to_contain_text("Make this article")
    expect(page.locator(".sourcetext")).to_contain_text("cookies")

    # The keyphrase is typed by hand.
    keyphrase = page.get_by_role("combobox", name="Expression clé")
    keyphrase.click()
    keyphrase.fill("bibliothèque municipale")
    keyphrase.press("Enter")
    expect(keyphrase).to_have_value("bibliothèque municipale")

    # One heading renamed, one moved, one deleted.
    before = steps.headings_on_board(page)
    assert 4 <= len(before) <= 7
    first = steps.board_inputs(page).first
    first.fill("La bibliothèque municipale rouvre")
    first.press("Alt+ArrowDown")
    page.get_by_role("button", name=f"Supprimer l’intertitre {len(before)}").click()
    wanted = [before[1], "La bibliothèque municipale rouvre", *before[2:-1]]
    assert steps.headings_on_board(page) == wanted
    expect(page.locator(".article .head").nth(1)).to_contain_text("La bibliothèque municipale rouvre")

    steps.write_all(page)
    texts = steps.section_texts(page)
    expect(texts).to_have_count(len(wanted))
    assert all(steps.text_of(section).strip() for section in texts.all())

    # A hand edit moves the score.
    words = steps.words_in_score(page)
    steps.type_at_end(texts.first, " Quatre mots de plus.")
    expect(page.locator(".total .words")).to_contain_text(str(words + 4))
    steps.wait_until_saved(page)

    # A refresh brings everything back.
    page.reload()
    expect(steps.section_texts(page).first).to_contain_text("Quatre mots de plus.")
    assert steps.headings_on_board(page) == wanted

    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    _check_markdown(Path(download.value.path()), wanted)
    with page.expect_download() as download:
        page.get_by_role("button", name="HTML").click()
    _check_html(Path(download.value.path()), wanted)


def _check_markdown(path: Path, headings: list[str]) -> None:
    text = path.read_text(encoding="utf-8")
    front, _ = split_front_matter(text)
    assert front["keyphrase"] == "bibliothèque municipale"
    assert front["language"] == "fr"
    blocks = parse_markdown(text)
    assert [block.text for block in blocks if block.kind == "heading" and block.level == 2] == headings
    assert sum(block.kind == "heading" and block.level == 1 for block in blocks) == 1
    body = " ".join(block.text for block in blocks)
    assert "Quatre mots de plus." in body
    assert "Make this article" not in body
    assert "cookies" not in body


def _check_html(path: Path, headings: list[str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("<h1") == 1
    assert '<html lang="fr"' in text
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", text)
    assert len(found) == len(headings)
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert data
    assert json.loads(data.group(1))["@type"] == "NewsArticle"
