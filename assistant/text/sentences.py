"""Sentences: where one ends, also when the paste glued it to the next."""

from __future__ import annotations

from assistant.model import Span


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the spaces around them. A newline ends a sentence."""
    raise NotImplementedError
