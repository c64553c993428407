"""A fact of the plan goes from heading to heading, and its sentence with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk.passages import move_passage, release_passage
from assistant.errors import StorageError
from assistant.model import Draft, Evidence, Passage, Section, Version
from tests.desk.reviewed_draft import AT, CARRIED, OPENING, reviewed_draft

BODY = reviewed_draft().sources[0].body
CRIEE = "La criée reprendra le 3 avril."


def passage(words: str) -> Passage:
    start = BODY.index(words)
    return Passage("varennes", start, start + len(words))


BOATS, OPENED, AUCTION = passage(CARRIED), passage(OPENING), passage(CRIEE)


def section(identifier: str, *told: tuple[str, Passage], joint: str = " ") -> Section:
    text, evidence = "", []
    for words, made_from in told:
        text += joint if text else ""
        evidence.append(Evidence(len(text), len(text) + len(words), (made_from,)))
        text += words
    version = Version(f"v-{identifier}", text, "extractive", AT, tuple(evidence))
    return Section(identifier, 2, identifier, tuple(each for _, each in told), versions=(version,) if text else ())


def draft(*sections: Section) -> Draft:
    return replace(reviewed_draft(), sections=sections)


def two() -> Draft:
    return draft(section("a", (OPENING, OPENED), (CARRIED, BOATS)), section("b", (CRIEE, AUCTION)))


def test_a_passage_goes_to_the_other_plan_and_its_sentence_to_the_other_text() -> None:
    after = move_passage(two(), BOATS, "a", "b", AT)
    first, second = after.sections
    assert (first.passages, second.passages) == ((OPENED,), (AUCTION, BOATS))
    assert first.text == OPENING
    assert second.text == f"{CRIEE}\n\n{CARRIED}"
    assert [len(each.versions) for each in after.sections] == [2, 2]
    evidence = second.versions[-1].evidence[-1]
    assert second.text[evidence.start : evidence.end] == CARRIED
    assert evidence.passages == (BOATS,)


def test_there_and_back_is_the_text_as_it_was() -> None:
    there = move_passage(two(), BOATS, "a", "b", AT)
    back = move_passage(there, BOATS, "b", "a", AT)
    assert back.sections[1].text == CRIEE
    assert back.sections[0].text == f"{OPENING}\n\n{CARRIED}"


def test_the_first_sentence_and_an_item_of_a_list_leave_no_gap() -> None:
    after = move_passage(two(), OPENED, "a", "b", AT)
    assert after.sections[0].text == CARRIED
    text = f"- {OPENING}\n- {CARRIED}"
    evidence = (Evidence(2, 2 + len(OPENING), (OPENED,)), Evidence(len(text) - len(CARRIED), len(text), (BOATS,)))
    block = Section(
        "a", 2, "a", (OPENED, BOATS), kind="essentials", versions=(Version("v", text, "hand", AT, evidence),)
    )
    after = move_passage(draft(block, section("b")), OPENED, "a", "b", AT)
    assert after.sections[0].text == f"- {CARRIED}"
    assert not after.sections[1].versions


def test_a_sentence_made_from_two_passages_stays() -> None:
    giving = section("a", (f"{OPENING} {CARRIED}", BOATS))
    evidence = (replace(giving.versions[0].evidence[0], passages=(OPENED, BOATS)),)
    giving = replace(giving, passages=(OPENED, BOATS), versions=(replace(giving.versions[0], evidence=evidence),))
    after = move_passage(draft(giving, section("b")), BOATS, "a", "b", AT)
    assert after.sections[0].versions == giving.versions
    assert after.sections[1].passages == (BOATS,)


def test_an_unwritten_section_only_plans_the_passage_in_its_place() -> None:
    before = draft(section("a", (CARRIED, BOATS)), replace(section("b"), passages=(AUCTION,)))
    after = move_passage(before, BOATS, "a", "b", AT, index=0)
    assert after.sections[1].passages == (BOATS, AUCTION)
    assert after.sections[0].text == ""
    assert after.sections[0].versions[0].text == CARRIED


def test_within_a_section_a_passage_changes_its_place_and_no_text() -> None:
    after = move_passage(two(), BOATS, "a", "a", AT, index=0)
    assert after.sections[0].passages == (BOATS, OPENED)
    assert after.sections[0].versions == two().sections[0].versions


def test_what_is_not_there_moves_nothing() -> None:
    assert move_passage(two(), AUCTION, "a", "b", AT) == two()
    assert release_passage(two(), "a", AUCTION) == two()


@pytest.mark.parametrize(("giving", "taking"), [("gone", "a"), ("a", "gone")])
def test_a_section_that_is_gone_is_a_message(giving: str, taking: str) -> None:
    with pytest.raises(StorageError, match="section-gone"):
        move_passage(two(), BOATS, giving, taking, AT)
    with pytest.raises(StorageError, match="section-gone"):
        release_passage(two(), "gone", BOATS)


def test_a_passage_set_free_is_an_orphan_unless_another_section_uses_it() -> None:
    after = release_passage(two(), "a", BOATS)
    assert after.orphans == (BOATS,)
    assert after.sections[0].text == two().sections[0].text
    shared = draft(section("a", (CARRIED, BOATS)), section("b", (CARRIED, BOATS)))
    assert release_passage(shared, "a", BOATS).orphans == ()
