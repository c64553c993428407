"""Syllables and reading ease, without a network and without a shared language."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.text import readability
from assistant.text.readability import count_syllables, flesch, reading_ease

FRENCH = "Le chat dort sur le canapé. La pluie tombe doucement sur les toits de la ville."
ENGLISH = "The cat sleeps on the sofa. Rain falls gently on the roofs of the city."


@pytest.mark.parametrize(
    ("word", "language", "syllables"),
    [("chat", "fr", 1), ("canapé", "fr", 3), ("l’été", "fr", 2), ("1 000", "fr", 1), ("…", "fr", 0), ("cat", "en", 1)],
)
def test_syllables_of_a_word(word: str, language: str, syllables: int) -> None:
    assert count_syllables(word, language) == syllables


@pytest.mark.parametrize("text", ["", "   ", "… – !"])
def test_a_text_without_words_has_no_reading_ease(text: str) -> None:
    assert reading_ease(text, "fr") is None


def test_the_formula_is_that_of_the_language() -> None:
    assert flesch(100, 10, 150, "fr") == pytest.approx(207 - 1.015 * 10 - 73.6 * 1.5)
    assert flesch(100, 10, 150, "en") == pytest.approx(206.835 - 1.015 * 10 - 84.6 * 1.5)
    assert flesch(0, 0, 0, "fr") is None


def test_abbreviations_and_decimals_do_not_make_a_text_easier() -> None:
    assert reading_ease("M. Roy paie 12.5 euros à Mme. Petit", "fr") == reading_ease(
        "MX Roy paie 1255 euros à Mmex Petit", "fr"
    )


def test_harder_words_read_harder() -> None:
    easy, hard = reading_ease(ENGLISH, "en"), reading_ease("Institutional considerations notwithstanding.", "en")
    assert easy is not None
    assert hard is not None
    assert easy > hard


def test_two_threads_in_two_languages_get_their_own_scores() -> None:
    expected = {language: reading_ease(text, language) for language, text in (("fr", FRENCH), ("en", ENGLISH))}

    def measure(number: int) -> bool:
        readability.count_syllables.cache_clear()
        language, text = ("fr", FRENCH) if number % 2 else ("en", ENGLISH)
        return reading_ease(text, language) == expected[language]

    with ThreadPoolExecutor(2) as threads:
        assert all(threads.map(measure, range(100)))
