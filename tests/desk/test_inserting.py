"""A fact left out comes into its section with its passage, and goes again without a trace in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk.articles import article_of
from assistant.desk.inserting import insert_omission, undo_insertion
from assistant.desk.points import review_of
from assistant.errors import ReviewError
from assistant.facts.omissions import missing_facts
from assistant.model import Draft, Omission, Passage
from tests.desk.reviewed_draft import AT, CARRIED, reviewed_draft, text_of, version

DRAFT = reviewed_draft()
BODY = DRAFT.sources[0].body


def omission(words: str, section: str | None = "s1", draft: Draft = DRAFT) -> Omission:
    start = draft.sources[0].body.index(words)
    return Omission(Passage("varennes", start, start + len(words)), "quote", words, 0.5, section)


def test_the_facts_left_out_are_named_with_their_section() -> None:
    found = missing_facts(article_of(DRAFT).markdown, DRAFT.sources, "fr", DRAFT.sections)
    assert any("Nous avons tenu les délais" in each.text for each in found)
    assert {each.section for each in found} <= {"s1", "s2", None}


def test_an_inserted_sentence_stands_behind_its_neighbour_with_its_evidence() -> None:
    told = "La maire, Odile Ferrand, a coupé le ruban devant trois cents habitants."
    draft = insert_omission(DRAFT, omission(told), AT)
    text = text_of(draft)
    assert text.index("six semaines de travaux.") < text.index(told) < text.index("6,8 millions")
    evidence = draft.sections[0].versions[-1].evidence
    assert [text[each.start : each.end] for each in evidence] == [told]
    sentence = next(each for each in review_of(draft).sentences if each.sentence == told)
    assert sentence.verdict == "supported"
    assert len(text) == len(text_of(DRAFT)) + len(told) + 1


def test_without_a_neighbour_the_sentence_is_the_last_one() -> None:
    empty = replace(DRAFT, sections=(replace(DRAFT.sections[0], versions=()), DRAFT.sections[1]))
    draft = insert_omission(empty, omission(CARRIED), AT)
    assert text_of(draft) == CARRIED
    listed = replace(DRAFT.sections[0], versions=(version("- Un feu d’artifice canadien."),))
    draft = insert_omission(replace(DRAFT, sections=(listed, DRAFT.sections[1])), omission(CARRIED), AT)
    assert text_of(draft) == f"- Un feu d’artifice canadien.\n\n{CARRIED}"


def test_an_omission_without_a_section_goes_into_the_last_one() -> None:
    draft = insert_omission(DRAFT, omission("Selon la capitainerie, le trafic devrait doubler", None), AT)
    assert "capitainerie" in draft.sections[-1].text


def test_an_insertion_is_taken_back_and_stays_among_the_versions() -> None:
    inserted = insert_omission(DRAFT, omission("a coupé le ruban devant trois cents habitants"), AT)
    draft = undo_insertion(inserted, DRAFT, "s1")
    assert text_of(draft) == text_of(DRAFT)
    assert draft.sections[0].passages == DRAFT.sections[0].passages
    assert len(draft.sections[0].versions) == 3


def test_a_passage_that_is_gone_is_not_inserted() -> None:
    gone = replace(omission(CARRIED), passage=Passage("varennes", len(BODY) + 5, len(BODY) + 20))
    with pytest.raises(ReviewError, match="passage-gone"):
        insert_omission(DRAFT, gone, AT)
    with pytest.raises(ReviewError, match="no-section"):
        insert_omission(replace(DRAFT, sections=()), omission(CARRIED), AT)
