"""What somebody typed stays, also when somebody else typed at the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.desk.editing import delete_section, edit_text
from assistant.desk.hand_edits import HandEdit, excerpt_of_difference, keep_hand_edit
from assistant.errors import StorageError
from assistant.model import Draft, Section, Version

NOW = "2026-03-01T10:00:00+00:00"
WRITTEN = Version("v1", "Un texte.", "extractive", NOW)
DRAFT = Draft("d", "fr", sections=(Section("a", 2, "Un", versions=(WRITTEN,)), Section("b", 2, "Deux")))


def _edit(text: str, version_id: str, *bases: str, section: str = "a", aside: bool = False) -> HandEdit:
    return HandEdit(section, text, version_id, bases, aside)


def _texts(draft: Draft, section: str = "a") -> list[str]:
    found = draft.section(section)
    return [version.text for version in found.versions] if found else []


def test_an_edit_of_what_is_there_becomes_the_current_text() -> None:
    draft, outcome = keep_hand_edit(DRAFT, _edit("Mon texte.", "0" * 16, "v1"), NOW)
    assert outcome == "kept"
    assert _texts(draft) == ["Un texte.", "Mon texte."]
    assert draft.sections[0].versions[-1].id == "0" * 16


def test_the_next_edit_of_the_same_hand_takes_the_place_of_the_last() -> None:
    draft, _ = keep_hand_edit(DRAFT, _edit("Mon", "0" * 16, "v1"), NOW)
    draft, outcome = keep_hand_edit(draft, _edit("Mon texte.", "1" * 16, "v1", "0" * 16), NOW)
    assert outcome == "kept"
    assert _texts(draft) == ["Un texte.", "Mon texte."]


def test_what_is_undone_to_the_written_text_is_that_text_again() -> None:
    draft, _ = keep_hand_edit(DRAFT, _edit("Mon texte.", "0" * 16, "v1"), NOW)
    draft, _ = keep_hand_edit(draft, _edit("Un texte.", "1" * 16, "v1", "0" * 16), NOW)
    assert draft.sections[0].versions[-1].origin == "extractive"


def test_an_edit_that_is_sent_again_changes_nothing() -> None:
    edit = _edit("Mon texte.", "0" * 16, "v1")
    once, _ = keep_hand_edit(DRAFT, edit, NOW)
    assert keep_hand_edit(once, edit, NOW) == (once, "kept")


def test_an_edit_that_meets_another_text_keeps_both_and_says_so() -> None:
    others = edit_text(DRAFT, "a", "Le texte d’une autre.", "v1", NOW)
    draft, outcome = keep_hand_edit(others, _edit("Mon texte.", "0" * 16, "v1"), NOW)
    assert outcome == "met-another"
    assert _texts(draft) == ["Un texte.", "Le texte d’une autre.", "Mon texte."]


def test_the_same_text_from_two_hands_is_no_meeting() -> None:
    others = edit_text(DRAFT, "a", "Le même.", "v1", NOW)
    assert keep_hand_edit(others, _edit("Le même.", "0" * 16, "v1"), NOW) == (others, "kept")


def test_a_text_found_later_goes_beneath_the_current_one() -> None:
    others = edit_text(DRAFT, "a", "Le nouveau.", "v1", NOW)
    draft, outcome = keep_hand_edit(others, _edit("L’ancien.", "0" * 16, "v1", aside=True), NOW)
    assert outcome == "aside"
    assert _texts(draft) == ["Un texte.", "L’ancien.", "Le nouveau."]


def test_a_first_text_is_made_upon_nothing() -> None:
    draft, outcome = keep_hand_edit(DRAFT, _edit("Premier.", "0" * 16, "", section="b"), NOW)
    assert (outcome, _texts(draft, "b")) == ("kept", ["Premier."])


def test_a_first_text_that_meets_another_first_text_keeps_both() -> None:
    others = edit_text(DRAFT, "b", "Le sien.", None, NOW)
    draft, outcome = keep_hand_edit(others, _edit("Le mien.", "0" * 16, "", section="b"), NOW)
    assert (outcome, _texts(draft, "b")) == ("met-another", ["Le sien.", "Le mien."])


def test_an_edit_of_a_section_taken_out_stays_with_it() -> None:
    draft, outcome = keep_hand_edit(delete_section(DRAFT, "a"), _edit("Mon texte.", "0" * 16, "v1"), NOW)
    assert outcome == "in-deleted"
    assert draft.section("a") is None
    assert draft.deleted[-1].text == "Mon texte."


def test_an_edit_of_a_section_that_never_was_is_an_error() -> None:
    with pytest.raises(StorageError, match="section-gone"):
        keep_hand_edit(DRAFT, _edit("Mon texte.", "0" * 16, section="z"), NOW)


@pytest.mark.parametrize("name", ["", "v1", "../x", "0" * 400])
def test_a_bad_name_of_a_version_is_replaced(name: str) -> None:
    draft, _ = keep_hand_edit(DRAFT, _edit("Premier.", name, "", section="b"), NOW)
    found = draft.section("b")
    assert found
    assert found.versions[-1].id not in ("", "../x", "0" * 400)


@given(st.lists(st.tuples(st.integers(0, 2), st.text(max_size=6)), max_size=12))
def test_no_text_of_any_hand_is_lost(strokes: list[tuple[int, str]]) -> None:
    """Three hands type in turn, each knowing only the state that it saw first and its own."""
    draft, known = DRAFT, [["v1"], ["v1"], ["v1"]]
    last = ["", "", ""]
    for number, (hand, text) in enumerate(strokes):
        text = f"{hand}{text}"
        edit = _edit(text, f"{number:016x}", *known[hand])
        draft, _ = keep_hand_edit(draft, edit, NOW)
        known[hand].append(edit.version_id)
        last[hand] = text
    assert all(not text or text in _texts(draft) for text in last)


@pytest.mark.parametrize(
    ("text", "current", "expected"),
    [
        ("Le maire a voté.", "Le maire a parlé.", ("Le maire a ", "voté.", "")),
        ("Le maire", "Le maire a parlé.", ("Le maire", "", "")),
        ("", "Un texte.", ("", "", "")),
        ("Un\n\ndeux trois", "Un\n\ndeux", ("Un  deux", "", " trois")),
    ],
)
def test_an_excerpt_shows_the_first_difference(text: str, current: str, expected: tuple[str, str, str]) -> None:
    assert excerpt_of_difference(text, current) == expected


@given(st.text(max_size=400), st.text(max_size=400))
def test_an_excerpt_is_short(text: str, current: str) -> None:
    before, word, after = excerpt_of_difference(text, current)
    assert len(before) + len(after) <= 152 or len(word) > 150
