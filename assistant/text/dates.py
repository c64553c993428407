"""Dates as people write them, read into ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final

from assistant.lang import pack

_HOUR: Final = r"(?:\D{1,6}(?P<hour>\d{1,2})\s?(?:[h:]\s?(?P<minute>\d{2})?|heures?\b))?\W*$"
_NUMERIC: Final = re.compile(r"^\W*(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})" + _HOUR)
_DAY_FIRST: Final = re.compile(
    r"^(?:[^\W\d]+ )?(?P<day>\d{1,2})(?:er|st|nd|rd|th)? (?P<month>[^\W\d]+),? (?P<year>\d{4})" + _HOUR
)
_MONTH_FIRST: Final = re.compile(r"^(?P<month>[^\W\d]+) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})" + _HOUR)


def read_date(text: str) -> str | None:
    """Return the date, or the instant where an hour is given, that `text` says, in ISO 8601; None when it says none.

    Read are ISO 8601, "14 mars 2026 à 18h30", "March 14, 2026" and "14/03/2026", the day first as in France.
    """
    text = " ".join(text.split())
    try:
        datetime.fromisoformat(text)
    except ValueError:
        matches = (pattern.match(text.lower()) for pattern in (_NUMERIC, _DAY_FIRST, _MONTH_FIRST))
        return next((said for match in matches if match and (said := _said(match))), None)
    return text


def _said(match: re.Match[str]) -> str | None:
    month = int(match["month"]) if match["month"].isdecimal() else _number_of_month(match["month"])
    try:
        day = date(int(match["year"]), month, int(match["day"]))
        if match["hour"] is None:
            return day.isoformat()
        return datetime.combine(day, time(int(match["hour"]), int(match["minute"] or 0))).isoformat(timespec="minutes")
    except ValueError:
        return None


def _number_of_month(name: str) -> int:
    """Return 1..12, or 0 for what is no month."""
    for language in ("fr", "en"):
        if name in (months := [month.lower() for month in pack(language).months]):
            return months.index(name) + 1
    return 0
