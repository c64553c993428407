"""A place that a check points at is found again in the text that the journalist types into."""

from __future__ import annotations

from assistant.desk.articles import place_sections
from assistant.desk.spots import spots_of
from assistant.model import Draft, Finding, Message, Section, Spot, Version

DRAFT = Draft(
    "d1",
    "fr",
    title="Le *pont* rouvre [enfin]",
    standfirst="Trois ans d’attente.",
    sections=(
        Section(
            "a", 2, "Un chantier_long", versions=(Version("v", "\nLe maire parle.\n\nIl **insiste**.", "hand", ""),)
        ),
        Section("b", 3, "La suite"),
    ),
)


def spot(words: str) -> Spot:
    placed = place_sections(DRAFT)
    start = placed.article.markdown.index(words)
    return spots_of(DRAFT, placed, [Finding(start, start + len(words), Message("k"))])[0]


def shown(found: Spot) -> str:
    section = DRAFT.section(found.section_id or "")
    texts = {"title": DRAFT.title, "standfirst": DRAFT.standfirst}
    if section is not None:
        texts |= {"heading": section.heading, "text": section.text}
    return texts[found.field][found.start : found.end]


def test_words_of_the_title_are_found_behind_its_escapes() -> None:
    assert (spot("rouvre").field, shown(spot("rouvre"))) == ("title", "rouvre")
    assert shown(spot("enfin")) == "enfin"


def test_words_of_the_standfirst_are_found() -> None:
    assert (spot("d’attente").field, shown(spot("d’attente"))) == ("standfirst", "d’attente")


def test_words_of_a_heading_are_found_in_the_heading_of_its_section() -> None:
    assert (spot("chantier").section_id, shown(spot("chantier"))) == ("a", "chantier")
    assert (spot("La suite").section_id, shown(spot("La suite"))) == ("b", "La suite")


def test_words_of_a_text_are_found_in_the_markdown_of_its_section() -> None:
    assert spot("Le maire") == Spot("text", "a", 1, 9)
    assert shown(spot("**insiste**")) == "**insiste**"


def test_a_place_in_a_field_stays_as_it_is() -> None:
    finding = Finding(3, 7, Message("k"), "description")
    assert spots_of(DRAFT, place_sections(DRAFT), [finding]) == (Spot("description", None, 3, 7),)
