"""Zones: IANA names of time zones, and what the clock says there."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MORNING = time(9)
"""When something is due of which only the day is known, where the person lives."""


def find_zone(name: str | None) -> tzinfo | None:
    """Return an IANA zone, None if it is not known."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def place_of(name: str | None) -> tzinfo:
    """Return an IANA zone, UTC if it is not known."""
    return find_zone(name) or UTC


def local_date(now: float, name: str | None) -> date:
    """Return the date at `now` (UTC epoch seconds) in an IANA zone, in UTC if it is not known."""
    return datetime.fromtimestamp(now, place_of(name)).date()


def morning_of(day: date, name: str | None) -> float:
    """Return the morning of a day in an IANA zone, in UTC if it is not known, as UTC epoch seconds."""
    return datetime.combine(day, MORNING, place_of(name)).timestamp()


def move_morning(at: float, old: str | None, new: str | None) -> float:
    """Return a morning of the zone `old` as that of the same day in `new`; any other time stays as it is."""
    day = local_date(at, old)
    return morning_of(day, new) if at == morning_of(day, old) else at
