"""Numbers: how they are read, when one stands for another, and long sentences in pieces."""

from __future__ import annotations

import pytest

from assistant.facts.agreement import agree
from assistant.facts.numbers import quantities
from assistant.facts.reading import LONGEST_SENTENCE, claim_spans
from assistant.facts.speakers import has_pronoun_speaker, speakers


def read(text: str, language: str = "fr") -> list[tuple[float, str]]:
    return [(found.value, found.dimension) for found in quantities(text, language) if not found.is_weak]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Deux des trois médecins", "fr", [(2.0, "medecin"), (3.0, "medecin")]),
        ("cracks in three of its nine piers", "en", [(3.0, "pier"), (9.0, "pier")]),
        ("âgés de 51 et 56 ans", "fr", [(51 * 365.0, "days"), (56 * 365.0, "days")]),
        ("Un emploi sur cinq", "fr", [(20.0, "percent")]),
        ("one farm in eight", "en", [(12.5, "percent")]),
        ("Un corail ordinaire sur cinq", "fr", [(20.0, "percent")]),
        ("un demi-million de francs", "fr", [(500_000.0, "francs")]),
        ("La visite a duré une heure.", "fr", [(60.0, "minutes")]),
        ("a tenth of the price", "en", [(10.0, "percent")]),
        ("12 millions l’année précédente", "fr", [(12e6, "")]),
        ("soixante-deux pour cent", "fr", [(62.0, "percent")]),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, language: str, expected: list[tuple[float, str]]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("une dizaine de blessés", "onze blessés", True),
        ("une dizaine de blessés", "quatorze blessés", False),
        ("plus de 300 000 voyageurs", "310 000 voyageurs", True),
        ("plus de 300 000 voyageurs", "290 000 voyageurs", False),
        ("48 millions de pertes", "48 millions d’euros", True),
        ("84 millions de pertes", "48 millions d’euros", False),
        ("près de 150 riverains", "140 personnes", True),
        ("160 riverains", "140 personnes", False),
    ],
)
def test_a_number_stands_for_another_when_it_rounds_or_bounds_it(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = ([q for q in quantities(text, "fr") if not q.is_weak] for text in (one, other))
    assert agree(mine, theirs) is expected


def test_a_cover_word_that_only_ends_like_a_limit_makes_none() -> None:
    (found,) = quantities("The state will cover 40 per cent of it.", "en")
    assert found.bound == 0


@pytest.mark.parametrize("text", ["mot " * 2000, "a" * 9000, "12 000 " * 1500, "Une phrase. Et une autre."])
def test_the_pieces_of_a_long_sentence_hold_every_word_of_it(text: str) -> None:
    spans = claim_spans(text, "fr")
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selon le procureur de Villars, l’origine est inconnue.", ["le procureur de Villars"]),
        ("Les départs se feront au volontariat, promet la direction.", ["la direction"]),
        ("Le maire, Gilles Pontier, affirme que tout va bien.", ["Le maire, Gilles Pontier,"]),
        ("C’est ce que confirme l’adjoint à la culture.", ["l’adjoint à la culture"]),
        ("Pour M. Farel, le lieu est calme.", ["M. Farel"]),
        ("Le pont a rouvert mardi.", []),
    ],
)
def test_those_who_say_it_are_found_by_name_and_by_role(text: str, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in speakers(text, "fr")] == expected


def test_a_pronoun_that_says_it_is_told_apart_from_a_name() -> None:
    assert has_pronoun_speaker("« Nous verrons », prévient-il.", "fr")
    assert not has_pronoun_speaker("« Nous verrons », prévient le maire.", "fr")
