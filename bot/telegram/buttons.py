"""Buttons: what a button carries, `<session>.<turn>.<option>`, in Telegram's 64 bytes."""

from __future__ import annotations

import re

from conversations.events import Tapped

LIMIT = 64
"""Bytes of callback data that Telegram allows (Bot API, InlineKeyboardButton)."""
FORM = re.compile(r"([a-z0-9]{2,12})\.(\d{1,9})\.([~+\-]?[A-Za-z0-9-]{1,40})\Z", re.ASCII)


def pack(session: str, turn: int, option: str) -> str:
    """Return the callback data of an option.

    Raises:
        ValueError: if it could not be read back, or is longer than Telegram allows.
    """
    data = f"{session}.{turn}.{option}"
    if len(data.encode()) > LIMIT or FORM.match(data) is None:
        raise ValueError("a button's data is malformed or too long")
    return data


def unpack(data: str | None) -> Tapped | None:
    """Return what was tapped; None for anything that we never put into a button."""
    match = FORM.match(data or "")
    return Tapped(match[1], int(match[2]), match[3]) if match else None
