"""Every change a journalist can make: ids survive, and no text is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.desk import editing
from assistant.desk.editing import OutlineRow
from assistant.errors import StorageError
from assistant.model import Block, Brief, Draft, Evidence, Outline, Passage, Section, Source, Version

NOON = "2026-03-02T12:00:00+00:00"
BODY = "Le pont rouvre lundi. Les cyclistes attendaient depuis mars. Le maire promet une fête."


def later(minutes: int) -> str:
    return (datetime.fromisoformat(NOON) + timedelta(minutes=minutes)).isoformat()


def source(source_id: str) -> Source:
    return Source(source_id, source_id, BODY, "fr", None, None, (Block("paragraph", BODY),))


FACT, WAIT, PARTY = Passage("a", 0, 21), Passage("a", 22, 60), Passage("a", 61, 86)
DRAFT = Draft(
    "d1",
    "fr",
    sources=(source("a"), source("b")),
    sections=(
        Section("s1", 2, "Le pont", (FACT, WAIT), 60),
        Section("s2", 3, "L’attente", (WAIT,), 30),
        Section("s3", 2, "La fête", (PARTY,), 10),
    ),
)


def written(text: str, origin: str = "extractive", version_id: str = "v1") -> Draft:
    version = Version(version_id, text, origin, NOON)  # type: ignore[arg-type]
    return editing.keep_version(DRAFT, "s1", version)


def versions(draft: Draft, section_id: str = "s1") -> list[tuple[str, str]]:
    section = draft.section(section_id)
    assert section is not None
    return [(version.origin, version.text) for version in section.versions]


def ids(draft: Draft) -> list[str]:
    return [section.id for section in draft.sections]


def test_a_renamed_heading_is_one_line_and_keeps_its_no_break_spaces() -> None:
    draft = editing.rename_heading(DRAFT, "s1", "  Un pont\n qui rouvre\u202f?  ")
    assert draft.sections[0].heading == "Un pont qui rouvre\u202f?"


def test_a_level_changes_alone() -> None:
    assert editing.set_level(DRAFT, "s2", 2) == replace(
        DRAFT, sections=(DRAFT.sections[0], replace(DRAFT.sections[1], level=2), DRAFT.sections[2])
    )


@pytest.mark.parametrize(
    ("to_index", "order"),
    [(0, ["s2", "s1", "s3"]), (1, ["s1", "s2", "s3"]), (2, ["s1", "s3", "s2"]), (99, ["s1", "s3", "s2"])],
)
def test_a_section_moves_to_a_place(to_index: int, order: list[str]) -> None:
    assert ids(editing.move_section(DRAFT, "s2", to_index)) == order


def test_the_passages_of_a_deleted_section_become_orphans_unless_another_one_uses_them() -> None:
    draft = editing.delete_section(DRAFT, "s1")
    assert ids(draft) == ["s2", "s3"]
    assert draft.orphans == (FACT,)
    assert draft.deleted == DRAFT.sections[:1]


def test_a_deletion_undone_on_the_board_brings_texts_and_passages_back() -> None:
    draft = written("Le pont rouvre.")
    rows = [OutlineRow(section.id, section.level, section.heading) for section in draft.sections]
    deleted = editing.revise_outline(draft, rows[1:])
    assert editing.revise_outline(deleted, rows) == draft


def test_a_newly_proposed_outline_keeps_the_old_sections_as_deleted() -> None:
    outline = Outline("Le pont", (Section("n1", 2, "Neuf", (FACT,)),), (WAIT,))
    draft = editing.exchange_outline(written("Le pont rouvre."), outline)
    assert (ids(draft), draft.orphans) == (["n1"], (WAIT,))
    assert draft.deleted == written("Le pont rouvre.").sections


def test_a_new_section_goes_before_the_one_at_the_index() -> None:
    draft = editing.insert_section(DRAFT, 1, "Les travaux", 2, "new-1")
    assert ids(draft) == ["s1", "new-1", "s2", "s3"]


@pytest.mark.parametrize("taken", ["s1", "", "<b>", "x" * 65, None])
def test_an_id_that_cannot_be_used_is_replaced(taken: str | None) -> None:
    draft = editing.insert_section(DRAFT, 0, "Les travaux", 2, taken)
    assert len(set(ids(draft))) == 4
    assert len(draft.sections[0].id) == 16


def test_the_board_sends_the_whole_outline() -> None:
    rows = (OutlineRow("s3", 2, "Lundi, la fête"), OutlineRow("new", 3, "Le défilé"), OutlineRow("s1", 2, "Le pont"))
    draft = editing.revise_outline(written("Le pont rouvre."), rows)
    assert [(section.id, section.level, section.heading) for section in draft.sections] == [
        ("s3", 2, "Lundi, la fête"),
        ("new", 3, "Le défilé"),
        ("s1", 2, "Le pont"),
    ]
    assert versions(draft) == [("extractive", "Le pont rouvre.")]
    assert draft.orphans == ()


def test_a_row_of_a_doubled_id_becomes_a_section_of_its_own() -> None:
    rows = (OutlineRow("s1", 2, "Le pont"), OutlineRow("s1", 2, "Le pont, encore"))
    draft = editing.revise_outline(DRAFT, rows)
    assert draft.sections[0].id == "s1"
    assert draft.sections[1].id != "s1"
    assert draft.sections[1].passages == ()


def test_a_section_that_the_board_never_showed_stays_where_it_was() -> None:
    draft = editing.insert_section(DRAFT, 1, "Ajouté dans un autre onglet", 2, "other-tab")
    rows = (OutlineRow("s3", 2, "La fête"), OutlineRow("s1", 2, "Le pont"))
    revised = editing.revise_outline(draft, rows, shown=frozenset({"s1", "s2", "s3"}))
    assert ids(revised) == ["s3", "s1", "other-tab"]


def test_a_passage_taken_up_again_is_no_orphan() -> None:
    orphaned = replace(DRAFT, orphans=(FACT, PARTY))
    assert editing.revise_outline(orphaned, [OutlineRow("s1", 2, "Le pont")]).orphans == (PARTY,)


def test_a_growing_version_stays_one_version() -> None:
    draft = written("Le pont")
    draft = editing.keep_version(draft, "s1", Version("v1", "Le pont rouvre.", "extractive", NOON))
    assert versions(draft) == [("extractive", "Le pont rouvre.")]


def test_a_generation_goes_beneath_what_a_person_wrote_meanwhile() -> None:
    draft = editing.edit_text(written("Le pont."), "s1", "Le pont, dit-on.", "v1", NOON)
    generated = Version("v2", "Le pont rouvre.", "model", NOON)
    draft = editing.keep_beneath(draft, "s1", generated, "v1")
    assert versions(draft) == [("extractive", "Le pont."), ("model", "Le pont rouvre."), ("hand", "Le pont, dit-on.")]
    longer = editing.keep_beneath(draft, "s1", replace(generated, text="Le pont rouvre lundi."), "v1")
    assert versions(longer)[1:] == [("model", "Le pont rouvre lundi."), ("hand", "Le pont, dit-on.")]


def test_a_rewrite_of_a_hand_text_becomes_the_current_one() -> None:
    draft = editing.keep_beneath(written("À la main.", "hand"), "s1", Version("v2", "Réécrit.", "model", NOON), "v1")
    assert versions(draft) == [("hand", "À la main."), ("model", "Réécrit.")]


def test_consecutive_hand_edits_are_one_version() -> None:
    draft = written("Le pont.")
    for minute, text in enumerate(("Le pont r", "Le pont ro", "Le pont rouvre.")):
        draft = editing.edit_text(draft, "s1", text, draft.sections[0].versions[-1].id, later(minute))
    assert versions(draft) == [("extractive", "Le pont."), ("hand", "Le pont rouvre.")]


def test_a_hand_text_older_than_a_sitting_stays() -> None:
    draft = editing.edit_text(DRAFT, "s1", "Matin.", None, NOON)
    first = draft.sections[0].versions[-1].id
    draft = editing.edit_text(draft, "s1", "Matin et soir.", first, later(9))
    second = draft.sections[0].versions[-1].id
    draft = editing.edit_text(draft, "s1", "", second, later(11))
    assert versions(draft) == [("hand", "Matin et soir."), ("hand", "")]


def test_two_tabs_that_type_over_each_other_lose_nothing() -> None:
    draft = editing.edit_text(DRAFT, "s1", "Commun.", None, NOON)
    base = draft.sections[0].versions[-1].id
    draft = editing.edit_text(draft, "s1", "Commun. Onglet un.", base, later(1))
    draft = editing.edit_text(draft, "s1", "Commun. Onglet deux.", base, later(2))
    assert versions(draft) == [("hand", "Commun. Onglet un."), ("hand", "Commun. Onglet deux.")]


def test_the_same_text_again_changes_nothing() -> None:
    draft = written("Le pont.")
    assert editing.edit_text(draft, "s1", "Le pont.", "v1", NOON) is draft
    assert editing.edit_text(draft, "s1", "Le pont.", "unknown", NOON) is draft


def with_evidence(text: str, *stretches: tuple[str, Passage]) -> Draft:
    found = tuple(Evidence(text.index(part), text.index(part) + len(part), (passage,)) for part, passage in stretches)
    return editing.keep_version(DRAFT, "s1", Version("v1", text, "extractive", NOON, found))


OPENS, WAITED = "Le pont rouvre lundi.", "Les cyclistes attendaient."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{OPENS}  {WAITED}", [OPENS, WAITED]),
        (f"Enfin ! {OPENS} C’est dit. {WAITED}", [OPENS, WAITED]),
        (f"{WAITED}\n\n{OPENS}", [WAITED, OPENS]),
        (f"- {OPENS}\n- {WAITED}", [OPENS, WAITED]),
        (f"> {OPENS}", [OPENS]),
        ("Le pont rouvre mardi. " + WAITED, [WAITED]),
        (f"Il est faux que {OPENS} {WAITED}", [WAITED]),
        (f"{OPENS} {WAITED[:-1]} peu.", [OPENS]),
        ("", []),
    ],
)
def test_the_evidence_of_a_sentence_lives_as_long_as_the_sentence(text: str, kept: list[str]) -> None:
    draft = with_evidence(f"{OPENS} {WAITED}", (OPENS + " ", FACT), (WAITED, WAIT))
    edited = editing.edit_text(draft, "s1", text, "v1", NOON)
    evidence = edited.sections[0].versions[-1].evidence
    assert [text[found.start : found.end] for found in evidence] == kept
    assert [found.passages for found in evidence] == [(FACT,) if part == OPENS else (WAIT,) for part in kept]


def test_a_restored_version_is_a_copy_on_top() -> None:
    draft = editing.edit_text(written("Ancien."), "s1", "Nouveau.", "v1", NOON)
    restored = editing.restore_version(draft, "s1", "v1")
    assert versions(restored) == [("extractive", "Ancien."), ("hand", "Nouveau."), ("extractive", "Ancien.")]
    assert len({version.id for version in restored.sections[0].versions}) == 3
    assert editing.restore_version(restored, "s1", restored.sections[0].versions[-1].id) is restored


def test_a_version_that_is_gone_is_a_message() -> None:
    with pytest.raises(StorageError, match="version-gone"):
        editing.restore_version(DRAFT, "s1", "v9")


def test_details_are_one_line_and_none_leaves_them() -> None:
    draft = editing.set_details(replace(DRAFT, slug="pont"), title=" Le\npont ", synonyms=["passerelle", " "])
    assert (draft.title, draft.slug, draft.synonyms) == ("Le pont", "pont", ("passerelle",))
    assert editing.set_details(draft) == draft


def test_every_detail_can_be_set() -> None:
    names = ("title", "standfirst", "description", "slug", "keyphrase", "language")
    draft = editing.set_details(DRAFT, **{name: f"new {name}" for name in names})
    assert [getattr(draft, name) for name in names] == [f"new {name}" for name in names]


def test_a_source_of_a_known_id_takes_its_place() -> None:
    assert [known.id for known in editing.add_source(DRAFT, source("c")).sources] == ["a", "b", "c"]
    renamed = replace(source("a"), name="renamed")
    assert editing.add_source(DRAFT, renamed).sources == (renamed, DRAFT.sources[1])


def test_a_removed_source_takes_its_passages_with_it_and_no_text() -> None:
    draft = replace(with_evidence(f"{OPENS} {WAITED}", (OPENS, FACT), (WAITED, Passage("b", 0, 5))), orphans=(PARTY,))
    removed = editing.remove_source(draft, "a")
    assert [known.id for known in removed.sources] == ["b"]
    assert all(section.passages == () for section in removed.sections)
    assert removed.orphans == ()
    assert versions(removed) == versions(draft)
    assert [found.passages for found in removed.sections[0].versions[-1].evidence] == [(Passage("b", 0, 5),)]
    assert editing.remove_source(removed, "a") == removed


def test_targets_follow_the_words_of_the_passages_and_never_exceed_them() -> None:
    wanting = editing.set_brief(DRAFT, Brief(min_words=12))
    assert [section.target_words for section in editing.rebalance_targets(wanting).sections] == [6, 3, 3]
    greedy = editing.set_brief(DRAFT, Brief(min_words=700))
    assert [section.target_words for section in editing.rebalance_targets(greedy).sections] == [9, 5, 5]


def test_without_passages_there_is_nothing_to_share() -> None:
    draft = editing.insert_section(Draft("d1", "fr", brief=Brief(min_words=700)), 0, "Vide", 2)
    assert editing.rebalance_targets(draft) is draft


@pytest.mark.parametrize(
    "change",
    [
        lambda draft: editing.rename_heading(draft, "gone", "x"),
        lambda draft: editing.set_level(draft, "gone", 3),
        lambda draft: editing.move_section(draft, "gone", 0),
        lambda draft: editing.delete_section(draft, "gone"),
        lambda draft: editing.keep_version(draft, "gone", Version("v", "x", "hand", NOON)),
        lambda draft: editing.keep_beneath(draft, "gone", Version("v", "x", "hand", NOON), None),
        lambda draft: editing.edit_text(draft, "gone", "x", None, NOON),
        lambda draft: editing.restore_version(draft, "gone", "v"),
    ],
)
def test_a_section_that_is_gone_is_a_message(change: Callable[[Draft], Draft]) -> None:
    with pytest.raises(StorageError, match="section-gone"):
        change(DRAFT)


Step = Callable[[Draft], Draft]
words = st.text("abc .\n", max_size=8)
places = st.integers(0, 3)


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, Step]:
    """Return a change on a random section and version, and its kind."""
    section_id = draw(st.sampled_from(["s1", "s2", "s3"]))
    text, place = draw(words), draw(places)
    instant = (datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 30)))).isoformat()

    def version_id(draft: Draft) -> str | None:
        section = draft.section(section_id)
        known = section.versions if section else ()
        return known[min(place, len(known) - 1)].id if known else None

    def restore(draft: Draft) -> Draft:
        known = version_id(draft)
        return editing.restore_version(draft, section_id, known) if known else draft

    generated = Version(draw(st.sampled_from(["g1", "g2"])), text, "model", instant)
    rows = [OutlineRow(other, 2, text) for other in draw(st.lists(st.sampled_from(["s1", "s2", "s3"]), unique=True))]
    moves: dict[str, Step] = {
        "edit": lambda draft: editing.edit_text(draft, section_id, text, version_id(draft), instant),
        "restore": restore,
        "beneath": lambda draft: editing.keep_beneath(
            draft, section_id, replace(generated, id=f"{generated.id}{text}"), version_id(draft)
        ),
        "move": lambda draft: editing.move_section(draft, section_id, place),
        "delete": lambda draft: editing.delete_section(draft, section_id) if draft.section(section_id) else draft,
        "rename": lambda draft: editing.rename_heading(draft, section_id, text),
        "outline": lambda draft: editing.revise_outline(draft, rows),
        "source": lambda draft: editing.remove_source(draft, "a"),
        "balance": editing.rebalance_targets,
    }
    kind = draw(st.sampled_from(sorted(moves)))
    needs_section = kind in ("edit", "beneath", "move", "rename")
    return kind, lambda draft: draft if needs_section and not draft.section(section_id) else moves[kind](draft)


def all_texts(draft: Draft) -> dict[str, set[str]]:
    return {section.id: {version.text for version in section.versions} for section in (*draft.sections, *draft.deleted)}


@given(st.lists(steps(), max_size=15))
@settings(max_examples=150, deadline=None)
def test_no_text_disappears_but_what_one_hand_typed_over(changes: list[tuple[str, Step]]) -> None:
    draft = written("Le pont.")
    for kind, change in changes:
        before, tops = all_texts(draft), {section.id: section.versions[-1:] for section in draft.sections}
        draft = change(draft)
        after = all_texts(draft)
        assert after.keys() == before.keys()
        for section in draft.sections:
            lost = before[section.id] - after[section.id]
            typed_over = {top.text for top in tops.get(section.id, ()) if kind == "edit" and top.origin == "hand"}
            assert lost <= typed_over
            assert all(
                0 <= found.start <= found.end <= len(version.text)
                for version in section.versions
                for found in version.evidence
            )


def test_an_address_made_from_the_title_follows_it_until_somebody_writes_another() -> None:
    draft = editing.set_details(DRAFT, title="Le port rouvre", slug="port-rouvre", keyphrase="port")
    followed = editing.set_details(draft, title="Le port ferme")
    assert followed.slug == "port-ferme"
    own = editing.set_details(followed, slug="mon-adresse")
    assert editing.set_details(own, title="Le port s’agrandit").slug == "mon-adresse"
