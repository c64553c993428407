"""What every exporter gets: an article, when it was made, and the project that it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.export.review import ReviewRecord
from assistant.model import Article
from assistant.text.dates import read_date


@dataclass(frozen=True, slots=True)
class Publication:
    """An article ready to leave the desk. `created` and `modified` are ISO 8601 instants, empty when not known.

    `project` is the whole draft as the store writes it; `review` the record of its review. `service_mark` is the
    sentence that stands first, in italics, under the heading of each service block.
    """

    article: Article
    created: str = ""
    modified: str = ""
    project: str = ""
    service_mark: str = ""
    review: ReviewRecord = field(default_factory=ReviewRecord)


DIRECTIONS: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
"""Marks that open a stretch of another writing direction, and what closes each (Unicode bidirectional algorithm)."""

# Control characters but tab and newline; overrides of the writing direction, which show letters in an order that
# they do not have; byte order marks; what is no character at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("\r\n?|\u2028|\u2029")


def printable(publication: Publication) -> Publication:
    """Return the publication with texts that every file and every reader can hold; see `printable_text`."""
    article = publication.article
    return replace(
        publication,
        article=replace(
            article,
            markdown=printable_text(article.markdown),
            keyphrase=printable_line(article.keyphrase),
            synonyms=tuple(map(printable_line, article.synonyms)),
            title=printable_line(article.title),
            description=printable_line(article.description),
            slug=printable_line(article.slug),
            author=printable_line(article.author),
            published=read_date(article.published) or printable_line(article.published),
            image=printable_line(article.image),
            image_alternative=printable_line(article.image_alternative),
            language=printable_line(article.language),
        ),
    )


def printable_text(text: str) -> str:
    """Return `text` without control characters, byte order marks and direction overrides, its lines ended by newlines.

    Lone surrogates become U+FFFD. Marks of writing direction, as Arabic and Hebrew quotations need them, are closed
    at the end of their line, so that they cannot turn the text after them.
    """
    text = _SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", _LINE_BREAK.sub("\n", text)))
    return "\n".join(_balanced(line) for line in text.split("\n"))


def printable_line(text: str) -> str:
    """Return `text` as `printable_text` does, on one line."""
    return " ".join(printable_text(text).split("\n")).strip()


def _balanced(line: str) -> str:
    if not any(mark in line for mark in (*DIRECTIONS, *DIRECTIONS.values())):
        return line
    kept: list[str] = []
    open_marks: list[str] = []
    for character in line:
        if character in DIRECTIONS:
            open_marks.append(DIRECTIONS[character])
        elif character in DIRECTIONS.values():
            if not open_marks or open_marks[-1] != character:
                continue
            open_marks.pop()
        kept.append(character)
    return "".join((*kept, *reversed(open_marks)))
