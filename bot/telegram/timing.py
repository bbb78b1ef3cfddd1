"""Waiting: monotonic seconds, pauses and timers from one place, so that tests can live faster."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from random import Random


class Timer:
    """Measures and waits in seconds that only go forward.

    Args:
        factor: how many of its seconds pass in a real one.
    """

    def __init__(self, factor: float = 1.0) -> None:
        self.factor = factor

    def now(self) -> float:
        """Return seconds since some moment in the past."""
        return time.monotonic() * self.factor

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds / self.factor)

    async def wait(self, event: asyncio.Event, seconds: float) -> bool:
        """Wait for an event at most so long; tell whether it happened."""
        if event.is_set():
            return True
        try:
            async with asyncio.timeout(seconds / self.factor):
                await event.wait()
        except TimeoutError:
            return False
        return True

    def call_later(self, seconds: float, callback: Callable[[], None]) -> asyncio.TimerHandle:
        """Call a function after so long."""
        return asyncio.get_running_loop().call_later(seconds / self.factor, callback)


class Backoff:
    """Pauses that double from `first` to `longest` seconds, each shortened by up to a half at random.

    Args:
        random: where the randomness comes from.
        first: seconds of the first pause, at most.
        longest: seconds of the longest pause.
    """

    def __init__(self, random: Random, first: float = 0.5, longest: float = 15.0) -> None:
        self._random = random
        self.first = first
        self.longest = longest

    def pause(self, failures: int) -> float:
        """Return the seconds to wait after the so-manyth failure in a row (1, 2, ...)."""
        whole = min(self.longest, self.first * 2.0 ** min(max(failures - 1, 0), 30))
        return whole * (0.5 + self._random.random() / 2)
