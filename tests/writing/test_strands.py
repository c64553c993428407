"""What must not be parted: a paragraph of short sentences, a question and its answer."""

from __future__ import annotations

from assistant.model import Block, Brief, Draft, Source
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.outline import propose_outline
from assistant.writing.story import tell
from assistant.writing.strands import strands
from assistant.writing.writer import SectionTask

LEAD = "La piscine municipale de Plouvigné rouvrira le 4 mai, a annoncé mardi la mairie."
WORKS = (
    "Le chantier a duré deux ans. Il a coûté 6 millions d'euros. Le toit a été refait. Les vestiaires sont neufs. "
    "Une rampe mène au grand bassin. L'eau est chauffée par le bois."
)
PRICES = (
    "Que paieront les nageurs ? L'entrée passe de 4 à 5 euros. Les enfants de la commune ne paient rien. "
    "Les clubs gardent leurs créneaux."
)
STAFF = "Neuf maîtres-nageurs ont été recrutés. Deux viennent de Quimper. Le directeur arrive lundi."


def draft(*paragraphs: str) -> Draft:
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    source = Source("one", "one.txt", "", "fr", None, None, blocks)
    return Draft("draft", "fr", (source,), Brief(), title="La piscine rouvre")


def test_a_paragraph_of_short_sentences_stays_whole() -> None:
    story = tell(draft(LEAD, WORKS, STAFF))
    assert [len(strand.facts) for strand in strands(story, tuple(range(len(story.facts))))] == [1, 6, 3]


def test_a_question_opens_what_answers_it() -> None:
    story = tell(draft(LEAD, f"{STAFF} Que paieront les nageurs ?", "L'entrée passe de 4 à 5 euros. Rien ne change."))
    texts = [
        [story.facts[fact].sentence.text for fact in strand.facts]
        for strand in strands(story, tuple(range(len(story.facts))))
    ]
    assert texts[-1][:2] == ["Que paieront les nageurs ?", "L'entrée passe de 4 à 5 euros."]


def test_no_section_and_no_paragraph_ends_with_a_question() -> None:
    case = draft(LEAD, WORKS, STAFF, PRICES, "Le maire coupera le ruban à 10 heures. Une fanfare jouera.")
    for section in propose_outline(case).sections:
        text = "".join(piece.text for piece in ExtractiveWriter().stream(SectionTask(case, section)))
        assert [part for part in text.split("\n\n") if part.rstrip().endswith("?")] == []


def test_the_last_of_seven_short_sentences_does_not_open_the_next_paragraph() -> None:
    seven = f"{WORKS} L'ancien plongeoir a disparu."
    case = draft(LEAD, seven, STAFF)
    (section, *_) = propose_outline(case).sections
    text = "".join(piece.text for piece in ExtractiveWriter().stream(SectionTask(case, section)))
    assert text.split("\n\n")[0].endswith("a disparu.")


def test_a_question_whose_pronoun_stands_for_nobody_leans_on_nothing() -> None:
    long = "Le syndicat des eaux a vidé les deux réservoirs de la colline avant de les nettoyer au chlore. " * 3
    story = tell(draft(LEAD, WORKS, f"Que va-t-il se passer maintenant ? {long}"))
    question = next(fact.sentence for fact in story.facts if fact.sentence.text.startswith("Que va"))
    assert not question.leans
