"""What holds for every exporter, and the names of the files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import ExportError
from assistant.export import EXPORTERS, Exporter, Publication
from assistant.export.names import file_name
from assistant.model import Article
from tests.export.hostile import HOSTILE_NAMES, HOSTILE_TEXTS


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_every_exporter_writes_utf8_whatever_it_is_given(exporter: Exporter, text: str) -> None:
    publication = Publication(Article(text, text, text, (text,), text, text, text), project="{}")
    content = exporter.render(publication).decode("utf-8")
    assert not any(mark in content for mark in "\0\x1b\u202e\ufeff")


def test_the_project_is_written_as_it_is() -> None:
    assert EXPORTERS["json"].render(Publication(Article(""), project='{"titre":"é"}')) == '{"titre":"é"}'.encode()


def test_an_article_without_a_project_has_none_to_export() -> None:
    with pytest.raises(ExportError, match="no-project"):
        EXPORTERS["json"].render(Publication(Article("")))


@pytest.mark.parametrize(("slug", "name"), [("le-pont", "le-pont.md"), ("L’Œuvre à 5 €", "l-oeuvre-a-5.md")])
def test_a_file_is_called_by_its_slug(slug: str, name: str) -> None:
    assert file_name(slug, "md") == name


def assert_safe(name: str) -> None:
    stem, _, extension = name.partition(".")
    assert extension == "md"
    assert stem
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert stem[0] != "-"
    assert len(name.encode()) <= 100
    assert stem not in ("con", "nul", "aux", "prn", "com1", "lpt9")


@pytest.mark.parametrize("slug", [*HOSTILE_NAMES, "COM1", "lpt9", "🌉", "é" * 300, "NUL.txt"])
def test_no_name_leaves_its_folder(slug: str) -> None:
    assert_safe(file_name(slug, "md"))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_safe_name(slug: str) -> None:
    assert_safe(file_name(slug, "md"))
