"""What a party of the story denies or refuses has a place in the plan, however short the article."""

from __future__ import annotations

from assistant.model import Block, Brief, Source
from assistant.writing.opposition import is_denial
from assistant.writing.outline import propose_outline
from assistant.writing.story import tell
from tests.writing.bridge_story import draft

DENIAL = "La préfecture a déclaré qu’aucune convention n’avait été conclue sur le barrage."
PARAGRAPHS = (
    "Le maire de Sauveterre, Paul Noir, a rencontré mardi le préfet pour parler du barrage de l’Arzon, dont la vidange "
    "inquiète les pêcheurs de la vallée.",
    "La rencontre a duré trois heures et s’est tenue dans la salle des fêtes de Sauveterre, devant une centaine "
    "d’habitants venus de toute la vallée.",
    "Selon un quotidien régional, une convention sur la vidange du barrage serait prête, et les pêcheurs toucheraient "
    "une compensation de 40 000 euros.",
    DENIAL,
    "Le barrage de l’Arzon, construit en 1954, retient quatre millions de mètres cubes d’eau et alimente en "
    "électricité les communes de la vallée.",
    "Les pêcheurs de la vallée organisent samedi une marche jusqu’au barrage, avec le soutien du maire de Sauveterre.",
    "Paul Noir a promis une réunion publique en septembre dans la salle des fêtes.",
)
SOURCE = Source("one", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in PARAGRAPHS))
OTHER = Source(
    "two", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in (*PARAGRAPHS[:3], PARAGRAPHS[5]))
)


def test_a_denial_is_bound_to_a_heading_in_a_short_article() -> None:
    for words in (90, 110, 130):
        case = draft(SOURCE, OTHER, brief=Brief(target_words=words), keyphrase="barrage de l’Arzon")
        outline = propose_outline(case)
        told = {passage for section in outline.sections for passage in section.passages}
        start = SOURCE.body.index(DENIAL)
        assert any(passage.source == "one" and passage.start == start for passage in told)


def test_a_denial_is_no_twin_of_what_it_denies() -> None:
    affirmed = (
        "Le maire Paul Noir a signé vendredi une convention de 40 000 euros avec la société Hydrel sur le barrage."
    )
    denied = "Le maire Paul Noir a nié avoir signé vendredi une convention de 40 000 euros avec la société Hydrel."
    sources = (
        Source("a", "", "", "fr", None, None, (Block("paragraph", affirmed),)),
        Source("b", "", "", "fr", None, None, (Block("paragraph", denied),)),
    )
    story = tell(draft(*sources))
    assert len(story.facts) == 2
    assert [is_denial(story, fact.index) for fact in story.facts] == [False, True]
