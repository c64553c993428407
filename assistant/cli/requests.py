"""What a line of JSON asks for: a source to read, an article to score, sources to check against."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.cli import answers
from assistant.cli.files import read_bytes
from assistant.cli.jsonl import Fields, optional_text, text_field, text_list
from assistant.errors import IntertitreError
from assistant.model import Article, Block, Brief, Source

if TYPE_CHECKING:
    from assistant.checks.rules import HouseRules
    from assistant.intake import Intake

DEFAULT_ARTICLE_LANGUAGE: Final = "fr"


def read_source(fields: Fields) -> Intake:
    """Return the source that a line of JSON gives: its `html`, `text`, file (`path`) or page (`url`).

    Raises IntertitreError for what cannot be read.
    """
    from assistant.intake import read_file, read_html, read_text

    if "html" in fields:
        return read_html(text_field(fields, "html"), optional_text(fields, "name"))
    if "path" in fields:
        path = Path(text_field(fields, "path"))
        return read_file(path.name, read_bytes(path))
    if "url" in fields:
        return read_page(text_field(fields, "url"))
    return read_text(text_field(fields, "text"), optional_text(fields, "name"))


def read_page(url: str) -> Intake:
    """Return the source that the page at an address becomes. Raises SourceError for what cannot be fetched."""
    from assistant.intake.address import read_address

    return read_address(url)


def score_fields(fields: Fields, language: str, rules: HouseRules) -> Fields:
    """Return scorecard and measures of the article that a line of JSON gives, messages in the interface `language`."""
    from assistant.checks.base import Reading
    from assistant.scorecard import measures, score_reading

    article = Article(
        markdown=optional_text(fields, "markdown"),
        language=text_field(fields, "language", DEFAULT_ARTICLE_LANGUAGE),
        keyphrase=optional_text(fields, "keyphrase"),
        synonyms=text_list(fields, "synonyms"),
        title=optional_text(fields, "title"),
        description=optional_text(fields, "description"),
        slug=optional_text(fields, "slug"),
        author=optional_text(fields, "author"),
        published=optional_text(fields, "published"),
        image=optional_text(fields, "image"),
        image_alternative=optional_text(fields, "image_alternative"),
    )
    wanted = _brief_from(fields.get("brief"))
    if "html" in fields:
        reading = Reading.from_html(text_field(fields, "html"), article, wanted)
    else:
        text_field(fields, "markdown")
        reading = Reading(article, wanted)
    reading = replace(reading, rules=rules, sources=_sources(text_list(fields, "sources")))
    return {**answers.scorecard_fields(score_reading(reading), language), "measures": dict(measures(reading))}


def sources_from(fields: Fields, language: str) -> tuple[Source, ...]:
    """Return the sources of a request as they are: offsets into a source's body are offsets into its text."""
    found = []
    given = fields.get("sources")
    for place, item in enumerate(given if isinstance(given, list) else []):
        if not isinstance(item, dict):
            raise IntertitreError("field-missing", name="sources")
        text = text_field(item, "text")
        name = item.get("id")
        blocks = tuple(Block("paragraph", line) for line in text.split("\n"))
        identifier = str(place) if name is None else str(name)
        language_of_source = optional_text(item, "language") or language
        found.append(Source(identifier, identifier, text, language_of_source, None, None, blocks))
    return tuple(found)


@lru_cache(maxsize=8)
def _sources(texts: tuple[str, ...]) -> tuple[Source, ...]:
    """Return the texts that an article was written from, cleaned."""
    from assistant.intake import read_text

    return tuple(read_text(text, f"source {number}").source for number, text in enumerate(texts, start=1))


def _brief_from(value: object) -> Brief:
    """Return the brief of a score request: only what the checks judge with."""
    if not isinstance(value, dict):
        return Brief()
    least, most, target = (value.get(name) for name in ("min_words", "max_words", "target_words"))
    return Brief(
        min_words=least if isinstance(least, int) else None,
        max_words=most if isinstance(most, int) else None,
        target_words=target if isinstance(target, int) else None,
    )
