"""HTML fragments as the reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.html import parse_html, read_html


def test_blocks_of_html_have_the_kinds_of_markdown() -> None:
    fragment = (
        "<h2>Le <b>bal</b></h2><p>Un&nbsp;soir,\n 1 < 2 &amp; 3.<br>Fin</p><ul><li>un<li>deux</ul>"
        "<blockquote><p>dit</p></blockquote><h4></h4>suite<table><tr><td>a<td>b</table>"
    )
    found = [(block.kind, block.level, block.text) for block in read_html(fragment).blocks]
    assert found == [
        ("heading", 2, "Le bal"),
        ("paragraph", 0, "Un\u00a0soir, 1 < 2 & 3. Fin"),
        ("list-item", 0, "un"),
        ("list-item", 0, "deux"),
        ("quote", 0, "dit"),
        ("heading", 4, ""),
        ("paragraph", 0, "suite"),
        ("paragraph", 0, "a"),
        ("paragraph", 0, "b"),
    ]


@pytest.mark.parametrize("hidden", ["<script>a < b</script>", "<style>p {}</style>", "<!-- a -->", "<!doctype html>"])
def test_what_a_browser_hides_is_no_text(hidden: str) -> None:
    assert parse_html(f"<p>un{hidden} deux</p>")[0] == "un deux"


@pytest.mark.parametrize("broken", ['<![ "', "<", '<a b="', "</", "<3", "<!--"])
def test_broken_html_is_text(broken: str) -> None:
    assert parse_html(f"mot {broken} fin")[0].split()[-1] == "fin"


def test_pictures_and_links_are_listed() -> None:
    markup = read_html('<p>Voir <a href="/bal">le bal</a>.</p><img src="a.jpg" alt="une foule > dix"><img src="b.jpg">')
    (link,) = markup.links
    assert (link.address, markup.text[link.start : link.end]) == ("/bal", "le bal")
    assert [picture.alternative for picture in markup.pictures] == ["une foule > dix", ""]


@given(st.text(alphabet="aé <>/!-\"'=pbh2li\n&;[", max_size=80))
def test_offsets_point_into_the_extracted_text(fragment: str) -> None:
    text, blocks = parse_html(fragment)
    assert all(text[block.start : block.end] == block.text for block in blocks)
    assert all("".join(text[offset] for offset in block.offsets) == block.text for block in blocks)
