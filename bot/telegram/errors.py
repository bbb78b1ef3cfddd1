"""What a request to the Bot API can come to: python-telegram-bot's errors, with the difference that matters
kept: was it not sent, was it refused, or may it have been carried out?"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, Literal

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

LONGEST_WAIT = 24 * 3600  # seconds; a 429 that asks for more is not believed


class NotSent(NetworkError):
    """No connection came about: the request was certainly not carried out."""


class OutcomeUnknown(NetworkError):
    """The request was written and no answer of Telegram's came: it may or may not have been carried out."""


class NoAnswerInTime(OutcomeUnknown, TimedOut):
    """The request was written and the answer did not come in time."""


class ServerTrouble(NetworkError):
    """Telegram itself answered that it cannot do it just now (5xx): not carried out."""


class TooManyRequests(RetryAfter):
    """Telegram asks for a pause.

    Args:
        seconds: how long.
    """

    def __init__(self, seconds: float) -> None:
        # RetryAfter's own constructor and its `retry_after` warn of a change to come at every use.
        TelegramError.__init__(self, "Too many requests")
        self.seconds = seconds
        self._retry_after = timedelta(seconds=seconds)


class Unauthorized(InvalidToken):
    """Telegram does not know the token (401, or 404 for a malformed one): nothing can go on."""

    def __init__(self) -> None:
        super().__init__("Telegram refuses the bot token")


class AnotherInstance(Conflict):
    """Another program keeps asking for this bot's updates (409): nothing can go on here."""

    def __init__(self) -> None:
        super().__init__("another program is polling with this bot's token")


def read_answer(status: int, body: bytes) -> Any:
    """Return the result in an answer.

    The text of an error may quote a person's words ("can't parse entities: unsupported start tag ...");
    it is kept to decide by and must not be logged.

    Raises:
        TelegramError: the answer is a refusal, or not Telegram's at all.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        # A gateway's page: whatever stands behind it may have done the work.
        raise OutcomeUnknown(f"an answer with status {status} that is not Telegram's")
    if answer["ok"]:
        return answer.get("result")
    raise _to_error(status, answer)


def _to_error(status: int, answer: dict[str, Any]) -> TelegramError:
    said = answer.get("description")
    description = said if isinstance(said, str) else f"status {status}"
    found = answer.get("parameters")
    parameters = found if isinstance(found, dict) else {}
    if status == 429:
        return TooManyRequests(_read_wait(parameters.get("retry_after")))
    if isinstance(parameters.get("migrate_to_chat_id"), int):
        return ChatMigrated(parameters["migrate_to_chat_id"])
    if status in (401, 404):
        return Unauthorized()
    if status == 403:
        return Forbidden(description)
    if status == 409:
        return Conflict(description)
    if status >= 500:
        return ServerTrouble(description)
    return BadRequest(description)


def _read_wait(seconds: object) -> float:
    if isinstance(seconds, int | float) and seconds > 0:
        return min(float(seconds), LONGEST_WAIT)
    return 1.0


Verdict = Literal["done", "plain", "blocked", "failed", "flooded", "later", "unknown", "fatal"]

# Bot API error texts are not published; these are the ones in use, compared without regard to case.
_DONE = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message_id_invalid",
    "query is too old",
    "query id is invalid",
    "query_id_invalid",
)
_GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated", "bot was blocked")
_MARKUP = ("can't parse entities", "can't find end of the entity", "unsupported start tag")


def judge(error: TelegramError) -> Verdict:
    """Return what an error means for the message it answers.

    done: there is nothing left to do. plain: send again without markup. blocked: this chat refuses us.
    failed: it will never go. flooded: pause. later: certainly not done, try again. unknown: may have been
    done. fatal: nothing will ever go.
    """
    # BadRequest is a subclass of NetworkError: it comes first.
    if isinstance(error, BadRequest):
        return _judge_refusal(error.message.casefold())
    if isinstance(error, TooManyRequests):
        return "flooded"
    if isinstance(error, Forbidden):
        return "blocked"
    if isinstance(error, Unauthorized):
        return "fatal"
    if isinstance(error, NotSent | ServerTrouble):
        return "later"
    if isinstance(error, NetworkError):
        return "unknown"
    return "failed"


def _judge_refusal(description: str) -> Verdict:
    if any(text in description for text in _DONE):
        return "done"
    if any(text in description for text in _MARKUP):
        return "plain"
    if any(text in description for text in _GONE):
        return "blocked"
    return "failed"
