"""Calls of Bot API methods with plain JSON in and out, cheaper than python-telegram-bot's typed ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot
from yarl import URL

from bot.telegram.errors import read_answer
from bot.telegram.transport import JSON_TYPE, AiohttpRequest, make_form

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to be sent, held in memory.

    Args:
        name: the name that the person sees.
        content: its bytes.
        media_type: such as `application/zip`.
    """

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


class BotApi:
    """The Bot API of one bot.

    Args:
        request: carries the requests; it has to be open.
        base_url: address with the token, to which `/method` is added, as `telegram.Bot.base_url`.
    """

    def __init__(self, request: AiohttpRequest, base_url: str) -> None:
        self._request = request
        self._base_url = base_url
        self._urls: dict[str, URL] = {}

    @classmethod
    def of(cls, bot: Bot) -> BotApi:
        """Return the Bot API of a Bot that was built on an AiohttpRequest."""
        request = bot.request
        if not isinstance(request, AiohttpRequest):
            raise TypeError("the Bot must be built on an AiohttpRequest")
        return cls(request, bot.base_url)

    async def call(
        self,
        method: str,
        parameters: Mapping[str, Any],
        files: Mapping[str, Upload] | None = None,
        *,
        read_timeout: float | None = None,
    ) -> Any:
        """Call a method and return its `result`, as it came.

        Args:
            method: its published name, such as `sendMessage`.
            parameters: JSON values by name.
            files: files by the name of the parameter they stand for.
            read_timeout: seconds to wait for the answer; None for the usual ones.

        Raises:
            TelegramError: see `bot.telegram.errors`; its text must not be logged.
        """
        url = self._urls.get(method)
        if url is None:
            url = self._urls[method] = URL(f"{self._base_url}/{method}", encoded=True)
        if files:
            parts = {name: (file.name, file.content, file.media_type) for name, file in files.items()}
            form = make_form(dict(parameters), parts)
            status, body = await self._request.send(url, form, read_timeout=read_timeout)
        else:
            content = json.dumps(parameters).encode()
            status, body = await self._request.send(url, content, JSON_TYPE, read_timeout)
        return read_answer(status, body)
