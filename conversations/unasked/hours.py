"""Decent hours: when somebody may be written to unasked, where they live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

FIRST, LAST = time(9), time(20)
"""Local hours within which something unasked may come (JobPal's fixed nags: PRODUCT.md, section 1)."""
AROUND = timedelta(hours=3)
"""How far from the hour of the day at which somebody was last seen, while nobody knows their time zone."""
GUESSED_NOON = timedelta(hours=12)
SPREAD = 15 * 60
"""Seconds over which the people of one zone are spread after the first decent minute: "around 9"."""
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Hours:
    """The decent hours of one person.

    Args:
        zone: where they live, or a guess.
        first, last: the window in local time; `last` is outside of it.
        spread: seconds by which the window opens later for this person.
    """

    zone: tzinfo
    first: time = FIRST
    last: time = LAST
    spread: int = 0

    def day(self, at: float) -> date:
        """Return the local day of a time (UTC epoch seconds)."""
        return datetime.fromtimestamp(at, self.zone).date()

    def decent(self, at: float) -> bool:
        """Return whether `at` (UTC epoch seconds) is a decent time."""
        return self._opens(self.day(at)) <= at and datetime.fromtimestamp(at, self.zone).time() < self.last

    def next_decent(self, at: float) -> float:
        """Return `at`, or the first decent time after it (UTC epoch seconds)."""
        found = at
        while not self.decent(found):
            opens = self._opens(self.day(found))
            found = opens if opens > found else self.next_morning(found)
        return found

    def next_morning(self, at: float) -> float:
        """Return when the window opens on the local day after that of `at` (UTC epoch seconds)."""
        day = self.day(at) + timedelta(days=1)
        opens = self._opens(day)
        # Where a whole day was left out (Apia, 2011), the morning of the missing one is the next one's.
        return opens if opens > at else self._opens(day + timedelta(days=1))

    def _opens(self, day: date) -> float:
        """Return when the window opens. An hour that is missing shifts forward; of two the first counts."""
        return datetime.combine(day, self.first, self.zone).timestamp() + self.spread


def hours_of(zone: tzinfo | None, seen: float, number: int = 0) -> Hours:
    """Return the decent hours of somebody.

    Args:
        zone: where they live, None if nobody knows: then the hour of the day at which they were last seen
            is taken for their noon, and nothing comes further from it than three hours.
        seen: when they last wrote, UTC epoch seconds.
        number: any number of theirs that stays; it spreads people out.
    """
    spread = number * 7919 % SPREAD  # a prime: neighbours are spread widely
    if zone is not None:
        return Hours(zone, spread=spread)
    seconds = timedelta(seconds=seen % DAY)
    offset = GUESSED_NOON - seconds
    noon = datetime.combine(date(2000, 1, 1), time(12), UTC)
    return Hours(timezone(offset), (noon - AROUND).time(), (noon + AROUND).time(), spread)
