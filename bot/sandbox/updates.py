"""The queue of updates: at least once, confirmed only by a later offset, and only one poll at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.clock import Clock
from bot.sandbox.errors import ApiError, Json

# Bot API, "Getting updates": kept no longer than 24 hours. Telegram drops button presses after 150 s.
LIFETIME = 24 * 3600.0
PRESS_LIFETIME = 150.0
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
CONFLICT = ApiError(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass
class Waiting:
    """An update that the bot has not confirmed."""

    update: Json
    kind: str
    chat_id: int | None
    date: float
    undelivered_repeat: bool = False

    @property
    def lifetime(self) -> float:
        """Seconds after which Telegram forgets it."""
        return PRESS_LIFETIME if self.kind == "callback_query" else LIFETIME


class UpdateQueue:
    """Updates for the bot, in order.

    Args:
        clock: decides what has expired.
        next_id: the number of the first update.
    """

    def __init__(self, clock: Clock, next_id: int) -> None:
        self.clock = clock
        self.next_id = next_id
        self.allowed: list[str] = []
        self.waiting: deque[Waiting] = deque()
        self.on_push: Callable[[Waiting], None] | None = None
        self._changed = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None

    def push(self, kind: str, subject: Json, chat_id: int | None) -> int:
        """Queue an update of this kind and return its number."""
        return self.push_raw({kind: subject}, chat_id)

    def push_raw(self, update: Json, chat_id: int | None = None) -> int:
        """Queue any dictionary as an update; its number is added if it has none."""
        numbered = {"update_id": self.next_id, **update}
        number = int(numbered["update_id"])
        self.next_id = max(self.next_id, number + 1)
        kind = next((key for key in numbered if key != "update_id"), "")
        if self.wants(kind):
            self._append(Waiting(numbered, kind, chat_id, self.clock.now()))
        return number

    def repeat(self, update: Json, chat_id: int | None = None) -> None:
        """Queue an update once more under its old number; it is delivered once whatever the offset says."""
        self._append(Waiting(update, "", chat_id, self.clock.now(), undelivered_repeat=True))

    def jump(self, next_id: int) -> None:
        """Go on with another number, lower or higher, as Telegram does after a quiet week."""
        self.next_id = next_id

    def _append(self, item: Waiting) -> None:
        self.waiting.append(item)
        if self.on_push:
            self.on_push(item)
        self.wake()

    def wants(self, kind: str) -> bool:
        """Tell whether the bot asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in _NOT_BY_DEFAULT

    def wake(self) -> None:
        """Wake those who wait for a change."""
        self._changed.set()
        self._changed = asyncio.Event()

    def pending(self, chat_id: int | None = None) -> int:
        """Return how many updates (of one chat, if given) are not confirmed."""
        return sum(1 for item in self.waiting if chat_id is None or item.chat_id == chat_id)

    def forget_old(self) -> None:
        """Drop what Telegram would have dropped by now."""
        now = self.clock.now()
        if any(now - item.date > item.lifetime for item in self.waiting):
            self.waiting = deque(item for item in self.waiting if now - item.date <= item.lifetime)

    def confirm(self, offset: int) -> None:
        """Forget the updates below `offset`; below zero: all but the last `-offset`.

        An offset beyond the newest update is void, as at Telegram: that is how numbers may start again.
        """
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        elif 0 < offset <= self.next_id:
            self.waiting = deque(
                item for item in self.waiting if item.undelivered_repeat or item.update["update_id"] >= offset
            )

    def _take(self, limit: int) -> list[Json]:
        taken = list(islice(self.waiting, limit))
        for item in taken:
            item.undelivered_repeat = False
        return [item.update for item in taken]

    async def poll(self, offset: int, limit: int, seconds: float, stopping: asyncio.Event) -> list[Json]:
        """Answer a getUpdates: confirm, then return up to `limit` updates, waiting up to `seconds`.

        A server that is `stopping` waits no longer (call `wake` after setting it).

        Raises:
            ApiError: 409 when another poll comes in while this one waits.
        """
        if self._poll and not self._poll.done():
            self._poll.set_exception(CONFLICT)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = mine
        self.confirm(offset)
        self.wake()
        deadline = asyncio.get_running_loop().time() + seconds
        try:
            while True:
                self.forget_old()
                left = deadline - asyncio.get_running_loop().time()
                if self.waiting or left <= 0 or stopping.is_set():
                    return self._take(limit)
                await self._wait(mine, left)
        finally:
            if not mine.done():
                mine.set_result(None)

    async def _wait(self, mine: asyncio.Future[None], seconds: float) -> None:
        change = asyncio.ensure_future(self._changed.wait())
        try:
            either: set[asyncio.Future[Any]] = {change, mine}
            await asyncio.wait(either, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            change.cancel()
        if mine.done():
            mine.result()
