"""Sources in another language: numbers, dates and names are compared, the wording is not."""

from __future__ import annotations

import pytest

from assistant.facts.verification import verify
from assistant.model import Block, SentenceCheck, Source

BODY = (
    "Skagen Line, a ferry company, cancelled 64 crossings on Tuesday."
    " About 9,200 passengers were stranded in Port Alder.",
    "“We are short of twelve captains,” said union leader Pavel Horak. In 2018 a similar strike lasted six days.",
)
SOURCE = Source("en", "", "", "en", None, None, tuple(Block("paragraph", text) for text in BODY))


def check(text: str) -> SentenceCheck:
    (found,) = verify(text, (SOURCE,), (), "fr")
    return found


@pytest.mark.parametrize(
    "text",
    ["Skagen Line a annulé 64 traversées mardi.", "Environ 9 200 passagers sont restés bloqués à Port Alder."],
)
def test_numbers_and_dates_that_the_source_gives_are_supported_and_called_translated(text: str) -> None:
    found = check(text)
    assert (found.verdict, found.translated) == ("supported", True)
    assert found.passages


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Skagen Line a annulé 46 traversées mardi.", "number", "64"),
        ("Skagen Line a annulé 64 traversées jeudi.", "date", "Tuesday"),
        ("Une grève semblable avait duré six jours en 2016.", "date", "2018"),
    ],
)
def test_a_changed_number_or_date_is_red_across_languages(text: str, kind: str, expected: str) -> None:
    found = check(text)
    assert (found.verdict, found.translated) == ("altered", True)
    assert [(finding.kind, finding.expected) for finding in found.findings if finding.kind == kind] == [
        (kind, expected)
    ]


def test_a_translated_quotation_is_to_be_verified_and_no_more() -> None:
    found = check("«\u00a0Il nous manque douze capitaines\u00a0», dit Pavel Horak.")
    assert (found.verdict, found.translated) == ("unsupported", True)
    assert [finding.kind for finding in found.findings] == ["quote"]


def test_wording_alone_is_never_called_supported_across_languages() -> None:
    assert check("Le dirigeant syndical Pavel Horak est inquiet.").verdict == "unsupported"
