"""Passive voice: a form of *to be* with the participle of a verb whose subject undergoes the action."""

from __future__ import annotations

from assistant.model import Span


def find_passive(sentence: str, language: str) -> Span | None:
    """Return the span of the first passive verb of `sentence`, auxiliary and participle, or None."""
    return None
