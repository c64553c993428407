"""The project file: the draft with its sources, its brief and every version, to be opened again."""

from __future__ import annotations

from assistant.errors import ExportError
from assistant.export.publication import Publication


def to_project(publication: Publication) -> bytes:
    """Return the project as UTF-8 JSON. Raises ExportError("no-project") for an article that has none."""
    if not publication.project:
        raise ExportError("no-project")
    return publication.project.encode("utf-8")
