"""The front matter of a Markdown file: `key: value` lines between two lines of three hyphens."""

from __future__ import annotations

import json
import re
from typing import Final

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_FIELD = re.compile(r"([A-Za-z_][\w-]{0,63})[ \t]*:(?:[ \t]+(.*))?$")
# House rule: a file that opens with a rule and has no second one near is an article, not front matter.
_MOST_LINES: Final = 200


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the fields of the front matter and the offset in `text` where the body starts; ({}, 0) without one.

    Keys are lower case. A value in double quotes is read as JSON, one in single quotes as YAML; lists and nested values
    stay as written on their line, and lines that are no `key: value` are passed over.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}, 0
    fields: dict[str, str] = {}
    here = opening.end()
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, here)
        if line is None or line.start() == len(text):
            return {}, 0
        here = line.end()
        content = line.group(1).rstrip()
        if content in ("---", "..."):
            return (fields, _skip_empty_lines(text, here)) if fields else ({}, 0)
        field = _FIELD.match(content)
        if field is not None:
            fields[field.group(1).lower()] = _read_value((field.group(2) or "").strip())
    return {}, 0


def _read_value(written: str) -> str:
    if len(written) >= 2 and written[0] == written[-1] == '"':
        try:
            value = json.loads(written)
        except ValueError:
            return written[1:-1]
        return value if isinstance(value, str) else written
    if len(written) >= 2 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    return written


def _skip_empty_lines(text: str, here: int) -> int:
    while here < len(text) and text[here] in "\r\n":
        here += 1
    return here
