"""What tests of the model's writing share: a played server, and a draft with its outline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.desk.drafting import draft_from_sources, with_outline
from assistant.intake import read_text
from assistant.model import Draft
from tests.servers import scripted

EXAMPLE = Path(__file__).parents[2] / "assistant" / "ui" / "examples" / "fr.txt"


@pytest.fixture(scope="module")
def server() -> Iterator[scripted.ScriptedServer]:
    """A model whose answers are played from a scenario that its address names."""
    with scripted.start() as running:
        yield running


@pytest.fixture(scope="module")
def draft() -> Draft:
    """The example of the welcome page as a draft with its outline."""
    return with_outline(draft_from_sources([read_text(EXAMPLE.read_text(encoding="utf-8"), "source")]))
