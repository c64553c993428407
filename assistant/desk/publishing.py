"""A draft made ready to leave the desk."""

from __future__ import annotations

from assistant.desk.articles import article_of
from assistant.export.publication import Publication
from assistant.model import Draft
from assistant.storage.codec import draft_to_json


def publication_of(draft: Draft) -> Publication:
    """Return what the exporters render: the article, its dates, and the whole project."""
    return Publication(article_of(draft), draft.created, draft.updated, draft_to_json(draft))
