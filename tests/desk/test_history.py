"""Going back brings the past and keeps the present where it can be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk import editing
from assistant.desk.history import by_minute, copy_of, is_present_state, restored, restored_section
from assistant.errors import StorageError
from assistant.model import Block, Draft, Evidence, Passage, Section, Source, Version
from assistant.storage.past import PastRevision

NOON = "2026-03-02T12:00:00+00:00"
LATER = "2026-03-02T13:00:00+00:00"
SOURCE = Source("a", "A", "raw", "fr", None, None, (Block("paragraph", "La passerelle rouvre."),))


def version(version_id: str, text: str) -> Version:
    return Version(version_id, text, "extractive", NOON, (Evidence(0, len(text), (Passage("a", 0, 5),)),))


PAST = Draft(
    "d",
    "fr",
    sources=(SOURCE,),
    title="Titre d’hier",
    sections=(
        Section("s", 2, "Hier", (Passage("a", 0, 5),), 50, versions=(version("v1", "Texte d’hier."),)),
        Section("t", 2, "Vide", (), 10),
    ),
)


def later() -> Draft:
    draft = editing.edit_text(PAST, "s", "Texte du jour.", "v1", LATER)
    draft = editing.rename_heading(draft, "s", "Aujourd’hui")
    draft = editing.set_details(draft, title="Titre du jour")
    draft = editing.edit_text(draft, "t", "Écrit depuis.", None, LATER)
    return editing.insert_section(draft, 2, "Nouvelle", 2, "n")


def test_the_past_state_is_current_again() -> None:
    draft = restored(later(), PAST, LATER)
    assert draft.title == "Titre d’hier"
    assert [(section.heading, section.text) for section in draft.sections] == [("Hier", "Texte d’hier."), ("Vide", "")]


def test_what_came_since_is_kept_in_the_versions_and_among_the_deleted() -> None:
    draft = restored(later(), PAST, LATER)
    texts = [version.text for version in draft.sections[0].versions]
    assert texts == ["Texte d’hier.", "Texte du jour.", "Texte d’hier."]
    assert [version.text for version in draft.sections[1].versions] == ["Écrit depuis.", ""]
    assert [section.heading for section in draft.deleted] == ["Nouvelle"]
    ids = [version.id for section in draft.sections for version in section.versions]
    assert len(ids) == len(set(ids))


def test_going_back_to_the_present_changes_no_text() -> None:
    draft = later()
    same = restored(draft, draft, LATER)
    assert same == draft


def test_only_a_state_that_changes_something_can_be_gone_back_to() -> None:
    assert is_present_state(later(), later())
    assert not is_present_state(later(), PAST)
    assert not is_present_state(later(), replace(later(), slug="autre-adresse"))


def test_the_states_of_one_minute_stand_together() -> None:
    states = [
        PastRevision(number, f"2026-03-02T10:{minute}:00+00:00")
        for number, minute in ((4, "05"), (3, "05"), (2, "04"), (1, "02"))
    ]
    assert [[state.revision for state in minute] for minute in by_minute(states)] == [[4, 3], [2], [1]]


def test_evidence_into_a_source_that_changed_is_let_go_and_new_sources_stay() -> None:
    cleaned = replace(SOURCE, blocks=(Block("paragraph", "Elle rouvre."),))
    now = replace(later(), sources=(cleaned, replace(SOURCE, id="b")))
    draft = restored(now, PAST, LATER)
    assert [source.id for source in draft.sources] == ["a", "b"]
    assert draft.sources[0] == SOURCE
    kept = draft.sections[0].versions
    assert [bool(each.evidence) for each in kept] == [False, False, True]


def test_one_section_goes_back_alone() -> None:
    draft = restored_section(later(), PAST, "s", LATER)
    assert draft.title == "Titre du jour"
    assert (draft.sections[0].heading, draft.sections[0].text) == ("Hier", "Texte d’hier.")
    assert len(draft.sections[0].versions) == 3
    assert restored_section(draft, PAST, "n", LATER) == draft


def test_a_section_that_is_gone_cannot_go_back_alone() -> None:
    with pytest.raises(StorageError, match="section-gone"):
        restored_section(editing.delete_section(later(), "s"), PAST, "s", LATER)


def test_a_copy_shares_no_id_of_draft_or_section_and_tells_the_same() -> None:
    draft = later()
    copy = copy_of(draft, "Copie", NOON)
    assert copy.id != draft.id
    assert not {section.id for section in copy.sections} & {section.id for section in draft.sections}
    assert [section.text for section in copy.sections] == [section.text for section in draft.sections]
    assert copy.title == "Copie"
