"""What a model proposes in JSON: checked in code, mended or refused with the reason, and never taken by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.desk.drafting import now
from assistant.desk.errands import Errands
from assistant.desk.proposals import (
    checked_details,
    compare_texts,
    set_target,
    take_outline,
    take_proposal,
    take_retouch,
)
from assistant.desk.retouches import choices_of, with_choices
from assistant.errors import ModelError, StorageError
from assistant.model import Draft, Version
from assistant.text.sentences import sentence_spans
from assistant.writing.answer import Limits
from assistant.writing.conversation import Conversation
from assistant.writing.detailing import propose_details
from assistant.writing.endpoints import Endpoint
from assistant.writing.heading_repair import is_sound
from assistant.writing.planning import Angle, check_angle, clean_heading, propose_angles, twice_used
from assistant.writing.prompting import prompt_hash
from assistant.writing.retouching import Retouch, ask_retouch, restore_wording
from assistant.writing.story import tell
from assistant.writing.structured import first_object
from tests.servers import scripted
from tests.servers.fixtures import draft, server

QUICK = Limits(first_s=10, between_s=10, total_s=20, retry_s=0.02)

__all__ = ["draft", "server"]

pytestmark = pytest.mark.timeout(60)


def conversation(server: scripted.ScriptedServer, scenario: str = "writer-good;delay=0") -> Conversation:
    return Conversation(Endpoint(server.url(scenario), "played"), QUICK)


def test_three_angles_each_with_all_its_passages_bound(draft: Draft, server: scripted.ScriptedServer) -> None:
    angles = propose_angles(draft, conversation(server))
    assert [angle.name for angle in angles] == ["Angle 1", "Angle 2", "Angle 3"]
    for angle in angles:
        assert all(section.passages and section.heading and section.target_words for section in angle.outline.sections)
        assert twice_used(replace(draft, sections=angle.outline.sections)) == ()
    assert len({len(angle.outline.sections) for angle in angles}) == 3


def test_an_instruction_changes_the_present_outline(draft: Draft, server: scripted.ScriptedServer) -> None:
    angles = propose_angles(draft, conversation(server, "writer-good;name=refine"), instruction="Plus court.")
    assert len(angles) == 1
    material = str(server.journal[-1].body["messages"])
    assert "Plus court." in material
    assert draft.sections[0].heading in material


def test_an_outline_without_passages_is_refused_with_the_reason(draft: Draft, server: scripted.ScriptedServer) -> None:
    with pytest.raises(ModelError) as caught:
        propose_angles(draft, conversation(server, "writer-off-outline"))
    assert caught.value.code == "model-bad-outline"


@pytest.mark.parametrize("scenario", ["ok", "empty", "refusal"])
def test_an_answer_without_json_is_refused(draft: Draft, server: scripted.ScriptedServer, scenario: str) -> None:
    with pytest.raises(ModelError) as caught:
        propose_angles(draft, conversation(server, scenario))
    assert caught.value.code == "model-bad-schema"


def test_a_server_that_knows_no_schema_is_asked_without(draft: Draft, server: scripted.ScriptedServer) -> None:
    before = len(server.journal)
    with pytest.raises(ModelError, match="model-bad-request"):
        propose_angles(draft, conversation(server, "unknown-field"))
    requests = server.journal[before:]
    assert ["response_format" in visit.body for visit in requests] == [True, False]


def row(heading: object, passages: object, level: object = 2) -> dict[str, object]:
    return {"heading": heading, "passages": passages, "level": level}


def test_what_is_wrong_with_a_heading_is_mended_or_leaves_it_out(draft: Draft) -> None:
    facts = tell(draft).facts
    rows = [
        row("1. Le plan de la commune.", [1, 2, 2, 999], 3),
        row("", [3]),
        row("Un intertitre sans passage", []),
        row("Encore le même passage", [1]),
        row("Ce que disent les habitants de la ville", [3, True, "4"], 3),
        "rien",
    ]
    angle = check_angle(draft, facts, {"angle": "Le fait", "sections": rows})
    assert isinstance(angle, Angle)
    headings = [(section.heading, section.level) for section in angle.outline.sections]
    assert headings == [("Le plan de la commune", 2), ("Ce que disent les habitants de la ville", 3)]
    assert angle.repairs >= 5
    assert {passage for fact in facts[3:] for passage in fact.passages} <= set(angle.outline.orphans)


@pytest.mark.parametrize(
    "heading",
    [
        "Il a toutefois regretté que le",
        "D’abord assurée à la rame, puis",
        "« Une traversée de sept minutes",
        "La traversée, longue de 940 mètres",
        "La traversée de la Loane sera rétablie au printemps et les habitants des deux rives n’auront plus de détour",
        "Le bac électrique traversera la Loane dès le 4 mai",
    ],
)
def test_a_heading_that_cannot_be_printed_gets_the_words_of_the_sources(draft: Draft, heading: str) -> None:
    facts = tell(draft).facts
    rows = [row("Les commerçants attendent le bac électrique", [1, 2]), row(heading, [3, 4]), row("Le prix", [5, 6])]
    angle = check_angle(draft, facts, {"angle": "Le fait", "sections": rows})
    assert isinstance(angle, Angle)
    headings = [section.heading for section in angle.outline.sections]
    assert angle.exchanged == 1
    assert headings[::2] == ["Les commerçants attendent le bac électrique", "Le prix"]
    assert heading not in headings
    assert is_sound(headings[1], draft)


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (None, "angles"),
        ({"sections": []}, "headings"),
        ({"sections": "trois"}, "headings"),
        (
            {
                "sections": [
                    row("The mayor and the people of the town in the new market hall", [1]),
                    row("What the works will cost and how long they are to last", [2]),
                    row("All that is known of the plan for the square so far", [3]),
                ]
            },
            "language",
        ),
    ],
)
def test_an_angle_that_cannot_be_used_says_why(draft: Draft, item: object, reason: str) -> None:
    assert check_angle(draft, tell(draft).facts, item) == reason


@pytest.mark.parametrize(
    ("given", "heading"),
    [("## Un plan", "Un plan"), ("II. Un plan :", "Un plan"), ("**Un plan**", "Un plan"), ("H2 - Un plan", "Un plan")],
)
def test_a_heading_is_taken_without_its_dress(given: str, heading: str) -> None:
    assert clean_heading(given) == heading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Voici : ```json\n{"a": 1}\n```', {"a": 1}),
        ('{"a": {"b": "}"}} et {"c": 2}', {"a": {"b": "}"}}),
        ("{pas du JSON} {", None),
        ("{" * 100_000, None),
        ("[1, 2]", None),
        ("", None),
    ],
)
def test_an_object_is_found_whatever_surrounds_it(text: str, found: object) -> None:
    assert first_object(text) == found


def test_a_kept_heading_keeps_its_texts_when_an_outline_is_taken(draft: Draft, server: scripted.ScriptedServer) -> None:
    first = draft.sections[0]
    written = replace(first, versions=(Version("v1", "Un texte.", "hand", now()),))
    draft = replace(draft, sections=(written, *draft.sections[1:]))
    angle = propose_angles(draft, conversation(server), instruction="Rien.")[0]
    sections = (replace(first, target_words=80), *angle.outline.sections)
    taken = take_outline(draft, replace(angle.outline, sections=sections))
    assert taken.section(first.id) == replace(written, target_words=80)
    assert {section.id for section in taken.deleted} >= {section.id for section in draft.sections[1:]} - {
        section.id for section in sections
    }


def test_details_are_checked_before_they_are_shown(draft: Draft, server: scripted.ScriptedServer) -> None:
    text = "\n".join(source.body for source in draft.sources)
    proposals = checked_details(draft, propose_details(draft, text, conversation(server)))
    titles = [proposal for proposal in proposals if proposal.name == "title"]
    assert len(titles) == 5
    invented = next(title for title in titles if "38 millions" in title.text)
    (problem,) = [problem for problem in invented.problems if problem.key.startswith("proposal.")]
    assert "38 millions" in str(dict(problem.params)["found"])
    bare = next(title for title in titles if title.text.startswith("Le bac électrique"))
    assert "proposal.unsupported" not in [problem.key for problem in bare.problems]
    assert {proposal.name for proposal in proposals} == {
        *("title", "standfirst", "description", "slug", "post", "point")
    }
    assert take_proposal(draft, titles[0]).title == titles[0].text


def written_draft(draft: Draft) -> Draft:
    section = draft.sections[0]
    body = draft.sources[0].body
    text = " ".join(body[passage.start : passage.end] for passage in section.passages[:3])
    version = Version("v1", text, "model", now(), model="m")
    return replace(draft, sections=(replace(section, versions=(version,)), *draft.sections[1:]))


def test_a_retouched_stretch_becomes_a_version_and_only_when_taken(
    draft: Draft, server: scripted.ScriptedServer
) -> None:
    draft = written_draft(draft)
    section = draft.sections[0]
    span = (0, len(section.text))
    retouch = ask_retouch(conversation(server), draft, section, span, "shorten")
    assert retouch.before == section.text
    assert len(retouch.after) < len(retouch.before)
    assert "[Q" not in retouch.after
    taken = take_retouch(draft, retouch, instant=now())
    versions = taken.sections[0].versions
    assert (versions[-1].text, versions[-1].origin, versions[-1].model) == (retouch.after, "model", "played")
    assert versions[-1].prompt_hash == prompt_hash("fr")
    assert versions[0] == section.versions[0]
    with pytest.raises(StorageError, match="text-changed"):
        take_retouch(taken, retouch, instant=now())


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("La maire parle mardi. Le pont ferme.", "La maire parle. Le pont ferme lundi.", [(1, 1), (1, 1)]),
        (
            "La maire, qui revient de Lyon, parle mardi à la presse. Le pont ferme.",
            "La maire revient de Lyon. Elle parle mardi à la presse. Le pont ferme.",
            [(1, 2), (1, 1)],
        ),
        (
            "Le pont ferme lundi. La maire parle. Elle est à Lyon.",
            "Le pont ferme. La maire, à Lyon, parle.",
            [(1, 1), (2, 1)],
        ),
        ("Le pont ferme lundi.", "Le pont ferme. Lundi.", [(1, 2)]),
    ],
)
def test_a_retouch_is_taken_sentence_by_sentence(before: str, after: str, pairs: list[tuple[int, int]]) -> None:
    retouch = Retouch("a1", 0, len(before), before, after, ())
    choices = choices_of(retouch, "fr")
    found = [(len(sentence_spans(one.before, "fr")), len(sentence_spans(one.after, "fr"))) for one in choices]
    assert found == pairs
    every = frozenset(range(len(choices)))
    empty = Draft("d1", "fr")
    assert with_choices(empty, retouch, choices, frozenset()).after == before
    assert " ".join(with_choices(empty, retouch, choices, every).after.split()) == after
    first = with_choices(empty, retouch, choices, frozenset({0})).after
    assert first.startswith(choices[0].after)
    assert first.endswith(choices[-1].before) or len(choices) == 1


def test_the_wording_of_the_source_comes_back(draft: Draft) -> None:
    draft = written_draft(draft)
    section = draft.sections[0]
    original = section.text
    words = original.split(" ")
    changed = " ".join([*words[:3], "beaucoup", *words[3:]])
    hand = replace(section, versions=(*section.versions, Version("v2", changed, "hand", now())))
    retouch = restore_wording(replace(draft, sections=(hand, *draft.sections[1:])), hand, (0, len(changed)))
    assert retouch is not None
    assert "beaucoup" not in retouch.after


def test_a_comparison_gives_both_texts_back() -> None:
    before, after = "La maire parle mardi.\n\nFin.", "La maire a parlé mardi. Fin."
    changes = compare_texts(before, after)
    assert "".join(change.text for change in changes if change.kind != "new") == before
    assert "".join(change.text for change in changes if change.kind != "gone") == after


def test_a_changed_target_shares_the_rest(draft: Draft) -> None:
    total = sum(section.target_words for section in draft.sections)
    changed = set_target(draft, draft.sections[0].id, 200)
    assert changed.sections[0].target_words == 200
    assert sum(section.target_words for section in changed.sections) == total


def test_an_errand_waits_with_its_answer_and_can_be_stopped(draft: Draft, server: scripted.ScriptedServer) -> None:
    errands = Errands()
    endpoint = Endpoint(server.url("writer-good;delay=0;name=errand"), "played")
    errands.start("d1", "outline", endpoint, lambda asked: propose_angles(draft, asked), QUICK)
    view = errands.wait("d1", "outline", 20)
    assert view is not None
    assert (view.state, view.error) == ("done", None)
    assert view.usage is not None
    assert view.usage.requests == 1
    silent = Endpoint(server.url("black-hole;name=errand"), "played")
    errands.start("d1", "outline", silent, lambda asked: propose_angles(draft, asked), QUICK)
    assert errands.is_busy("d1")
    assert server.wait_until(lambda visits: "black-hole;name=errand" in visits[-1].path)
    errands.stop("d1", "outline")
    assert errands.view("d1", "outline") is None
    assert server.wait_until(lambda visits: visits[-1].hung_up)


def test_an_errand_that_fails_says_why(draft: Draft, server: scripted.ScriptedServer) -> None:
    errands = Errands()
    endpoint = Endpoint(server.url("refused-key"), "played")
    errands.start("d1", "outline", endpoint, lambda asked: propose_angles(draft, asked), QUICK)
    view = errands.wait("d1", "outline", 20)
    assert view is not None
    assert view.error is not None
    assert (view.state, view.error.code) == ("failed", "model-refused-key")
