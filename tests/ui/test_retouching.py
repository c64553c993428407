"""A retouch asked for in the article: which sentences a selection of the browser touches."""

from __future__ import annotations

import pytest

from assistant.ui.retouching import touched_sentences

TEXT = "La maire **parle** mardi 🎭 à la presse. Le pont ferme.\n\n- Un bac le remplace.\n- Il est gratuit."


@pytest.mark.parametrize(
    ("start", "quote", "touched"),
    [
        (0, "La maire", "La maire **parle** mardi 🎭 à la presse."),
        (3, "", "La maire **parle** mardi 🎭 à la presse."),
        # The mask is two UTF-16 units, and the asterisks are not seen.
        (42, "pont", "Le pont ferme."),
        (42, "pont ferme.\nUn bac", "Le pont ferme.\n\n- Un bac le remplace."),
        (900, "gratuit", "- Il est gratuit."),
        (0, "absent du texte", "La maire **parle** mardi 🎭 à la presse."),
    ],
)
def test_a_selection_takes_whole_sentences(start: int, quote: str, touched: str) -> None:
    begin, end = touched_sentences(TEXT, "fr", start, quote)
    assert TEXT[begin:end] == touched


def test_an_empty_text_has_no_sentence_to_retouch() -> None:
    assert touched_sentences("", "fr", 0, "") == (0, 0)
