"""Who stands where: a name is whole, an agency that tells of a deed does not do it, an office belongs to its holder."""

from __future__ import annotations

import pytest

from assistant.facts.verification import verify, verify_line
from assistant.model import Block, SentenceCheck, Source

GIFTS = """Le dirigeant coréen Park Soo Jin a quitté la Norvège samedi, au terme d’une visite consacrée à la pêche.

Avant de rentrer, ANP a annoncé que Park avait reçu trois caméras sous-marines et un harpon d’un préfet du Nord.

Le préfet a « offert à Park Soo Jin une paire de bottes », a ajouté l’agence, qui cite trois caméras sous-marines.

Après avoir rencontré Park jeudi au port de Hammerfest, à environ 1 900 kilomètres d’Oslo, Halvorsen a évoqué un accord.

La tournée de Park comprenait un entretien avec le premier ministre Odd Halvorsen, qui a inquiété Stockholm.

Lors de cet entretien, Halvorsen a accepté une invitation à se rendre en Corée du Sud et a proposé d’embarquer un marin.

Des images montrent Park saluant une délégation conduite par la ministre de la Culture Liv Aasen, sous la neige."""


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


MARKET = "Le maire de Saint-Denis a ouvert le marché couvert mardi. Les commerçants sont satisfaits."
