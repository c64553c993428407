"""A remark that is printed without the sentence before it says who speaks, or stays as it is."""

from __future__ import annotations

import pytest

from assistant.model import Block, Draft, Passage, Piece, Section, Source
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.writer import SectionTask

PARAGRAPHS = (
    "La maire de Vernay, Claire Aubin, a promis que le bassin serait ouvert toute l’année. Elle a ajouté que les "
    "tarifs resteraient les mêmes.",
    "« Nous avons tenu les délais », a déclaré Paul Sorel, le chef. « Le budget est respecté », a-t-il précisé.",
    "Le club et la mairie se sont vus lundi. Il a coûté cher.",
    "Paul Sorel et Claire Aubin ont visité le bassin jeudi matin. Elle a ajouté que la fête aurait lieu en juin.",
)
SOURCE = Source("s", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in PARAGRAPHS))
DRAFT = Draft("d", "fr", (SOURCE,), standfirst="Un chapeau.")


def written(*beginnings: str) -> list[Piece]:
    starts = [SOURCE.body.index(words) for words in beginnings]
    passages = tuple(Passage("s", start, start + 30) for start in starts)
    steps = ExtractiveWriter().stream(SectionTask(DRAFT, Section("a", 2, "T", passages)))
    return list(steps)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Elle a ajouté que les", "Claire Aubin a ajouté que les tarifs resteraient les mêmes."),
        ("« Le budget", "« Le budget est respecté », a précisé Paul Sorel."),
        # It is not said by anybody, or two people may have said it.
        ("Il a coûté", "Il a coûté cher."),
        ("Elle a ajouté que la fête", "Elle a ajouté que la fête aurait lieu en juin."),
    ],
)
def test_a_remark_alone_names_who_speaks_where_that_is_sure(words: str, printed: str) -> None:
    (piece,) = written(words)
    assert piece.text == printed
    assert len(piece.passages) == (1 if printed.startswith(("Il", "Elle")) else 2)


def test_a_remark_behind_its_sentence_stays_as_it_is() -> None:
    pieces = written("La maire de Vernay", "Elle a ajouté que les")
    assert "Elle a ajouté que les tarifs" in pieces[-1].text
