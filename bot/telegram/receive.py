"""Intake: each update is handled, committed, and only then acknowledged to Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

from bot.telegram.api import BotApi
from bot.telegram.lines import Handle, Lines, RawUpdate, SetAside
from bot.telegram.polling import Poller
from bot.telegram.timing import Timer

# While updates wait for their commit, every answer brings them again. So Telegram is asked when half of them
# are done, or after so many seconds: soon if the last answer brought something new, else more and more
# seldom, so that a stuck update makes no storm of requests.
_SOON, _LATER, _SELDOM = 0.15, 0.25, 0.5


class IntakeStopped(Exception):
    """The intake was stopped before this update was handled: it has to come again."""


class Intake:
    """Takes updates by long polling, or one by one from whoever calls `submit` (a webhook).

    Telegram gives at most 100 updates from the first unconfirmed one on: that bounds what is in memory.

    Args:
        api: the Bot API.
        handle: handles one raw update (reads, screens, runs the turn) and returns after its commit; it has
            to recognise an update id that was committed before.
        set_aside, queued: see `Lines`.
        timer: measures the pauses.
        random: spreads them.
        poll_seconds: how long Telegram may keep a poll waiting.
        conflict_seconds: how long another program may poll too before `run` gives up.
    """

    def __init__(
        self,
        api: BotApi,
        handle: Handle,
        set_aside: SetAside,
        *,
        queued: Callable[[RawUpdate], None] | None = None,
        timer: Timer | None = None,
        random: Random | None = None,
        poll_seconds: int = 30,
        conflict_seconds: float = 30.0,
    ) -> None:
        timer = timer or Timer()
        random = random or Random()
        self._timer = timer
        self._poller = Poller(api, timer, random, poll_seconds, conflict_seconds)
        self._lines = Lines(handle, set_aside, self._settle, timer, random, queued)
        self._done: dict[int, bool] = {}  # by update id, until Telegram has forgotten it
        self._open = self._taken = 0
        self._callers: dict[int, asyncio.Future[None]] = {}
        self._enough = 0  # so few that are open let us poll again
        self._few = asyncio.Event()
        self._polling: asyncio.Task[None] | None = None

    @property
    def idle(self) -> bool:
        """Whether every update that came is committed."""
        return self._open == 0

    async def run(self) -> None:
        """Poll until `stop`.

        Raises:
            Unauthorized: Telegram does not know the token.
            AnotherInstance: another program keeps polling for this bot.
        """
        self._polling = asyncio.get_running_loop().create_task(self._poll())
        try:
            await asyncio.wait({self._polling})
        finally:
            self._polling.cancel()
        if not self._polling.cancelled():
            self._polling.result()

    async def stop(self, seconds: float) -> None:
        """Poll no more, give updates in work so many seconds, and confirm what is committed."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.wait({self._polling})
        await self._lines.stop(seconds)
        for caller in self._callers.values():
            caller.set_exception(IntakeStopped())
        if (offset := self._find_offset()) is not None:
            await self._poller.confirm(offset)

    async def submit(self, raw: RawUpdate) -> None:
        """Handle one update and return after its commit, in order with the others of its chat.

        Raises:
            IntakeStopped: it could not be handled any more.
        """
        number = raw["update_id"]
        known = self._callers.get(number)
        if known is None:
            known = self._callers[number] = asyncio.get_running_loop().create_future()
            if self._done.get(number) is None:
                self._take(raw)
            elif self._done[number]:
                known.set_result(None)
                del self._callers[number]
        await asyncio.shield(known)

    async def _poll(self) -> None:
        pause = _SOON
        while True:
            offset = self._find_offset()
            batch = await self._poller.fetch(offset, wait=self._open == 0)
            self._forget_below(offset)
            before = self._taken
            for raw in batch:
                if raw["update_id"] not in self._done:
                    self._take(raw)
            pause = _SOON if self._taken > before else min(max(_LATER, pause * 2), _SELDOM)
            if self._open:
                self._enough = self._open // 2
                self._few.clear()
                await self._timer.wait(self._few, pause)

    def _take(self, raw: RawUpdate) -> None:
        self._done[raw["update_id"]] = False
        self._open += 1
        self._taken += 1
        self._lines.put(raw)

    def _settle(self, number: int) -> None:
        self._done[number] = True
        self._open -= 1
        if self._open <= self._enough:
            self._few.set()
        caller = self._callers.pop(number, None)
        if caller is not None:
            caller.set_result(None)
            del self._done[number]  # whoever submits confirms by himself

    def _find_offset(self) -> int | None:
        """Return the first id that Telegram has to keep; None if there is nothing to confirm.

        Without an offset Telegram starts at the earliest unconfirmed update. So a lower number, as it comes
        after a quiet week, is never jumped over.
        """
        if not self._done:
            return None
        waiting = [number for number, done in self._done.items() if not done]
        return min(waiting) if waiting else max(self._done) + 1

    def _forget_below(self, offset: int | None) -> None:
        if offset is not None:
            self._done = {number: done for number, done in self._done.items() if number >= offset or not done}
