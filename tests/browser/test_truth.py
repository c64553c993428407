"""The truth in the page: points and their passages, decisions with a name, and the way from the text to the source."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.model import Draft, new_id
from assistant.storage.drafts import DraftStore
from tests.browser import steps
from tests.browser.desk_server import DeskServer
from tests.browser.test_access import violations
from tests.browser.test_screenshots import SIZES, _folder, _picture
from tests.desk.reviewed_draft import ALTERED, CARRIED, INVENTED, reviewed_draft


@pytest.fixture
def draft(desk: DeskServer) -> Draft:
    stored = replace(reviewed_draft(), id=new_id(), description="Le chantier a coûté 9 millions d’euros à la région.")
    with DraftStore(f"sqlite:///{desk.database}") as store:
        store.create(stored)
    return stored


@pytest.fixture
def truth(page: Page, desk: DeskServer, draft: Draft) -> Page:
    page.goto(f"{desk.url}?draft={draft.id}")
    expect(points(page)).to_have_count(3, timeout=40_000)
    expect(page.locator("mark.altered")).to_be_visible()
    return page


def points(page: Page) -> Locator:
    return page.locator(".truth details.point")


def point(page: Page, words: str) -> Locator:
    return points(page).filter(has_text=words)


def decide(page: Page, words: str, label: str) -> None:
    if point(page, words).get_attribute("open") is None:
        point(page, words).locator("summary").click()
    point(page, words).get_by_role("button", name=label).click()


def sign(page: Page, name: str = "Ada Lenoir") -> None:
    page.locator(".truth .form input[name=name]").fill(name)
    page.locator(".truth .form button[type=submit]").click()


def kept(desk: DeskServer, draft: Draft) -> Draft:
    with DraftStore(f"sqlite:///{desk.database}") as store:
        return store.load(draft.id).draft


def test_points_are_listed_with_what_is_changed_first_and_counted(truth: Page) -> None:
    expect(points(truth).nth(0)).to_contain_text("9 millions")
    expect(points(truth).nth(1)).to_contain_text("6,8 millions")
    expect(points(truth).nth(2)).to_contain_text("feu d’artifice")
    expect(truth.locator(".truth .counts")).to_contain_text("2 faits changés")
    expect(truth.locator(".statusline")).to_contain_text("2 faits changés")
    expect(truth.locator("mark.altered")).to_have_text("6,8 millions")
    expect(truth.locator("mark.unsupported")).to_contain_text("feu d’artifice")


def test_a_point_leads_to_its_sentence_and_shows_the_passage(truth: Page) -> None:
    point(truth, "6,8").locator("summary").click()
    row = point(truth, "6,8")
    expect(row).to_contain_text("La source dit « 4,2 millions », et non « 6,8 millions ».")
    expect(row.locator(".sourcetext mark.here").first).to_be_in_viewport()
    expect(row.locator(".sourcetext mark.here").first).to_contain_text("4,2 millions")
    truth.wait_for_function("(words) => getSelection().toString().includes(words)", arg="6,8 millions")


def test_a_point_of_the_description_leads_to_its_field(truth: Page) -> None:
    point(truth, "9 millions").locator("summary").click()
    expect(truth.get_by_label("Description pour les moteurs de recherche")).to_be_focused()


def test_a_click_on_a_sentence_shows_its_passage_and_a_passage_leads_back(truth: Page) -> None:
    truth.locator(".mark.sentence", has_text="Douze bateaux").first.click()
    card = truth.locator(".truth .card")
    expect(card.locator(".sourcetext mark.here")).to_contain_text("Douze bateaux de pêche")
    expect(truth.get_by_role("dialog")).to_have_count(0)
    card.locator(".sourcetext mark.told", has_text="La criée reprendra").click()
    expect(card).to_contain_text("Phrases qui s’appuient sur ce passage")
    card.locator(".back button").last.click()
    truth.wait_for_function("() => getSelection().toString().startsWith('La criée reprendra le 3 avril')")


def test_a_decision_asks_for_a_name_once_and_is_kept(truth: Page, desk: DeskServer, draft: Draft) -> None:
    decide(truth, "feu d’artifice", "Juste telle quelle")
    sign(truth)
    expect(points(truth)).to_have_count(2)
    expect(truth.locator("mark.decided")).to_contain_text("feu d’artifice")
    (decision,) = kept(desk, draft).decisions
    assert (decision.kind, decision.by, decision.sentence) == ("kept", "Ada Lenoir", INVENTED)
    decide(truth, "6,8", "Sourcé ailleurs")
    expect(truth.locator(".truth .form input")).to_have_count(1)
    truth.locator(".truth .form input[name=reference]").fill("Budget voté le 2 mars, p. 4")
    truth.get_by_role("button", name="Garder avec cette référence").click()
    expect(points(truth)).to_have_count(1)
    truth.reload()
    expect(truth.get_by_text("2 points décidés")).to_be_visible(timeout=30_000)
    truth.get_by_text("2 points décidés").click()
    expect(truth.locator(".truth .done").first).to_contain_text("Budget voté le 2 mars, p. 4")
    expect(truth.locator(".truth .done").first).to_contain_text("Ada Lenoir")


def test_a_decision_is_open_again_when_its_sentence_changes(truth: Page) -> None:
    decide(truth, "feu d’artifice", "Juste telle quelle")
    sign(truth)
    expect(truth.locator("mark.decided")).to_be_visible()
    truth.locator("mark.decided").click(position={"x": 4, "y": 6})
    truth.keyboard.press("Escape")
    truth.keyboard.type("Hier, ")
    expect(truth.locator("mark.decided")).to_have_count(0)
    expect(points(truth)).to_have_count(3)
    truth.keyboard.press("Control+z")
    expect(truth.locator("mark.decided")).to_be_visible()


def test_the_words_of_the_source_are_put_back_and_the_change_can_be_undone(
    truth: Page, desk: DeskServer, draft: Draft
) -> None:
    decide(truth, "6,8", "Remettre")
    sign(truth)
    section = steps.section_texts(truth).first
    expect(section).to_contain_text("4,2 millions")
    expect(point(truth, "6,8")).to_have_count(0)
    assert [decision.kind for decision in kept(desk, draft).decisions] == ["corrected"]
    truth.get_by_role("button", name="Annuler", exact=True).click()
    expect(section).to_contain_text("6,8 millions")
    expect(point(truth, "6,8")).to_have_count(1)
    assert kept(desk, draft).decisions == ()


def test_a_sentence_is_removed_from_its_explanation_in_the_text(truth: Page, desk: DeskServer, draft: Draft) -> None:
    truth.locator("mark.unsupported").first.click()
    sheet = truth.get_by_role("dialog", name="Non trouvé dans les sources")
    sheet.get_by_role("button", name="Retirer la phrase").click()
    sign(truth)
    section = steps.section_texts(truth).first
    expect(section).not_to_contain_text("feu d’artifice")
    expect(section).to_contain_text(CARRIED)
    expect(truth.get_by_text("1 point décidé")).to_be_visible()
    assert ALTERED in kept(desk, draft).sections[0].text


def test_the_list_is_worked_with_the_keyboard_alone(truth: Page) -> None:
    summary = points(truth).nth(2).locator("summary")
    summary.focus()
    truth.keyboard.press("Enter")
    expect(point(truth, "feu d’artifice").get_by_role("button", name="Juste telle quelle")).to_be_visible()
    expect(truth.locator(".article.ProseMirror-focused")).to_have_count(1)
    truth.keyboard.press("F8")
    truth.keyboard.press("Escape")
    truth.keyboard.press("Alt+Enter")
    expect(truth.get_by_role("dialog")).to_be_visible()
    truth.keyboard.press("Escape")
    section = steps.section_texts(truth).nth(1)
    steps.put_caret(section, 4)
    truth.keyboard.press("Alt+Shift+Enter")
    expect(truth.locator(".truth .card button", has_text="Fermer")).to_be_focused()


def test_after_a_decision_the_next_point_has_the_focus(truth: Page) -> None:
    decide(truth, "9 millions", "Juste telle quelle")
    sign(truth)
    expect(points(truth)).to_have_count(2)
    expect(points(truth).first.locator("summary")).to_be_focused()
    truth.keyboard.press("Enter")
    expect(points(truth).first.get_by_role("button", name="Remettre")).to_be_visible()


def test_an_article_without_open_points_says_so(truth: Page) -> None:
    for words in ("9 millions", "6,8", "feu d’artifice"):
        decide(truth, words, "Juste telle quelle")
        if truth.locator(".truth .form").count():
            sign(truth)
        expect(point(truth, words)).to_have_count(0)
    expect(truth.locator(".truth .counts")).to_have_text(re.compile("aucun fait à vérifier"))


def test_an_export_with_changed_facts_takes_one_more_click_and_is_on_record(
    truth: Page, desk: DeskServer, draft: Draft
) -> None:
    truth.get_by_role("button", name="Markdown").click()
    expect(truth.get_by_text("2 faits changés attendent encore une décision.")).to_be_visible()
    assert kept(desk, draft).departures == ()
    with truth.expect_download() as download:
        truth.get_by_role("button", name="Télécharger malgré tout").click()
    assert download.value.suggested_filename.endswith(".md")
    assert "6,8 millions" in Path(download.value.path()).read_text(encoding="utf-8")
    expect(truth.get_by_text("2 faits changés attendent encore une décision.")).to_have_count(0)
    (note,) = kept(desk, draft).departures
    assert (note.format, note.altered, note.unsupported) == ("md", 2, 1)


def test_the_record_is_downloaded_and_the_review_is_signed(truth: Page, desk: DeskServer, draft: Draft) -> None:
    for words in ("9 millions", "6,8"):
        decide(truth, words, "Remettre")
        if truth.locator(".truth .form").count():
            sign(truth)
        expect(point(truth, words)).to_have_count(0)
    expect(truth.get_by_role("button", name="Relecture", exact=True)).to_have_count(1)
    truth.get_by_role("button", name="Relecture", exact=True).click()
    expect(truth.get_by_text("personne n’a encore signé sa relecture")).to_be_visible()
    truth.get_by_role("button", name="Signer : j’ai relu tout l’article").click()
    expect(truth.get_by_text("Relecture signée", exact=False).first).to_be_visible()
    (approval,) = kept(desk, draft).approvals
    assert approval.by == "Ada Lenoir"
    expect(truth.get_by_text("Relu en entier par Ada Lenoir")).to_have_count(1)
    expect(truth.get_by_role("button", name="Registre", exact=True)).to_have_count(1)
    with truth.expect_download() as download:
        truth.get_by_role("button", name="Registre", exact=True).click()
    assert download.value.suggested_filename.endswith("relecture.md")
    told = Path(download.value.path()).read_text(encoding="utf-8")
    assert "Ada Lenoir" in told
    assert "corrigée par Ada Lenoir" in told
    with truth.expect_download() as download:
        truth.get_by_role("button", name="HTML").click()
    assert "Ada Lenoir" not in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_fact_left_out_comes_in_with_one_click_and_goes_with_another(truth: Page) -> None:
    truth.locator(".truth summary", has_text="faits des sources absents").click()
    fact = truth.locator(".truth .fact", has_text="Nous avons tenu les délais")
    fact.get_by_role("button", name="Insérer").click()
    article = truth.locator(".article")
    expect(article).to_contain_text("Nous avons tenu les délais")
    expect(fact).to_have_count(0)
    truth.get_by_role("button", name="Annuler", exact=True).click()
    expect(article).not_to_contain_text("Nous avons tenu les délais")
    expect(fact).to_have_count(1)


def test_the_list_of_facts_stays_open_while_facts_are_put_in(truth: Page) -> None:
    truth.locator(".truth summary", has_text="faits des sources absents").click()
    facts = truth.locator(".truth details.fold[open] .fact")
    while count := facts.count():
        facts.last.get_by_role("button", name="Insérer").click()
        expect(truth.locator(".truth .fact")).to_have_count(count - 1)
        expect(facts).to_have_count(count - 1)


def test_copied_runs_are_shown_in_the_text_when_asked_for(truth: Page) -> None:
    expect(truth.locator("mark.copied")).to_have_count(0)
    truth.locator(".truth summary", has_text="recopiés des sources").click()
    expect(truth.locator(".truth .copied").first).to_contain_text("Plus longue suite recopiée")
    truth.get_by_role("button", name=re.compile("^Montrer")).click()
    expect(truth.locator("mark.copied").first).to_contain_text("Le port de Varennes a rouvert")
    truth.get_by_role("button", name=re.compile("^Ne plus")).click()
    expect(truth.locator("mark.copied")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_has_no_violation_in_any_state(
    browser: Browser, desk: DeskServer, draft: Draft, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        locale="fr-FR", viewport={"width": 1440, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{desk.url}?draft={draft.id}")
    expect(points(page)).to_have_count(3, timeout=40_000)
    for fold in ("faits des sources absents", "recopiés des sources"):
        page.locator(".truth summary", has_text=fold).click()
    point(page, "6,8").locator("summary").click()
    assert violations(page) == []
    point(page, "6,8").get_by_role("button", name="Sourcé ailleurs").click()
    assert violations(page) == []
    page.locator(".truth .form input[name=reference]").fill("AFP")
    sign(page)
    page.get_by_text("1 point décidé").click()
    page.get_by_role("button", name="Markdown").click()
    expect(page.get_by_role("button", name="Télécharger malgré tout")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Relecture", exact=True).click()
    expect(page.get_by_role("button", name="Registre", exact=True)).to_be_visible()
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
def test_the_truth_is_photographed(
    browser: Browser, desk: DeskServer, draft: Draft, tmp_path: Path, scheme: Literal["light", "dark"], size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        locale="fr-FR", viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{desk.url}?draft={draft.id}")
    expect(points(page)).to_have_count(3, timeout=40_000)
    point(page, "6,8").locator("summary").click()
    expect(page.locator(".truth mark.here").first).to_be_visible()
    if size == "narrow":
        page.locator(".truth .point.chosen").evaluate("(element) => element.scrollIntoView()")
    _picture(page, _folder(tmp_path) / f"truth-{size}-{scheme}.png")
    context.close()
