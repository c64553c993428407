"""Markdown as the reader sees it, and the way back into it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.markup import (
    escape_markdown,
    image_alternatives,
    links,
    parse_markdown,
    read_markup,
    visible_text,
)

MARKS = st.text(alphabet="aé *_`[]()!<>&#-+=.1\\~|\"'u:;\n", max_size=60)


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("Un **mot** et _un autre_", "Un mot et un autre"),
        ("***les deux*** et **un*deux*trois**", "les deux et undeuxtrois"),
        ("un_mot_long et 2 * 3 * 4", "un_mot_long et 2 * 3 * 4"),
        ('[texte](http://exemple.fr/a_(b) "titre") suit', "texte suit"),
        ("![alt *vu*](image.png) suit", "suit"),
        ("[![alt](a.png)](b)reste", "reste"),
        ("[un][deux] [deux] [trois]\n\n[deux]: http://exemple.fr", "un deux [trois]"),
        ("<https://exemple.fr>", "https://exemple.fr"),
        ("un \\* et \\# et \\a", "un * et # et \\a"),
        ("caf&eacute; &amp; th&#233; &inconnu;", "café & thé &inconnu;"),
        ("du `code * [a](b)` et `` a`b ``", "du code * [a](b) et a`b"),
        ('un <b class="x > y">mot</b><!-- caché --> 1 < 2', "un mot 1 < 2"),
        ("une ligne\nsuivie  \nd’une autre<br>puis", "une ligne suivie d’une autre puis"),
        ("~~faux~~ ~vrai~", "faux ~vrai~"),
        ("[a [b](u) c](v)", "[a b c](v)"),
        ("- un\n- deux\n  suite\n    * trois\n1. quatre", "un\ndeux suite\ntrois\nquatre"),
        ("> dit\nencore\n\nfin", "dit encore\nfin"),
        ("```\n# pas un *titre*\n```\nfin", "# pas un *titre*\nfin"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n| c | d |"),
        ("un\n\n***\n\ndeux", "un\ndeux"),
        ("<!-- a\n\nb -->\nvu", "vu"),
        ("le prix\n2023. Une année", "le prix 2023. Une année"),
    ],
)
def test_the_reader_sees_text_without_marks(markdown: str, seen: str) -> None:
    assert visible_text(markdown) == seen


@pytest.mark.parametrize(
    ("markdown", "headings"),
    [
        ("# Un\n## Deux ##\n###### Six", [(1, "Un"), (2, "Deux"), (6, "Six")]),
        ("Un\n===\nDeux\n---", [(1, "Un"), (2, "Deux")]),
        ("##\ntexte", [(2, "")]),
        ("#mot-dièse\n\n####### sept", []),
        ("> ## Cité\n\n- ### Listé", [(2, "Cité"), (3, "Listé")]),
        ("## *Un* [lien](x)", [(2, "Un lien")]),
    ],
)
def test_headings_have_levels(markdown: str, headings: list[tuple[int, str]]) -> None:
    found = [(block.level, block.text) for block in parse_markdown(markdown) if block.kind == "heading"]
    assert found == headings


def test_blocks_know_their_kind_and_their_marks() -> None:
    markdown = "## Titre\n\nTexte.\n\n- point\n\n> dit"
    found = [(block.kind, markdown[block.start : block.end]) for block in parse_markdown(markdown)]
    assert found == [("heading", "## Titre"), ("paragraph", "Texte."), ("list-item", "- point"), ("quote", "> dit")]


def test_a_span_of_the_visible_text_leads_back_to_its_markdown() -> None:
    markdown = "Le **grand [bal](http://exemple.fr)** d&eacute;but\\*"
    (block,) = parse_markdown(markdown)
    start = block.text.index("début")
    first, last = block.span_in_markdown((start, start + 2))
    assert markdown[first:last] == "d&eacute;"
    start = block.text.index("bal")
    first, last = block.span_in_markdown((start, start + 3))
    assert markdown[first:last] == "bal"
    first, last = block.span_in_markdown((0, len(block.text)))
    assert markdown[first:last] == markdown


def test_an_empty_span_stays_empty() -> None:
    (block,) = parse_markdown("**mot**")
    assert block.span_in_markdown((0, 0)) == (2, 2)
    assert block.span_in_markdown((3, 3)) == (7, 7)


def test_front_matter_is_not_text_but_counts_for_offsets() -> None:
    markdown = "---\ntitle: Un titre\n---\n\n## Bal"
    (block,) = parse_markdown(markdown)
    assert (block.text, markdown[block.offsets[0]]) == ("Bal", "B")


def test_links_and_pictures_are_listed_with_their_place() -> None:
    markdown = 'Voir [le *bal*](/bal) et ![une foule](foule.jpg "t") ou ![](vide.png)'
    (link,) = links(markdown)
    assert (link.text, link.address, markdown[link.start : link.end]) == ("le bal", "/bal", "[le *bal*](/bal)")
    assert image_alternatives(markdown) == ("une foule", "")
    assert [picture.address for picture in read_markup(markdown).pictures] == ["foule.jpg", "vide.png"]


@given(MARKS)
def test_every_visible_character_stands_where_its_offset_says(markdown: str) -> None:
    for block in parse_markdown(markdown):
        assert len(block.text) == len(block.offsets)
        long = dict(block.long)
        for place, (character, offset) in enumerate(zip(block.text, block.offsets, strict=True)):
            written = markdown[offset]
            assert written == character or (written == "\n" and character == " ") or place in long
            assert block.start <= offset < block.end


@given(MARKS)
def test_blocks_follow_each_other_and_show_something(markdown: str) -> None:
    blocks = parse_markdown(markdown)
    assert all(left.end <= right.start for left, right in pairwise(blocks))
    assert all(block.text or block.kind == "heading" for block in blocks)
    assert all((block.level > 0) == (block.kind == "heading") for block in blocks)


@given(st.one_of(MARKS, st.text(max_size=60)).map(lambda text: "".join(text.splitlines())))
def test_escaped_text_shows_exactly_itself(text: str) -> None:
    assert visible_text(escape_markdown(text)) == text


@pytest.mark.parametrize(
    "text", ["# a", "- a", "1. a", "> a", "---", "===", "  a ", "***", "a  \\", "![a](b)", "&amp;"]
)
def test_escaped_text_is_one_paragraph(text: str) -> None:
    assert [block.kind for block in parse_markdown(escape_markdown(text))] == ["paragraph"]


def test_each_line_of_escaped_text_is_a_paragraph() -> None:
    assert visible_text(escape_markdown("# un\n\n- deux\r\ntrois")) == "# un\n- deux\ntrois"
