"""Keyphrases: the subject first, names with their variants, no fragment."""

from __future__ import annotations

import pytest

from assistant.intake import suggest_keyphrases

TITLE = "Nouvelle-Brière : le lycée Jeanne-Barret fermera en juin"
TEXT = """La Nouvelle-Brière perdra son lycée agricole en juin, a annoncé lundi le président de région, Paul Le Goff.
Le lycée agricole accueille 210 élèves. Le Goff promet des places dans les villes voisines.
En Nouvelle-Brière, les élèves du lycée agricole manifestent depuis mardi. « Paul Le Goff nous a menti », dit une élève.
L’Union des parents de la Nouvelle-Brière demande un délai d’un an. L’Union des parents sera reçue vendredi.
Le conseil de l’Ukraine du Nord, jumelée avec la région, a écrit à Le Goff.
L’Ukraine du Nord envoie chaque année dix élèves."""


def phrases(language: str = "fr", limit: int = 10) -> list[str]:
    return [keyphrase.phrase for keyphrase in suggest_keyphrases(TEXT, TITLE, language, limit)]


def test_the_subject_of_the_title_comes_first() -> None:
    assert phrases()[0] == "Nouvelle-Brière"
    assert "lycée agricole" in phrases()[:4]


def test_the_forms_of_a_name_are_one_keyphrase() -> None:
    keyphrase = next(each for each in suggest_keyphrases(TEXT, TITLE, "fr") if each.phrase == "Paul Le Goff")
    assert keyphrase.variants == ("Le Goff",)
    assert keyphrase.count == 4


def test_a_fragment_of_a_longer_phrase_is_no_keyphrase() -> None:
    assert not {"Nord", "Brière", "agricole", "Goff", "lycée"} & set(phrases())


def test_elided_articles_do_not_belong_to_a_keyphrase() -> None:
    assert all(not phrase.lower().startswith(("l’", "d’", "le ", "la ", "les ")) for phrase in phrases())


def test_scores_fall_from_one() -> None:
    scores = [keyphrase.score for keyphrase in suggest_keyphrases(TEXT, TITLE, "fr")]
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)


def test_the_limit_is_kept() -> None:
    assert len(phrases(limit=3)) == 3


@pytest.mark.parametrize("text", ["", " \n ", "…", "12 345", "Le la les."])
def test_a_text_without_words_of_content_has_none(text: str) -> None:
    assert suggest_keyphrases(text, None, "fr") == ()


def test_english_names_and_phrases_are_found() -> None:
    text = (
        "Riverton will close its swimming pool in June, Mayor Ann Calder said. The swimming pool loses "
        "water every day. "
        "Calder wants a new swimming pool in Riverton by 2030. The council of Riverton meets on Friday with Calder."
    )
    found = [keyphrase.phrase for keyphrase in suggest_keyphrases(text, "Riverton to close its swimming pool", "en")]
    assert found[0] == "Riverton"
    assert "swimming pool" in found


def test_a_month_and_a_headline_s_small_words_are_no_names() -> None:
    text = (
        "The Harvest Fair opens Oct. 5 in Riverton. The show runs until Oct. 11, and Oct. 12 is for families. "
        "A report, Bees That Nest Early, is sold there. Readers liked Bees That Nest Early in Riverton."
    )
    found = [keyphrase.phrase for keyphrase in suggest_keyphrases(text, "Harvest Fair opens in Riverton", "en")]
    assert "Oct" not in found
    assert not any(phrase.endswith(" That") or phrase.startswith("That ") for phrase in found)


def test_that_somebody_said_it_is_no_keyphrase() -> None:
    text = (
        "La maire a déclaré la halle fermée. Le préfet l’a déclaré aussi. Ce qu’il a déclaré en halle étonne la halle."
    )
    assert "déclaré" not in [keyphrase.phrase for keyphrase in suggest_keyphrases(text, None, "fr")]


def test_the_founder_named_at_the_end_does_not_name_the_firm_that_the_text_is_about() -> None:
    told = (
        "La biscuiterie Kerbrat ferme un atelier. Kerbrat emploie 80 personnes à Quimper. Les salariés ont manifesté. "
        "La mairie soutient Kerbrat. Une réunion aura lieu lundi. Le préfet viendra. Les commerçants aussi. "
        "La maison a été fondée en 1921 par Eugène Kerbrat."
    )
    (first, *_) = suggest_keyphrases(told, "La biscuiterie Kerbrat ferme un atelier", "fr")
    assert "Kerbrat" in first.phrase
    assert "Eugène" not in first.phrase
