"""Words: what counts as one, and how two are compared."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.words import count_words, fold, word_spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("L’homme d’État", 2),
        ("Est-ce que", 2),
        ("1 000 navires", 2),
        ("1\u00a0000 navires", 2),
        ("1\u202f000\u202f000 navires", 2),
        ("(1 000 navires)", 2),
        ("En 2021 500 navires", 4),
        ("Il quitte la Bretagne.Ses adieux", 6),
        ("Il lit la BBC.Elle écoute", 6),
        ("le port (AFP)Alors", 4),
        ("www.Le.Monde est un site", 4),
        ("U.S.Senate", 1),
        ("– « » … : ;", 0),
        ("A – B", 2),
        ("12,5 %", 1),
        ("_ __ a", 1),
    ],
)
def test_a_word_is_a_run_between_spaces_with_a_letter_or_digit(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(alphabet="aéZ1 0\u00a0.’-»(\n", max_size=60))
def test_word_spans_are_ordered_and_cover_every_letter(text: str) -> None:
    spans = word_spans(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert {place for place, character in enumerate(text) if character.isalnum()} <= covered


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("l’Œuvre", "L'oeuvre"),
        ("Saint\u2011Malo", "saint-malo"),
        (unicodedata.normalize("NFD", "Élysée"), "elysee"),
        ("1\u202f000", "1 000"),
        ("STRASSE", "straße"),
    ],
)
def test_folding_hides_how_a_word_is_written(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
