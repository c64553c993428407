"""Titles that fit a result list, in the sources' own words, and never without the one who vouches for them."""

from __future__ import annotations

import pytest

from assistant.model import Block, Draft, Source
from assistant.writing.metadata import propose_standfirst
from assistant.writing.reduction import reduced
from assistant.writing.titles import propose_title


def source(name: str, *paragraphs: str, title: str | None = None) -> Source:
    return Source(name, name, "", "fr", title, None, tuple(Block("paragraph", text) for text in paragraphs))


def draft(*sources: Source, keyphrase: str = "") -> Draft:
    return Draft("draft", "fr", sources, keyphrase=keyphrase)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "La préfète de l’Orve, Anne Petit, a ouvert mardi 3 mars la nouvelle maison de justice.",
            "La préfète de l’Orve a ouvert la nouvelle maison de justice.",
        ),
        ("La halle, qui date de 1900, sera vendue.", "La halle sera vendue."),
        ("La halle, selon les pompiers, a brûlé.", "La halle, selon les pompiers, a brûlé."),
        ("La halle ferme dès lundi 4 mars.", "La halle ferme dès lundi 4 mars."),
        ("Le 3 mars, Anne Petit, préfète, a signé.", "Le 3 mars, Anne Petit, préfète, a signé."),
    ],
)
def test_only_what_a_title_can_do_without_is_left_off(sentence: str, expected: str) -> None:
    assert reduced(sentence, "fr") == expected


def test_a_dateline_leaves_a_title_that_is_too_long() -> None:
    long = "Montreval-sur-Orve : la passerelle des Tanneurs rouvrira aux cyclistes le 15 mars"
    assert propose_title(draft(source("one", "La passerelle rouvrira le 15 mars.", title=long))) == (
        "La passerelle des Tanneurs rouvrira aux cyclistes le 15 mars"
    )


def test_the_place_before_the_colon_stays_where_the_story_happens_there() -> None:
    title = "Montreval-sur-Orve : la passerelle des Tanneurs rouvrira aux cyclistes le 15 mars"
    told = "La passerelle des Tanneurs de Montreval-sur-Orve rouvrira aux cyclistes le 15 mars."
    assert propose_title(draft(source("one", told, "Les travaux sont finis.", title=title))) == title


@pytest.mark.parametrize("line", ["9 mars 2026", "Lundi 9 mars", "Spectateurs : 1 200. Arbitres : MM. Ney et Dol"])
def test_a_date_and_a_list_of_figures_are_no_title(line: str) -> None:
    case = draft(source("one", "Le pont de la Vire a cédé lundi soir.", "Personne n’a été blessé.", title=line))
    assert propose_title(case).startswith("Le pont de la Vire a cédé")


def test_a_title_has_a_verb_and_who_vouches_for_it_before_an_unknown_somebody() -> None:
    lead = (
        "Un skieur est mort et neuf personnes ont été ensevelies, dont deux enfants, dimanche dans une avalanche, "
        "a annoncé le maire de Valcombe, Luc Armand."
    )
    title = propose_title(draft(source("one", lead, "Les recherches ont repris à l’aube avec trois chiens.")))
    assert title == "Un skieur est mort, a annoncé le maire de Valcombe"


LEAD = (
    "La navigatrice bretonne Maud Kerel est rentrée dans le port de Lannec, ont annoncé jeudi les organisateurs, "
    "saluée par une foule de curieux."
)


def test_a_claim_keeps_its_reporter_unless_a_source_says_it_itself() -> None:
    alone = draft(source("one", LEAD, "La foule attendait depuis le matin sur les quais de la vieille ville."))
    assert "ont annoncé" in propose_title(alone)
    confirmed = "Maud Kerel est rentrée mercredi soir à Lannec avec deux voiles déchirées et un safran cassé."
    assert propose_title(draft(source("one", LEAD, confirmed))) == ("Maud Kerel est rentrée dans le port de Lannec")


def test_a_reporter_is_named_without_his_description() -> None:
    text = "Maud Kerel est arrivée mercredi à Lannec, selon le quotidien régional breton Ouest-Mer, très fatiguée."
    assert propose_title(draft(source("one", text, "Elle dormira beaucoup."))) == (
        "Maud Kerel est arrivée mercredi à Lannec, selon Ouest-Mer"
    )


def test_the_newest_development_gives_the_title_and_the_standfirst() -> None:
    leaving = source(
        "one",
        "La navigatrice Maud Kerel a quitté dimanche le port de Lannec pour un tour de l’Atlantique en solitaire.",
        "Maud Kerel emporte quarante jours de vivres et deux jeux de voiles.",
        title="Maud Kerel quitte Lannec pour l’Atlantique",
    )
    back = source(
        "two",
        "La navigatrice Maud Kerel est rentrée jeudi au port de Lannec, après un tour de l’Atlantique en solitaire.",
        "Le voyage a duré trente-huit jours.",
    )
    for sources in ((leaving, back), (back, leaving)):
        case = draft(*sources, keyphrase="Maud Kerel")
        assert propose_title(case).endswith("Maud Kerel est rentrée jeudi au port de Lannec")
        assert propose_standfirst(case).startswith("La navigatrice Maud Kerel est rentrée")


def test_the_first_sentence_of_a_long_title_may_stand_alone() -> None:
    long = "« Il y a, d’abord, le poids de la vallée ». Sur les digues de l’Orve avec Anne Petit, géographe"
    case = draft(source("one", "Anne Petit étudie les digues de l’Orve. Elle en a mesuré trente.", title=long))
    assert propose_title(case) == "« Il y a, d’abord, le poids de la vallée »"


def test_a_title_that_fills_three_lines_gives_way_to_the_event() -> None:
    long = (
        "À quoi pensaient donc la préfète de l’Orve et son cabinet quand ils ont accepté de rouvrir la passerelle des "
        "Tanneurs aux cyclistes"
    )
    told = "La préfète de l’Orve a rouvert mardi la passerelle des Tanneurs."
    case = draft(source("one", told, "Les cyclistes l’attendaient depuis mars.", title=long))
    assert propose_title(case) == "La préfète de l’Orve a rouvert mardi la passerelle des Tanneurs"


def test_the_buttons_of_a_site_are_no_part_of_a_title() -> None:
    title = "Share All sharing options for: Corran ferry cut to two sailings a day"
    text = Block("paragraph", "The Corran ferry will be cut to two sailings a day until May. Engineers found a crack.")
    assert propose_title(Draft("d", "en", (Source("s", "s", "", "en", title, None, (text,)),))) == (
        "Corran ferry cut to two sailings a day"
    )
