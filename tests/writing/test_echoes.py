"""What two sources tell in clauses of other sentences is told once."""

from __future__ import annotations

import pytest

from assistant.model import Block, Draft, Source
from assistant.writing.echoes import echo
from assistant.writing.story import Story, tell

FEARS = (
    "La première visite officielle à l’étranger de la reine de Sarvie depuis l’épidémie de grippe a attisé la crainte "
    "des voisins du royaume, qui redoutent un pacte."
)
BORDERS = (
    "Ce voyage était aussi le premier voyage de la reine à l’étranger depuis l’épidémie, pendant laquelle la Sarvie a "
    "fermé ses frontières durant trois ans."
)
OTHER = "Le port de Lumel a vendu douze bateaux de pêche à une compagnie du nord, pour un prix que personne ne dit."
AGAIN = "Ce premier voyage à l’étranger depuis l’épidémie a plu à la reine."


def story(*sources: tuple[str, ...]) -> Story:
    read = tuple(
        Source(f"s{number}", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in texts))
        for number, texts in enumerate(sources)
    )
    return tell(Draft("d", "fr", read))


def test_a_clause_told_by_another_source_in_other_words_is_an_echo() -> None:
    told = story((FEARS, OTHER), (BORDERS,))
    places = {fact.sentence.text: fact.index for fact in told.facts}
    assert echo(told, places[FEARS], places[BORDERS]) > 0.45
    assert echo(told, places[BORDERS], places[FEARS]) > 0.45


@pytest.mark.parametrize("text", [FEARS, BORDERS])
def test_sentences_on_other_things_are_none(text: str) -> None:
    told = story((text,), (OTHER,))
    assert echo(told, 0, 1) == echo(told, 1, 0) == 0.0


def test_within_one_source_its_author_may_come_back_to_it() -> None:
    told = story((FEARS, AGAIN), (OTHER,))
    places = {fact.sentence.text: fact.index for fact in told.facts}
    assert echo(told, places[AGAIN], places[FEARS]) == 0.0
