"""Passive verbs and connectives on labelled sentences of our own: precision and recall stay above nine in ten."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.checks.connectives import has_connective
from assistant.checks.passive import find_passive

FLOOR = 0.9
SENTENCES = tomllib.loads(Path(__file__).with_name("voice_sentences.toml").read_text(encoding="utf-8"))


def precision_and_recall(hits: list[str], misses: list[str], finds: Callable[[str], bool]) -> tuple[float, float]:
    found = sum(map(finds, hits))
    wrong = sum(map(finds, misses))
    return found / max(1, found + wrong), found / len(hits)


@pytest.mark.parametrize("language", SENTENCES)
def test_passive_verbs_are_told_from_states_and_movements(language: str) -> None:
    group = SENTENCES[language]
    figures = precision_and_recall(
        group["passive"], group["active"], lambda sentence: find_passive(sentence, language) is not None
    )
    assert min(figures) >= FLOOR, figures


@pytest.mark.parametrize("language", SENTENCES)
def test_connectives_are_told_from_their_look_alikes(language: str) -> None:
    group = SENTENCES[language]
    figures = precision_and_recall(
        group["connective"], group["plain"], lambda sentence: has_connective(sentence, language)
    )
    assert min(figures) >= FLOOR, figures


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Le pont n’a pas encore été rouvert.", "a pas encore été rouvert"),
        ("Kim a été, selon l’agence, accueilli hier.", "a été, selon l’agence, accueilli"),
        ("Les e\u0301lus sont e\u0301carte\u0301s.", "sont e\u0301carte\u0301s"),
    ],
)
def test_the_span_runs_from_auxiliary_to_participle(sentence: str, verb: str) -> None:
    span = find_passive(sentence, "fr")
    assert span is not None
    assert sentence[slice(*span)] == verb


def test_a_language_without_words_for_it_has_no_passive() -> None:
    assert find_passive("Le pont a été fermé.", "xx") is None
