"""The total never rewards padding: said twice, said again in other order, or not in the sources, words cost points."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checks.base import Reading
from assistant.model import Article, Block, Brief, Evidence, Passage, Source, Span
from assistant.scorecard import score_reading
from tests.checks.articles import FERRY

BODY = [part for part in FERRY.markdown.split("\n\n") if not part.startswith("#")]
SOURCE = Source("s", "source", "", "fr", None, None, tuple(Block("paragraph", part) for part in BODY))
WEAK = Article(
    "Le quai est fermé. La digue est cassée par la mer. Le port est ouvert par le maire.\n\n"
    "Une longue réunion a été organisée par la préfecture afin que les habitants de la ville et ceux des communes "
    "voisines puissent être informés des travaux qui seront menés.",
    keyphrase="bac de Kerlann",
)


def total(article: Article, brief: Brief | None = None, service: tuple[Span, ...] = ()) -> float:
    found = score_reading(Reading(article, brief or Brief(min_words=500), service=service)).total
    assert found is not None
    return found


def with_more(article: Article, *paragraphs: str) -> Article:
    return replace(article, markdown="\n\n".join((article.markdown, *paragraphs)))


@pytest.mark.parametrize("article", [FERRY, WEAK])
@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=6))
def test_a_paragraph_said_again_never_raises_the_total(article: Article, paragraphs: list[str]) -> None:
    once = with_more(article, *(part for part in BODY if part not in article.markdown))
    assert total(with_more(once, *paragraphs)) < total(once)


def test_a_sentence_said_again_in_another_dress_is_known() -> None:
    retold = with_more(FERRY, "Toutefois, le premier départ aura lieu à 6 h 30, une demi-heure plus tôt qu’avant.")
    reading = Reading(retold)
    assert [reading.sentences[place].text[:9] for place in reading.padding.repeated] == ["Toutefois"]
    assert total(retold) < total(FERRY)


def test_a_box_may_retell_and_its_words_do_not_count() -> None:
    box = "Le premier départ aura lieu à 6 h 30, une demi-heure plus tôt qu’avant."
    article = with_more(FERRY, "## L’essentiel", box)
    start = article.markdown.index("## L’essentiel")
    reading = Reading(article, service=((start, len(article.markdown)),))
    card = score_reading(reading)
    assert {result.check: result.state for result in card.results}["repetition"] == "good"
    assert card.deduction == 0
    assert reading.words - reading.told_words == 14


@pytest.mark.parametrize(
    "padding",
    [
        "En outre, les spécialistes estiment que la situation devrait encore évoluer au cours des prochains mois.",
        "Le bac de Kerlann attire aussi les peintres. Cependant, le bac de Kerlann reste un bac comme les autres.",
        "« Nous sommes très heureux de ce retour », a déclaré un habitant du quartier, venu avec toute sa famille.",
    ],
)
def test_what_the_sources_do_not_carry_never_raises_the_total(padding: str) -> None:
    def judged(article: Article) -> float:
        found = score_reading(Reading(article, Brief(min_words=340), sources=(SOURCE,))).total
        assert found is not None
        return found

    assert judged(with_more(FERRY, padding)) < judged(FERRY)


def test_evidence_names_where_a_sentence_comes_from() -> None:
    article = Article("Le bac repart lundi matin.")
    source = Source("s", "s", "", "fr", None, None, (Block("paragraph", "Le bac repart lundi matin."),))
    evidence = (Evidence(0, 26, (Passage("s", 0, 26),)),)
    assert Reading(article, sources=(source,), evidence=evidence).verdicts.unsupported == frozenset()
