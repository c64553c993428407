"""The outline board: what is done on it by mouse and by keyboard, undone, redone, and kept."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer


def _desk(page: Page, desk: DeskServer) -> list[str]:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    return steps.headings_on_board(page)


def test_undo_and_redo_go_through_renaming_moving_and_deleting(page: Page, desk: DeskServer) -> None:
    before = _desk(page, desk)
    first = steps.board_inputs(page).first
    first.fill("Un intertitre à moi")
    first.press("Alt+ArrowDown")
    page.get_by_role("button", name="Supprimer l’intertitre 1", exact=True).click()
    after = ["Un intertitre à moi", *before[2:]]
    assert steps.headings_on_board(page) == after
    undo = page.get_by_role("button", name="Annuler (Ctrl+Alt+Z)")
    for _ in range(3):
        undo.click()
    assert steps.headings_on_board(page) == before
    expect(undo).to_be_disabled()
    steps.board_inputs(page).first.press("Control+Alt+y")
    for _ in range(2):
        page.get_by_role("button", name="Refaire (Ctrl+Alt+Y)").click()
    assert steps.headings_on_board(page) == after
    expect(page.get_by_role("group", name=re.compile("^Texte de la section.*Un intertitre à moi"))).to_be_attached()
    expect(steps.section_texts(page)).to_have_count(len(after))
    page.reload()
    assert steps.headings_on_board(page) == after


def test_who_writes_in_the_outline_is_told_its_keys(page: Page, desk: DeskServer) -> None:
    _desk(page, desk)
    expect(page.get_by_text("Échap puis Tab")).to_be_hidden()
    steps.board_inputs(page).first.click()
    expect(page.get_by_text("Échap puis Tab")).to_be_visible()


def test_a_target_of_words_set_on_the_board_stays_and_the_others_too(page: Page, desk: DeskServer) -> None:
    before = _desk(page, desk)
    targets = page.get_by_role("spinbutton", name=re.compile("^Mots visés, intertitre"))
    others = [field.input_value() for field in targets.all()][1:]
    targets.first.fill("222")
    targets.first.press("Enter")
    expect(page.locator(".panelhead", has_text="Plan")).to_contain_text(str(222 + sum(map(int, others))))
    page.reload()
    expect(targets.first).to_have_value("222")
    assert [field.input_value() for field in targets.all()][1:] == others
    steps.board_inputs(page).first.press("Alt+ArrowDown")
    assert steps.headings_on_board(page)[1] == before[0]
    expect(targets.nth(1)).to_have_value("222")


def test_a_row_is_dragged_below_another(page: Page, desk: DeskServer) -> None:
    before = _desk(page, desk)
    grips = page.locator(".grip")
    grips.first.drag_to(steps.board_inputs(page).nth(2))
    assert steps.headings_on_board(page) == [*before[1:3], before[0], *before[3:]]


def test_the_passages_of_a_row_are_read_in_place(page: Page, desk: DeskServer) -> None:
    _desk(page, desk)
    button = page.get_by_role("button", name=re.compile(r"^\d+ passages?$")).first
    count = int(button.inner_text().split()[0])
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("ol.texts:not([hidden]) > li")).to_have_count(count)


def test_tab_makes_a_sub_heading_and_escape_lets_tab_leave(page: Page, desk: DeskServer) -> None:
    _desk(page, desk)
    second = steps.board_inputs(page).nth(1)
    second.press("Tab")
    expect(second).to_have_attribute("aria-label", re.compile("H3$"))
    second.press("Shift+Tab")
    expect(second).to_have_attribute("aria-label", re.compile("H2$"))
    second.press("Escape")
    second.press("Tab")
    expect(second).to_have_attribute("aria-label", re.compile("H2$"))
    expect(second).not_to_be_focused()


def test_tab_on_the_way_through_the_page_changes_no_level(page: Page, desk: DeskServer) -> None:
    _desk(page, desk)
    labels = [field.get_attribute("aria-label") for field in steps.board_inputs(page).all()]
    page.get_by_role("button", name=re.compile("^Niveau H2 de l’intertitre 1")).focus()
    first = steps.board_inputs(page).first
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    for key in ("Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        page.keyboard.press(key)
    assert [field.get_attribute("aria-label") for field in steps.board_inputs(page).all()] == labels
    expect(first).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    expect(first).to_have_attribute("aria-label", re.compile("H3$"))


def test_the_state_of_each_section_is_told_in_words(page: Page, desk: DeskServer) -> None:
    _desk(page, desk)
    states = page.locator(".state .what")
    expect(states.first).to_have_text("à écrire")
    steps.write_all(page)
    expect(states.first).to_have_text(re.compile("rédigée|endroits? signalés?"))
    steps.put_caret(steps.section_texts(page).first)
    page.keyboard.type(" Une phrase de plus.")
    expect(states.first).to_have_text(re.compile("retouchée|endroits? signalés?"))


def test_a_row_leads_to_its_text(page: Page, desk: DeskServer) -> None:
    _desk(page, desk)
    steps.write_all(page)
    page.get_by_role("button", name="Aller au texte de l’intertitre 3").click()
    expect(steps.section_texts(page).nth(2)).to_be_in_viewport()
    steps.board_inputs(page).first.press("Control+Enter")
    expect(steps.section_texts(page).first).to_be_in_viewport()


def test_a_passage_goes_to_another_heading_with_its_sentences_and_out_of_the_plan(page: Page, desk: DeskServer) -> None:
    headings = _desk(page, desk)
    steps.write_all(page)
    counts = page.get_by_role("button", name=re.compile(r"^\d+ passages?$"))
    before = [int(count.inner_text().split()[0]) for count in counts.all()]
    giving = next(place for place, count in enumerate(before) if count > 1)
    taking = (giving + 1) % len(headings)
    counts.nth(giving).click()
    row = page.locator("ul > li").filter(has=page.get_by_label("Où mettre le passage 1"))
    passage = row.locator(".texts li > span").last.inner_text()
    words = " ".join(passage.split()[-4:])
    expect(steps.section_texts(page).nth(giving)).to_contain_text(words)

    row.locator("select").last.select_option(label=headings[taking])
    expect(steps.notice(page)).to_contain_text(headings[taking])
    expect(counts.nth(giving)).to_have_text(re.compile(f"^{before[giving] - 1} "))
    expect(counts.nth(taking)).to_have_text(re.compile(f"^{before[taking] + 1} "))
    expect(steps.section_texts(page).nth(taking)).to_contain_text(words)
    expect(steps.section_texts(page).nth(giving)).not_to_contain_text(words)

    counts.nth(taking).click()
    moved = page.locator(".texts li").filter(has_text=passage)
    moved.locator("select").select_option(label="Hors du plan")
    expect(counts.nth(taking)).to_have_text(re.compile(f"^{before[taking]} "))
    expect(page.get_by_text("qu’aucun intertitre n’utilise").first).to_be_visible()
