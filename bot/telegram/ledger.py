"""The ledger: notes in the database what became of messages, many of them in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

import structlog

from bot.storage import messages, outbox, persons
from bot.storage.database import Database, StorageBusy, StorageError, StorageFull, Transaction
from bot.telegram.delivery import find_message_id
from bot.telegram.lanes import Row
from bot.telegram.timing import Backoff, Timer

Outcome = Literal["sent", "skipped", "failed", "blocked", "uncertain"]
OnSent = Callable[[Row, Any, Outcome], None]

_TRIES = 8  # at errors that are not about a busy or full database

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Settled:
    """A row that is done with."""

    row: Row
    outcome: Outcome
    result: Any = None


class Ledger:
    """Collects what happened while the last transaction runs, then writes all of it in the next.

    Args:
        database: the database.
        timer: measures the pauses while it takes nothing.
        random: spreads them.
        on_sent: called with row, result and outcome of each row after the commit that settles it.
    """

    def __init__(
        self, database: Database, timer: Timer, random: Random, on_sent: OnSent | None = None
    ) -> None:
        self._database = database
        self._timer = timer
        self._backoff = Backoff(random, first=0.25, longest=5.0)
        self._on_sent = on_sent
        self._settled: list[Settled] = []
        self._unwritten: set[int] = set()
        self._announced: list[tuple[int, asyncio.Future[bool]]] = []
        self._writing: asyncio.Task[None] | None = None
        self.broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def idle(self) -> bool:
        """Whether everything is written."""
        return self._writing is None

    def holds(self, row_id: int) -> bool:
        """Whether a row is done with, but not yet in the eyes of the database."""
        return row_id in self._unwritten

    def settle(self, row: Row, outcome: Outcome, result: Any = None) -> None:
        """Note that a row is done with; it is written soon."""
        self._settled.append(Settled(row, outcome, result))
        self._unwritten.add(row.id)
        self._start()

    async def announce(self, row: Row) -> bool:
        """Note that a row is about to be sent; once that is committed, return whether it may still go.

        It was given up where its person has asked for a pause meanwhile, and is gone where they were erased.
        """
        written: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._announced.append((row.id, written))
        self._start()
        return await written

    async def flush(self) -> None:
        """Wait until everything is written."""
        while self._writing is not None:
            await asyncio.wait({self._writing})

    def _start(self) -> None:
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write_all())

    async def _write_all(self) -> None:
        try:
            while self._settled or self._announced:
                settled, self._settled = self._settled, []
                announced, self._announced = self._announced, []
                going = await self._write(settled, [row_id for row_id, _ in announced])
                for row_id, written in announced:
                    if not written.done():
                        written.set_result(row_id in going)
                self._unwritten.difference_update(one.row.id for one in settled)
                self._tell(settled)
        except Exception as error:
            if not self.broken.done():
                self.broken.set_exception(error)
        finally:
            self._writing = None

    async def _write(self, settled: list[Settled], announced: list[int]) -> set[int]:
        failed = held = 0
        while True:
            # Somebody may have been erased meanwhile; looking for that each time would cost every message.
            careful = failed > 0
            try:
                return await self._database.transact(
                    lambda tx: _note(tx, settled, announced, careful)  # noqa: B023
                )
            except (StorageBusy, StorageFull) as error:
                held += 1
                _log.warning("storage cannot take what was sent now", error=type(error).__name__, held=held)
            except StorageError as error:
                failed += 1
                if failed == 1:
                    continue
                _log.error("what was sent could not be noted", attempt=failed, exc_info=error)
                if failed >= _TRIES:
                    raise
            await self._timer.sleep(self._backoff.pause(failed + held))

    def _tell(self, settled: list[Settled]) -> None:
        if self._on_sent is None:
            return
        for one in settled:
            try:
                self._on_sent(one.row, one.result, one.outcome)
            except Exception as error:
                _log.error("what follows from a sent message failed", exc_info=error)


def _note(tx: Transaction, settled: list[Settled], announced: list[int], careful: bool) -> set[int]:
    going = outbox.mark_sending(tx, announced)
    sent = [(one.row, find_message_id(one.result)) for one in settled if one.outcome == "sent"]
    if sent:
        outbox.mark_sent(tx, [(row.id, number) for row, number in sent])
        _remember(tx, sent, careful)
    given_up = [one.row.id for one in settled if one.outcome in ("failed", "skipped", "blocked")]
    if given_up:
        outbox.fail(tx, given_up)
    uncertain = [one.row.id for one in settled if one.outcome == "uncertain"]
    if uncertain:
        outbox.mark_uncertain(tx, uncertain)
    for chat_id in {one.row.chat_id for one in settled if one.outcome == "blocked"}:
        persons.mark_blocked(tx, chat_id)
        outbox.drop_chat(tx, chat_id)
    return going


def _remember(tx: Transaction, sent: list[tuple[Row, int | None]], careful: bool) -> None:
    by_person: dict[int, list[int]] = {}
    for row, number in sent:
        if row.person_id is not None and number is not None and row.edits_id is None:
            by_person.setdefault(row.person_id, []).append(number)
    for person_id, numbers in by_person.items():
        if not careful or persons.get(tx, person_id) is not None:
            messages.remember(tx, person_id, numbers, outgoing=True)
