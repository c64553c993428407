"""A place of the article leads to the text that holds it, and back to the very same words."""

from __future__ import annotations

import pytest

from assistant.desk.articles import place_sections
from assistant.model import Draft, Section, Version
from assistant.text.markup import visible_text
from assistant.ui.marks import Place, heading_field, place_in_article, text_field, visible_span

TEXT = "\nLe **vote** a eu lieu.\n\n- Oui 😀 non"
DRAFT = Draft(
    "d",
    "fr",
    title="Le maire [enfin] élu",
    standfirst="Un vote *serré*.",
    sections=(
        Section("a", 2, "Un 1er tour", versions=(Version("v", TEXT, "hand", ""),)),
        Section("b", 3, "Ensuite"),
        Section("c", 2, "Fin", versions=(Version("w", "La fin.", "hand", ""),)),
    ),
)


def _text(place: Place) -> str:
    name, _, identifier = place.field.partition(":")
    section = DRAFT.section(identifier)
    texts = {"title": DRAFT.title, "standfirst": DRAFT.standfirst}
    if section:
        texts |= {"heading": section.heading, "text": section.text}
    return texts[name][place.start : place.end]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("enfin", "title"),
        ("serré", "standfirst"),
        ("1er tour", heading_field("a")),
        ("vote** a eu", text_field("a")),
        ("non", text_field("a")),
        ("Ensuite", heading_field("b")),
        ("fin.", text_field("c")),
    ],
)
def test_words_of_the_article_are_found_in_their_own_text(words: str, field: str) -> None:
    placed = place_sections(DRAFT)
    start = placed.article.markdown.index(words)
    place = place_in_article(DRAFT, placed, (start, start + len(words)))
    assert place is not None
    assert (place.field, _text(place)) == (field, words)


def test_a_stretch_over_several_texts_is_cut_at_the_end_of_the_first() -> None:
    placed = place_sections(DRAFT)
    start = placed.article.markdown.index("non")
    place = place_in_article(DRAFT, placed, (start, len(placed.article.markdown)))
    assert place is not None
    assert _text(place) == "non"


@pytest.mark.parametrize(
    ("markdown", "written", "shown"),
    [
        ("Un **mot** gras.", "mot", "mot"),
        ("Un **mot** gras.", "**mot**", "mot"),
        ("Un.\n\n- Deux\n- Trois", "Trois", "Trois"),
        ("A &amp; B", "&amp;", "&"),
        ("Voir [le site](https://exemple.fr) ici.", "[le site](https://exemple.fr)", "le site"),
    ],
)
def test_a_stretch_of_markdown_is_what_it_shows(markdown: str, written: str, shown: str) -> None:
    start = markdown.index(written)
    first, last = visible_span(markdown, (start, start + len(written)))
    assert visible_text(markdown)[first:last] == shown
