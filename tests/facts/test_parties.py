"""Who stands where: a name is whole, an agency that tells of a deed does not do it, an office belongs to its holder."""

from __future__ import annotations

import pytest

from assistant.facts.verification import verify, verify_line
from assistant.model import Block, SentenceCheck, Source

GIFTS = """Le dirigeant coréen Park Soo Jin a quitté la Norvège samedi, au terme d’une visite consacrée à la pêche.

Avant de rentrer, ANP a annoncé que Park avait reçu trois caméras sous-marines et une caméra de bord d’un préfet.

Le préfet a « offert à Park Soo Jin une paire de bottes », a ajouté l’agence, qui cite trois caméras sous-marines.

Après avoir rencontré Park jeudi au port de Hammerfest, à environ 1 900 kilomètres d’Oslo, Halvorsen a évoqué un accord.

La tournée de Park comprenait un entretien avec le premier ministre Odd Halvorsen, qui a inquiété Stockholm.

Lors de cet entretien, Halvorsen a accepté une invitation à se rendre en Corée du Sud et a proposé d’embarquer un marin.

Des images montrent Park saluant une délégation conduite par la ministre de la Culture Liv Aasen, sous la neige.

Vendredi, Park a rencontré le ministre norvégien de la Pêche à Tromsø, où il a visité un chalutier."""


def checks(text: str) -> tuple[SentenceCheck, ...]:
    blocks = tuple(Block("paragraph", part) for part in GIFTS.split("\n\n"))
    return verify(text, (Source("s", "", "", "fr", None, None, blocks),), (), "fr")


def verdict(text: str) -> str:
    found = checks(text)
    assert len(found) == 1
    return found[0].verdict


@pytest.mark.parametrize(
    "text",
    [
        "Avant son retour, Park Soo-jin a reçu d’un préfet trois caméras sous-marines.",
        "Park Soo-jin a reçu trois caméras sous-marines.",
        "L’entretien avec Odd Halvorsen a eu lieu jeudi au port de Hammerfest, à environ 1 900 kilomètres d’Oslo.",
        "Park a quitté la Norvège samedi.",
    ],
)
def test_an_agency_or_a_partner_of_the_deed_is_not_put_for_its_doer(text: str) -> None:
    assert verdict(text) != "altered"


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Le maire de Saint-Ouen a ouvert le marché couvert mardi.", "Saint-Ouen", "Saint-Denis"),
        ("Le maire de Saint-Denis a ouvert le marché couvert lundi.", "lundi", "mardi"),
    ],
)
def test_a_changed_name_is_named_whole(text: str, found: str, expected: str) -> None:
    source = Source("s", "", "", "fr", None, None, (Block("paragraph", MARKET),))
    findings = [each for check in verify_line(text, (source,), "fr") for each in check.findings]
    assert [(each.found, each.expected) for each in findings] == [(found, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Liv Aasen est ministre de la Pêche.",
        "La ministre de la Pêche, Liv Aasen, a salué le départ.",
        "Liv Aasen, ministre de la Pêche, conduisait la délégation.",
    ],
)
def test_an_office_is_not_given_to_the_holder_of_another(text: str) -> None:
    assert verdict(text) == "altered"
    (finding,) = (each for check in checks(text) for each in check.findings if each.expected)
    assert (finding.found, finding.expected) == ("de la Pêche", "de la Culture")


@pytest.mark.parametrize(
    "text",
    [
        "Liv Aasen est ministre de la Culture.",
        "La ministre norvégienne de la Culture, Liv Aasen, conduisait la délégation.",
        "Liv Aasen est ministre des Affaires culturelles.",
    ],
)
def test_an_office_may_be_said_in_other_words(text: str) -> None:
    assert verdict(text) == "supported"


@pytest.mark.parametrize(
    "text",
    ["ANP parle de quatre caméras sous-marines.", "Park a reçu d’un préfet quatre caméras sous-marines."],
)
def test_a_thing_of_another_kind_adds_nothing_to_a_number(text: str) -> None:
    assert verdict(text) == "altered"
    (finding,) = (each for check in checks(text) for each in check.findings)
    assert (finding.found, finding.expected) == ("quatre", "trois")


def test_things_of_several_kinds_add_up() -> None:
    text = "La flotte du port aligne trois chalutiers rouges et deux chalutiers verts. Elle sort dès l’aube."
    source = Source("s", "", "", "fr", None, None, (Block("paragraph", text),))
    assert verify_line("Cinq chalutiers composent la flotte du port.", (source,), "fr")[0].verdict == "supported"
    assert verify_line("Cinq chalutiers rouges composent la flotte du port.", (source,), "fr")[0].verdict == "altered"


def sources(*texts: str) -> tuple[Source, ...]:
    return tuple(
        Source(str(number), "", "", "fr", None, None, (Block("paragraph", text),)) for number, text in enumerate(texts)
    )


def test_the_agency_behind_a_passage_is_not_the_one_who_was_replaced() -> None:
    told = "Park a quitté la Norvège dans son avion blanc, a déclaré l’agence coréenne, images à l’appui."
    beside = "Le temps était couvert. La foule attendait. Le dirigeant coréen a remercié ses hôtes."
    found = verify_line("Le dirigeant coréen a quitté la Norvège dans son avion.", sources(f"{told} {beside}"), "fr")
    assert found[0].verdict != "altered"


def test_a_conditional_of_the_other_half_of_a_passage_makes_no_doubt_here() -> None:
    told = (
        "Madrid serait intéressé par l’achat de munitions portugaises pour poursuivre ses manœuvres, tandis que "
        "Lisbonne souhaite l’aide de l’Espagne pour développer son programme de missiles."
    )
    found = verify_line("Lisbonne veut l’aide de Madrid pour ses missiles.", sources(told), "fr")
    assert found[0].verdict != "altered"


def test_names_alone_leave_a_lost_plan_to_be_checked() -> None:
    assert verdict("Halvorsen ira en Corée du Sud.") in ("supported", "unsupported")


def test_no_town_is_put_back_for_somebody() -> None:
    told = "Le train blindé de Park a été salué à Narvik par une fanfare et par trois cents pêcheurs du port."
    found = verify_line("Une fanfare et Sigrid Holm, la maire, ont salué le train.", sources(told), "fr")
    assert found[0].verdict != "supported"
    assert {each.expected for each in found[0].findings if each.kind == "name"} <= {""}


def test_a_count_of_another_order_is_not_set_against_a_small_one() -> None:
    told = "Écrivez 700 mots en français Le dirigeant Park a reçu un gilet et des harpons au terme de son voyage."
    found = verify_line("Park est reparti avec six harpons.", sources(told), "fr")
    assert "700" not in {each.expected for each in found[0].findings}


def test_a_part_may_be_counted_in_its_whole() -> None:
    found = verify_line("Quatre caméras, dont trois sous-marines, ont été offertes à Park.", sources(GIFTS), "fr")
    assert all(each.expected != each.found for each in found[0].findings)


MARKET = "Le maire de Saint-Denis a ouvert le marché couvert mardi. Les commerçants sont satisfaits."
