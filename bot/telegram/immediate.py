"""Immediate messages: past the outbox and all queues, for the crisis card and the answers to taps."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog

from bot.telegram.api import BotApi, Json
from bot.telegram.delivery import call_once, make_plain
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer

PAUSES = (0.2, 1.0, 3.0)  # seconds between the tries
IN_BACKGROUND = 48  # at once, so that a crisis card never waits for a connection behind answers to taps
LONGEST_WAIT = 5.0  # seconds that a 429 may ask for

_log = structlog.get_logger(__name__)


class Immediate:
    """Sends at once, with a few short retries.

    Args:
        api: the Bot API.
        pace: is told of what goes out; it holds nothing up.
        timer: measures the pauses.
    """

    def __init__(self, api: BotApi, pace: Pace, timer: Timer) -> None:
        self._api = api
        self._pace = pace
        self._timer = timer
        self.running: set[asyncio.Task[Any]] = set()
        self._background = asyncio.Semaphore(IN_BACKGROUND)

    async def send(self, chat_id: int | None, method: str, parameters: Json) -> Any:
        """Call a method and return Telegram's result, or None if it did not come about. Raises nothing.

        Args:
            chat_id: the chat, added to the parameters; None if the method takes none.
            method: its published name.
            parameters: JSON values by name.
        """
        try:
            return await self._send(chat_id, method, dict(parameters))
        except Exception as error:
            _log.error("an immediate message failed", method=method, exc_info=error)
            return None

    def start(self, chat_id: int | None, method: str, parameters: Json) -> None:
        """Do `send` in the background."""
        task = asyncio.get_running_loop().create_task(self._send_behind(chat_id, method, parameters))
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def _send_behind(self, chat_id: int | None, method: str, parameters: Json) -> None:
        async with self._background:
            await self.send(chat_id, method, parameters)

    async def _send(self, chat_id: int | None, method: str, parameters: Json) -> Any:
        if chat_id is not None:
            parameters["chat_id"] = chat_id
            self._pace.spend(chat_id)
        for pause in (*PAUSES, None):
            attempt = await call_once(self._api, method, parameters)
            if attempt.verdict == "plain":
                parameters = make_plain(parameters)
            elif attempt.verdict not in ("later", "unknown", "flooded"):
                return attempt.result
            if pause is None or attempt.seconds > LONGEST_WAIT:
                break
            await self._timer.sleep(max(pause, attempt.seconds))
        _log.error("an immediate message was given up", method=method)
        return None
