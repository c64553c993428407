"""A late message of a page that is gone must not undo what was typed after it."""

from __future__ import annotations

import pytest

from assistant.desk.editing import OutlineRow
from assistant.ui.components.board import ShownBoard, board_for
from assistant.ui.components.surface import Shown, shown_for
from assistant.ui.resources import FORGOTTEN_AFTER, EditOrder


def test_a_newer_edit_is_admitted_and_a_late_one_is_not() -> None:
    order = EditOrder()
    assert order.admit("text", "browser", 2_000)
    assert not order.admit("text", "browser", 1_000)
    assert order.admit("text", "browser", 3_000)


def test_the_same_edit_again_is_admitted() -> None:
    order = EditOrder()
    assert order.admit("text", "browser", 2_000)
    assert order.admit("text", "browser", 2_000)


@pytest.mark.parametrize(("text_id", "browser"), [("other", "browser"), ("text", "other")])
def test_other_texts_and_other_browsers_have_their_own_clock(text_id: str, browser: str) -> None:
    order = EditOrder()
    assert order.admit("text", "browser", 2_000)
    assert order.admit(text_id, browser, 1_000)


def test_a_surface_is_replaced_only_when_its_text_changed_elsewhere() -> None:
    surfaces: dict[str, Shown] = {}
    first = shown_for(surfaces, "a", "Un texte.").rev
    assert shown_for(surfaces, "a", "Un texte.").rev == first
    assert shown_for(surfaces, "a", "Un autre texte.").rev > first


def test_the_space_just_typed_at_the_end_of_a_line_replaces_nothing() -> None:
    surfaces: dict[str, Shown] = {}
    shown = shown_for(surfaces, "a", "Un titre", is_line=True)
    shown.text = "Un titre "
    assert shown_for(surfaces, "a", "Un titre", is_line=True).rev == shown.rev
    assert shown.text == "Un titre "


def test_no_break_spaces_of_a_line_are_no_change_from_elsewhere() -> None:
    surfaces: dict[str, Shown] = {}
    shown = shown_for(surfaces, "a", "Qui\u202f?", is_line=True)
    shown.text = "Qui\u202f? "
    assert shown_for(surfaces, "a", "Qui\u202f?", is_line=True).text == "Qui\u202f? "


def test_what_a_newer_state_has_replaced_is_known_for_long_and_not_for_ever() -> None:
    order = EditOrder()
    order.replace(["first"])
    assert order.is_replaced("first")
    assert not order.is_replaced("second")
    order.replace(f"{number:016x}" for number in range(FORGOTTEN_AFTER))
    assert not order.is_replaced("first")


def test_a_board_is_replaced_only_when_the_outline_changed_elsewhere() -> None:
    boards: dict[str, ShownBoard] = {}
    rows = [OutlineRow("a", 2, "Un"), OutlineRow("b", 3, "Deux")]
    first = board_for(boards, "draft", rows).rev
    boards["draft"].rows = (OutlineRow("a", 2, "Un "), rows[1])
    assert board_for(boards, "draft", rows).rev == first
    assert board_for(boards, "draft", rows[::-1]).rev > first
