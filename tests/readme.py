"""The generated parts of the README. `python -m tests.readme` writes them anew; a test holds them."""

from __future__ import annotations

from pathlib import Path

from assistant.checks import CHECKS
from assistant.desk.drafting import draft_from_sources, with_outline, write_article
from assistant.desk.publishing import publication_of
from assistant.export import EXPORTERS
from assistant.i18n import translate
from assistant.intake import read_file
from assistant.writing.extractive import ExtractiveWriter

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SOURCE = ROOT / "docs" / "examples" / "source.txt"


def readme() -> str:
    """Return the README with its generated parts as the code makes them now."""
    text = README.read_text(encoding="utf-8")
    for name, content in (
        ("example source", _fenced(SOURCE.read_text(encoding="utf-8"), "text")),
        ("example article", _fenced(_article(), "markdown")),
        ("checks", _checks()),
    ):
        start = text.index(f"<!-- {name} -->\n") + len(f"<!-- {name} -->\n")
        text = f"{text[:start]}{content}\n{text[text.index('<!-- end -->', start) :]}"
    return text


def _article() -> str:
    source = read_file(SOURCE.name, SOURCE.read_bytes())
    draft = write_article(with_outline(draft_from_sources([source])), ExtractiveWriter())
    return EXPORTERS["md"].render(publication_of(draft)).decode("utf-8")


def _checks() -> str:
    rows = [
        f"| {translate(f'family.{check.family}', 'en')} | {translate(f'check.{check.id}.name', 'en')} "
        f"| {translate(f'check.{check.id}.why', 'en')} |"
        for check in CHECKS
    ]
    return "\n".join(("| family | check | why |", "|---|---|---|", *rows))


def _fenced(text: str, language: str) -> str:
    return f"```{language}\n{text.strip()}\n```"


if __name__ == "__main__":
    README.write_text(readme(), encoding="utf-8")
