"""What was changed by hand survives a new source; an unused fact reaches the text; typography follows the writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.desk import drafting, editing
from assistant.desk.passages import with_passage
from assistant.desk.typesetting import typeset_draft, typeset_version
from assistant.errors import StorageError
from assistant.intake import read_text
from assistant.model import Draft, Evidence, Passage, Section, Version
from assistant.writing.extractive import ExtractiveWriter

NOON = "2026-03-02T12:00:00+00:00"
FIRST = """\
La passerelle de Mornay rouvre lundi 9 mars après onze mois de travaux, selon la mairie. Les riverains l'attendaient.

Le chantier a coûté 5,6 millions d'euros, selon la mairie de Mornay. La région en a payé la moitié.

Les commerçants de la rue basse espèrent retrouver leurs clients. Leur association organise une fête samedi.

« Nous avons attendu trop longtemps », a déclaré Odile Vasseur, présidente de l'association des riverains.

Elle demande un radar à chaque entrée de la passerelle. La mairie répond que le budget ne le permet pas.

Construite en 1931, la passerelle avait été fermée aux voitures en 1998.

Une crue avait emporté l'une de ses piles en 2016. Les piétons faisaient depuis un détour de quatre kilomètres.

Le département étudie une ligne de bus entre la gare et la rive droite. Deux opérateurs y pensent.

Le conseil municipal votera le 20 mars le budget de la seconde passerelle. Le maire promet une réunion publique.
"""
SECOND = """\
La passerelle de Mornay sera éclairée la nuit, annonce la région. Les bus ne l'emprunteront pas.

Une école de voile ouvrira sous la passerelle en juin. Elle accueillera quarante enfants par semaine.
"""


def proposed() -> Draft:
    return drafting.with_outline(drafting.draft_from_sources([read_text(FIRST, "Collé")]))


def second() -> list[object]:
    return [read_text(SECOND, "Second")]


def headings(draft: Draft) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in draft.sections]


def test_an_untouched_proposal_is_made_anew_from_all_sources() -> None:
    draft = drafting.with_more_sources(proposed(), [read_text(SECOND, "Second")])
    used = {passage.source for section in draft.sections for passage in section.passages}
    assert used == {source.id for source in draft.sources}
    assert not draft.deleted


def test_another_keyphrase_is_no_change_of_the_proposal() -> None:
    draft = editing.set_details(proposed(), keyphrase="passerelle de Mornay")
    assert drafting.is_as_proposed(draft)


@pytest.mark.parametrize(
    "change",
    [
        lambda draft: editing.set_details(draft, title="Un titre à moi"),
        lambda draft: editing.set_details(draft, standfirst="Un chapô à moi."),
        lambda draft: editing.set_details(draft, description="Une description à moi."),
        lambda draft: editing.rename_heading(draft, draft.sections[0].id, "Un intertitre à moi"),
        lambda draft: editing.move_section(draft, draft.sections[0].id, 2),
        lambda draft: editing.delete_section(draft, draft.sections[0].id),
        lambda draft: editing.set_level(draft, draft.sections[1].id, 3),
        lambda draft: editing.edit_text(draft, draft.sections[0].id, "Écrit.", None, NOON),
    ],
)
def test_what_was_changed_by_hand_survives_a_new_source(change: Callable[[Draft], Draft]) -> None:
    before = change(proposed())
    after = drafting.with_more_sources(before, [read_text(SECOND, "Second")])
    assert headings(after) == headings(before)
    assert (after.title, after.standfirst, after.description) == (before.title, before.standfirst, before.description)
    assert after.sections == before.sections
    new = {passage.source for passage in after.orphans} - {passage.source for passage in before.orphans}
    assert after.sources[1].id in new | {passage.source for passage in after.orphans}
    told = "\n".join(after.sources[1].body[each.start : each.end] for each in after.orphans if each.source in new)
    assert "école de voile" in told


def written() -> tuple[Draft, Section, Passage]:
    draft = drafting.write_article(proposed(), ExtractiveWriter())
    section = draft.sections[0]
    orphan = draft.sections[-1].passages[-1]
    return replace(draft, orphans=(orphan,)), section, orphan


def test_an_unused_fact_given_to_a_written_section_stands_in_its_text_with_its_evidence() -> None:
    draft, section, orphan = written()
    after = with_passage(draft, section.id, orphan, NOON).section(section.id)
    assert after is not None
    assert len(after.versions) == len(section.versions) + 1
    current = after.versions[-1]
    assert current.text.startswith(section.text.rstrip())
    evidence = current.evidence[-1]
    told = current.text[evidence.start : evidence.end]
    source = draft.sources[0].body[orphan.start : orphan.end]
    assert told.replace("’", "'") == source.replace("’", "'")
    assert evidence.passages == (orphan,)
    assert orphan in after.passages


def test_an_unused_fact_given_to_an_empty_section_waits_for_its_writing() -> None:
    draft = proposed()
    orphan = draft.sections[-1].passages[-1]
    after = with_passage(replace(draft, orphans=(orphan,)), draft.sections[0].id, orphan, NOON)
    assert not after.orphans
    assert orphan in after.sections[0].passages
    assert not after.sections[0].versions


def test_a_hand_written_text_keeps_its_origin_and_its_words_when_a_fact_joins_it() -> None:
    draft, section, orphan = written()
    draft = editing.edit_text(draft, section.id, "Écrit à la main, l'été.", section.versions[-1].id, NOON)
    after = with_passage(draft, section.id, orphan, NOON).section(section.id)
    assert after is not None
    assert after.versions[-1].origin == "hand"
    assert after.text.startswith("Écrit à la main, l'été.\n\n")


def test_an_entry_joins_the_list_of_a_service_block() -> None:
    draft, _, orphan = written()
    block = Section(
        "box", 2, "L’essentiel", kind="essentials", versions=(Version("v", "- Un fait.", "extractive", NOON),)
    )
    after = with_passage(replace(draft, sections=(block,)), "box", orphan, NOON).section("box")
    assert after is not None
    assert after.text.startswith("- Un fait.\n- ")


def test_a_fact_for_a_section_that_is_gone_is_a_message() -> None:
    draft, _, orphan = written()
    with pytest.raises(StorageError, match="section-gone"):
        with_passage(draft, "gone", orphan, NOON)


def test_a_finished_text_of_a_writer_gets_french_marks_and_keeps_its_evidence() -> None:
    draft, _, _ = written()
    assert "'" not in "".join(section.text for section in draft.sections) + draft.standfirst + draft.title
    for section in draft.sections:
        for evidence in section.versions[-1].evidence:
            told = section.text[evidence.start : evidence.end].strip()
            source = draft.sources[0].body[evidence.passages[0].start : evidence.passages[0].end]
            assert told.replace("’", "'").replace("\u00a0", " ") == source.replace("’", "'").replace("\u00a0", " ")


def test_a_growing_text_and_a_hand_written_one_stay_as_they_are() -> None:
    growing = Version("v", "L'eau monte !", "model", NOON, complete=False)
    assert typeset_version(growing, "fr") is growing
    by_hand = replace(growing, origin="hand", complete=True)
    assert typeset_version(by_hand, "fr") is by_hand
    assert typeset_version(replace(growing, complete=True), "fr").text == "L’eau monte\u202f!"


def test_typography_on_request_makes_a_version_of_each_text_that_it_changes() -> None:
    evidence = (Evidence(0, 13, (Passage("a", 0, 13),)),)
    by_hand = Version("v", "L'eau monte !", "hand", NOON, evidence)
    draft = Draft(
        "d", "fr", title="L'eau", sections=(Section("s", 2, "Où ?", versions=(by_hand,)), Section("t", 2, "Là"))
    )
    after = typeset_draft(draft, NOON)
    assert (after.title, after.sections[0].heading) == ("L’eau", "Où\u202f?")
    assert [version.text for version in after.sections[0].versions] == ["L'eau monte !", "L’eau monte\u202f!"]
    assert after.sections[0].versions[-1].evidence[0].end == 13
    assert typeset_draft(after, NOON) == after
