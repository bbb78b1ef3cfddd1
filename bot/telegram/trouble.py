"""Trouble: when requests to several chats fail in a row, everything waits until Telegram answers again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

import structlog
from telegram.error import TelegramError

from bot.telegram.api import BotApi
from bot.telegram.timing import Backoff, Timer

IN_A_ROW = 5

_log = structlog.get_logger(__name__)


class Trouble:
    """Watches for an outage and feels, by a harmless call, when it is over: no message is the test.

    Args:
        api: the Bot API.
        timer: measures the pauses.
        random: spreads them.
        over: called when messages may go again.
    """

    def __init__(self, api: BotApi, timer: Timer, random: Random, over: Callable[[], None]) -> None:
        self._api = api
        self._timer = timer
        self._backoff = Backoff(random)
        self._over = over
        self._in_a_row = 0
        self._pauses = 0  # since a message last got through
        self._probing: asyncio.Task[None] | None = None

    @property
    def on(self) -> bool:
        """Whether everything has to wait."""
        return self._probing is not None

    def note_success(self) -> None:
        """Note that Telegram answered a message."""
        self._in_a_row = self._pauses = 0

    def note_failure(self) -> None:
        """Note that a message met with network trouble or a 5xx."""
        self._in_a_row += 1
        if self._in_a_row >= IN_A_ROW and self._probing is None:
            _log.warning("Telegram is in trouble: everything waits", in_a_row=self._in_a_row)
            self._probing = asyncio.get_running_loop().create_task(self._probe())

    def stop(self) -> None:
        """Stop probing."""
        if self._probing is not None:
            self._probing.cancel()

    async def _probe(self) -> None:
        while True:
            self._pauses += 1
            await self._timer.sleep(self._backoff.pause(self._pauses))
            try:
                await self._api.call("getMe", {})
            except TelegramError:
                continue
            self._in_a_row, self._probing = 0, None
            self._over()
            return
