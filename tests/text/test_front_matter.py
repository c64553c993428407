"""The fields at the head of a Markdown file."""

from __future__ import annotations

import pytest

from assistant.text.front_matter import split_front_matter


def test_fields_are_read_and_the_body_starts_behind_them() -> None:
    text = "---\ntitle: \"Le \\\"bal\\\" : suite\"\nSlug: le-bal\nkeyphrase: 'l''été'\nvide:\n# note\n---\n\nTexte"
    fields, start = split_front_matter(text)
    assert fields == {"title": 'Le "bal" : suite', "slug": "le-bal", "keyphrase": "l'été", "vide": ""}
    assert text[start:] == "Texte"


@pytest.mark.parametrize(
    "text", ["", "Texte", "---\nTexte\n---\nsuite", "---\ntitle: x\nsans fin", "--- \n\n---\n", "----\na: b\n---"]
)
def test_a_text_without_front_matter_starts_at_once(text: str) -> None:
    assert split_front_matter(text) == ({}, 0)


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    text = "\ufeff---\r\ntitle: x\r\n---\r\nTexte"
    fields, start = split_front_matter(text)
    assert (fields, text[start:]) == ({"title": "x"}, "Texte")
