"""Delivery: one attempt to send one message of the outbox, from its row to what came of it."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

import structlog
from telegram.error import TelegramError

from bot.storage import outbox
from bot.storage.database import Database
from bot.telegram.api import BotApi, Json, Upload
from bot.telegram.errors import TooManyRequests, Verdict, judge
from bot.telegram.lanes import Row

Producer = Callable[[Row], Awaitable[Upload | None]]
"""Makes a row's file when it is its turn, in memory and off the event loop; None: not needed any more."""

_FILE_PARAMETERS = {"sendDocument": "document", "sendPhoto": "photo"}
_REMEMBERED = 10_000
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of an attempt.

    Args:
        verdict: see `errors.judge`; `skipped` when there was nothing to send.
        result: Telegram's result, for `done`.
        seconds: the pause that Telegram asks for, for `flooded`.
        error: the error that is to be raised, for `fatal`.
    """

    verdict: Verdict | Literal["skipped"]
    result: Any = None
    seconds: float = 0.0
    error: TelegramError | None = None


class Delivery:
    """Makes attempts.

    Args:
        api: the Bot API.
        database: knows which message a row became, where memory does not.
        producers: make files, by the name a row's payload gives.
    """

    def __init__(self, api: BotApi, database: Database, producers: Mapping[str, Producer]) -> None:
        self._api = api
        self._database = database
        self._producers = producers
        self._message_ids: OrderedDict[int, int] = OrderedDict()

    def has_sent(self, row_id: int) -> bool:
        """Whether a row became a message not long ago."""
        return row_id in self._message_ids

    async def attempt(self, row: Row) -> Attempt:
        """Send a row once.

        Raises:
            StorageError: the row it edits could not be looked up.
            Exception: whatever a producer raises.
        """
        parameters, producer = _read_payload(row)
        if row.edits_id is not None:
            message_id = await self._find_message(row.edits_id)
            if message_id is None:
                return Attempt("skipped")
            parameters["message_id"] = message_id
        files: dict[str, Upload] = {}
        if producer is not None:
            file = await self._producers[producer](row)
            if file is None:
                return Attempt("skipped")
            files[_FILE_PARAMETERS[row.method]] = file
        attempt = await self._call(row.method, parameters, files)
        if attempt.verdict == "done" and (number := find_message_id(attempt.result)) is not None:
            self._remember(row.id, number)
        return attempt

    async def _call(self, method: str, parameters: Json, files: dict[str, Upload]) -> Attempt:
        attempt = await call_once(self._api, method, parameters, files)
        if attempt.verdict != "plain":
            return attempt
        attempt = await call_once(self._api, method, make_plain(parameters), files)
        return Attempt("failed") if attempt.verdict == "plain" else attempt

    async def _find_message(self, row_id: int) -> int | None:
        known = self._message_ids.get(row_id)
        if known is not None:
            return known
        return await self._database.read(lambda tx: outbox.message_id_of(tx, row_id))

    def _remember(self, row_id: int, message_id: int) -> None:
        self._message_ids[row_id] = message_id
        if len(self._message_ids) > _REMEMBERED:
            self._message_ids.popitem(last=False)


async def call_once(
    api: BotApi, method: str, parameters: Json, files: Mapping[str, Upload] | None = None
) -> Attempt:
    """Call a method and return what came of it; errors of Telegram's are not raised."""
    try:
        return Attempt("done", await api.call(method, parameters, files))
    except TelegramError as error:
        verdict = judge(error)
        if verdict in ("plain", "failed"):
            # The description may quote the text of the message: only its kind is told.
            _log.error("Telegram refused a message", method=method, error=type(error).__name__, kind=verdict)
        seconds = error.seconds if isinstance(error, TooManyRequests) else 0.0
        return Attempt(verdict, seconds=seconds, error=error)


def _read_payload(row: Row) -> tuple[Json, str | None]:
    payload: Json = row.payload
    enveloped = "params" in payload or "producer" in payload
    parameters = payload.get("params", {}) if enveloped else payload
    return {**parameters, "chat_id": row.chat_id}, payload.get("producer") if enveloped else None


def find_message_id(result: Any) -> int | None:
    """Return the id of the message in a result, None if it holds none."""
    return result.get("message_id") if isinstance(result, dict) else None


def make_plain(parameters: Json) -> Json:
    """Return parameters with text and caption as plain text, in place of HTML that Telegram cannot parse."""
    plain = {name: value for name, value in parameters.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        if isinstance(plain.get(name), str):
            plain[name] = unescape(_TAG.sub("", plain[name]))
    return plain
