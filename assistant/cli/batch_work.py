"""The work of a batch on one item; called in the processes of this machine, or of a cluster."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli import answers
from assistant.cli.batch_items import BAD_LINE, BatchCommand
from assistant.cli.commands import writer_named
from assistant.cli.files import read_bytes, read_utf8
from assistant.cli.jsonl import Fields, Handler, answer_fields, failure, optional_text, text_field
from assistant.cli.requests import read_source, score_fields
from assistant.errors import IntertitreError
from assistant.i18n import translate

if TYPE_CHECKING:
    from assistant.intake import Intake

_log = logging.getLogger(__name__)


def answer_items(command: BatchCommand, language: str, writer: str, items: Sequence[Fields]) -> list[Fields]:
    """Return the answers to these items, in their order: what the command of that name answers, or an error."""
    return [_answer(command, language, writer, item) for item in items]


def _answer(command: BatchCommand, language: str, writer: str, item: Fields) -> Fields:
    if BAD_LINE in item:
        return failure(item.get("id"), "bad-json", translate("error.bad-json", language))
    handlers: dict[BatchCommand, Handler] = {
        "intake": lambda fields: answers.intake_answer(read_source(fields)),
        "score": partial(_score, language=language),
        "draft": partial(_draft, writer=writer),
    }
    try:
        return answer_fields(handlers[command], item, language)
    except Exception:  # noqa: BLE001 - one article that nobody foresaw must not cost the thousand others
        _log.exception("the item %r failed", item.get("id"))
        return failure(item.get("id"), "item-failed", translate("error.item-failed", language))


def _score(item: Fields, *, language: str) -> Fields:
    from assistant.checks.rules import DEFAULT_RULES
    from assistant.text.markup import split_front_matter

    if "path" in item:
        path = Path(text_field(item, "path"))
        name = "html" if path.suffix.lower() in (".html", ".htm") else "markdown"
        item = {"id": item.get("id"), name: read_utf8(path)}
    if "markdown" in item:
        front, _ = split_front_matter(text_field(item, "markdown"))
        item = {**front, **item}
    return score_fields(item, language, DEFAULT_RULES)


def _draft(item: Fields, *, writer: str) -> Fields:
    import time

    from assistant.desk.drafting import draft_from_sources, with_outline, write_article
    from assistant.desk.publishing import publication_of
    from assistant.desk.report import report_on
    from assistant.export import EXPORTERS

    begun = time.perf_counter()
    words = item.get("min_words")
    draft = draft_from_sources(
        _sources(item),
        keyphrase=optional_text(item, "keyphrase") or None,
        language=optional_text(item, "language") or None,
        min_words=words if isinstance(words, int) and words > 0 else None,
    )
    author = writer_named(writer)
    written = write_article(with_outline(draft), author)
    figures = answers.report_fields(written, report_on(written), author, seconds=time.perf_counter() - begun)
    return {**figures, "markdown": EXPORTERS["md"].render(publication_of(written)).decode("utf-8")}


def _sources(item: Fields) -> list[Intake]:
    """Return the sources of one story: files, a list of texts, or one text, page or file as `intake` takes it."""
    from assistant.intake import read_file, read_text

    paths, texts = item.get("paths"), item.get("sources")
    if isinstance(paths, list):
        return [read_file(Path(str(path)).name, read_bytes(Path(str(path)))) for path in paths]
    if texts is None:
        return [read_source(item)]
    found = []
    for number, text in enumerate(texts if isinstance(texts, list) else [None], 1):
        given = text if isinstance(text, dict) else {"text": text}
        if not isinstance(given.get("text"), str):
            raise IntertitreError("field-missing", name="sources")
        found.append(read_text(str(given["text"]), str(given.get("id") or f"source {number}")))
    return found
