"""Every language pack is complete and consistent."""

from __future__ import annotations

from dataclasses import fields

import pytest

from assistant.checks.flat import flat
from assistant.lang import PACKS, PASSIVE_WORDS, SCORED_LANGUAGES, news_words, pack
from assistant.lang.news import NewsWords
from assistant.lang.pack import LanguagePack
from assistant.text.matching import stem
from assistant.text.words import fold

# English and Spanish elide nothing; in French the speaker stands behind the verb.
EMPTY = {("en", "elisions"), ("es", "elisions"), ("fr", "speech_verbs")}


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_every_field_is_filled(language: str) -> None:
    empty = {(language, field.name) for field in fields(LanguagePack) if not getattr(PACKS[language], field.name)}
    assert empty <= EMPTY


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_words_are_lower_case_with_plain_apostrophes(language: str) -> None:
    words = pack(language)
    every = [
        *words.function_words, *words.abbreviations, *words.transitions, *words.generic_headings, *words.months,
        *words.weekdays, *words.compound_starts, *words.speech_verbs,
    ]  # fmt: skip
    assert [word for word in every if word != word.lower() or "’" in word or word != word.strip()] == []


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_the_data_of_stems_is_folded(language: str) -> None:
    words = pack(language)
    endings = [part for ending in (*words.plural_endings, *words.feminine_endings) for part in ending[:2]]
    every = [*endings, *words.irregular_forms, *words.irregular_forms.values(), *words.unchanging_words]
    assert [word for word in every if fold(str(word)) != word] == []


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_an_irregular_form_shares_the_stem_of_its_word(language: str) -> None:
    forms = pack(language).irregular_forms
    assert {form for form, word in forms.items() if stem(form, language) != stem(word, language)} == set()


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_special_lists_are_parts_of_the_general_ones(language: str) -> None:
    words = pack(language)
    assert words.linking_words <= words.function_words
    assert words.abbreviations_before_names <= words.abbreviations
    assert words.abbreviations_before_numbers <= words.abbreviations


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_a_pack_knows_a_hundred_connectives_once_each(language: str) -> None:
    transitions = pack(language).transitions
    assert len(transitions) == len(set(transitions)) >= 90
    assert all(transition.count("…") <= 1 for transition in transitions)


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_the_calendar_is_whole(language: str) -> None:
    words = pack(language)
    assert (len(set(words.months)), len(set(words.weekdays))) == (12, 7)


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_the_news_words_are_filled_and_flat(language: str) -> None:
    words = news_words(language)
    assert words is not None
    assert [field.name for field in fields(NewsWords) if not getattr(words, field.name)] == []
    sets = (words.actors, words.places, words.place_prepositions, words.speech_forms, words.works, words.person_titles)
    every = [word for each in sets for word in each] + [*words.speech, *words.according, *words.fillers, *words.habits]
    assert [word for word in every if flat(word) != word] == []


@pytest.mark.parametrize("language", SCORED_LANGUAGES)
def test_the_words_of_the_passive_are_there(language: str) -> None:
    words = PASSIVE_WORDS[language]
    assert all((words.be, words.between, words.participle_endings, words.participles, words.adjectives, words.agents))


def test_an_unknown_language_gets_the_english_pack() -> None:
    assert pack("de").code == "en"
