"""The error that a Bot API method answers with, in Telegram's own shape and wording."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal by the Bot API.

    Args:
        code: the HTTP status, repeated in the body as `error_code`.
        description: Telegram's wording, such as "Bad Request: chat not found".
        retry_after: seconds to wait, for a 429.
    """

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> Json:
        """Return the JSON body that goes with the status."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> ApiError:
    """Return a 400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {reason}")


def flood(retry_after: int) -> ApiError:
    """Return a 429 asking for a wait of `retry_after` seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after)
