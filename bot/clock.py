"""The clock: the only place that reads the time of day."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Something that knows what time it is."""

    def now(self) -> float:
        """Return the time as UTC epoch seconds."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> float:
        """Return the time as UTC epoch seconds."""
        return time.time()


class ShiftedClock:
    """The machine's clock moved by an offset, for the sandbox's time travel and for tests.

    Args:
        offset: seconds added to the machine's time.
    """

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset

    def now(self) -> float:
        """Return the shifted time as UTC epoch seconds."""
        return time.time() + self.offset

    def travel(self, seconds: float) -> None:
        """Move the clock by `seconds`, forward or (negative) back."""
        self.offset += seconds
