"""Cues of news writing by article language: data only, found by `cues`."""

from __future__ import annotations

from typing import Final

from assistant.writing.cues import en, fr
from assistant.writing.cues.story_cues import ROLES, Role, StoryCues

CUES: Final[dict[str, StoryCues]] = {"fr": fr.CUES, "en": en.CUES}

__all__ = ["CUES", "ROLES", "Role", "StoryCues", "cues"]


def cues(language: str) -> StoryCues:
    """Return the cues of that language; for a language without any, the English ones."""
    return CUES.get(language, en.CUES)
