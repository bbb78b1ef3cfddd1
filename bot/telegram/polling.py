"""Polling: asks Telegram for updates, and sits out whatever can pass."""

from __future__ import annotations

import asyncio
from random import Random
from typing import Any

import structlog
from telegram.error import Conflict, TelegramError

from bot.telegram.api import BotApi
from bot.telegram.errors import AnotherInstance, TooManyRequests, Unauthorized
from bot.telegram.timing import Backoff, Timer

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
LIMIT = 100  # Bot API, getUpdates: the most that one answer holds
_GRACE_SECONDS = 10.0  # for the answer, on top of the long poll's own wait
_CONFIRM_SECONDS = 1.0

_log = structlog.get_logger(__name__)


class Poller:
    """Calls getUpdates.

    Args:
        api: the Bot API.
        timer: measures the pauses.
        random: spreads them.
        poll_seconds: how long Telegram may keep a poll waiting.
        conflict_seconds: how long another program may poll too.
    """

    def __init__(
        self, api: BotApi, timer: Timer, random: Random, poll_seconds: int, conflict_seconds: float
    ) -> None:
        self._api = api
        self._timer = timer
        self._backoff = Backoff(random)
        self._poll_seconds = poll_seconds
        self._conflict_seconds = conflict_seconds
        self._conflict_since: float | None = None
        self._last_conflict = 0.0

    async def fetch(self, offset: int | None, *, wait: bool) -> list[dict[str, Any]]:
        """Return raw updates, as they came; those below `offset` are confirmed by it.

        Args:
            offset: first id that Telegram has to keep; None to confirm nothing.
            wait: whether Telegram may wait for one to come.

        Raises:
            Unauthorized: Telegram does not know the token.
            AnotherInstance: another program has been polling for too long.
        """
        failures = 0
        while True:
            try:
                found = await self._ask(offset, LIMIT, self._poll_seconds if wait else 0)
            except TelegramError as error:
                if isinstance(error, Unauthorized):
                    raise
                failures += 1
                await self._sit_out(error, failures)
            else:
                if failures:
                    _log.info("Telegram answers again", failures=failures)
                return [raw for raw in found if isinstance(raw, dict) and _has_number(raw)]

    async def confirm(self, offset: int) -> None:
        """Tell Telegram to forget the updates below `offset`; if it cannot be reached, they come again."""
        try:
            async with asyncio.timeout(_CONFIRM_SECONDS):
                await self._ask(offset, 1, 0)
        except (TelegramError, TimeoutError) as error:
            _log.warning("the last updates could not be confirmed", error=type(error).__name__)

    async def _ask(self, offset: int | None, limit: int, seconds: int) -> list[Any]:
        parameters: dict[str, Any] = {"limit": limit, "timeout": seconds, "allowed_updates": ALLOWED}
        if offset is not None:
            parameters["offset"] = offset
        found = await self._api.call("getUpdates", parameters, read_timeout=seconds + _GRACE_SECONDS)
        if not isinstance(found, list):
            raise TelegramError("getUpdates answered with something else than a list")
        return found

    async def _sit_out(self, error: TelegramError, failures: int) -> None:
        if isinstance(error, Conflict):
            await self._sit_out_conflict(error)
            return
        pause = error.seconds if isinstance(error, TooManyRequests) else self._backoff.pause(failures)
        if failures in (1, 10) or failures % 100 == 0:
            _log.warning("Telegram gives no updates", error=type(error).__name__, failures=failures)
        await self._timer.sleep(pause)

    async def _sit_out_conflict(self, error: Conflict) -> None:
        now = self._timer.now()
        if self._conflict_since is None or now - self._last_conflict > self._conflict_seconds:
            self._conflict_since = now
            _log.error("another program polls with this bot's token, or a webhook is set: stop one of them")
        self._last_conflict = now
        if now - self._conflict_since >= self._conflict_seconds:
            raise AnotherInstance from None
        if "webhook" in error.message.casefold():
            await self._remove_webhook()
        await self._timer.sleep(self._backoff.pause(4))

    async def _remove_webhook(self) -> None:
        try:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        except TelegramError as error:
            _log.warning("the webhook could not be removed", error=type(error).__name__)
        else:
            _log.info("a webhook was removed: this program polls")


def _has_number(raw: dict[str, Any]) -> bool:
    return isinstance(raw.get("update_id"), int)
