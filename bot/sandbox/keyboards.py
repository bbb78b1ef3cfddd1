"""Checks the keyboard under a message as Telegram does."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import Json, bad_request

# Bot API, InlineKeyboardButton and CopyTextButton: "1-64 bytes", "1-256 characters".
CALLBACK_DATA_BYTES = 64
COPY_TEXT_LENGTH = 256
_ROW_LENGTH, _BUTTON_COUNT = 8, 100  # what Telegram keeps of a keyboard
_LOOKS = {"text", "icon_custom_emoji_id", "style"}
_STYLES = {"danger", "success", "primary"}


def check_keyboard(markup: Json | None) -> list[list[Json]]:
    """Return the rows of an inline keyboard that is fit to show; no rows for another kind of markup.

    Raises:
        ApiError: 400 when a button has no label, not exactly one action, or data that is too long.
    """
    rows: list[list[Json]] = (markup or {}).get("inline_keyboard", [])
    shown = [row for row in rows if row]
    if sum(map(len, shown)) > _BUTTON_COUNT or any(len(row) > _ROW_LENGTH for row in shown):
        raise bad_request("reply markup is too long")
    for row in shown:
        for button in row:
            _check_button(button)
    return shown


def _check_button(button: Json) -> None:
    label = "can't parse inline keyboard button"
    if not button["text"].strip():
        raise bad_request(f"{label}: Text of the button must be non-empty")
    actions = set(button) - _LOOKS
    if not actions:
        raise bad_request(f"{label}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{label}: Exactly one of the optional fields must be used")
    if button.get("style", "primary") not in _STYLES:
        raise bad_request(f"{label}: Invalid button style specified")
    _check_action(actions.pop(), button)


def _check_action(action: str, button: dict[str, Any]) -> None:
    if action == "callback_data":
        if not 1 <= len(button["callback_data"].encode("utf-8")) <= CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "copy_text":
        if not 1 <= len(button["copy_text"]["text"]) <= COPY_TEXT_LENGTH:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif action == "url" and not button["url"].startswith(("http://", "https://", "tg://")):
        raise bad_request("BUTTON_URL_INVALID")
