"""Dates as people write them."""

from __future__ import annotations

import pytest

from assistant.text.dates import read_date


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-03-14", "2026-03-14"),
        (" 2026-03-14T18:30 ", "2026-03-14T18:30"),
        ("14 mars 2026", "2026-03-14"),
        ("samedi 14 mars 2026 à 18h30", "2026-03-14T18:30"),
        ("1er août 2026 à 9 heures", "2026-08-01T09:00"),
        ("14/03/2026", "2026-03-14"),
        ("14.03.2026 18:05", "2026-03-14T18:05"),
        ("March 14, 2026", "2026-03-14"),
        ("14 March 2026", "2026-03-14"),
        ("31/02/2026", None),
        ("14 brumaire 2026", None),
        ("demain", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, said: str | None) -> None:
    assert read_date(text) == said
