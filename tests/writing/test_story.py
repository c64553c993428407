"""Several sources on one story: each fact once, disagreement shown."""

from __future__ import annotations

from assistant.writing.contradictions import contradictions
from assistant.writing.resemblance import read_numbers
from assistant.writing.story import tell
from tests.writing.bridge_story import both, draft, first_source, second_source


def test_a_fact_told_by_two_sources_is_one_fact_that_knows_both() -> None:
    story = tell(both())
    shared = next(fact for fact in story.facts if "dureront neuf semaines" in fact.sentence.text)
    assert {passage.source for passage in shared.passages} == {"one", "two"}


def test_every_sentence_of_every_source_is_in_exactly_one_fact() -> None:
    story = tell(both())
    told = [sentence for fact in story.facts for sentence in (fact.sentence, *fact.twins)]
    assert sorted(told, key=story.place_of) == list(story.sentences)


def test_numbers_that_disagree_are_kept_with_their_sources() -> None:
    case = both()
    ((one, other),) = contradictions(case)
    texts = {source.id: source.body for source in case.sources}
    assert "douze ouvriers" in texts[one.source][one.start : one.end]
    assert "quinze ouvriers" in texts[other.source][other.start : other.end]


def test_the_lead_is_the_sentence_that_says_what_happened_and_when() -> None:
    story = tell(both())
    assert story.lead is not None
    assert story.facts[story.lead].sentence.text.startswith("La passerelle des Tanneurs, à Montreval, restera fermée")


def test_a_pronoun_follows_the_fact_it_leans_on_even_into_another_source() -> None:
    story = tell(both())
    builders = next(fact for fact in story.facts if fact.sentence.text.startswith("Ils seront confiés"))
    followed = story.follows[builders.index]
    assert followed is not None
    assert "Les travaux" in story.facts[followed].sentence.text


def test_one_source_alone_loses_no_sentence() -> None:
    for source in (first_source(), second_source()):
        story = tell(draft(source))
        assert [fact.sentence for fact in story.facts] == list(story.sentences)


def test_numbers_are_read_in_figures_and_in_words() -> None:
    assert [value for value, _ in read_numbers("3 200 piétons, douze ouvriers et 2,5 millions d’euros", "fr")] == [
        3200,
        12,
        2_500_000,
    ]


def test_a_number_inside_a_name_counts_nothing_and_punctuation_parts_a_number_from_a_noun() -> None:
    assert read_numbers("un drone Geran-25, a ajouté la mairie", "fr") == ()
    assert read_numbers("en 2018, la ville", "fr") == ((2018, ""),)
