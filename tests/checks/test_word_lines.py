"""Words of a newsroom as a journalist lists them."""

from __future__ import annotations

from assistant.checks.rules import WordRule
from assistant.checks.word_lines import read_banned, read_spellings, write_banned, write_spellings


def test_a_line_is_a_word_not_to_write_and_what_to_write_instead() -> None:
    text = 'au final : finalement\n\nimpacter\n« solutionner » → résoudre\n"en charge de" = "chargé de"'
    assert read_banned(text) == (
        WordRule("au final", "finalement"),
        WordRule("impacter"),
        WordRule("solutionner", "résoudre"),
        WordRule("en charge de", "chargé de"),
    )


def test_a_line_is_a_preferred_spelling_and_its_variants() -> None:
    assert read_spellings("Kiev : Kyiv, Kyïv\nL’Oréal : l'oréal\nseul") == (
        WordRule("Kyiv", "Kiev"),
        WordRule("Kyïv", "Kiev"),
        WordRule("l'oréal", "L’Oréal"),
    )


def test_what_is_written_is_read_back() -> None:
    banned = (WordRule("au final", "finalement"), WordRule("impacter"))
    spellings = (WordRule("Kyiv", "Kiev"), WordRule("Kyïv", "Kiev"))
    assert read_banned(write_banned(banned)) == banned
    assert read_spellings(write_spellings(spellings)) == spellings
