"""A draft made ready to leave the desk."""

from __future__ import annotations

from dataclasses import replace

from assistant.desk.articles import article_of
from assistant.desk.reviewing import review_record
from assistant.export.publication import Publication
from assistant.i18n import translate
from assistant.model import Draft, Section
from assistant.storage.codec import draft_to_json
from assistant.text.markup import escape_markdown


def publication_of(draft: Draft, *, labelled: bool = False, made: str = "") -> Publication:
    """Return what the exporters render: the article with its service blocks marked, its dates, project and record.

    The mark is a line in the article's language under the heading: a block tells again what the article tells, and
    readers should know it. The scorecard and the desk do without it. `labelled` ends the article with the sentence
    that a model had a part in it. `made` is the instant of the record, ISO 8601 in UTC.
    """
    mark = translate("export.service_mark", draft.language)
    marked = replace(draft, sections=tuple(_marked(section, mark) for section in draft.sections))
    article = article_of(marked)
    if labelled:
        label = escape_markdown(translate("export.label", draft.language))
        article = replace(article, markdown=f"{article.markdown.rstrip()}\n\n*{label}*\n")
    record = review_record(draft, made)
    return Publication(article, draft.created, draft.updated, draft_to_json(draft), mark, record)


def _marked(section: Section, mark: str) -> Section:
    if section.kind == "story" or not section.text.strip():
        return section
    current = section.versions[-1]
    text = f"*{escape_markdown(mark)}*\n\n{current.text.lstrip()}"
    return replace(section, versions=(*section.versions[:-1], replace(current, text=text)))
