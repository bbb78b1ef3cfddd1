"""The sender: takes messages from the outbox after their commit and sees them through."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

import structlog

from bot.clock import Clock
from bot.storage import outbox
from bot.storage.database import Database, StorageBusy, StorageFull
from bot.telegram.api import BotApi, Json
from bot.telegram.backlog import Backlog
from bot.telegram.delivery import Attempt, Delivery, Producer
from bot.telegram.immediate import Immediate
from bot.telegram.lanes import REPLY, Lane, Lanes, Row
from bot.telegram.ledger import Ledger, OnSent
from bot.telegram.pace import Pace
from bot.telegram.timing import Backoff, Timer
from bot.telegram.trouble import Trouble
from bot.telegram.turnstile import Turnstile

PARALLEL = 64  # messages on their way at once
_TRIES = 3  # at an error of our own, such as one in a producer
_GLANCE = 0.05  # seconds
_CLOSING_SECONDS = 1.5  # of a stop that are kept for the last notes

_log = structlog.get_logger(__name__)


class Sender:
    """Sends replies at least once and first, unasked messages at most once, each chat's in order.

    To be made while the event loop runs.

    Args:
        api: the Bot API.
        database: holds the outbox.
        clock: tells when a row's `not_before` has come.
        pace: how fast messages may go.
        producers: make files, by the name that a row's payload gives.
        on_sent: called with row, result and outcome of each row after the commit that settles it.
        timer: measures pauses.
        random: spreads them.
    """

    def __init__(
        self,
        api: BotApi,
        database: Database,
        clock: Clock,
        pace: Pace,
        *,
        producers: Mapping[str, Producer] | None = None,
        on_sent: OnSent | None = None,
        timer: Timer | None = None,
        random: Random | None = None,
    ) -> None:
        timer, random = timer or Timer(), random or Random()
        self._database = database
        self._timer = timer
        self._backoff = Backoff(random)
        self._lanes = Lanes()
        self._turnstile = Turnstile(self._lanes, pace, clock, timer, self._pump)
        self._backlog = Backlog(database, self._lanes, timer, self._is_known, self._pump)
        self._pace = pace
        self._delivery = Delivery(api, database, producers or {})
        self._ledger = Ledger(database, timer, random, on_sent)
        self._trouble = Trouble(api, timer, random, self._pump)
        self._immediate = Immediate(api, pace, timer)
        self._announced: set[int] = set()
        self._workers: set[asyncio.Task[None]] = set()
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._closed = False

    @property
    def idle(self) -> bool:
        """Whether nothing waits, nothing is on its way and everything is noted."""
        resting = not (len(self._lanes) or self._workers or self._immediate.running)
        return resting and self._backlog.empty and self._ledger.idle

    async def start(self) -> None:
        """Settle what a crash left on its way, and take up what waits.

        Raises:
            StorageError: the outbox cannot be read.
        """
        again, uncertain = await self._database.transact(outbox.recover)
        await self._backlog.load()
        if again or uncertain or len(self._lanes):
            _log.info("the outbox was taken up", waiting=len(self._lanes), again=again, uncertain=uncertain)

    async def run(self) -> None:
        """Keep going until `stop`.

        Raises:
            Unauthorized: Telegram does not know the token.
            StorageError: what was sent cannot be noted.
        """
        loader = asyncio.get_running_loop().create_task(self._backlog.keep_loading())
        parts: set[asyncio.Future[Any]] = {loader, self._ended, self._ledger.broken}
        try:
            done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
            for part in done:
                part.result()
        finally:
            loader.cancel()

    def enqueue(self, rows: Iterable[Row]) -> None:
        """Take rows that were committed to the outbox just now, in order."""
        self._backlog.add(rows)
        self._pump()

    def forget(self, chat_id: int) -> None:
        """Send nothing more of what waits for a chat, whose rows an erasure has deleted."""
        self._lanes.forget_chat(chat_id)

    def hush(self, chat_id: int) -> None:
        """Send nothing unasked of what waits for a chat, whose rows were given up."""
        self._lanes.hush_chat(chat_id)

    def look_again(self) -> None:
        """Look at the outbox and the clock again: after time travel, or when others filled the outbox."""
        self._backlog.look_again()
        for lane in self._lanes.all():
            self._lanes.release(lane)
        self._pump()

    async def send_now(self, chat_id: int | None, method: str, parameters: Json) -> Any:
        """Call a method past the outbox and all queues; see `Immediate.send`."""
        return await self._immediate.send(chat_id, method, parameters)

    def send_soon(self, chat_id: int | None, method: str, parameters: Json) -> None:
        """Do `send_now` in the background: for answers to taps."""
        self._immediate.start(chat_id, method, parameters)

    async def stop(self, seconds: float) -> None:
        """Send the replies that may still go, then note what was sent; what waits stays in the outbox.

        Args:
            seconds: for all of it.
        """
        whole = seconds / self._timer.factor
        closing = min(_CLOSING_SECONDS, whole / 2)
        await self._finish(whole - closing)
        self._trouble.stop()
        try:
            async with asyncio.timeout(closing):
                await self._ledger.flush()
        except TimeoutError:
            _log.error("the last messages could not be noted as sent")
        if not self._ended.done():
            self._ended.set_result(None)

    async def _finish(self, seconds: float) -> None:
        self._turnstile.replies_only = True
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while (left := deadline - loop.time()) > 0:
            if tasks := self._workers | self._immediate.running:
                await asyncio.wait(tasks, timeout=left)
            elif self._lanes.has_ready(REPLY) and not self._trouble.on:
                await asyncio.sleep(_GLANCE)  # the pace holds them up
            else:
                break
        self._closed = True
        tasks = self._workers | self._immediate.running
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _is_known(self, row_id: int) -> bool:
        return self._delivery.has_sent(row_id) or self._ledger.holds(row_id)

    def _pump(self) -> None:
        while len(self._workers) < PARALLEL and (lane := self._next()) is not None:
            task = asyncio.get_running_loop().create_task(self._work(lane))
            self._workers.add(task)
            task.add_done_callback(self._workers.discard)

    def _next(self) -> Lane | None:
        return None if self._closed or self._trouble.on else self._turnstile.next()

    async def _work(self, lane: Lane | None) -> None:
        try:
            while lane is not None:
                await self._send_first(lane)
                self._turnstile.leave(lane)
                lane = self._next()
        except Exception as error:
            if not self._ended.done():
                self._ended.set_exception(error)

    async def _send_first(self, lane: Lane) -> None:
        row = lane.waiting[lane.through or REPLY][0]
        if row.urgency != REPLY and row.id not in self._announced:
            if not await self._ledger.announce(row):
                self._settle(lane, row, Attempt("skipped"))
                return
            self._announced.add(row.id)
        try:
            attempt = await self._delivery.attempt(row)
        except (StorageBusy, StorageFull):
            self._try_later(lane)
        except Exception as error:
            _log.error("a message could not be made", method=row.method, exc_info=error)
            if lane.failures + 1 < _TRIES:
                self._try_later(lane)
            else:
                self._settle(lane, row, Attempt("failed"))
        else:
            self._conclude(lane, row, attempt)

    def _conclude(self, lane: Lane, row: Row, attempt: Attempt) -> None:
        verdict = attempt.verdict
        if verdict == "fatal" and attempt.error is not None:
            raise attempt.error
        if verdict == "flooded":
            if self._pace.note_refusal(lane.chat_id, attempt.seconds):
                _log.warning("Telegram asks for a pause of everything", seconds=attempt.seconds)
            return
        if verdict in ("later", "unknown"):
            self._trouble.note_failure()
        else:
            self._trouble.note_success()
        if verdict == "later" or (verdict == "unknown" and row.urgency == REPLY):
            self._try_later(lane)
        else:
            self._settle(lane, row, attempt)

    def _try_later(self, lane: Lane) -> None:
        lane.failures += 1
        lane.resume_at = self._timer.now() + self._backoff.pause(lane.failures)

    def _settle(self, lane: Lane, row: Row, attempt: Attempt) -> None:
        lane.failures = 0
        self._announced.discard(row.id)
        if attempt.verdict == "blocked":
            for waiting in self._lanes.clear(lane):
                self._ledger.settle(waiting, "blocked")
            return
        self._lanes.remove(lane, row)
        if attempt.verdict == "done":
            self._ledger.settle(row, "sent", attempt.result)
        elif attempt.verdict == "unknown":
            self._ledger.settle(row, "uncertain")
        else:
            self._ledger.settle(row, "skipped" if attempt.verdict == "skipped" else "failed")
