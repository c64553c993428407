"""What a model says after the text is taken off, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.writing.closing import without_remarks
from assistant.writing.tongue import is_in_language

TEXT = "La maire a présenté le plan mardi. Les travaux durent un an."


def closed(text: str) -> str:
    return "".join(without_remarks(list(text))).rstrip()


@pytest.mark.parametrize(
    "remark",
    [
        "N’hésitez pas à me dire si cela convient !",
        "\n\n(120 mots)",
        "\n\nNombre de mots : 120",
        "\nJ’espère que cette section vous convient.",
        "\n\nSouhaitez-vous que je rédige la suite ?",
        "\n\n**Note :** j’ai gardé les citations.",
        "\n\n[Fin de la section]",
        "\n\nLet me know if you want changes.",
        "\n\nWord count: 118",
    ],
)
def test_a_remark_about_the_work_is_taken_off(remark: str) -> None:
    assert closed(f"{TEXT} {remark}") == TEXT


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT} 120 mots suffisent à le dire, selon elle.",
        f"{TEXT} Si vous souhaitez participer, inscrivez-vous en mairie.",
        f"{TEXT}\n\nCette section de la route sera fermée mardi.",
        f"{TEXT} Note de bas de page.",
        f"Note : le texte commence ici. {TEXT} {TEXT * 9}",
    ],
)
def test_a_sentence_of_the_article_stays(text: str) -> None:
    assert closed(text) == text


@given(st.text(alphabet="abé (.,\n1", max_size=80))
def test_what_is_shown_is_a_beginning_of_the_text(text: str) -> None:
    assert text.startswith("".join(without_remarks(list(text))))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (TEXT * 3, "fr", True),
        (TEXT * 3, "en", False),
        ("The mayor presented the plan on Tuesday, and the works will last for a year or so. " * 2, "fr", False),
        ("The mayor presented the plan on Tuesday, and the works will last for a year or so. " * 2, "en", True),
        ("El alcalde presentó el plan el martes y las obras durarán un año para los vecinos. " * 2, "fr", False),
        ("Der Plan wurde am Dienstag vorgestellt und die Arbeiten dauern nach der Stadt ein Jahr. " * 2, "fr", False),
        ("Hello, world.", "fr", True),
    ],
)
def test_small_words_tell_the_language(text: str, language: str, expected: bool) -> None:
    assert is_in_language(text, language) is expected
