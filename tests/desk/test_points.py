"""What waits for a person, and what a decision or an opinion makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk.deciding import Signature, decide
from assistant.desk.points import review_of, sources_digest
from assistant.model import Draft, Opinion, Passage, Section, Verdict
from tests.desk.reviewed_draft import ALTERED, AT, CARRIED, INVENTED, checked, reviewed_draft, version

DRAFT = reviewed_draft()
SIGNATURE = Signature("Ada Lenoir", AT)


def with_text(draft: Draft, text: str) -> Draft:
    first = draft.sections[0]
    return replace(draft, sections=(replace(first, versions=(*first.versions, version(text))), *draft.sections[1:]))


def opinion(sentence: str, verdict: Verdict, quoted: str = "", words: str = "") -> Opinion:
    body = DRAFT.sources[0].body
    start = body.find(quoted)
    passage = Passage("varennes", start, start + len(quoted)) if quoted else None
    return Opinion(sentence, sources_digest(DRAFT.sources), verdict, "grand-modèle", AT, words, passage)


def verdict_with(sentence: str, given: Opinion) -> Verdict:
    return checked(replace(DRAFT, opinions=(given,)), sentence).verdict


def test_what_is_changed_comes_before_what_no_source_holds() -> None:
    points = review_of(DRAFT).open_points
    assert [point.sentence for point in points] == [ALTERED, INVENTED]
    assert [point.verdict for point in points] == ["altered", "unsupported"]
    assert review_of(DRAFT).counts() == (1, 1)


TOLD = "Le chantier a coûté 9 millions d’euros."
SLUG = "le-chantier-de-varennes-coute-9-millions"


@pytest.mark.parametrize(
    ("field", "draft"),
    [
        ("title", replace(DRAFT, title=TOLD)),
        ("standfirst", replace(DRAFT, standfirst=TOLD)),
        ("description", replace(DRAFT, description=TOLD)),
        ("slug", replace(DRAFT, slug=SLUG)),
    ],
)
def test_every_field_has_its_points(field: str, draft: Draft) -> None:
    points = [point for point in review_of(draft).open_points if point.field == field]
    assert [point.sentence for point in points] == [SLUG if field == "slug" else TOLD]


def test_a_heading_has_its_points_in_its_section() -> None:
    sections = (*DRAFT.sections[:1], Section("s2", 2, "La criée reprendra le 28 juin"))
    points = [point for point in review_of(replace(DRAFT, sections=sections)).open_points if point.field == "heading"]
    assert [(point.section, point.verdict) for point in points] == [("s2", "altered")]


def test_without_sources_nothing_waits() -> None:
    assert review_of(replace(DRAFT, sources=())).sentences == ()


def test_a_sentence_told_twice_is_two_points_and_one_decision() -> None:
    draft = with_text(DRAFT, f"{ALTERED}\n\n{ALTERED}")
    first, second = review_of(draft).open_points
    assert first.id != second.id
    assert review_of(decide(draft, second, "kept", SIGNATURE)).open_points == ()


def test_a_decision_holds_while_its_words_stand_and_is_open_again_when_they_change() -> None:
    decided = decide(DRAFT, checked(DRAFT, INVENTED), "kept", SIGNATURE)
    elsewhere = opinion(INVENTED, "altered", "le trafic devrait doubler")
    assert checked(replace(decided, opinions=(elsewhere,)), INVENTED).decision is not None
    red = opinion(INVENTED, "altered", "a coupé le ruban devant trois cents habitants")
    assert [point.verdict for point in review_of(replace(decided, opinions=(red,))).open_points] == ["altered"] * 2


def test_an_opinion_with_a_passage_turns_amber_green_or_red() -> None:
    sentence = "Les délais ont été tenus, s’est réjouie l’édile au moment d’inaugurer la cale."
    draft = with_text(DRAFT, sentence)
    before = checked(draft, sentence).verdict
    assert before == "unsupported"
    passage = "« Nous avons tenu les délais », a déclaré Odile Ferrand."
    for verdict in ("supported", "altered"):
        given = opinion(sentence, verdict, passage)
        assert checked(replace(draft, opinions=(given,)), sentence).verdict == verdict
        void = replace(given, passage=None)
        assert checked(replace(draft, opinions=(void,)), sentence).verdict == "unsupported"


def test_an_opinion_turns_green_amber_and_never_what_stands_word_for_word() -> None:
    sentence = "Mardi, le port de Varennes a rouvert au bout de six semaines de travaux."
    draft = with_text(DRAFT, sentence)
    assert checked(draft, sentence).verdict == "supported"
    assert checked(replace(draft, opinions=(opinion(sentence, "unsupported"),)), sentence).verdict == "unsupported"
    assert verdict_with(CARRIED, opinion(CARRIED, "unsupported")) == "supported"


def test_an_opinion_never_turns_a_red_number_green() -> None:
    passage = "Le chantier a coûté 4,2 millions d’euros"
    assert verdict_with(ALTERED, opinion(ALTERED, "supported", passage)) == "altered"
    assert verdict_with(ALTERED, opinion(ALTERED, "not-a-claim")) == "altered"


def test_an_opinion_on_other_sources_says_nothing() -> None:
    given = replace(opinion(INVENTED, "not-a-claim"), sources="other")
    assert checked(replace(DRAFT, opinions=(given,)), INVENTED).opinion is None
