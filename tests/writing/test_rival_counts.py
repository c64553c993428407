"""What two sources count or time differently is found in figures and in words, and the article asserts one of it."""

from __future__ import annotations

import pytest

from assistant.desk.drafting import with_outline, write_article
from assistant.intake import read_text
from assistant.model import Draft
from assistant.writing.contradictions import contradictions
from assistant.writing.extractive import ExtractiveWriter

FIRST = (
    "Une explosion de gaz a soufflé un immeuble de la rue des Tanneurs, à Montreval, dimanche soir.\n"
    "Elle s’est produite vers 21 h 10 et a fait 23 blessés, dont cinq graves, selon les secours.\n"
    "Le bâtiment abritait 12 logements et une boulangerie.\n"
    "La rue restera fermée jusqu’à la fin du mois, a précisé la mairie de Montreval."
)
SECOND = (
    "L’explosion d’un immeuble a fait vingt-six blessés, dont sept grièvement, dimanche soir à Montreval.\n"
    "Les pompiers ont été appelés à 21h25 dans la rue des Tanneurs.\n"
    "Les habitants ont été relogés dans un gymnase de la ville."
)


def case(*texts: str, language: str = "fr") -> Draft:
    return Draft("draft", language, tuple(read_text(text, name=str(place)).source for place, text in enumerate(texts)))


def told(draft: Draft) -> list[tuple[str, str]]:
    bodies = {source.id: source.body for source in draft.sources}
    return [
        (bodies[one.source][one.start : one.end], bodies[other.source][other.start : other.end])
        for one, other in contradictions(draft)
    ]


def test_figures_and_words_compare_for_the_hurt_the_badly_hurt_and_the_hour() -> None:
    found = told(case(FIRST, SECOND))
    assert any("23 blessés" in one and "vingt-six blessés" in other for one, other in found)
    assert any("21 h 10" in one and "21h25" in other for one, other in found)


def test_people_who_were_hurt_are_counted_as_the_hurt_are() -> None:
    found = told(case("A blast hurt the city on Sunday, and 23 people were injured, rescuers said.",
                      "Twenty-six injured after Sunday’s blast in the old town.", language="en"))  # fmt: skip
    assert len(found) == 1


@pytest.mark.parametrize(
    "other",
    [
        SECOND.replace("vingt-six", "vingt-trois")
        .replace("sept grièvement", "cinq grièvement")
        .replace("21h25", "21h10"),
        "Une explosion de gaz a fait une centaine de blessés en 1987 à Montreval.",
        "Près de 40 blessés ont été comptés dimanche soir à Montreval, où la fête s’est achevée à 23 h 50.",
    ],
)
def test_what_agrees_is_rounded_or_is_another_hour_is_no_contradiction(other: str) -> None:
    assert told(case(FIRST, other)) == []


def test_an_article_asserts_one_of_two_counts_and_says_that_the_sources_differ() -> None:
    draft = with_outline(case(FIRST, SECOND))
    draft = write_article(draft, ExtractiveWriter())
    text = " ".join((draft.standfirst, *(section.text for section in draft.sections)))
    assert ("23 blessés" in text) != ("vingt-six blessés" in text)
    assert ("21 h 10" in text) != ("21h25" in text)
    left = [draft.source(passage.source) for passage in draft.orphans]
    assert left
    remarks = [remark for section in draft.sections for remark in section.versions[-1].remarks]
    assert {remark.kind for remark in remarks} == {"sources-disagree"}


def test_both_counts_stay_where_each_is_handed_to_somebody() -> None:
    second = SECOND.replace("Montreval.\n", "Montreval, a annoncé le préfet.\n", 1)
    draft = write_article(with_outline(case(FIRST, second)), ExtractiveWriter())
    text = " ".join((draft.standfirst, *(section.text for section in draft.sections)))
    assert "23 blessés" in text
    assert "selon les secours" in text
    assert "vingt-six blessés" in text
    assert "a annoncé le préfet" in text
