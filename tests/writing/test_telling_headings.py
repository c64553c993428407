"""Headings that say what happened: before things, bodies, torn quotations and captions."""

from __future__ import annotations

import pytest

from assistant.model import Block, Brief, Draft, Source
from assistant.writing.editing import printed
from assistant.writing.outline import propose_outline
from assistant.writing.phrases import phrases


def headings(*blocks: Block) -> list[str]:
    source = Source("one", "one.txt", "", "fr", None, None, blocks)
    case = Draft("draft", "fr", (source,), Brief(n_subheadings=2), title="Une tempête a balayé la côte")
    return [section.heading for section in propose_outline(case).sections]


LEAD = Block("paragraph", "Une tempête a balayé la côte bretonne dans la nuit de lundi à mardi.")
ROADS = Block(
    "paragraph",
    "La voie express a été fermée dans les deux sens. La circulation a repris à midi. "
    "Les cars entre Brest et Quimper ont roulé normalement.",
)
HARBOUR = Block(
    "paragraph",
    "Quatre voiliers ont coulé dans le port de plaisance. Les pompiers ont pompé toute la nuit. "
    "Une digue s'est fendue sur vingt mètres.",
)


def test_a_closure_comes_before_the_things_that_went_on_as_usual() -> None:
    assert "Les cars entre Brest et Quimper" not in headings(LEAD, ROADS, HARBOUR)


def test_a_caption_with_its_credit_is_no_heading() -> None:
    caption = Block("subheading", "Le port était méconnaissable mardi matin. PHOTO MARINE NATIONALE")
    assert all("PHOTO" not in heading for heading in headings(LEAD, ROADS, caption, HARBOUR))


def test_a_long_quotation_is_not_cut_to_a_few_words() -> None:
    said = (
        "« Mon fils a dix ans, il dort depuis lundi chez ses cousins de Landerneau avec son chien », dit Anne Le Goff."
    )
    assert [phrase.text for phrase in phrases(said, "fr") if phrase.kind == "quote"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("INFO OUEST MATIN - Le maire a démissionné.", "Le maire a démissionné."),
        ("EXCLUSIF. Le maire a démissionné.", "Le maire a démissionné."),
        ("REPORTAGE - « Il est parti », dit-on.", "« Il est parti », dit-on."),
        ("SNCF - RATP, même combat.", "SNCF - RATP, même combat."),
        ("Info ou rumeur, le maire se tait.", "Info ou rumeur, le maire se tait."),
    ],
)
def test_the_kind_of_article_is_not_printed_before_its_first_sentence(text: str, wanted: str) -> None:
    assert printed(text, "fr") == wanted
