"""Raw days: whether a no or words about one came in today, so that what could hurt then can wait."""

from __future__ import annotations

from datetime import UTC, date, datetime

from conversations.answers import as_date
from conversations.facts import Entry, Facts
from conversations.records import Reply, Status

LOOKED_BACK = 20
"""How many of the latest news are looked through."""


def is_raw(facts: Facts) -> bool:
    """Return whether a rejection, or an employer's words on one, came on the day this began or later."""
    return had_no(facts) or _had_reply(facts)


def had_no(facts: Facts) -> bool:
    """Return whether a rejection came on the day this began or later; one that is just being told counts."""
    latest = facts.diary.recent(Status.kind, LOOKED_BACK)
    return any(_day_of(entry) >= facts.today for entry in latest if entry.words("status") == "rejected")


def _had_reply(facts: Facts) -> bool:
    """Return whether a reply came on that day or was read again on it: either can hurt."""
    latest = facts.diary.recent(Reply.kind, LOOKED_BACK)
    return any(max(_day_of(entry), _written(entry)) >= facts.today for entry in latest)


def _day_of(entry: Entry) -> date:
    """Return the day the news came, if it was told; else the day it was written down."""
    return as_date(entry.data.get("on")) or _written(entry)


def _written(entry: Entry) -> date:
    return entry.day or datetime.fromtimestamp(entry.at, UTC).date()
