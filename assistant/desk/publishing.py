"""A draft made ready to leave the desk."""

from __future__ import annotations

from dataclasses import replace

from assistant.desk.articles import article_of
from assistant.export.publication import Publication
from assistant.i18n import translate
from assistant.model import Draft, Section
from assistant.storage.codec import draft_to_json
from assistant.text.markup import escape_markdown


def publication_of(draft: Draft) -> Publication:
    """Return what the exporters render: the article with its service blocks marked, its dates, the whole project.

    The mark is a line in the article's language under the heading: a block tells again what the article tells, and
    readers should know it. The scorecard and the desk do without it.
    """
    mark = translate("export.service_mark", draft.language)
    marked = replace(draft, sections=tuple(_marked(section, mark) for section in draft.sections))
    return Publication(article_of(marked), draft.created, draft.updated, draft_to_json(draft), mark)


def _marked(section: Section, mark: str) -> Section:
    if section.kind == "story" or not section.text.strip():
        return section
    current = section.versions[-1]
    text = f"*{escape_markdown(mark)}*\n\n{current.text.lstrip()}"
    return replace(section, versions=(*section.versions[:-1], replace(current, text=text)))
