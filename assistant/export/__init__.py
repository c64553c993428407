"""An article as a file: Markdown, standalone HTML, the whole project, the record of its review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from assistant.export.html import to_html
from assistant.export.markdown import to_markdown
from assistant.export.project import to_project
from assistant.export.publication import Publication
from assistant.export.review import to_review, to_review_json

__all__ = ["EXPORTERS", "Exporter", "Publication"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One kind of file: its extension, its media type, and what renders a publication as its bytes.

    `part` is added to the name of the file, so that it stands beside the article.
    """

    extension: str
    media_type: str
    render: Callable[[Publication], bytes]
    part: str = ""


EXPORTERS: Final = {
    "md": Exporter("md", "text/markdown", to_markdown),
    "html": Exporter("html", "text/html", to_html),
    "json": Exporter("json", "application/json", to_project),
    "review": Exporter("md", "text/markdown", to_review, "review"),
    "review-json": Exporter("json", "application/json", to_review_json, "review"),
}
