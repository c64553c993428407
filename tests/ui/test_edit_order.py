"""A late message of a page that is gone must not undo what was typed after it."""

from __future__ import annotations

import pytest

from assistant.desk.editing import OutlineRow
from assistant.ui.components.board import ShownBoard, board_for
from assistant.ui.components.surface import Shown, shown_for
from assistant.ui.resources import EditOrder


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
    shown = shown_for(surfaces, "a", "Un titre", one_line=True)
    shown.text = "Un titre "
    assert shown_for(surfaces, "a", "Un titre", one_line=True).rev == shown.rev
    assert shown.text == "Un titre "


def test_a_board_is_replaced_only_when_the_outline_changed_elsewhere() -> None:
    boards: dict[str, ShownBoard] = {}
    rows = [OutlineRow("a", 2, "Un"), OutlineRow("b", 3, "Deux")]
    first = board_for(boards, "draft", rows).rev
    boards["draft"].rows = (OutlineRow("a", 2, "Un "), rows[1])
    assert board_for(boards, "draft", rows).rev == first
    assert board_for(boards, "draft", rows[::-1]).rev > first
