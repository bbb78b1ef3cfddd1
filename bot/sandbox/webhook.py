"""Delivery of updates by webhook: with the secret header, retried until a 2xx answer."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import aiohttp

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.updates import UpdateQueue, Waiting

HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook
_ANSWER_SECONDS = 60.0


class Webhook:
    """Sends what is queued to the bot's address.

    Telegram keeps a person's messages in order but sends a press of a button beside them: so there is one
    line of delivery per chat and kind.

    Args:
        queue: the updates to deliver.
        retry_seconds: pause after a failed delivery.
    """

    def __init__(self, queue: UpdateQueue, retry_seconds: float = 0.2) -> None:
        self.queue = queue
        self.retry_seconds = retry_seconds
        self.url = ""
        self.secret = ""
        self.last_error = ""
        self._lines: dict[tuple[int | None, bool], asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    async def set(self, parameters: Json) -> None:
        """Start to deliver to `url` (or stop, if it is empty).

        Raises:
            ApiError: 400 for a secret with characters that are not allowed.
        """
        secret = parameters.get("secret_token", "")
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        await self.stop()
        self.url, self.secret = parameters["url"], secret
        if self.url:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_ANSWER_SECONDS))
            self.queue.on_push = self._start_line
            for item in list(self.queue.waiting):
                self._start_line(item)

    async def stop(self) -> None:
        """Stop delivering; what is not confirmed stays queued."""
        self.url, self.queue.on_push = "", None
        lines, self._lines = list(self._lines.values()), {}
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def info(self) -> Json:
        """Return Telegram's WebhookInfo."""
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": self.queue.pending(),
        }
        if self.last_error:
            info |= {"last_error_message": self.last_error, "last_error_date": int(self.queue.clock.now())}
        return info

    def _start_line(self, item: Waiting) -> None:
        key = _line_of(item)
        line = self._lines.get(key)
        if line is None or line.done():
            self._lines[key] = asyncio.get_running_loop().create_task(self._deliver_line(key))

    async def _deliver_line(self, key: tuple[int | None, bool]) -> None:
        while self._session and (item := self._first(key)):
            if await self._deliver(self._session, item.update):
                self.queue.waiting.remove(item)
                self.queue.wake()
            else:
                await asyncio.sleep(self.retry_seconds)

    def _first(self, key: tuple[int | None, bool]) -> Waiting | None:
        self.queue.forget_old()
        return next((item for item in self.queue.waiting if _line_of(item) == key), None)

    async def _deliver(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        headers = {HEADER: self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                await answer.read()
                self.last_error = "" if answer.ok else f"Wrong response from the webhook: {answer.status}"
        except (aiohttp.ClientError, TimeoutError) as trouble:
            self.last_error = type(trouble).__name__
        return not self.last_error


def _line_of(item: Waiting) -> tuple[int | None, bool]:
    return item.chat_id, item.kind == "callback_query"
