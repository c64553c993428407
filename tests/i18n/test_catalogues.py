"""Every sentence exists in both languages, with the same places to fill."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from assistant.errors import SourceError
from assistant.i18n import INTERFACE_LANGUAGES, Entry, catalogue, describe, format_number, translate

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"""\bt\(\s*"([a-z][\w.-]+)\"""")
CODE = re.compile(r"""\b\w*Error\(\s*"([a-z][a-z-]+)\"""")


def _forms(entry: Entry) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _sources() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "assistant").rglob("*.py"))]


def test_both_languages_have_the_same_keys() -> None:
    assert catalogue("fr").keys() == catalogue("en").keys()


@pytest.mark.parametrize("key", sorted(catalogue("fr")))
def test_a_message_fills_the_same_places_in_both_languages(key: str) -> None:
    names = {
        language: set().union(*(_names(form) for form in _forms(catalogue(language)[key])))
        for language in INTERFACE_LANGUAGES
    }
    assert names["fr"] == names["en"]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_plural_entries_have_both_forms(language: str) -> None:
    assert all(entry.keys() == {"one", "other"} for entry in catalogue(language).values() if isinstance(entry, dict))


def test_every_message_that_the_pages_name_exists() -> None:
    named = {key for source in _sources() for key in KEY.findall(source) if not key.endswith(".")}
    assert named
    assert named <= catalogue("fr").keys()


def test_every_error_has_its_sentence() -> None:
    codes = {code for source in _sources() for code in CODE.findall(source)}
    assert codes
    assert {f"error.{code}" for code in codes} <= catalogue("fr").keys()


def test_french_messages_use_french_typography() -> None:
    wrong = re.compile(r" [:;!?»]|« |\w'\w")
    offenders = {key: form for key, entry in catalogue("fr").items() for form in _forms(entry) if wrong.search(form)}
    assert offenders == {}


@pytest.mark.parametrize(
    ("language", "count", "expected"), [("fr", 0, "mot"), ("fr", 1, "mot"), ("fr", 2, "mots"), ("en", 0, "words")]
)
def test_plural_follows_the_language(language: str, count: int, expected: str) -> None:
    assert translate("section.words", language, count=count).split()[-1] == expected


@pytest.mark.parametrize(("language", "expected"), [("fr", "12\u202f345,6"), ("en", "12,345.6")])
def test_numbers_are_written_as_the_language_writes_them(language: str, expected: str) -> None:
    assert format_number(12345.6, language, 1) == expected


def test_an_error_becomes_one_sentence_in_the_language_of_the_reader() -> None:
    assert describe(SourceError("empty-source"), "fr") != describe(SourceError("empty-source"), "en")


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [("fr", 1, "1 mot"), ("fr", 1200, "1\u202f200 mots"), ("en", 1, "1 word"), ("en", 0, "0 words")],
)
def test_the_noun_of_a_second_number_agrees_with_it(language: str, words: int, expected: str) -> None:
    assert translate("source.summary", language, count=3, words=words).endswith(expected)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_no_second_number_stands_before_a_noun_that_cannot_agree(language: str) -> None:
    rigid = re.compile(r"\{(?!count\})\w+\}[ \u00a0](?:mots|words)\b")
    thresholds = re.compile(r"check\..*\.rule|check\.sentence-length\..*")
    offenders = [key for key, entry in catalogue(language).items() if any(map(rigid.search, _forms(entry)))]
    assert [key for key in offenders if not thresholds.fullmatch(key)] == []


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("fr", "Il dit «\u00a0oui\u00a0» puis «non»", "«\u00a0Il dit “oui” puis “non”\u00a0»"),
        ("en", "He says “yes”", "“He says ‘yes’”"),
    ],
)
def test_quotation_marks_within_quotation_marks_are_of_the_second_level(
    language: str, source: str, expected: str
) -> None:
    assert expected in translate("check.attribution-kept.hedge", language, source=source)


def test_a_quotation_outside_of_marks_keeps_its_own() -> None:
    assert "«\u00a0oui\u00a0»" in translate("check.missing-facts.missing", "fr", count=1, facts="«\u00a0oui\u00a0»")
