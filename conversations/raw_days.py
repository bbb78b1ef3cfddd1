"""Raw days: whether a no came in today, so that what could hurt on such a day can wait."""

from __future__ import annotations

from datetime import UTC, date, datetime

from conversations.answers import as_date
from conversations.facts import Entry, Facts

LOOKED_BACK = 20
"""How many of the latest news are looked through."""


def is_raw(facts: Facts) -> bool:
    """Return whether a rejection came on the day this began or later."""
    latest = facts.diary.recent("status", LOOKED_BACK)
    return any(_day_of(entry) >= facts.today for entry in latest if entry.words("status") == "rejected")


def _day_of(entry: Entry) -> date:
    """Return the day the news came, if it was told; else the day it was written down."""
    on = as_date(entry.data.get("on"))
    return on or entry.day or datetime.fromtimestamp(entry.at, UTC).date()
