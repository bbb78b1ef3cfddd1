"""Zones: IANA names of time zones, and what the clock says there."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


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
