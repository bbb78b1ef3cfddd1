"""Lines of updates: one a chat, so that a person's updates run in order and nobody waits for another."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import structlog

from bot.storage.database import StorageBusy, StorageFull
from bot.telegram.timing import Backoff, Timer

TRIES = 3

RawUpdate = dict[str, Any]
Handle = Callable[[RawUpdate], Awaitable[None]]
SetAside = Callable[[RawUpdate, str], Awaitable[None]]

_log = structlog.get_logger(__name__)


class Lines:
    """Takes updates and handles each once, a chat's one after another.

    Args:
        handle: handles one raw update and returns after its commit.
        set_aside: puts an update that cannot be handled where it blocks nobody, in a transaction of its
            own; the second argument is the name of the error's class.
        settled: called with the id of each update that is done, one way or the other.
        timer: measures the pauses.
        random: spreads them.
        queued: called at once with each update that has to wait behind another of its chat.
    """

    def __init__(
        self,
        handle: Handle,
        set_aside: SetAside,
        settled: Callable[[int], None],
        timer: Timer,
        random: Random,
        queued: Callable[[RawUpdate], None] | None = None,
    ) -> None:
        self._handle = handle
        self._set_aside = set_aside
        self._settled = settled
        self._queued = queued
        self._timer = timer
        self._retry = Backoff(random, first=0.1, longest=1.0)
        self._hold = Backoff(random, first=0.25, longest=3.0)
        self._lines: dict[int | None, deque[RawUpdate]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    @property
    def busy(self) -> bool:
        """Whether anything is in work."""
        return bool(self._lines)

    def put(self, raw: RawUpdate) -> None:
        """Queue an update behind the others of its chat."""
        chat_id = find_chat(raw)
        line = self._lines.get(chat_id)
        if line is not None:
            line.append(raw)
            if self._queued is not None:
                self._queued(raw)
            return
        line = self._lines[chat_id] = deque((raw,))
        task = asyncio.get_running_loop().create_task(self._work(chat_id, line))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self, seconds: float) -> None:
        """Begin nothing new, and give what is in work so many seconds to finish."""
        self._stopping.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds / self._timer.factor)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _work(self, chat_id: int | None, line: deque[RawUpdate]) -> None:
        try:
            while line and not self._stopping.is_set():
                raw = line[0]
                if not await self._finish(raw):
                    return
                line.popleft()
                self._settled(raw["update_id"])
        finally:
            del self._lines[chat_id]

    async def _finish(self, raw: RawUpdate) -> bool:
        """Handle an update or set it aside; return False if we are stopping and it stays undone."""
        failed = held = 0
        while True:
            try:
                await self._handle(raw)
                return True
            except (StorageBusy, StorageFull) as error:
                held += 1
                pause = self._hold.pause(held)
                _log.warning("storage cannot take an update now", error=type(error).__name__, held=held)
            except Exception as error:
                failed += 1
                pause = self._retry.pause(failed)
                _log.error("an update failed", attempt=failed, exc_info=error)
                if failed >= TRIES:
                    return await self._give_up(raw, type(error).__name__)
            if await self._timer.wait(self._stopping, pause):
                return False

    async def _give_up(self, raw: RawUpdate, reason: str) -> bool:
        held = 0
        while True:
            try:
                await self._set_aside(raw, reason)
            except Exception as error:
                held += 1
                _log.error("an update could not be set aside", held=held, exc_info=error)
                if await self._timer.wait(self._stopping, self._hold.pause(held)):
                    return False
            else:
                _log.error("an update was set aside", reason=reason, update=raw["update_id"])
                return True


def find_chat(raw: RawUpdate) -> int | None:
    """Return whose update this is, None if it belongs to no chat; a tap belongs to who tapped."""
    tap = raw.get("callback_query")
    if isinstance(tap, dict):
        return _find_id(tap, "from")
    for kind in ("message", "edited_message", "my_chat_member"):
        inner = raw.get(kind)
        if isinstance(inner, dict):
            return _find_id(inner, "chat")
    return None


def _find_id(of: RawUpdate, name: str) -> int | None:
    inner = of.get(name)
    number = inner.get("id") if isinstance(inner, dict) else None
    return number if isinstance(number, int) else None
