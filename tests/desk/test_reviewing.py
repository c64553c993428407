"""The record of a review: every sentence with its origin, its verdict and its decision; and the approval of a text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from assistant.desk import deciding
from assistant.desk.deciding import Signature
from assistant.desk.publishing import publication_of
from assistant.desk.reviewing import approval_of, approve, is_unreviewed, review_record
from assistant.errors import ReviewError
from assistant.export import EXPORTERS
from assistant.export.reader import open_reader
from assistant.export.review import RecordedSentence, ReviewRecord
from assistant.i18n import translate
from assistant.model import Version
from assistant.storage.codec import draft_from_json
from tests.desk.reviewed_draft import ALTERED, AT, CARRIED, INVENTED, checked, reviewed_draft, text_of
from tests.export.hostile import HOSTILE_TEXTS

DRAFT = reviewed_draft()
SIGNATURE = Signature("Ada Lenoir", AT)


def recorded(record: ReviewRecord, text: str) -> RecordedSentence:
    return next(sentence for sentence in record.sentences if sentence.text == text)


def test_every_sentence_says_whose_words_it_is() -> None:
    first = DRAFT.sections[0]
    typed = Version("typed", f"{text_of(DRAFT)} Les mouettes étaient contentes.", "hand", AT)
    draft = replace(DRAFT, sections=(replace(first, versions=(*first.versions, typed)), *DRAFT.sections[1:]))
    record = review_record(draft, AT)
    assert recorded(record, CARRIED).origin == "source"
    assert (recorded(record, INVENTED).origin, recorded(record, INVENTED).model) == ("model", "grand-modèle")
    assert recorded(record, "Les mouettes étaient contentes.").origin == "hand"
    assert record.models == ("grand-modèle",)


def test_a_sentence_has_its_passages_and_what_the_source_says() -> None:
    sentence = recorded(review_record(DRAFT), ALTERED)
    assert sentence.open
    assert sentence.verdict == "altered"
    assert "4,2 millions" in sentence.passages[0].text
    assert [(finding.kind, finding.expected) for finding in sentence.findings] == [("number", "4,2 millions")]


def test_decisions_and_removals_are_on_record_with_name_and_time() -> None:
    draft = deciding.decide(DRAFT, checked(DRAFT, ALTERED), "elsewhere", SIGNATURE, "Le budget, p. 4")
    draft = deciding.remove(draft, checked(draft, INVENTED), SIGNATURE)
    told = EXPORTERS["review"].render(publication_of(draft, made=AT)).decode()
    assert "sourcée ailleurs par Ada Lenoir, 2026-03-03 09:00 UTC" in told
    assert "Le budget, p. 4" in told
    assert translate("review.changes", "fr") in told
    assert "feu d’artifice" in told
    assert translate("review.left", "fr") not in told


def test_what_was_changed_by_hand_without_a_decision_is_on_record_too() -> None:
    first = DRAFT.sections[0]
    typed = Version("typed", text_of(DRAFT).replace("6,8", "4,2").replace(INVENTED, ""), "hand", AT)
    draft = replace(DRAFT, sections=(replace(first, versions=(*first.versions, typed)), *DRAFT.sections[1:]))
    record = review_record(draft)
    assert [each.text for each in record.rewritten] == [ALTERED, INVENTED]
    assert {each.model for each in record.rewritten} == {"grand-modèle"}
    assert translate("review.rewritten", "fr") in EXPORTERS["review"].render(publication_of(draft)).decode()
    removed = deciding.remove(DRAFT, checked(DRAFT, INVENTED), SIGNATURE)
    assert review_record(removed).rewritten == ()


def test_open_points_and_exports_in_spite_of_them_are_on_record() -> None:
    draft = deciding.depart(DRAFT, SIGNATURE, "html")
    told = EXPORTERS["review"].render(publication_of(draft)).decode()
    assert translate("review.left", "fr") in told
    assert translate("review.departures", "fr") in told
    assert told.count("Le chantier a coûté 6,8 millions") == 2


def test_the_project_carries_the_record_and_opens_again_as_it_was() -> None:
    project = EXPORTERS["json"].render(publication_of(DRAFT, made=AT)).decode()
    assert draft_from_json(project) == DRAFT
    review = json.loads(project)["review"]
    assert review["open"] == {"altered": 1, "unsupported": 1}
    assert json.loads(EXPORTERS["review-json"].render(publication_of(DRAFT, made=AT))) == review


def test_the_article_itself_says_nothing_of_the_review_unless_it_is_labelled() -> None:
    label = translate("export.label", "fr")
    for name in ("md", "html"):
        assert label not in EXPORTERS[name].render(publication_of(DRAFT)).decode()
        assert label in EXPORTERS[name].render(publication_of(DRAFT, labelled=True)).decode()


def test_an_approval_holds_for_the_text_that_was_read_and_for_no_other() -> None:
    with pytest.raises(ReviewError, match="points-open"):
        approve(DRAFT, SIGNATURE)
    clean = deciding.correct(DRAFT, checked(DRAFT, ALTERED), SIGNATURE)
    with pytest.raises(ReviewError, match="decision-without-name"):
        approve(clean, Signature(" ", AT))
    assert is_unreviewed(clean)
    approved = approve(clean, SIGNATURE)
    assert approval_of(approved) == approved.approvals[0]
    assert not is_unreviewed(approved)
    assert approval_of(replace(approved, title="Un autre titre")) is None
    assert "Ada Lenoir" in EXPORTERS["review"].render(publication_of(approved)).decode().split("##")[0]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_hostile_text_is_only_text_in_the_record(text: str) -> None:
    draft = replace(DRAFT, title=text, description=text)
    told = EXPORTERS["review"].render(publication_of(draft)).decode()
    tokens = [child for token in open_reader().parse(told) for child in (token, *(token.children or ()))]
    assert not {token.type for token in tokens} & {"html_block", "html_inline", "image", "link_open"}
    assert not any(mark in told for mark in "\0\x1b\u202e\ufeff")
