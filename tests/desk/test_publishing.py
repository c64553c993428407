"""What leaves the desk: service blocks are marked for readers, the project keeps the text as it is."""

from __future__ import annotations

from assistant.desk.articles import article_of
from assistant.desk.publishing import publication_of
from assistant.export import EXPORTERS
from assistant.model import Draft, Section, Version
from assistant.storage.codec import draft_from_json
from tests.export.reading import Page

NOON = "2026-03-02T12:00:00+00:00"


def section(section_id: str, heading: str, text: str, kind: str = "story") -> Section:
    versions = (Version("v" + section_id, text, "extractive", NOON),) if text else ()
    return Section(section_id, 2, heading, kind=kind, versions=versions)  # type: ignore[arg-type]


DRAFT = Draft(
    "d",
    "fr",
    title="La passerelle rouvre",
    sections=(
        section("a", "Les faits", "La passerelle rouvre lundi."),
        section("b", "L’essentiel", "- La passerelle rouvre lundi.\n- Elle a coûté cher.", "essentials"),
        section("c", "La suite", "Le conseil votera."),
        section("e", "Qui est qui", "", "people"),
    ),
)


def test_a_service_block_is_marked_in_markdown_under_its_heading() -> None:
    markdown = EXPORTERS["md"].render(publication_of(DRAFT)).decode()
    assert "## L’essentiel\n\n*Encadré\u00a0: ces faits" in markdown
    assert markdown.count("Encadré") == 1


def test_a_service_block_is_an_aside_in_html_and_nothing_else_is() -> None:
    html = EXPORTERS["html"].render(publication_of(DRAFT)).decode()
    inside = html.split("<aside>")[1].split("</aside>")[0]
    assert "L’essentiel" in inside
    assert "Encadré" in inside
    assert "La suite" not in inside
    assert html.count("<aside>") == html.count("</aside>") == 1
    Page(html.encode())


def test_the_project_and_the_scored_article_keep_the_text_without_the_mark() -> None:
    project = EXPORTERS["json"].render(publication_of(DRAFT)).decode()
    assert "Encadré" not in project
    assert '"draft"' in project
    assert draft_from_json(project) == DRAFT
    assert "Encadré" not in article_of(DRAFT).markdown


def test_a_journalist_who_writes_the_mark_gets_no_broken_html() -> None:
    mark = publication_of(DRAFT).service_mark
    draft = Draft("d", "fr", sections=(section("a", "Un", f"*{mark}*\n\nTexte."), section("b", "", "")))
    html = EXPORTERS["html"].render(publication_of(draft))
    texts = [text for _, text in Page(html).texts]  # a page whose elements do not close is refused here
    assert html.count(b"<aside>") == html.count(b"</aside>")
    assert "Texte." in texts
