"""Days and times as people say them, where they are."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.i18n.dates import format_instant, format_time

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 12, 15, 30, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("instant", "french", "english"),
    [
        ("2026-03-12T06:05:00+00:00", "aujourd’hui à 7:05", "today at 7:05"),
        ("2026-03-11T22:59:00+00:00", "hier à 23:59", "yesterday at 23:59"),
        ("2026-01-02T11:00:00+00:00", "2 janvier à 12:00", "2 January at 12:00"),
        ("2025-08-02T10:00:00+00:00", "2 août 2025 à 12:00", "2 August 2025 at 12:00"),
        ("", "", ""),
    ],
)
def test_an_instant_is_said_as_seen_from_now(instant: str, french: str, english: str) -> None:
    assert format_instant(instant, "fr", NOW) == french
    assert format_instant(instant, "en", NOW) == english


def test_the_time_of_day_is_that_of_the_place() -> None:
    assert format_time("2026-03-12T06:05:00+00:00", PARIS) == "7:05"
