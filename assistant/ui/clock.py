"""The time where the journalist is."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from assistant.i18n.dates import format_instant, format_time
from assistant.ui.state import session


def zone_here() -> tzinfo | None:
    """Return the time zone of this browser; None, which is the machine's, where it does not say or nobody knows it."""
    name = st.context.timezone
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def when(instant: str) -> str:
    """Return an instant of the store as day and time, in the language of the interface."""
    return format_instant(instant, session().language, datetime.now(UTC).astimezone(zone_here()))


def time_of_day(instant: str) -> str:
    """Return the time of day of an instant of the store."""
    return format_time(instant, zone_here())
