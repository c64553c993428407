"""Who does what to whom, in either voice, and what follows for a sentence that tells it otherwise."""

from __future__ import annotations

import pytest

from assistant.facts.deeds import Deed, deed
from assistant.facts.names import names
from assistant.facts.reading import read
from assistant.facts.verification import verify_line
from assistant.model import Block, Source

SOURCE = Source(
    "s",
    "",
    "",
    "fr",
    None,
    None,
    (
        Block(
            "paragraph",
            "La brasserie Calmont a porté plainte contre le transporteur Ruiz mardi. Le juge a ordonné la saisie de "
            "trois camions. Prévenus par un voisin, les gendarmes ont arrêté deux chauffeurs. Les clients seront "
            "remboursés par la brasserie. C’est la comptable, Lina Morel, qui avait repéré les fausses factures. "
            "Si le contrôle confirme la fraude, l’entreprise fermerait en juin. La directrice, Anne Roy, espère "
            "présenter un plan au comité. "
            "L’accès au dépôt reste permis aux livreurs. Le comité a refusé de voter le plan.",
        ),
    ),
)


def deed_of(text: str, verb: str, language: str = "fr") -> Deed | None:
    reading = read(text, language)
    word = next(word for word in reading.words if text[word.start : word.end] == verb)
    return deed(reading, names(text, language, str.isalpha), word)


def folded(words: object) -> list[str]:
    assert isinstance(words, tuple)
    return [word.folded for word in words]


@pytest.mark.parametrize(
    ("text", "verb", "heads"),
    [
        ("Le maire de la ville a vendu le terrain.", "vendu", ["maire"]),
        ("Prévenu lundi, le préfet a ordonné une enquête.", "ordonné", ["prefet"]),
        (
            "La veuve du fondateur, Yvonne Prairial, lui reproche son silence.",
            "reproche",
            ["veuve", "yvonne", "prairial"],
        ),
        ("Les éleveurs, eux, continueront la grève.", "continueront", ["eleveurs"]),
        ("Le terrain a été vendu par le maire à un promoteur.", "vendu", ["maire"]),
        ("Une enquête, conduite par le cabinet Solenne, a duré un mois.", "conduite", ["cabinet", "solenne"]),
        ("Elle a vendu le terrain.", "vendu", []),
        ("Le ministre pense qu’elle a vendu le terrain.", "vendu", []),
        ("Le terrain a été vendu en mars.", "vendu", []),
        ("Le ministère dément et propose une réunion.", "propose", ["ministere"]),
        ("Nadia Roux, qui a dirigé les fouilles, parle.", "dirigé", ["nadia", "roux"]),
        ("La ville, vu ses finances, a renoncé.", "renoncé", ["ville"]),
    ],
)
def test_the_doer_is_named_by_its_head_in_either_voice(text: str, verb: str, heads: list[str]) -> None:
    found = deed_of(text, verb)
    assert found is not None
    assert folded(found.heads) == heads


def test_a_noun_is_no_deed() -> None:
    assert deed_of("La vente du terrain surprend.", "vente") is None


def test_the_subject_behind_a_verb_of_saying_is_no_object() -> None:
    assert deed_of("La piste sera refaite, a promis le maire.", "promis") is None


def test_the_continuous_form_is_no_passive() -> None:
    found = deed_of("The union is asking the state for loans.", "asking", "en")
    assert found is not None
    assert not found.is_passive


def verdict(text: str) -> str:
    (check,) = verify_line(text, (SOURCE,), "fr")
    return check.verdict


@pytest.mark.parametrize(
    "text",
    [
        "Le transporteur Ruiz a porté plainte contre la brasserie Calmont.",
        "Les clients rembourseront la brasserie.",
        "Deux chauffeurs ont arrêté les gendarmes.",
        "C’est la directrice qui avait repéré les fausses factures.",
        "La directrice présentera un plan au comité.",
        "L’accès au dépôt est interdit aux livreurs.",
        "Le comité a voté le plan.",
    ],
)
def test_a_deed_told_of_another_party_or_as_its_contrary_is_red(text: str) -> None:
    assert verdict(text) == "altered"


def test_a_deed_told_of_somebody_who_may_be_the_same_in_other_words_is_amber() -> None:
    assert verdict("La comptable a ordonné la saisie de trois camions.") == "unsupported"


@pytest.mark.parametrize(
    "text",
    [
        "Le transporteur Ruiz est visé par une plainte de la brasserie Calmont.",
        "La brasserie remboursera les clients.",
        "Deux chauffeurs ont été arrêtés par les gendarmes.",
        "C’est Lina Morel qui avait repéré les fausses factures.",
        "Les fausses factures avaient été repérées par la comptable.",
        "La saisie de trois camions a été ordonnée par le juge.",
        "La directrice espère présenter un plan au comité.",
    ],
)
def test_the_same_deed_in_another_voice_is_not_red(text: str) -> None:
    assert verdict(text) != "altered"


TIMES = Source(
    "t",
    "",
    "",
    "fr",
    None,
    None,
    (
        Block(
            "paragraph",
            "Le port sera dragué par une entreprise locale. La drague est arrivée du Havre avec son équipage.",
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le port sera dragué par une entreprise locale avant la fin de l’année.", "unsupported"),
        ("Le port sera dragué par une entreprise locale pendant l’été.", "unsupported"),
        ("Le dragage du port durera une semaine.", "unsupported"),
        ("Une entreprise locale draguera le port.", "supported"),
    ],
)
def test_a_time_that_no_passage_tells_is_not_carried(text: str, expected: str) -> None:
    (check,) = verify_line(text, (TIMES,), "fr")
    assert check.verdict == expected


QUARREL = Source(
    "q",
    "",
    "",
    "fr",
    None,
    None,
    (
        Block(
            "paragraph",
            "Deux des neuf voisins entendus n’ont rien remarqué. Le locataire soutient que le bailleur a coupé le "
            "chauffage. "
            "Le devis du plombier, 3 000 euros, est plus cher de 800 euros que celui du chauffagiste.",
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aucun voisin entendu n’a rien remarqué.", "altered"),
        ("Deux voisins entendus sur neuf n’ont rien remarqué.", "supported"),
        ("Le bailleur a coupé le chauffage.", "unsupported"),
        ("Selon le locataire, le bailleur a coupé le chauffage.", "supported"),
        ("Le chauffagiste demandait 2 200 euros.", "supported"),
    ],
)
def test_a_part_a_claim_and_a_difference_are_told_as_what_they_are(text: str, expected: str) -> None:
    (check,) = verify_line(text, (QUARREL,), "fr")
    assert check.verdict == expected


def test_what_happened_in_one_place_is_red_in_another_one() -> None:
    blocks = (Block("paragraph", "Un cycliste est mort à Brives. Deux barques ont coulé au large de Castelmer."),)
    source = Source("p", "", "", "fr", None, None, blocks)
    verdicts = [
        verify_line(f"Un cycliste est mort à {place}.", (source,), "fr")[0] for place in ("Castelmer", "Brives")
    ]
    assert [check.verdict for check in verdicts] == ["altered", "supported"]


def test_a_participle_behind_a_share_is_done_by_its_agent() -> None:
    found = deed_of("Le chantier coûte un million, dont 40 % versés par la région.", "versés")
    assert found is not None
    assert found.is_passive
    assert folded(found.heads) == ["region"]
