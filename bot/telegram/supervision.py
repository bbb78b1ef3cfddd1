"""Supervision: the parts that run in the background; when one ends by itself, so does the process."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class PartEnded(Exception):
    """A part that should run for ever came to its end; the message is its name."""


class Supervisor:
    """Holds the background tasks of the process."""

    def __init__(self) -> None:
        self._tasks: dict[asyncio.Task[Any], str] = {}

    def start(self, name: str, part: Coroutine[Any, Any, Any]) -> None:
        """Run a part in the background."""
        self._tasks[asyncio.get_running_loop().create_task(part, name=name)] = name

    async def watch(self, until: asyncio.Event) -> None:
        """Wait for the event while all parts live. They go on; `cancel` ends them.

        Raises:
            PartEnded: a part ended without an error.
            Exception: what a part died of, as it raised it.
        """
        waiting = asyncio.get_running_loop().create_task(until.wait())
        try:
            done, _ = await asyncio.wait({waiting, *self._tasks}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
        for task in done - {waiting}:
            if not task.cancelled() and (error := task.exception()) is not None:
                raise error
        if not until.is_set():
            names = sorted(self._tasks[task] for task in done if task in self._tasks)
            raise PartEnded(", ".join(names))

    async def cancel(self) -> None:
        """End all parts and wait until they are gone; what they still raise is not looked at."""
        tasks, self._tasks = list(self._tasks), {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
