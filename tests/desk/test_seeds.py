"""The five source articles of the shared folder, written without a model: what must always hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from assistant.desk.articles import article_of
from assistant.desk.drafting import draft_from_sources, source_length, with_outline, write_article
from assistant.desk.report import report_on
from assistant.intake import read_file
from assistant.model import Draft
from assistant.text.markup import parse_markdown
from assistant.writing.contradictions import contradictions
from assistant.writing.extractive import ExtractiveWriter

FOLDER = Path(__file__).parents[3] / "shared" / "seeds"
SEEDS = sorted(FOLDER.glob("*.txt"))
NEVER_PRINTED = (
    "Make this article",
    "subheadings",
    "700 words",
    "KCNA/Reuters",
    "reCAPTCHA",
    "Laisser un commentaire",
    "GIPHY",
    "Source link",
    "Mis à jour dimanche",
    "fr-01",
    "Formule 1",
)

pytestmark = pytest.mark.skipif(not SEEDS, reason="the shared seed articles are not here")


@cache
def written(*paths: Path, min_words: int | None = None) -> Draft:
    sources = [read_file(path.name, path.read_bytes()) for path in paths]
    return write_article(with_outline(draft_from_sources(sources, min_words=min_words)), ExtractiveWriter())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_alone_becomes_an_article(path: Path) -> None:
    draft = written(path, min_words=700)
    blocks = parse_markdown(article_of(draft).markdown)
    assert draft.language == "fr"
    assert [block.level for block in blocks if block.kind == "heading"].count(1) == 1
    assert [block.level for block in blocks if block.kind == "heading"].count(2) >= 4
    assert all(section.text.strip() for section in draft.sections)
    assert not [phrase for phrase in NEVER_PRINTED if phrase in article_of(draft).markdown]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_seed_alone_is_never_padded(path: Path) -> None:
    draft = written(path, min_words=700)
    report = report_on(draft)
    assert dict(report.verdicts) == {**dict(report.verdicts), "altered": 0, "unsupported": 0}
    assert report.words <= report.honest_maximum
    assert report.words >= 700 or report.shortfall == 700 - report.words
    assert source_length(draft).shortfall == max(0, 700 - report.honest_maximum)


def test_all_seeds_together_carry_the_length_and_repeat_no_sentence() -> None:
    draft = written(*SEEDS, min_words=700)
    report = report_on(draft)
    assert report.words >= 700
    assert report.shortfall == 0
    assert dict(report.verdicts)["unsupported"] == 0
    sentences = [
        section.text[evidence.start : evidence.end].strip()
        for section in draft.sections
        for evidence in section.versions[-1].evidence
    ]
    assert len(sentences) == len(set(sentences))
    # Two sources tell it in clauses of sentences on other things.
    assert sum("depuis la pandémie" in sentence for sentence in sentences) == 1
    assert not [phrase for phrase in NEVER_PRINTED if phrase in article_of(draft).markdown]


def test_all_seeds_together_carry_900_words_with_each_event_apart() -> None:
    draft = written(*SEEDS, min_words=900)
    assert 900 <= report_on(draft).words <= 990
    visit = [section for section in draft.sections if "Lavrov est arrivé" in section.text]
    assert len(visit) == 1
    assert "a quitté la Russie dimanche" not in visit[0].text
    assert "mardi soir" not in visit[0].text
    text = " ".join(section.text for section in draft.sections)
    assert text.count("cinq drones") == 1
    assert "Kozlov Il" not in text
    assert "le Université" not in text


def test_distances_that_disagree_are_a_contradiction() -> None:
    draft = written(*SEEDS, min_words=700)
    bodies = {source.id: source.body for source in draft.sources}
    told = [[bodies[passage.source][passage.start : passage.end] for passage in pair] for pair in contradictions(draft)]
    assert any("200 kilomètres" in one and "250 kilomètres" in other for one, other in told)


def test_a_fact_that_two_sources_tell_remembers_both() -> None:
    draft = written(*SEEDS, min_words=700)
    told_twice = [
        evidence
        for section in draft.sections
        for evidence in section.versions[-1].evidence
        if len({passage.source for passage in evidence.passages}) > 1
    ]
    assert told_twice
