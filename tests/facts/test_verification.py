"""Word for word or not verified; copied runs; numbers that cannot be reckoned with."""

from __future__ import annotations

import pytest

from assistant.facts.attribution import is_attributed
from assistant.facts.originality import copied_percent
from assistant.facts.verification import verify
from assistant.model import Block, Evidence, Passage, Source

BODY = (
    "La halle de Montreval a rouvert samedi après six mois de travaux. Elle coûtera 2 millions d’euros, selon la "
    "mairie.",
    "Par ailleurs, le marché retrouvera ses étals mardi. « Nous l’attendions tous », a déclaré Inès Karoui.",
    "Il est faux que la halle sera vendue. Le parking restera fermé, sauf le dimanche.",
)
SOURCE = Source("s", "", "", "fr", "La halle rouvre", None, tuple(Block("paragraph", text) for text in BODY))


def verdicts(text: str) -> list[str]:
    return [check.verdict for check in verify(text, (SOURCE,))]


@pytest.mark.parametrize(
    "text",
    [
        "La halle de Montreval a rouvert samedi après six mois de travaux.",
        "La halle de Montreval a rouvert samedi.",
        "Elle coûtera 2 millions d'euros, selon la mairie.",
        "Le marché retrouvera ses étals mardi.",
        "«\u00a0Nous l’attendions tous\u00a0», a déclaré Inès Karoui.",
        "La halle rouvre",
    ],
)
def test_words_of_the_source_are_supported_whatever_their_typography(text: str) -> None:
    assert verdicts(text) == ["supported"]


@pytest.mark.parametrize(
    "text",
    [
        "Elle coûtera 2 millions d’euros.",
        "Nous l’attendions tous.",
        "La halle sera vendue.",
        "Le parking restera fermé.",
        "Les pompiers ont été appelés deux fois.",
    ],
)
def test_lost_attributions_and_limits_are_not_verified(text: str) -> None:
    assert verdicts(text) == ["unsupported"]


def test_a_changed_number_is_red_with_what_the_source_says() -> None:
    (check,) = verify("La halle de Montreval a rouvert samedi après sept mois de travaux.", (SOURCE,))
    assert check.verdict == "altered"
    assert [(finding.kind, finding.found, finding.expected) for finding in check.findings] == [
        ("number", "sept", "six")
    ]


def test_questions_and_announcements_claim_nothing() -> None:
    assert verdicts("## Et maintenant ?\n\nQui ? Voici ce qu’il faut retenir.") == ["not-a-claim"] * 3


def test_spans_point_into_the_markdown_and_passages_into_the_body() -> None:
    text = "**Le marché** retrouvera ses étals mardi."
    (check,) = verify(text, (SOURCE,))
    (passage,) = check.passages
    assert text[check.start : check.end].endswith("ses étals mardi.")
    assert SOURCE.body[passage.start : passage.end] == "le marché retrouvera ses étals mardi"


def test_a_sentence_that_its_named_passages_do_not_carry_is_searched_for() -> None:
    text = "La halle de Montreval a rouvert samedi après six mois de travaux."
    elsewhere = Passage("s", SOURCE.body.index("Par ailleurs"), len(SOURCE.body))
    (check,) = verify(text, (SOURCE,), (Evidence(0, len(text), (elsewhere,)),))
    assert check.verdict == "supported"
    assert SOURCE.body[check.passages[0].start : check.passages[0].end].startswith("La halle de Montreval")


def test_copied_share_leaves_quotations_out() -> None:
    copied = "La halle de Montreval a rouvert samedi après six mois de travaux."
    assert copied_percent(copied, (SOURCE,)) == 100
    assert copied_percent("Rien de commun ici avec la source, pas un seul bout.", (SOURCE,)) == 0
    assert copied_percent(f"« {copied} »", (SOURCE,)) == 0
    assert copied_percent("", (SOURCE,)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", selon la mairie", True),
        (", a annoncé mardi le préfet", True),
        ("a-t-il ajouté", True),
        (", ont annoncé mercredi les médias", True),
        ("a quitté la gare", False),
        ("à Montreval, la fermeture", False),
    ],
)
def test_attributions_are_recognised(text: str, expected: bool) -> None:
    assert is_attributed(text, "fr") is expected


@pytest.mark.parametrize("share", ["un tiers", "un quart", "100 %", "0 %"])
@pytest.mark.parametrize("number", ["0", "0,0", "1", "100000000000000000000"])
def test_no_number_is_too_odd_to_be_reckoned_with(number: str, share: str) -> None:
    told = f"Le maire a reçu {share} des 11 maisons et 2 communes dans la nuit de mardi, a-t-il déclaré."
    source = Source("s", "", "", "fr", "Le maire", None, (Block("paragraph", told),))
    (check,) = verify(f"Le maire a reçu {number} habitants dans la nuit de mardi, a-t-il déclaré.", (source,))
    assert check.verdict in ("supported", "altered", "unsupported")
