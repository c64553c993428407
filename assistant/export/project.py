"""The project file: the draft with its sources, its brief and every version, and the record of its review."""

from __future__ import annotations

import json

from assistant.errors import ExportError
from assistant.export.publication import Publication
from assistant.export.review import review_fields


def to_project(publication: Publication) -> bytes:
    """Return the project as UTF-8 JSON, with the record of its review as field `review` where there is one.

    Raises ExportError("no-project") for an article that has none.
    """
    if not publication.project:
        raise ExportError("no-project")
    if not publication.review.sentences:
        return publication.project.encode("utf-8")
    record = json.dumps(review_fields(publication.review), ensure_ascii=False, separators=(",", ":"))
    return f'{publication.project[:-1]},"review":{record}}}'.encode("utf-8", "replace")
