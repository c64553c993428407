"""The draft as one article: what readers get, and the way back to the sections."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.desk.articles import article_of, offset_in_section, place_sections
from assistant.model import Draft, Section, Version
from assistant.text.markup import parse_markdown


def section(section_id: str, heading: str, text: str | None, level: int = 2) -> Section:
    versions = () if text is None else (Version(f"v{section_id}", text, "hand", ""),)
    return Section(section_id, level, heading, versions=versions)  # type: ignore[arg-type]


DRAFT = Draft(
    "d1",
    "fr",
    title="Le pont rouvre",
    standfirst="Après un an de travaux.",
    slug="le-pont-rouvre",
    keyphrase="pont",
    synonyms=("passerelle",),
    description="Le pont rouvre lundi.",
    sections=(section("s1", "Lundi", "Les vélos *passent*.\n\n> Enfin\n"), section("s2", "La suite", None, 3)),
)


def headings(draft: Draft) -> list[tuple[int, str]]:
    blocks = parse_markdown(article_of(draft).markdown)
    return [(block.level, block.text) for block in blocks if block.kind == "heading"]


def test_the_article_reads_as_readers_get_it() -> None:
    article = article_of(DRAFT)
    assert article.markdown == (
        "# Le pont rouvre\n\nAprès un an de travaux.\n\n## Lundi\n\nLes vélos *passent*.\n\n> Enfin\n\n### La suite\n"
    )
    assert (article.title, article.slug, article.keyphrase) == ("Le pont rouvre", "le-pont-rouvre", "pont")
    assert (article.synonyms, article.description, article.language) == (("passerelle",), "Le pont rouvre lundi.", "fr")


def test_an_empty_draft_is_an_empty_article() -> None:
    assert article_of(Draft("d1", "fr")).markdown == ""


def test_the_current_version_is_the_one_that_is_read() -> None:
    older = Version("v0", "Ancien.", "extractive", "")
    first = replace(DRAFT.sections[0], versions=(older, *DRAFT.sections[0].versions))
    assert "Ancien" not in article_of(replace(DRAFT, sections=(first,))).markdown


def test_places_lead_back_to_the_sections() -> None:
    placed = place_sections(DRAFT)
    markdown = placed.article.markdown
    first, second = placed.sections
    assert markdown[slice(*first.heading)] == "## Lundi"
    assert markdown[slice(*first.text)] == "Les vélos *passent*.\n\n> Enfin"
    assert markdown[slice(*second.heading)] == "### La suite"
    assert second.text == (second.heading[1], second.heading[1])
    assert placed.section_at(markdown.index("vélos")) == first
    assert placed.section_at(markdown.index("La suite")) == second
    assert placed.section_at(0) is None


def test_a_place_in_the_article_is_a_place_in_the_text_of_the_section() -> None:
    draft = replace(DRAFT, sections=(section("s1", "Lundi", "\n\nLes vélos passent."),))
    placed = place_sections(draft)
    place = placed.article.markdown.index("vélos")
    offset = offset_in_section(draft, "s1", placed.sections[0], place)
    assert draft.sections[0].text[offset:].startswith("vélos")
    assert offset_in_section(draft, "s1", placed.sections[0], 0) == 0


@pytest.mark.parametrize("open_text", ["```\ncode", "~~~", "<!-- oubli", "<script>", "> ```\n> x", "- ```"])
def test_nothing_left_open_in_a_text_swallows_the_next_heading(open_text: str) -> None:
    draft = replace(DRAFT, sections=(section("s1", "Lundi", open_text), section("s2", "La suite", "Fin.")))
    assert headings(draft)[1:] == [(2, "Lundi"), (2, "La suite")]


lines = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" #*_[]()<>!`\\-+=1.&;\u202f"), max_size=20
)


@given(st.lists(st.tuples(lines, st.sampled_from([2, 3])), max_size=4), lines)
@example([("Quatre ##", 2)], "0 #")
@settings(max_examples=150, deadline=None)
def test_every_title_and_heading_is_read_back_as_it_was_typed(rows: list[tuple[str, int]], title: str) -> None:
    sections = tuple(section(f"s{n}", heading, "Un texte.", level) for n, (heading, level) in enumerate(rows))
    expected = ([(1, title)] if title.strip() else []) + [(level, heading) for heading, level in rows]
    read = [(level, text) for level, text in headings(Draft("d1", "fr", title=title, sections=sections))]
    assert [(level, " ".join(text.split(" "))) for level, text in read] == [
        (level, " ".join(filter(None, text.split(" ")))) for level, text in expected
    ]
