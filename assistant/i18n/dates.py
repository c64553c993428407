"""Days and times as people say them, in the interface languages."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from assistant.i18n import translate


def format_instant(instant: str, language: str, now: datetime) -> str:
    """Return an ISO 8601 instant as seen from `now`, in its time zone: `aujourd’hui à 15:04`, `12 mars à 7:42`.

    The year is said only where it is another one. Empty for an empty instant.
    """
    if not instant:
        return ""
    when = datetime.fromisoformat(instant).astimezone(now.tzinfo)
    return translate("date.at", language, day=_day(when, now, language), time=_time(when))


def format_time(instant: str, zone: tzinfo | None) -> str:
    """Return the time of day of an ISO 8601 instant in that zone, the machine's for None: `15:04`."""
    return _time(datetime.fromisoformat(instant).astimezone(zone))


def _day(when: datetime, now: datetime, language: str) -> str:
    if when.date() == now.date():
        return translate("date.today", language)
    if when.date() == (now - timedelta(days=1)).date():
        return translate("date.yesterday", language)
    month = translate("date.months", language).split()[when.month - 1]
    key = "date.day" if when.year == now.year else "date.day_and_year"
    return translate(key, language, day=str(when.day), month=month, year=str(when.year))


def _time(when: datetime) -> str:
    return f"{when.hour}:{when.minute:02d}"
