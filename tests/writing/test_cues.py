"""The cues of each language are complete and folded."""

from __future__ import annotations

from dataclasses import fields

import pytest

from assistant.lang import ARTICLE_LANGUAGES
from assistant.text.words import fold
from assistant.writing.cues import CUES, ROLES


@pytest.mark.parametrize("language", ARTICLE_LANGUAGES)
def test_every_field_is_filled(language: str) -> None:
    cues = CUES[language]
    assert [field.name for field in fields(cues) if not getattr(cues, field.name)] == []
    assert set(cues.role_cues) == set(cues.role_headings) == set(ROLES)


@pytest.mark.parametrize("language", ARTICLE_LANGUAGES)
def test_phrases_are_folded(language: str) -> None:
    cues = CUES[language]
    phrases = [
        *(phrase for role in ROLES for phrase in cues.role_cues[role]),
        *cues.dependent_openings,
        *cues.dependent_phrases,
        *cues.dependent_nouns,
        *cues.clause_borders,
    ]
    assert [phrase for phrase in phrases if phrase != fold(phrase) or "'" in phrase or "-" in phrase] == []
