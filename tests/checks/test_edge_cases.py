"""Edge cases of French counting, hard on purpose: what a careful reader counts, the scorecard counts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.checks.base import Reading
from assistant.model import Article

CASES = tomllib.loads(Path(__file__).with_name("edge_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["keyphrase"], ids=lambda case: case["phrase"])
def test_a_keyphrase_is_found_as_a_reader_finds_it(case: dict[str, Any]) -> None:
    assert len(Reading(Article(case["text"], keyphrase=case["phrase"])).keyphrase_matches) == case["count"]


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["text"][:40])
def test_sentences_end_where_a_reader_ends_them(case: dict[str, Any]) -> None:
    assert len(Reading(Article(case["text"])).sentences) == case["count"]


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: case["text"])
def test_words_are_those_of_a_word_processor(case: dict[str, Any]) -> None:
    assert Reading(Article(case["text"])).words == case["count"]
