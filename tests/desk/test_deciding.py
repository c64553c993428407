"""Decisions: taken with a name, kept with the words, taken back; and the changes of the text that come with some."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.desk import deciding
from assistant.desk.deciding import Signature, without_sentence
from assistant.desk.points import Checked, review_of
from assistant.desk.scoring import score_draft
from assistant.errors import ReviewError
from assistant.model import ClaimFinding, DecisionKind, SentenceCheck
from assistant.storage.codec import draft_from_json, draft_to_json
from assistant.text.sentences import sentence_spans
from tests.desk.reviewed_draft import ALTERED, AT, CARRIED, INVENTED, OPENING, checked, reviewed_draft, text_of, version

DRAFT = reviewed_draft()
FACT_CHECKS = ("altered-facts", "unsupported-sentences")
SIGNATURE = Signature("  Ada   Lenoir ", AT)


def test_a_decision_says_what_was_seen_by_whom_and_when() -> None:
    draft = deciding.decide(DRAFT, checked(DRAFT, ALTERED), "elsewhere", SIGNATURE, " Conseil\nmunicipal, p. 4 ")
    (decision,) = draft.decisions
    assert (decision.by, decision.at, decision.reference) == ("Ada Lenoir", AT, "Conseil municipal, p. 4")
    assert (decision.field, decision.section, decision.sentence) == ("text", "s1", ALTERED)
    assert decision.verdict == "altered"
    (finding,) = decision.findings
    assert ALTERED[finding.start : finding.end] == finding.found
    assert draft_from_json(draft_to_json(draft)) == draft


@pytest.mark.parametrize(
    ("kind", "by", "code"),
    [
        ("kept", " ", "decision-without-name"),
        ("elsewhere", "Ada", "decision-without-reference"),
    ],
)
def test_a_decision_without_what_it_needs_is_refused(kind: DecisionKind, by: str, code: str) -> None:
    with pytest.raises(ReviewError, match=code):
        deciding.decide(DRAFT, checked(DRAFT, ALTERED), kind, Signature(by, AT))


def test_a_later_decision_takes_the_place_of_the_first_and_can_be_withdrawn() -> None:
    point = checked(DRAFT, ALTERED)
    draft = deciding.decide(DRAFT, point, "kept", SIGNATURE)
    draft = deciding.decide(draft, point, "elsewhere", Signature("Bob", AT), "AFP")
    assert [decision.by for decision in draft.decisions] == ["Bob"]
    assert deciding.withdraw(draft, point.key) == DRAFT


def test_a_sentence_that_is_gone_cannot_be_decided_on() -> None:
    point = checked(DRAFT, ALTERED)
    draft = deciding.remove(DRAFT, point, SIGNATURE)
    with pytest.raises(ReviewError, match="sentence-gone"):
        deciding.decide(draft, point, "kept", SIGNATURE)


def test_the_words_of_the_source_are_put_back_in_one_step() -> None:
    draft = deciding.correct(DRAFT, checked(DRAFT, ALTERED), SIGNATURE)
    assert "4,2" in text_of(draft)
    assert "6,8" not in text_of(draft)
    assert review_of(draft).counts() == (0, 1)
    (decision,) = review_of(draft).changed
    assert decision.kind == "corrected"
    assert decision.after in text_of(draft)
    assert text_of(DRAFT) in [version.text for version in draft.sections[0].versions]


def test_nothing_is_put_back_where_the_source_says_nothing() -> None:
    with pytest.raises(ReviewError, match="nothing-to-put-back"):
        deciding.correct(DRAFT, checked(DRAFT, INVENTED), SIGNATURE)


def point_of(sentence: str, *findings: ClaimFinding) -> Checked:
    check = SentenceCheck(0, len(sentence), "altered", (), findings)
    return Checked("id", "text", "s1", sentence, 0, len(sentence), check, "altered")


def test_one_of_two_changed_facts_is_put_back_and_the_other_waits() -> None:
    twice = f"{ALTERED[:-1]}, et douze bateaux sont revenus le 5 avril."
    sections = (replace(DRAFT.sections[0], versions=(version(twice),)), *DRAFT.sections[1:])
    draft = replace(DRAFT, sections=sections)
    sentence = text_of(draft)
    findings = (
        ClaimFinding("date", sentence.index("5 avril"), sentence.index("5 avril") + 7, "5 avril", "3 avril"),
        ClaimFinding("number", sentence.index("6,8"), sentence.index("6,8") + 3, "6,8", "4,2"),
    )
    point = replace(checked(draft, sentence), check=SentenceCheck(0, len(sentence), "altered", (), findings))
    assert "4,2 millions" in text_of(deciding.correct(draft, point, SIGNATURE, 0))
    assert "5 avril" in text_of(deciding.correct(draft, point, SIGNATURE, 0))
    assert "6,8 millions" in text_of(deciding.correct(draft, point, SIGNATURE, 1))
    assert "3 avril" in text_of(deciding.correct(draft, point, SIGNATURE, 1))
    with pytest.raises(ReviewError, match="nothing-to-put-back"):
        deciding.correct(draft, point, SIGNATURE, 2)


@pytest.mark.parametrize(
    ("found", "expected"),
    [("Park Soo", "Lee"), ("Soo-jin", "Min-ho"), ("Park Soo-jin", "ANP"), ("Soo", "Min")],
)
def test_nothing_is_put_back_that_cuts_a_word_or_puts_an_agency_for_somebody(found: str, expected: str) -> None:
    sentence = "Mardi, Park Soo-jin a reçu trois caméras."
    start = sentence.index(found)
    point = point_of(sentence, ClaimFinding("name", start, start + len(found), found, expected))
    assert bool(deciding.corrections(point)) == (found == "Soo-jin")


def test_a_removed_sentence_leaves_the_rest_as_it_was() -> None:
    draft = deciding.remove(DRAFT, checked(DRAFT, INVENTED), SIGNATURE)
    assert text_of(draft) == f"{OPENING} {ALTERED}\n\n{CARRIED}"
    assert [decision.kind for decision in review_of(draft).changed] == ["removed"]


def test_a_removal_is_taken_back_with_its_decision() -> None:
    point = checked(DRAFT, INVENTED)
    draft = deciding.take_back(deciding.remove(DRAFT, point, SIGNATURE), DRAFT, point.key)
    assert text_of(draft) == text_of(DRAFT)
    assert draft.decisions == ()
    titled = replace(DRAFT, title="Le port coûte 9 millions d’euros", standfirst="")
    (point,) = (point for point in review_of(titled).open_points if point.field == "title")
    removed = deciding.remove(titled, point, SIGNATURE)
    assert removed.title == ""
    assert deciding.take_back(removed, titled, point.key).title == titled.title


def test_a_decision_to_correct_counts_once_the_sentence_is_another() -> None:
    draft = deciding.decide(DRAFT, checked(DRAFT, ALTERED), "corrected", SIGNATURE)
    assert checked(draft, ALTERED).is_open
    first = draft.sections[0]
    current = replace(first.versions[-1], text=text_of(draft).replace("6,8", "4,2"))
    draft = replace(draft, sections=(replace(first, versions=(current,)), *draft.sections[1:]))
    assert review_of(draft).counts() == (0, 1)
    assert [decision.sentence for decision in review_of(draft).changed] == [ALTERED]


def test_an_export_with_changed_facts_is_noted_and_one_without_is_not() -> None:
    draft = deciding.depart(DRAFT, SIGNATURE, "html")
    assert [(note.by, note.format, note.altered, note.unsupported) for note in draft.departures] == [
        ("Ada Lenoir", "html", 1, 1)
    ]
    clean = deciding.correct(DRAFT, checked(DRAFT, ALTERED), SIGNATURE)
    assert deciding.depart(clean, SIGNATURE, "html") == clean


@pytest.mark.parametrize(
    ("text", "sentence", "after"),
    [
        ("Un. Deux. Trois.", "Deux.", "Un. Trois."),
        ("Un. Deux.", "Deux.", "Un. "),
        ("Un.\n\nDeux.\n\nTrois.", "Deux.", "Un.\n\nTrois."),
        ("- Un.\n- Deux.\n- Trois.", "Deux.", "- Un.\n- Trois."),
        ("Un.\n\n> Deux.", "Deux.", "Un."),
        ("Deux.", "Deux.", ""),
    ],
)
def test_a_sentence_goes_with_what_held_it_alone(text: str, sentence: str, after: str) -> None:
    start = text.find(sentence)
    assert without_sentence(text, (start, start + len(sentence))) == after


@given(st.lists(st.sampled_from(["Un mot.", "Deux mots !", "Trois ?"]), min_size=1, max_size=5), st.data())
@settings(max_examples=60, deadline=None)
def test_taking_out_one_sentence_keeps_all_others(sentences: list[str], data: st.DataObject) -> None:
    separators = [data.draw(st.sampled_from([" ", "\n\n", "\n\n- "])) for _ in sentences]
    text = "".join(f"{separator}{sentence}" for separator, sentence in zip(separators, sentences, strict=True))
    text = text.lstrip(" \n")
    spans = sentence_spans(text, "fr")
    number = data.draw(st.integers(0, len(spans) - 1))
    left = without_sentence(text, spans[number])
    kept = sorted("".join(text[slice(*span)].split()) for place, span in enumerate(spans) if place != number)
    assert sorted("".join(left.split()).replace("-", "")) == sorted("".join(kept).replace("-", ""))


def test_what_a_person_stands_for_counts_as_carried_in_the_score() -> None:
    kept = deciding.decide(DRAFT, checked(DRAFT, INVENTED), "kept", SIGNATURE)
    both = deciding.decide(kept, checked(kept, ALTERED), "elsewhere", SIGNATURE, "Conseil municipal")
    states = {result.check: result.state for result in score_draft(both).card.results if result.check in FACT_CHECKS}
    assert states == {"altered-facts": "good", "unsupported-sentences": "good"}
    before = [result.state for result in score_draft(DRAFT).card.results if result.check in FACT_CHECKS]
    assert "good" not in before
