"""The dateline, the desk's credit and the slugs of an agency are set aside, and nothing of a story is."""

from __future__ import annotations

import pytest

from assistant.intake import read_file, read_text
from assistant.intake.agency_marks import agency_category
from tests.intake.conservation import lost_characters

STORY = (
    "Un pont suspendu a cédé lundi soir au-dessus de la Vire, sans faire de victime, selon la mairie.\n"
    "Les ingénieurs de la région ont fermé les deux rives à la circulation jusqu’à nouvel ordre."
)
DATELINES = [
    "SAINT-LÔ, 9 mars 2026 (AFP) - ",
    "Saint-Lô (Manche), 9 mars (AFP) - ".replace(" (Manche)", ""),
    "(Reuters) - SAINT-LÔ, 9 mars - ",
    "BRUXELLES (Belga) - ",
    "Berne (Keystone-ATS) – ",
    "MOSCOU, 9 mars /TASS/. ",
    "NEW YORK (AP) — ",
    "BEIJING, March 9 (Xinhua) -- ",
    "(ANSA) - ROMA, 09 MAR - ",
    "Madrid, 9 mar (EFE).- ",
    "CAEN, 9 mars - ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_a_stamp_and_the_story_begins_behind_it(dateline: str) -> None:
    intake = read_text(dateline + STORY)
    source = intake.source
    assert source.body.startswith("Un pont suspendu")
    assert [each.category for each in source.removed] == ["stamp"]
    assert source.removed[0].text == dateline.strip()
    assert not lost_characters(intake)


@pytest.mark.parametrize(
    "line",
    [
        "(Rédigé par le bureau de Lille, édité par C. Aubin)",
        "(Reporting by Ann Field in Leeds; editing by Tom Marsh)",
        "Reporting by Ann Field; Editing by Tom Marsh",
        "(Reportage de Claire Aubin, version française Luc Petit)",
        "kbd/vm/lpt",
        "AFP - Monde",
    ],
)
def test_the_lines_of_the_desk_are_credits(line: str) -> None:
    for raw in (f"{STORY}\n{line}", f"{STORY} {line}" if line.startswith("(") else f"{STORY}\n{line}"):
        intake = read_text(raw)
        assert intake.source.body.endswith("nouvel ordre.")
        assert [each.category for each in intake.source.removed] == ["credit"]
        assert not lost_characters(intake)


@pytest.mark.parametrize(
    "text",
    [
        "Reportage de guerre ou fiction, le film divise la salle.",
        "AFP et Reuters ont été fondées au XIXe siècle, avant la radio.",
        "Et/ou vaut mieux que rien du tout.",
        "Caen, 9 mars : la foule attend devant la mairie.",
        "Paris (Texas) est une ville de 25 000 habitants.",
        "Selon lui (Reuters l’a confirmé), la vente aura lieu.",
    ],
)
def test_a_sentence_that_looks_like_agency_furniture_stays_whole(text: str) -> None:
    assert agency_category(text) is None
    assert text in read_text(f"{STORY}\n{text}\n{STORY[:97]}").source.body.replace("\u202f", "\u00a0")


@pytest.mark.parametrize(
    ("name", "page"), [("a.md", "{0}\n\n{1}"), ("a.html", "<article><p>{0}</p><p>{1}</p></article>")]
)
def test_a_page_and_a_markdown_file_lose_their_dateline_too(name: str, page: str) -> None:
    first, second = STORY.split("\n")
    source = read_file(name, page.format(DATELINES[0] + first, second).encode()).source
    assert source.body == f"{first}\n{second}"
    assert DATELINES[0].strip() in [each.text for each in source.removed]
