"""JSON lines in, JSON lines out: same order, same ids, and one bad line never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from assistant.errors import IntertitreError
from assistant.i18n import describe, translate

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Fields = dict[str, Json]
Handler = Callable[[Fields], Fields]

MAX_LINE_CHARACTERS: Final = 64_000_000
"""A longer line is refused unread: house rule, three times the largest upload, so that memory stays bounded."""


def run_jsonl(handler: Handler, lines: Iterable[str], out: TextIO, language: str) -> None:
    """Answer each non-empty line with one line, flushed at once."""
    for line in lines:
        if line.strip():
            out.write(json.dumps(_answer(handler, line, language), ensure_ascii=False) + "\n")
            out.flush()


def answer_fields(handler: Handler, fields: Fields, language: str) -> Fields:
    """Return the answer to one object with its id, or the error that it meets, as the contract writes them."""
    identifier = fields.get("id")
    try:
        return {"id": identifier, **handler(fields)}
    except IntertitreError as error:
        return failure(identifier, error.code, describe(error, language))


def text_field(fields: Fields, name: str, default: str | None = None) -> str:
    """Return a field that has to be text; raises IntertitreError("field-missing") when it is not."""
    value = fields.get(name, default)
    if not isinstance(value, str):
        raise IntertitreError("field-missing", name=name)
    return value


def optional_text(fields: Fields, name: str) -> str:
    """Return a text field that may be absent or null: then the empty text."""
    return text_field(fields, name) if fields.get(name) is not None else ""


def text_list(fields: Fields, name: str) -> tuple[str, ...]:
    """Return a field that is a list of texts; empty when absent."""
    value = fields.get(name) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise IntertitreError("field-missing", name=name)
    return tuple(str(item) for item in value)


def _answer(handler: Handler, line: str, language: str) -> Fields:
    fields = parse_object(line)
    if fields is None:
        return failure(None, "bad-json", translate("error.bad-json", language))
    return answer_fields(handler, fields, language)


def parse_object(line: str) -> Fields | None:
    """Return the JSON object of a line, None when it is none or far too long."""
    if len(line) > MAX_LINE_CHARACTERS:
        return None
    try:
        parsed = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return parsed if isinstance(parsed, dict) else None


def failure(identifier: Json, code: str, message: str) -> Fields:
    """Return the answer of an item that failed."""
    return {"id": identifier, "error": {"code": code, "message": message}}
