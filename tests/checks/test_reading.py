"""A reading measures once, points into the Markdown, and survives whatever it is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.checks.base import Reading
from assistant.checks.measure import measure_block
from assistant.checks.names import counted_names, find_names
from assistant.checks.remember import kept_misses
from assistant.model import Article
from assistant.scorecard import measures, score, score_reading

MARKDOWN = """# Le port de **Brest**

Le [port de Brest](https://example.org/port) a été *fermé* mardi. Les ports voisins restent ouverts.

## Un quai neuf

- Le quai mesure 1 200 mètres.
- Il coûte 3,5 millions.

> Nous sommes prêts, dit le maire.
"""


def test_spans_point_at_the_markdown_they_name() -> None:
    reading = Reading(Article(MARKDOWN, keyphrase="port de Brest"))
    assert [MARKDOWN[start:end] for start, end in reading.keyphrase_matches] == ["port de Brest"]
    assert [MARKDOWN[slice(*sentence.passive)] for sentence in reading.sentences if sentence.passive] == [
        "a été *fermé"
    ]
    assert MARKDOWN[slice(*reading.sentences[1].span)] == "Les ports voisins restent ouverts."


def test_words_of_headings_are_no_words_of_the_body() -> None:
    reading = Reading(Article(MARKDOWN))
    assert (reading.words, len(reading.sentences), len(reading.headings)) == (28, 5, 1)


def test_an_edit_of_one_section_measures_that_section_only() -> None:
    article = "\n\n".join(f"## Partie sur le lieu {n}\n\nLe lieu numéro {n} ouvre." for n in range(20))
    score(Article(article, keyphrase="lieu"))
    before = kept_misses(measure_block)
    score(Article(article.replace("numéro 7 ouvre", "numéro 7 ferme"), keyphrase="lieu"))
    assert kept_misses(measure_block) == before + 1


def test_html_is_read_as_the_reader_sees_it_and_points_into_its_text() -> None:
    html = "<h1>Le port</h1><p>Le <b>port</b> ferme.</p><h2>&nbsp;</h2><h4>Le port rouvre</h4><p>Demain.</p>"
    reading = Reading.from_html(html, Article("", keyphrase="port"))
    text = reading.article.markdown
    assert [text[start:end] for start, end in reading.keyphrase_matches] == ["port"]
    found = measures(reading)
    assert (found["words"], found["headings"], found["headings_with_keyphrase"]) == (4, 1, 1)
    assert found["heading_problems"] == 2
    card = score_reading(reading)
    assert all(text[finding.start : finding.end] for result in card.results for finding in result.findings)


@pytest.mark.parametrize(
    "markdown",
    [
        "", "mot", "\x00", "##", "# A\n## B\n### C", "😀 😀😀", "مرحبا بالعالم. كيف الحال؟", "«" * 500, "*" * 500,
        "[" * 500, "l’" * 500, "a.A" * 500, "# " * 200, "- " * 200, "> " * 200, "\u0301" * 100, "était " * 500,
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["fr", "en", "xx"])
def test_no_check_breaks_on_an_odd_text(markdown: str, language: str) -> None:
    article = Article(markdown, language, "l’Ukraine", ("«",), markdown[:90], markdown[:90], markdown[:90])
    card = score(article)
    assert [result.check for result in card.results if result.state == "broken"] == []
    for result in card.results:
        for finding in result.findings:
            assert 0 <= finding.start <= finding.end <= len(markdown)


HOSTILE = Path(__file__).parents[2] / "../shared/data/hostile/regex.json"


@pytest.mark.skipif(not HOSTILE.is_file(), reason="the shared folder is not here")
def test_no_hostile_string_breaks_a_check() -> None:
    for row in json.loads(HOSTILE.read_text(encoding="utf-8")) if HOSTILE.is_file() else ():
        text = row["unit"] * (row["n"] // 10) + row["tail"]
        card = score(Article(text, "fr", "port de Brest", title=text[:300], description=text[:300]))
        assert [result.check for result in card.results if result.state == "broken"] == [], row["id"]


@pytest.mark.parametrize(
    ("unit", "characters"),
    [
        ("Une phrase entière. ", 1_000_000),
        ("é", 1_000_000),
        ("mot ", 200_000),
        ("« Quoi ? » ", 200_000),
        ("# Titre\n\n", 200_000),
        ("😀 ", 200_000),
    ],
)
def test_a_megabyte_is_judged(unit: str, characters: int) -> None:
    text = unit * (characters // len(unit))
    card = score(Article(text, "fr", "port de Brest", title="Un titre", description="Une description"))
    assert [result.check for result in card.results if result.state == "broken"] == []


def test_names_alone_are_counted_with_the_person_and_not_with_a_hyphenated_pair() -> None:
    text = "La paire Morvane-Sarvie joue. La Sarvie attend Moon Jae-in. On y voit Moon et Paul Armand. Armand rit."
    names = find_names(text, "fr")
    counts = counted_names([names], frozenset())
    assert counts["moon", "jae", "in"] == 2
    assert counts["paul", "armand"] == 2
    assert counts["sarvie",] == 1
