"""Files and web pages to sources: decoding, Markdown, HTML, and what is refused."""

from __future__ import annotations

import pytest

from assistant.errors import SourceError
from assistant.i18n import INTERFACE_LANGUAGES, describe
from assistant.intake import detect_language, read_file, read_html

FRENCH = (
    "L’Élysée a annoncé mardi « un plan » de 12 000 € pour l’été, selon la lettre que la présidence "
    "a publiée hier soir."
)
MARKDOWN = """---
title: Titre du dossier
slug: un-dossier
---
# Les quais de Saint-Avel *rouvrent*

La promenade a été **rendue aux piétons** [lundi](https://exemple.test) après deux ans de travaux, a dit la mairie.

## Un chantier retardé

- Un premier report en 2023
- Un second en 2024

> « Nous avons tenu », assure la maire.
"""
PAGE = """<html><head><title>Les quais rouvrent | Le Courrier</title>
<meta property="og:title" content="Les quais de Saint-Avel rouvrent aux piétons"></head>
<body><nav><a href="/">Accueil</a><a href="/p">Politique</a></nav>
<article><h1>Les quais de Saint-Avel rouvrent aux piétons</h1>
<p>La promenade a été rendue aux piétons lundi après deux ans de travaux, a annoncé la mairie de Saint-Avel.</p>
<h2>Un chantier retardé</h2>
<p>Le chantier devait durer huit mois. Deux crues de la rivière et une faillite l’ont retardé d’un an.</p>
<p>Les commerçants des quais attendent maintenant le retour de leurs clients, avec une semaine d’animations en mai.</p>
</article><footer>Mentions légales</footer><script>alert("non")</script></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_decoded(encoding: str) -> None:
    source = read_file("note.txt", FRENCH.encode(encoding)).source
    assert source.body == FRENCH
    assert (source.name, source.language) == ("note.txt", "fr")


def test_a_markdown_file_keeps_its_structure_and_loses_its_marks() -> None:
    source = read_file("quais.md", MARKDOWN.encode()).source
    assert source.title == "Les quais de Saint-Avel rouvrent"
    assert [(block.kind, block.text) for block in source.blocks] == [
        ("paragraph", "La promenade a été rendue aux piétons lundi après deux ans de travaux, a dit la mairie."),
        ("subheading", "Un chantier retardé"),
        ("list", "Un premier report en 2023"),
        ("list", "Un second en 2024"),
        ("quote", "« Nous avons tenu », assure la maire."),
    ]
    assert ["slug: un-dossier" in removed.text for removed in source.removed] == [True]


@pytest.mark.parametrize("name", ["page.html", "page.htm", "PAGE.HTML"])
def test_a_web_page_becomes_its_article(name: str) -> None:
    source = read_file(name, PAGE.encode()).source
    assert source.title == "Les quais de Saint-Avel rouvrent aux piétons"
    assert ("subheading", "Un chantier retardé") in [(block.kind, block.text) for block in source.blocks]
    assert len([block for block in source.blocks if block.kind == "paragraph"]) == 3
    assert "alert" not in source.body
    assert "Accueil" not in source.body
    assert all(block.start is None for block in source.blocks)


@pytest.mark.parametrize(
    "page",
    [
        f"<div>{FRENCH}</div>",
        FRENCH,
        "<div>" * 20_000 + FRENCH + "</div>" * 20_000,
        f"<p {' '.join(f'a{number}=1' for number in range(30_000))}>{FRENCH}</p>",
        f"<script>{'x' * 50_000}</script><p>{FRENCH}",
        "<!--" * 20_000 + f"<p>{FRENCH}</p>",
    ],
)
def test_a_page_that_a_parser_cannot_take_is_read_as_bare_text(page: str) -> None:
    assert read_html(page).source.body == FRENCH


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("photo.png", b"\x89PNG\r\n", "unsupported-file"),
        ("archive.zip", b"PK\x03\x04", "unsupported-file"),
        ("article.docx", b"PK\x03\x04" * 20, "broken-file"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "image-file"),
        ("vide.txt", b"", "empty-file"),
        ("vide.md", b"---\n---\n", "no-sentences"),
        ("vide.html", b"<html><body></body></html>", "empty-source"),
        ("gros.txt", b"a" * 21 * 1024 * 1024, "too-large-file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(name, data)
    assert caught.value.code == code
    for language in INTERFACE_LANGUAGES:
        assert describe(caught.value, language).endswith(".")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        ("The mayor said on Tuesday that the harbour would reopen to the public after two years of works.", "en"),
        (
            "Die Bürgermeisterin hat am Dienstag gesagt, dass der Hafen nach zwei Jahren wieder für alle offen ist.",
            "de",
        ),
        (
            "La alcaldesa dijo el martes que el puerto se abrirá al público después de dos años de obras en la zona.",
            "es",
        ),
        ("12 345", "fr"),
    ],
)
def test_a_language_is_known_by_its_function_words(text: str, language: str) -> None:
    assert detect_language(text) == language
