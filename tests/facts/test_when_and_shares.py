"""The day of a deed that the sources tell once, and the share of one who pays among several."""

from __future__ import annotations

import pytest

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
            "La navigatrice Solène Arhan a quitté la Bretagne jeudi, au lendemain d’une dernière réunion. Samedi, elle "
            "a rejoint son équipe aux Açores. Le préparateur Yann Keravel a inspecté la coque lundi, puis il a "
            "inspecté le mât mercredi. Solène Arhan a remercié ses soutiens vendredi.",
        ),
        Block(
            "paragraph",
            "La remise en état du voilier coûte 480 000 euros, dont 40 % versés par la région, 25 % par la ville et "
            "35 % par un mécène.",
        ),
    ),
)


def marks(text: str) -> tuple[str, list[str]]:
    (check,) = verify_line(text, (SOURCE,), "fr")
    return check.verdict, [finding.expected for finding in check.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Solène Arhan a quitté la Bretagne samedi.",
        "Après sa réunion, Arhan a quitté la région samedi.",
        "Samedi Solène Arhan a quitté la Bretagne.",
    ],
)
def test_another_day_than_the_only_one_told_is_red_though_the_sources_hold_it(text: str) -> None:
    verdict, expected = marks(text)
    assert verdict == "altered"
    assert "jeudi" in expected


@pytest.mark.parametrize(
    "text",
    [
        "Solène Arhan a quitté la Bretagne jeudi.",
        "Yann Keravel a inspecté le mât mercredi.",
        "Yann Keravel a inspecté la coque lundi.",
        "Vendredi, Solène Arhan a remercié ses soutiens.",
    ],
)
def test_the_day_told_is_never_red_nor_one_of_two(text: str) -> None:
    assert marks(text)[0] == "supported"


@pytest.mark.parametrize("share", ["60 %", "75 %", "65 %"])
def test_a_sum_of_others_shares_is_not_the_share_of_one(share: str) -> None:
    verdict, expected = marks(f"Le chantier coûte 480 000 euros, dont {share} versés par la région.")
    assert verdict == "altered"
    assert expected[0].startswith("40")


@pytest.mark.parametrize(
    "text",
    [
        "La région et la ville paient 65 % de la remise en état du voilier.",
        "La ville et le mécène versent ensemble 60 % de la remise en état.",
        "Le chantier coûte 480 000 euros, dont 40 % versés par la région.",
    ],
)
def test_a_sum_of_the_shares_of_both_is_reckoned(text: str) -> None:
    assert marks(text)[0] == "supported"
