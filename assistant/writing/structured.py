"""Answers in JSON: asked for with a schema, read whatever surrounds them, and checked by whoever asked."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Final

from assistant.errors import ModelError
from assistant.writing.cleaning import repaired, without_thoughts
from assistant.writing.client import Schema
from assistant.writing.conversation import Conversation
from assistant.writing.prompting import Prompt

Object = dict[str, object]

LONGEST: Final = 200_000
MOST_TRIES: Final = 100
"""Braces that are tried: each try that fails costs the length of the text."""
FARTHEST_NEXT: Final = 200
_OBJECT: Final = re.compile(r"\{(?=\s*[\"}])")


def ask_object(conversation: Conversation, prompt: Prompt, schema: Schema, max_tokens: int) -> Object:
    """Return the JSON object that the model answers; a server that refuses schemas is asked again without one.

    Raises ModelError `model-bad-schema` for an answer that holds no object, and what `Answer.pieces` raises.
    """
    try:
        text = _read(conversation, prompt, schema, max_tokens)
    except ModelError as error:
        if error.code != "model-bad-request":
            raise
        text = _read(conversation, prompt, None, max_tokens)
    found = first_object(text)
    if found is None:
        raise conversation.error("model-bad-schema")
    return found


def first_object(text: str) -> Object | None:
    """Return the first JSON object that stands in `text`, None without one."""
    decoder = json.JSONDecoder()
    before = None
    # What looked like an object may be none, and the next brace begin one: an unfinished list of them never does.
    for start in islice(_OBJECT.finditer(text, 0, LONGEST), MOST_TRIES):
        if before is not None and start.start() - before >= FARTHEST_NEXT:
            return None
        before = start.start()
        try:
            value, _ = decoder.raw_decode(text, before)
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else None
    return None


def texts_of(value: object) -> tuple[str, ...]:
    """Return the strings of a JSON list, on one line each and without empty ones; nothing for what is no list."""
    if not isinstance(value, list):
        return ()
    return tuple(line for item in value if isinstance(item, str) and (line := " ".join(item.split())))


def text_of(value: object) -> str:
    """Return a JSON string on one line, empty for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _read(conversation: Conversation, prompt: Prompt, schema: Schema | None, max_tokens: int) -> str:
    answer = conversation.ask(prompt, max_tokens, schema)
    return "".join(without_thoughts(repaired(answer.pieces())))
