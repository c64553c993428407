"""Marks in the text: drawn, explained, moved along with the words, and gone to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.marked_desk import TEXT, marked_desk


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with marked_desk(tmp_path_factory.mktemp("marked")) as (_, address):
        yield address


@pytest.fixture
def article(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("mark.altered")).to_be_visible(timeout=30_000)
    return page


def test_every_kind_of_mark_is_drawn_over_its_words_in_its_own_shape(article: Page) -> None:
    words = {
        "check": "Le maire promet une piste",
        "supported": "La ville a acheté quarante vélos",
        "altered": "douze kilomètres",
        "unsupported": "Un second suivra",
        "decided": "Un premier tronçon ouvrira",
        "copied": "Le budget n’est pas connu",
    }
    shapes = set()
    for kind, text in words.items():
        pieces = article.locator(f"mark.{kind}")
        assert "".join(pieces.all_inner_texts()) == text
        shapes.add(
            pieces.first.evaluate(
                """(mark) => {
                    const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(mark);
                    return [textDecorationLine, textDecorationStyle, textDecorationThickness].join(" ");
                }"""
            )
        )
    assert len(shapes) == len(words)


def test_a_click_opens_the_explanation_and_an_action_reaches_the_panel(article: Page) -> None:
    article.locator("mark.altered").click()
    sheet = article.get_by_role("dialog", name="Marque altered")
    expect(sheet).to_contain_text("Explication de altered.")
    expect(article.get_by_text("Dit : altered open")).to_be_visible()
    sheet.get_by_role("button", name="Garder").click()
    expect(sheet).to_have_count(0)
    expect(article.get_by_text("altered keep")).to_be_visible()
    expect(article.locator(".article.ProseMirror-focused")).to_have_count(1)


def test_whoever_clicks_into_a_marked_sentence_goes_on_typing_there(article: Page) -> None:
    article.locator("mark.altered").click()
    expect(article.get_by_role("dialog", name="Marque altered")).to_be_visible()
    article.keyboard.press("End")
    article.keyboard.type(" et rien de plus\u202f!")
    expect(article.get_by_role("dialog")).to_have_count(0)
    expect(article.locator(".article")).to_contain_text(" et rien de plus\u202f!")
    expect(article.get_by_text("altered keep")).to_have_count(0)
    # The desk is the same for all of these journeys.
    article.keyboard.press("Control+z")
    expect(article.locator(".article")).not_to_contain_text("rien de plus")
    steps.wait_until_saved(article)


def test_a_key_opens_the_explanation_and_escape_leads_back(article: Page) -> None:
    article.get_by_role("button", name="Voir unsupported").click()
    expect(article.locator(".flash")).to_have_text("Un second suivra")
    article.keyboard.press("Alt+Enter")
    expect(article.get_by_role("dialog", name="Marque unsupported")).to_be_visible()
    article.keyboard.press("Escape")
    expect(article.get_by_role("dialog")).to_have_count(0)
    article.keyboard.press("F8")
    expect(article.get_by_role("dialog", name="Marque copied")).to_be_visible()
    # From the explanation itself, whose first key approves of nothing, and from outside the article.
    article.keyboard.press("Enter")
    expect(article.get_by_role("dialog", name="Marque copied")).to_be_visible()
    article.keyboard.press("Shift+F8")
    expect(article.get_by_role("dialog", name="Marque unsupported")).to_be_visible()
    article.keyboard.press("Escape")
    article.get_by_role("button", name="Voir unsupported").focus()
    article.keyboard.press("F8")
    expect(article.get_by_role("dialog", name="Marque copied")).to_be_visible()


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("Voir altered", "douze kilomètres"),
        ("Voir supported", "La ville a acheté quarante vélos"),
        ("Voir la suite", "suite"),
    ],
)
def test_going_there_selects_the_words_and_shows_them(article: Page, button: str, words: str) -> None:
    article.set_viewport_size({"width": 900, "height": 420})
    article.get_by_role("button", name=button).click()
    article.wait_for_function("(words) => getSelection().toString() === words", arg=words)
    expect(article.locator(".flash").first).to_be_in_viewport()


def test_marks_move_with_the_text_and_are_no_part_of_it(article: Page) -> None:
    section = steps.section_texts(article).first
    steps.put_caret(section, 0)
    article.keyboard.type("Hier, ")
    expect(article.locator("mark.altered")).to_have_text("douze kilomètres")
    steps.wait_until_saved(article)
    expect(article.locator("mark.altered")).to_have_text("douze kilomètres")
    article.keyboard.press("Control+z")
    expect(section).not_to_contain_text("Hier, ")
    steps.wait_until_saved(article)
    article.reload()
    expect(section).to_contain_text("La ville a acheté")
    assert steps.text_of(section).startswith("La ville")
    assert re.sub(r"\W", "", steps.text_of(section)) == re.sub(r"\W", "", TEXT)


def test_a_mark_goes_when_its_words_are_changed(article: Page) -> None:
    article.locator("mark.copied").dblclick()
    article.keyboard.press("Escape")
    article.keyboard.press("End")
    article.keyboard.press("Backspace")
    article.keyboard.press("Backspace")
    steps.wait_until_saved(article)
    expect(article.locator("mark.copied")).to_have_count(0)
    article.keyboard.press("Control+z")
    expect(article.locator("mark.copied")).to_have_count(1)
