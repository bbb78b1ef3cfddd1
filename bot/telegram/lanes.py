"""Lanes: what waits to be sent, one lane a chat, replies before unasked messages."""

from __future__ import annotations

from asyncio import TimerHandle
from collections import deque
from typing import Any, Protocol

REPLY, UNASKED = 0, 1  # as in bot.storage.outbox


class Row(Protocol):
    """A message of the outbox, as `bot.storage.outbox.OutboxRow` is one.

    `payload` is the parameters of the method, without `chat_id` and, where the row edits another,
    without `message_id`; or `{"params": ..., "producer": name}`, both optional.
    """

    @property
    def id(self) -> int: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def chat_id(self) -> int: ...
    @property
    def urgency(self) -> int: ...
    @property
    def method(self) -> str: ...
    @property
    def payload(self) -> Any: ...
    @property
    def edits_id(self) -> int | None: ...
    @property
    def not_before(self) -> float: ...


class Lane:
    """What waits for one chat."""

    __slots__ = ("chat_id", "failures", "queued", "resume_at", "through", "timer", "waiting")

    def __init__(self, chat_id: int) -> None:
        self.chat_id = chat_id
        self.waiting: tuple[deque[Row], deque[Row]] = (deque(), deque())
        self.through: int | None = None  # the class of its message that is on its way
        self.queued: int | None = None  # the class it stands in the queue for
        self.failures = 0  # in a row
        self.resume_at = 0.0  # monotonic seconds
        self.timer: TimerHandle | None = None

    @property
    def urgency(self) -> int | None:
        """The class of the next message, None if there is none."""
        if self.waiting[REPLY]:
            return REPLY
        return UNASKED if self.waiting[UNASKED] else None


class Lanes:
    """All lanes, and the queue of those whose next message may be looked at."""

    def __init__(self) -> None:
        self._lanes: dict[int, Lane] = {}
        self._ready: tuple[deque[Lane], deque[Lane]] = (deque(), deque())
        self._ids: set[int] = set()
        self.unasked = 0

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> set[int]:
        """The ids of all rows."""
        return set(self._ids)

    def add(self, row: Row) -> None:
        """Put a row behind the others of its chat and class; a known one is left where it is."""
        if row.id in self._ids:
            return
        self._ids.add(row.id)
        urgency = REPLY if row.urgency == REPLY else UNASKED
        self.unasked += urgency
        lane = self._lanes.get(row.chat_id)
        if lane is None:
            lane = self._lanes[row.chat_id] = Lane(row.chat_id)
        lane.waiting[urgency].append(row)
        self.release(lane)

    def release(self, lane: Lane) -> None:
        """Let a lane take part again, or forget it if it is empty."""
        if lane.through is not None:
            return
        urgency = lane.urgency
        if urgency is None:
            if lane.queued is None:
                self._forget(lane)
        elif lane.queued is None or urgency < lane.queued:
            # A lane that moves up leaves its old place behind; `next` steps over it.
            lane.queued = urgency
            self._ready[urgency].append(lane)

    def _forget(self, lane: Lane) -> None:
        if lane.timer is not None:
            lane.timer.cancel()
        self._lanes.pop(lane.chat_id, None)

    def has_ready(self, urgency: int) -> bool:
        """Whether a lane of this class stands in the queue."""
        queue = self._ready[urgency]
        while queue and queue[0].queued != urgency:
            queue.popleft()
        return bool(queue)

    def next(self, urgency: int) -> Lane:
        """Take the first lane of this class off the queue; see `has_ready`."""
        lane = self._ready[urgency].popleft()
        lane.queued = None
        return lane

    def remove(self, lane: Lane, row: Row) -> None:
        """Take a row off its lane: it is settled."""
        for urgency, queue in enumerate(lane.waiting):
            if queue and queue[0] is row:
                queue.popleft()
                self.unasked -= urgency
                self._ids.discard(row.id)
                return

    def clear(self, lane: Lane) -> list[Row]:
        """Take everything off a lane and return it."""
        rows = [row for queue in lane.waiting for row in queue]
        self.unasked -= len(lane.waiting[UNASKED])
        self._ids.difference_update(row.id for row in rows)
        for queue in lane.waiting:
            queue.clear()
        return rows

    def forget_chat(self, chat_id: int) -> None:
        """Take everything off a chat's lane but a message that is on its way."""
        lane = self._lanes.get(chat_id)
        if lane is None:
            return
        going = None if lane.through is None else lane.waiting[lane.through][0]
        self.clear(lane)
        if going is not None and lane.through is not None:
            lane.waiting[lane.through].append(going)
            self.unasked += lane.through
            self._ids.add(going.id)

    def hush_chat(self, chat_id: int) -> None:
        """Take what is unasked off a chat's lane but a message that is on its way."""
        lane = self._lanes.get(chat_id)
        if lane is None:
            return
        queue = lane.waiting[UNASKED]
        kept = 1 if lane.through == UNASKED else 0
        while len(queue) > kept:
            self._ids.discard(queue.pop().id)
            self.unasked -= 1

    def all(self) -> list[Lane]:
        """Return every lane."""
        return list(self._lanes.values())
