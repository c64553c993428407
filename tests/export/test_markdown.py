"""The Markdown file: every value comes back, and no Markdown reader makes more of it than text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.export.markdown import harmless, to_markdown
from assistant.export.publication import Publication, printable_line, printable_text
from assistant.model import Article
from assistant.text.front_matter import split_front_matter
from assistant.text.markup import escape_markdown, parse_markdown
from tests.export.hostile import HOSTILE_TEXTS


class Gullible(MarkdownIt):
    """A publishing system that takes HTML, pictures and any address."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that markdown-it asks for
        return True


def exported(article: Article) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter and the Markdown beneath."""
    _, front, markdown = to_markdown(Publication(article)).decode("utf-8").split("---\n", 2)
    fields = (line.split(": ", 1) for line in front.splitlines())
    return {name: json.loads(value) for name, value in fields}, markdown.removeprefix("\n")


def test_the_front_matter_holds_the_details_and_the_article_follows() -> None:
    article = Article("# Le pont\n\nRouvre.\n", "fr", "pont", (), "Le pont : « oui »", "Le pont.", "le-pont")
    fields, markdown = exported(article)
    assert fields == {
        "title": "Le pont : « oui »",
        "description": "Le pont.",
        "slug": "le-pont",
        "keyphrase": "pont",
        "language": "fr",
    }
    assert markdown == article.markdown


@given(st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_comes_back_from_the_front_matter_less_its_control_characters(text: str) -> None:
    fields, _ = exported(Article("", title=text, description=text, slug="x"))
    assert fields.get("title", "") == printable_line(text)
    assert fields.get("description", "") == printable_line(text)


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_the_desk_reads_its_own_front_matter(text: str) -> None:
    article = Article("# T\n", "fr", title=text, description=text, keyphrase=text)
    fields, start = split_front_matter(to_markdown(Publication(article)).decode("utf-8"))
    line = printable_line(text)
    assert fields == {"language": "fr", **({"title": line, "description": line, "keyphrase": line} if line else {})}
    assert to_markdown(Publication(article)).decode("utf-8")[start:].strip() == "# T"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_details_stay_on_their_line(text: str) -> None:
    fields, markdown = exported(Article("# T\n", "fr", text, (), text, text, text))
    assert set(fields) <= {"title", "description", "slug", "keyphrase", "language"}
    assert fields["title"] == printable_line(text)
    assert markdown == "# T\n"


@pytest.mark.parametrize(
    "markdown",
    [
        "# Le pont\n\n*Enfin* **rouvert**, dit [la mairie](https://mairie.example/a_b?c=1&d=2).\n\n> Oui\n\n1. un\n",
        "Deux < trois, et <https://mairie.example> aussi.\n",
        "Titre\n=====\n\n```\ncode & co\n```\n",
    ],
)
def test_harmless_markdown_is_left_as_it_is(markdown: str) -> None:
    assert harmless(markdown) == markdown


def test_a_harmful_block_is_shown_as_it_was_typed_and_its_neighbours_stay() -> None:
    markdown = "## Un *bon* titre\n\nAvant **gras**.\n\n![x](https://a.example) et **gras**\n- un\n- deux"
    assert harmless(markdown) == (
        "## Un *bon* titre\n\nAvant **gras**.\n\n!\\[x\\](https://a.example) et \\*\\*gras\\*\\*\n\n- un\n- deux"
    )


@pytest.mark.parametrize("mark", ["<!-- oubli", "<script>", "<?php", "<![CDATA["])
def test_nothing_left_open_swallows_what_follows(mark: str) -> None:
    blocks = parse_markdown(harmless(f"Avant.\n\n{mark}\n\n## Après\n\n*Fin*."))
    assert [(block.level, block.text) for block in blocks] == [(0, "Avant."), (0, mark), (2, "Après"), (0, "Fin.")]


def test_a_heading_with_a_picture_stays_a_heading() -> None:
    (block,) = parse_markdown(harmless("## Le ![pont](https://a.example/x.png)"))
    assert (block.level, block.text) == (2, "Le ![pont](https://a.example/x.png)")


def harmful(tokens: list[Token]) -> list[str]:
    found = [token.content or token.type for token in tokens if token.type in ("html_block", "html_inline", "image")]
    for token in tokens:
        address = str(token.attrGet("href") or "https://")
        if not address.startswith(("https://", "http://", "mailto:", "HTTP://", "HTTPS://")):
            found.append(address)
        found += harmful(token.children or [])
    return found


def read_gullibly(markdown: str) -> list[Token]:
    return Gullible("commonmark", {"html": True}).parse(markdown)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
@pytest.mark.parametrize("form", ["{}", "# T\n\n- {}\n\n> {}\n\n## {}\n\nFin.", "Un\n{}\ndeux **trois**", "> - {}"])
def test_no_reader_makes_hostile_markdown_anything_but_text(text: str, form: str) -> None:
    _, markdown = exported(Article(form.replace("{}", text)))
    assert harmful(read_gullibly(markdown)) == []


pieces = st.sampled_from(
    [
        *("# ", "texte", " ", "\n", "\n\n", "> ", "- ", "1. ", "*", "`", "```\n", "<b>", "<!--", "-->", "[a]("),
        *(
            ")",
            "![",
            "]",
            "](x)",
            "](javascript:x)",
            "<x:y>",
            "&lt;",
            "\\",
            "---",
            "===",
            "\t",
            "    ",
            "<script>",
            "<a href='",
            "'>",
            "[a]: x",
        ),
    ]
)


@given(st.lists(pieces, max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_whatever_the_markdown_no_reader_makes_it_harmful(markdown: str) -> None:
    assert harmful(read_gullibly(exported(Article(markdown))[1])) == []


headings = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" #*_[]<>!`\\-&"), max_size=20)


@given(st.lists(st.tuples(st.sampled_from([2, 3]), headings.map(str.strip)), max_size=5))
@settings(max_examples=100, deadline=None)
def test_the_headings_of_the_file_are_those_of_the_article(rows: list[tuple[int, str]]) -> None:
    parts = [f"{'#' * level} {escape_markdown(text)}".rstrip() + "\n\nTexte." for level, text in rows]
    article = Article("\n\n".join(["# Titre", *parts]))
    expected = [(block.level, block.text) for block in parse_markdown(article.markdown) if block.kind == "heading"]
    read = [(block.level, block.text) for block in parse_markdown(exported(article)[1]) if block.kind == "heading"]
    assert read == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x07b\x1b[31mc\x7fd", "ab[31mcd"),
        ("\ufeffTitre", "Titre"),
        ("facture_\u202efdp.exe", "facture_fdp.exe"),
        ("a\u2067b\u2069c", "a\u2067b\u2069c"),
        ("a\u2067b\nc", "a\u2067b\u2069\nc"),
        ("a\u2069b\u202c", "ab"),
        ("a\u202bb\u2067c\u202cd", "a\u202bb\u2067cd\u2069\u202c"),
        ("un\r\ndeux\u2028trois\rquatre", "un\ndeux\ntrois\nquatre"),
        ("re\u00adtraites re\u200dtraites", "re\u00adtraites re\u200dtraites"),
        ("\ud800", "\ufffd"),
        ("\tun\u00a0deux\u202f!", "\tun\u00a0deux\u202f!"),
    ],
)
def test_a_text_is_made_fit_for_print(text: str, printed: str) -> None:
    assert printable_text(text) == printed
