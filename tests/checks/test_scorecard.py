"""The whole card: a sound article, the same article spoilt in one way at a time, the total and a broken check."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.checks import CHECKS
from assistant.checks.base import Reading
from assistant.checks.judgement import Check, Judgement, good
from assistant.checks.origins import house
from assistant.i18n import render
from assistant.model import Article, Brief, Result
from assistant.scorecard import measures, score, score_reading
from tests.checks.articles import FERRY

BRIEF = Brief(min_words=300, subheadings=True)
SEEDS = Path(__file__).parents[2] / "../shared/seeds"


def states(article: Article, brief: Brief = BRIEF) -> dict[str, str]:
    return {result.check: result.state for result in score(article, brief).results}


def total(article: Article, brief: Brief = BRIEF) -> float:
    found = score(article, brief).total
    assert found is not None
    return found


def spoil(article: Article, before: str, after: str) -> Article:
    assert before in article.markdown
    return replace(article, markdown=article.markdown.replace(before, after))


def test_a_sound_article_passes_every_check() -> None:
    assert {check: state for check, state in states(FERRY).items() if state not in ("good", "n/a")} == {}
    assert total(FERRY) == 100


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("### Un accès refait rive gauche", "#### Un accès refait rive gauche", {"heading-order": "bad"}),
        ("## Des horaires plus larges", "## Conclusion", {"heading-generic": "bad"}),
        ("## Ce qui se passera", "# Ce qui se passera", {"single-h1": "bad"}),
        (
            "Un accès refait rive gauche",
            "Bac de Kerlann : la traversée reprend après trois mois d’arrêt",
            {"heading-repeats-title": "bad", "heading-duplicate": "bad"},
        ),
        (
            "Le bac de Kerlann reprend ses rotations lundi",
            "Le bateau repart lundi",
            {
                "keyphrase-in-opening": "bad",
                "keyphrase-early": "improve",
                "main-names": "improve",
                "description-supported": "improve",
            },
        ),
        (
            "Le dernier retour passe à 20 h 15.",
            "Le dernier retour passe à 20 h 15. Une rampe remplace les marches, et un abri protège la file d’attente.",
            {"repetition": "bad"},
        ),
    ],
)
def test_one_fault_changes_its_checks_and_no_other(before: str, after: str, changed: dict[str, str]) -> None:
    sound, spoilt = states(FERRY), states(spoil(FERRY, before, after))
    assert {check: state for check, state in spoilt.items() if state != sound[check]} == changed
    assert total(spoil(FERRY, before, after)) < 100


def test_the_measures_have_the_names_of_the_contract() -> None:
    assert measures(Reading(FERRY)) == {
        "words": 331,
        "sentences": 30,
        "keyphrase_count": 5,
        "keyphrase_density_percent": 1.51,
        "headings": 5,
        "headings_with_keyphrase": 1,
        "passive_sentences": 1,
        "transition_sentences": 10,
        "long_sentences": 0,
        "reading_ease": pytest.approx(89, abs=3),
        "title_width_px": pytest.approx(541, abs=3),
        "title_keyphrase_position": 0,
        "description_keyphrase_count": 1,
        "slug_keyphrase_percent": 100,
        "heading_problems": 0,
    }


def test_padding_never_raises_the_total() -> None:
    repeated = replace(FERRY, markdown=FERRY.markdown + "\n\n" + FERRY.markdown.split("\n\n")[3])
    stuffed = replace(FERRY, markdown=FERRY.markdown + "\n\nLe bac de Kerlann" * 30)
    for padded in (repeated, stuffed):
        assert total(padded) < total(FERRY)
        assert total(padded, Brief(min_words=400)) <= total(FERRY, Brief(min_words=400))


def test_the_total_is_the_weighted_mean_of_what_applies() -> None:
    card = score(replace(FERRY, keyphrase="", title=""))
    weights = {check.id: check.weight for check in CHECKS}
    applied = [(weights[result.check], result.score) for result in card.results if result.score is not None]
    expected = 100 * sum(weight * found for weight, found in applied) / sum(weight for weight, _ in applied)
    assert card.total == pytest.approx(expected)


def _break(reading: Reading) -> Judgement:
    raise ValueError(reading.article.language)


def test_a_broken_check_is_shown_logged_and_left_out_of_the_total(caplog: pytest.LogCaptureFixture) -> None:
    broken = Check("broken-one", "length", (house("for this test"),), 5.0, _break)
    sound = Check("sound-one", "length", (house("for this test"),), 1.0, lambda _reading: good())
    with caplog.at_level(logging.ERROR):
        card = score_reading(Reading(FERRY), (broken, sound))
    assert [result.state for result in card.results] == ["broken", "good"]
    assert card.results[0].score is None
    assert card.total == 100
    assert "ValueError" in caplog.text
    assert render(card.results[0].message, "fr")


def test_an_article_without_anything_has_a_total_of_zero_or_none() -> None:
    assert score(Article("")).total == 0
    assert score_reading(Reading(Article("")), ()).total is None


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared folder is not here")
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_seed_is_judged_without_a_broken_check_and_every_message_can_be_said(seed: Path) -> None:
    def sayings(result: Result) -> list[str]:
        messages = (result.message, result.value, result.target, *(finding.message for finding in result.findings))
        return [render(message, "fr") for message in messages if message]

    text = seed.read_text(encoding="utf-8")
    for result in score(Article(text, keyphrase="Corée du Nord"), Brief(min_words=700)).results:
        assert result.state != "broken"
        assert all(sayings(result))
        assert all(text[each.start : each.end] for each in result.findings if each.field == "body")
