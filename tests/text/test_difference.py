"""A difference says what went and what came, and loses nothing of either text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.text.difference import MOST_LINES, changed_words, difference


def test_a_changed_word_is_shown_alone() -> None:
    runs = difference("Le pont rouvre lundi.\nFin.", "Le pont ferme lundi.\nFin.")
    assert [(run.kind, run.text) for run in runs] == [
        ("same", "Le pont "),
        ("gone", "rouvre"),
        ("new", "ferme"),
        ("same", " lundi.\nFin."),
    ]
    assert changed_words(runs) == (1, 1)


def test_the_same_text_is_one_run_and_nothing_is_none() -> None:
    assert [run.kind for run in difference("Un.", "Un.")] == ["same"]
    assert difference("", "") == ()


def test_texts_too_long_to_compare_are_exchanged_as_a_whole() -> None:
    long = "mot\n" * (MOST_LINES + 1)
    assert [run.kind for run in difference(long, long + "fin")] == ["gone", "new"]


@given(st.text(alphabet="ab .\n", max_size=60), st.text(alphabet="ab .\n", max_size=60))
def test_the_runs_make_up_both_texts(before: str, after: str) -> None:
    runs = difference(before, after)
    assert "".join(run.text for run in runs if run.kind != "new") == before
    assert "".join(run.text for run in runs if run.kind != "gone") == after
    assert all(run.text for run in runs)
