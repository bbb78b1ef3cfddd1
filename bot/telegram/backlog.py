"""The backlog: brings what waits in the outbox into memory, at the start and whenever there is room."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import structlog

from bot.storage import outbox
from bot.storage.database import Database, StorageBusy, StorageFull, Transaction
from bot.telegram.lanes import REPLY, Lanes, Row
from bot.telegram.timing import Timer

IN_MEMORY = 2_000  # unasked messages; more of them stay in the database until there is room
_AGAIN = 30.0  # seconds until what was held back is looked at again, at the soonest
_BREATH = 0.2  # seconds between two looks

_log = structlog.get_logger(__name__)


class Backlog:
    """Fills the lanes.

    Args:
        database: holds the outbox.
        lanes: to be filled.
        timer: measures pauses.
        is_known: tells of a row that it needs no sending, although the database may not know yet.
        filled: called when the lanes were filled.
    """

    def __init__(
        self,
        database: Database,
        lanes: Lanes,
        timer: Timer,
        is_known: Callable[[int], bool],
        filled: Callable[[], None],
    ) -> None:
        self._database = database
        self._lanes = lanes
        self._timer = timer
        self._is_known = is_known
        self._filled = filled
        self._more = asyncio.Event()  # the database holds rows that are not in memory
        self._reading: set[int] | None = None  # rows known by other ways while we read
        self._alarm: asyncio.TimerHandle | None = None

    @property
    def empty(self) -> bool:
        """Whether everything that waits is in memory, as far as we know."""
        return not self._more.is_set() and self._reading is None

    def add(self, rows: Iterable[Row]) -> None:
        """Take rows committed just now; unasked ones only as far as there is room."""
        for row in rows:
            if row.urgency != REPLY and self._is_behind():
                self._more.set()
            elif not self._is_known(row.id):
                self._lanes.add(row)
                if self._reading is not None:
                    self._reading.add(row.id)

    def _is_behind(self) -> bool:
        """Whether earlier rows may be in the database alone, which a new one must not overtake."""
        return not self.empty or self._lanes.unasked >= IN_MEMORY

    def look_again(self) -> None:
        """Read the outbox again soon."""
        self._more.set()

    async def load(self) -> None:
        """Read the outbox now. Raises as `Database.read`."""
        self._more.clear()
        known = self._reading = self._lanes.ids
        limit = len(known) + IN_MEMORY

        def read(tx: Transaction) -> tuple[list[outbox.OutboxRow], float | None]:
            return outbox.load_waiting(tx, limit), outbox.next_at(tx)

        try:
            # What is sent while we read still looks as if it waited: hence `known`, from before.
            rows, next_at = await self._database.read(read)
        finally:
            self._reading = None
        for row in rows:
            if row.id not in known and not self._is_known(row.id):
                self._lanes.add(row)
        if len(rows) >= limit:
            self._more.set()
        elif next_at is not None:
            self._look_later()
        self._filled()

    async def keep_loading(self) -> None:
        """Load whenever there is more and there is room."""
        while True:
            await self._more.wait()
            if self._lanes.unasked <= IN_MEMORY // 2:
                try:
                    await self.load()
                except (StorageBusy, StorageFull) as error:
                    _log.warning("the outbox cannot be read now", error=type(error).__name__)
                    self._more.set()
            await self._timer.sleep(_BREATH)

    def _look_later(self) -> None:
        """Look again at rows that have to wait: until when, the clock may change at any time."""
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = self._timer.call_later(_AGAIN, self._more.set)
