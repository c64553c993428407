"""What is told twice is told once, and what a paste tore off a sentence is left to the journalist."""

from __future__ import annotations

from assistant.model import Block, Source
from assistant.writing.editing import printed
from assistant.writing.grouping import themes, without_lonely
from assistant.writing.outline import propose_outline
from assistant.writing.sentences import is_torn, read_fragments, read_sentences
from assistant.writing.story import tell
from assistant.writing.strands import strands
from tests.writing.bridge_story import draft


def _source(name: str, *texts: str) -> Source:
    return Source(name, "", "", "fr", None, None, tuple(Block("paragraph", text) for text in texts))


def test_the_same_count_in_other_words_is_one_fact_with_both_places() -> None:
    told = "Avant la fête, le club a reçu sept voiles de compétition, un canot de sauvetage et une remorque du port."
    again = (
        "Le port a indiqué que « le club a reçu sept voiles de régate et un canot de sauvetage Zodiac-12 gonflable »."
    )
    other = "La fête du port de Kerlann aura lieu dimanche, a annoncé le club de voile."
    story = tell(draft(_source("one", told, again), _source("two", other)))
    (fact,) = (fact for fact in story.facts if "sept voiles" in fact.sentence.text)
    assert {sentence.text for sentence in (fact.sentence, *fact.twins)} == {told, again}


def test_another_number_is_another_fact() -> None:
    told = "Avant la fête, le club a reçu sept voiles de compétition, un canot de sauvetage et une remorque du port."
    again = (
        "Le port a indiqué que « le club a reçu neuf voiles de régate et un canot de sauvetage Zodiac-12 gonflable »."
    )
    other = "La fête du port de Kerlann aura lieu dimanche, a annoncé le club de voile."
    story = tell(draft(_source("one", told, again), _source("two", other)))
    assert len(story.facts) == 3


def test_a_sentence_says_a_phrase_once() -> None:
    twice = "Lors de sa venue à Brest, le but premier de sa venue à Brest a été de parler du port."
    assert printed(twice, "fr") == "Le but premier de sa venue à Brest a été de parler du port."
    once = "Lors de sa venue à Brest, le ministre a parlé du port de Brest."
    assert printed(once, "fr") == once


def test_what_a_stray_stop_tore_off_is_no_sentence_and_stays_a_passage() -> None:
    text = (
        "Le maire craint que la vidange ne menace la vallée. Arzon – une crainte qui a gagné les pêcheurs. Il a écrit."
    )
    source = _source("one", text)
    assert [sentence.text for sentence in read_sentences(source, "fr")] == [
        "Le maire craint que la vidange ne menace la vallée.",
        "Il a écrit.",
    ]
    (fragment,) = read_fragments(source, "fr")
    assert source.body[fragment.start : fragment.end] == "Arzon – une crainte qui a gagné les pêcheurs."
    assert fragment in propose_outline(draft(source)).orphans


def test_a_label_with_a_sentence_behind_its_dash_is_not_torn() -> None:
    assert not is_torn("Paul Noir – nous avons décidé de vider le barrage.", "fr")
    assert not is_torn("Une crainte partagée.", "fr")


def test_a_lonely_sentence_that_goes_on_with_the_lead_opens_the_article() -> None:
    story = tell(
        draft(
            _source(
                "one",
                "Le club de voile de Kerlann a fêté mardi ses cent ans.",
                "Cette fête couronne une saison rare de six mois de régates avec le port voisin de Lanvor.",
                "Le club a reçu une coupe du maire. Il a reçu un canot du port.",
                "Le port voisin de Lanvor a accueilli six régates en juin. La saison de régates a réuni cent bateaux.",
            )
        )
    )
    facts = tuple(fact.index for fact in story.facts if fact.index != story.lead)
    joined = without_lonely(story, themes(story, strands(story, facts), 3), 2)
    assert joined[0].facts[0] == 1
