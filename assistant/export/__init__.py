"""An article as a file: Markdown, standalone HTML, and the project with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from assistant.export.html import to_html
from assistant.export.markdown import to_markdown
from assistant.export.project import to_project
from assistant.export.publication import Publication

__all__ = ["EXPORTERS", "Exporter", "Publication"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One kind of file: its extension, its media type, and what renders a publication as its bytes."""

    extension: str
    media_type: str
    render: Callable[[Publication], bytes]


EXPORTERS: Final = {
    "md": Exporter("md", "text/markdown", to_markdown),
    "html": Exporter("html", "text/html", to_html),
    "json": Exporter("json", "application/json", to_project),
}
