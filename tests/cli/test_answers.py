"""What the command line answers, field by field."""

from __future__ import annotations

from assistant.cli.answers import brief_fields
from assistant.model import Brief


def test_a_tone_and_a_language_that_the_contract_cannot_name_are_null() -> None:
    brief = Brief(text="Résume en espagnol, ton dynamique", language="es", tone="dynamique", max_words=300)
    fields = brief_fields(brief)
    assert (fields["language"], fields["tone"], fields["max_words"]) == (None, None, 300)
