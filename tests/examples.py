"""Dirty sources and the articles made from them, in `docs/examples`. `python -m tests.examples` writes the articles."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from assistant.desk.drafting import draft_from_sources, with_outline, write_article
from assistant.desk.publishing import publication_of
from assistant.export import EXPORTERS
from assistant.intake import read_file
from assistant.model import Draft
from assistant.writing.extractive import ExtractiveWriter

FOLDER = Path(__file__).parents[1] / "docs" / "examples"
EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "incendie-papeterie.md": ("incendie-papeterie-1.txt", "incendie-papeterie-2.txt"),
    "handball-lanverec.md": ("handball-lanverec.txt",),
    "musee-sabliere.md": ("musee-sabliere.txt",),
    "usine-batteries.md": ("usine-batteries.txt",),
    "ferry-inchmorra.md": ("ferry-inchmorra.txt",),
}
"""Each article with its sources; the first two tell one story."""


def written(name: str) -> Draft:
    """Return the draft of that article as the writer without a model writes it now."""
    sources = [read_file(source, (FOLDER / source).read_bytes()) for source in EXAMPLES[name]]
    return write_article(with_outline(draft_from_sources(sources)), ExtractiveWriter())


def exported(name: str) -> str:
    """Return the Markdown file of that article as it is made now."""
    return EXPORTERS["md"].render(publication_of(written(name))).decode("utf-8")


if __name__ == "__main__":
    for article in EXAMPLES:
        (FOLDER / article).write_text(exported(article), encoding="utf-8")
