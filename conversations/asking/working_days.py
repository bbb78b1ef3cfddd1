"""Working days: Monday to Friday. Public holidays differ from place to place and are not known here."""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY = 5


def add_working_days(day: date, count: int) -> date:
    """Return the day `count` working days after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day
