"""The truth panel without a browser: what it shows as data, and what its actions store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pytest

from assistant.desk.points import Checked, Review, review_of
from assistant.desk.scoring import score_draft
from assistant.i18n import INTERFACE_LANGUAGES
from assistant.intake import read_text
from assistant.model import ClaimFinding, Draft, Origin, Passage, Section, SentenceCheck, Source, Version
from assistant.ui import resources, truth_panel
from assistant.ui.state import session
from assistant.ui.truth_copied import copied_view
from assistant.ui.truth_marks import sentence_of, truth_marks
from assistant.ui.truth_view import counted, named_spans, notes_of, put_back, state_of, truth_view
from tests.desk.reviewed_draft import ALTERED, CARRIED, INVENTED, checked, reviewed_draft
from tests.ui.test_pages import database  # noqa: F401 - the fixture

HOSTILE = "<img src=x onerror=alert(1)> [ici](javascript:x) à 99 millions d’euros."


@pytest.fixture
def draft(database: None) -> Draft:  # noqa: F811 - the fixture
    stored = reviewed_draft()
    resources.store().create(stored)
    session().reviewer = ""
    session().asking = ()
    return stored


def kept(draft: Draft) -> Draft:
    return resources.store().load(draft.id).draft


def act(draft: Draft, name: str, sentence: str, **more: str) -> None:
    truth_panel.do(draft, {"name": name, "id": checked(kept(draft), sentence).id, **more})


def test_a_decision_without_a_name_waits_for_it(draft: Draft) -> None:
    act(draft, "kept", INVENTED)
    assert kept(draft).decisions == ()
    assert session().asking[0] == "kept"
    act(draft, "kept", INVENTED, by="Ada")
    assert [decision.by for decision in kept(draft).decisions] == ["Ada"]
    assert session().asking == ()
    act(draft, "kept", ALTERED)
    assert len(kept(draft).decisions) == 2


def test_sourced_elsewhere_waits_for_the_reference(draft: Draft) -> None:
    act(draft, "elsewhere", INVENTED, by="Ada")
    assert kept(draft).decisions == ()
    assert session().asking[0] == "elsewhere"
    act(draft, "elsewhere", INVENTED, reference="AFP, 3 mars")
    assert kept(draft).decisions[0].reference == "AFP, 3 mars"


def test_an_action_can_be_undone_at_once(draft: Draft) -> None:
    for name, sentence in (("put-back", ALTERED), ("remove", INVENTED), ("kept", INVENTED)):
        before = kept(draft)
        act(draft, name, sentence, by="Ada")
        assert kept(draft) != before
        notice = session().notice
        assert notice is not None
        assert notice.undo is not None
        notice.undo()
        after = kept(draft)
        assert (after.sections[0].text, after.decisions) == (before.sections[0].text, before.decisions)


def test_a_decision_is_withdrawn_from_the_list_or_from_its_mark(draft: Draft) -> None:
    act(draft, "kept", INVENTED, by="Ada")
    act(draft, "withdraw", INVENTED)
    assert kept(draft).decisions == ()
    act(draft, "kept", INVENTED)
    mark = next(mark for mark in truth_marks(kept(draft), review_of(kept(draft))) if mark.kind == "decided")
    truth_panel.on_mark(draft, mark.id, "withdraw")
    assert kept(draft).decisions == ()


def test_a_sentence_that_is_gone_is_said_to_be_so(draft: Draft) -> None:
    truth_panel.do(draft, {"name": "kept", "id": "nothing", "by": "Ada"})
    notice = session().notice
    assert notice is not None
    assert notice.kind == "error"
    truth_panel.do(draft, {"name": "no-such-action", "id": "nothing", "by": "Ada"})
    assert kept(draft) == draft


def test_a_fact_left_out_comes_in_and_goes_out(draft: Draft) -> None:
    start = draft.sources[0].body.index("« Nous avons")
    end = draft.sources[0].body.index("Douze bateaux") - 1
    truth_panel.do(draft, {"name": "insert", "id": f"varennes:{start}:{end}"})
    assert "tenu les délais" in kept(draft).sections[0].text
    notice = session().notice
    assert notice is not None
    assert notice.undo is not None
    notice.undo()
    assert kept(draft).sections[0].text == draft.sections[0].text


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_view_holds_text_only_and_every_point_its_way(language: str) -> None:
    session().language = language
    draft = replace(reviewed_draft(), title=HOSTILE, description=HOSTILE, slug="99-millions")
    review = review_of(draft)
    view = json.loads(json.dumps(truth_view(draft, review, {})))
    assert len(counted(review)) == 2
    ids = {sentence.id for sentence in review.sentences}
    assert {str(point["id"]) for point in view["points"]} <= ids
    session().language = "fr"


@pytest.mark.usefixtures("database")
def test_marks_show_the_words_that_are_named_and_nothing_on_what_is_carried() -> None:
    draft = reviewed_draft()
    marks = truth_marks(draft, review_of(draft))
    text = draft.sections[0].text
    shown = {mark.kind: text[mark.place.start : mark.place.end] for mark in marks if mark.place.field == "text:s1"}
    assert shown["altered"] == "6,8 millions"
    assert shown["unsupported"] == INVENTED
    assert shown["sentence"] == CARRIED
    assert all(sentence_of(mark.id) for mark in marks)
    assert sentence_of("check:1") == ""


@pytest.mark.usefixtures("database")
def test_a_translated_quotation_is_said_to_be_one() -> None:
    sentence = "« Nous avons tenu les délais », a déclaré la maire."
    finding = ClaimFinding("quote", 0, 29, sentence[:29])
    check = SentenceCheck(0, len(sentence), "unsupported", (Passage("e", 0, 10),), (finding,), translated=True)
    point = Checked("id", "text", "s1", sentence, 0, len(sentence), check, "unsupported")
    assert state_of(point) == "Citation traduite, à vérifier"
    assert "face à l’original" in notes_of(point)[0]
    assert named_spans(point) == ((0, 29),)


def two_changes() -> Checked:
    sentence = "Le chantier a coûté 6,8 millions d’euros, et la criée reprendra le 5 avril."
    number, date = sentence.index("6,8"), sentence.index("5 avril")
    findings = (
        ClaimFinding("number", number, number + 3, "6,8", "4,2"),
        ClaimFinding("date", date, date + 7, "5 avril", "3 avril"),
    )
    check = SentenceCheck(0, len(sentence), "altered", (), findings)
    return Checked("id", "text", "s1", sentence, 0, len(sentence), check, "altered")


@pytest.mark.usefixtures("database")
def test_each_changed_fact_has_a_button_of_its_own() -> None:
    assert [(name, label) for name, label, _ in put_back(two_changes())] == [
        ("put-back:0", "Remettre «\u00a04,2\u00a0»"),
        ("put-back:1", "Remettre «\u00a03 avril\u00a0»"),
    ]
    review = Review((two_changes(),), ())
    marks = [mark for mark in truth_marks(reviewed_draft(), review) if mark.kind == "altered"]
    offered = [[action.name for action in mark.actions if action.name.startswith("put-back")] for mark in marks]
    assert offered == [["put-back:0"], ["put-back:1"]]


@pytest.mark.usefixtures("database")
def test_the_mark_of_a_doubt_is_not_set_against_other_words() -> None:
    sentence = "La criée ira en Bretagne."
    finding = ClaimFinding("modality", 9, 15, "ira en", "proposé ")
    check = SentenceCheck(0, len(sentence), "altered", (), (finding,))
    (note,) = notes_of(Checked("id", "text", "s1", sentence, 0, len(sentence), check, "altered"))
    assert "proposé" not in note
    assert "ira en" in note


@pytest.mark.usefixtures("database")
def test_a_very_long_source_is_shown_around_its_passages_only() -> None:
    draft = reviewed_draft()
    source = draft.sources[0]
    filler = replace(source.blocks[0], text="Rien à dire ici. " * 8_000)
    long = replace(source, blocks=(*source.blocks, filler))
    assert isinstance(long, Source)
    draft = replace(draft, sources=(long,))
    view = json.loads(json.dumps(truth_view(draft, review_of(draft), {})))
    parts = view["sources"][0]["parts"]
    assert 0 < sum(len(text) for _, text in parts) < 20_000
    for start, text in parts:
        assert long.body[start : start + len(text)] == text


LONG: Final = (
    "Le pont de Sarlanne sera fermé à la circulation du lundi 4 au vendredi 22 mai pour le remplacement de ses joints. "
    "Les bus de la ligne 7 emprunteront la déviation par la rue des Tanneurs et le quai de la Gare pendant ce temps. "
    "Les piétons et les cyclistes pourront toujours passer par le trottoir amont, précise le service des routes."
)


def copied(*texts: str, origin: Origin = "extractive") -> Mapping[str, object] | None:
    source = replace(read_text(f"{LONG}\n", "pont.txt").source, id="pont")
    versions = tuple(
        Version(f"v{place}", text, origin if place == 0 else "hand", "2026-03-02T08:00:00+00:00")
        for place, text in enumerate(texts)
    )
    draft = Draft("d", "fr", (source,), sections=(Section("s", 2, "Le pont", versions=versions),))
    return copied_view(draft, score_draft(draft))


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("text", ["", "Le pont de Sarlanne sera fermé à la circulation du lundi 4 au vendredi 22 mai."])
def test_nothing_is_said_of_copies_while_the_article_is_too_short(text: str) -> None:
    assert copied(text) is None


@pytest.mark.usefixtures("database")
def test_what_the_writer_without_a_model_took_over_is_told_apart_until_it_is_rewritten() -> None:
    whole = copied(LONG)
    assert whole is not None
    assert whole["state"] == "altered"
    assert "dont 9" in str(whole["extracted"])
    rewritten = LONG.replace("emprunteront la déviation", "seront déviés").replace(" pendant ce temps", "")
    part = copied(LONG, rewritten)
    assert part is not None
    assert part["extracted"] not in ("", whole["extracted"])


@pytest.mark.usefixtures("database")
def test_a_copy_made_by_a_model_or_by_hand_is_nobody_else_s() -> None:
    view = copied(LONG, origin="model")
    assert view is not None
    assert (view["state"], view["extracted"]) == ("altered", "")
