"""Several sources, two events: what happened on other days stands under headings of its own."""

from __future__ import annotations

from assistant.model import Block, Brief, Draft, Source
from assistant.writing.contradictions import contradictions
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.metadata import propose_description, propose_standfirst
from assistant.writing.outline import propose_outline
from assistant.writing.story import tell
from assistant.writing.writer import SectionTask

FIRST = (
    "La navigatrice Maud Kerel a quitté dimanche le port de Lannec pour un tour de l’Atlantique en solitaire à bord de "
    "son voilier Alizé, long de douze mètres.",
    "Près de 3 000 spectateurs ont assisté au départ sur les quais. Maud Kerel emporte quarante jours de vivres et "
    "deux jeux de voiles.",
    "Samedi, elle avait reçu les clés de la ville des mains du maire, Yann Tanguy. « Revenez-nous entière », lui a-t-il"
    " lancé.",
)
SECOND = (
    "Maud Kerel est partie dimanche de Lannec pour un tour de l’Atlantique en solitaire, devant 3 500 spectateurs "
    "massés sur les quais.",
    "Le voilier Alizé, construit en 2019, a coûté 400 000 euros. Un tiers de la somme vient d’une souscription "
    "populaire.",
    "La météo annonce des vents forts jusqu’à mercredi. La navigatrice prévoit une escale aux Açores dans dix jours.",
)
OTHER = (
    "Le chantier naval Morvan, à Kerdrel, a déposé le bilan mercredi, a annoncé son directeur, Alain Petit.",
    "Les 62 salariés du chantier craignent pour leur emploi. Le mois dernier, la direction promettait encore deux "
    "commandes.",
    "C’est là que Maud Kerel avait fait construire son voilier en 2019. Le tribunal se prononcera vendredi.",
)


def source(name: str, paragraphs: tuple[str, ...]) -> Source:
    return Source(name, name, "", "fr", None, None, tuple(Block("paragraph", text) for text in paragraphs))


def case(brief: Brief | None = None) -> Draft:
    sources = (source("one", FIRST), source("two", SECOND), source("three", OTHER))
    return Draft("draft", "fr", sources, brief or Brief(), keyphrase="Maud Kerel")


def test_the_source_of_another_event_is_known() -> None:
    assert tell(case()).elsewhere == {"three"}
    two = Draft("draft", "fr", (source("one", FIRST), source("three", OTHER)))
    assert tell(two).elsewhere == frozenset()


def test_another_event_has_headings_of_its_own_behind_the_story() -> None:
    story, sections = tell(case()), propose_outline(case()).sections
    kinds = [
        {
            story.is_aside(story.fact_of(sentence))
            for passage in section.passages
            for sentence in story.sentences_in(passage)
        }
        for section in sections
    ]
    assert {True} in kinds
    assert kinds[0] == {False}
    assert {True, False} not in kinds


def test_what_another_event_dates_by_its_own_month_is_left_out_first() -> None:
    draft = case(Brief(target_words=100))
    writer = ExtractiveWriter()
    written = [
        "".join(piece.text for piece in writer.stream(SectionTask(draft, section)))
        for section in propose_outline(draft).sections
    ]
    assert "Le mois dernier" not in " ".join(written)


def test_two_counts_of_the_same_crowd_are_a_contradiction() -> None:
    draft = case()
    bodies = {found.id: found.body for found in draft.sources}
    told = {
        tuple(bodies[passage.source][passage.start : passage.end] for passage in pair) for pair in contradictions(draft)
    }
    assert any("3 000 spectateurs" in one and "3 500 spectateurs" in other for one, other in told)


def test_the_description_and_the_standfirst_tell_the_event() -> None:
    assert "Lannec" in propose_standfirst(case())
    assert "Maud Kerel" in propose_description(case())
