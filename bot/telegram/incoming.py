"""Incoming: reads one raw update as something that happened in one chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from telegram import CallbackQuery, Message, Update

from bot.telegram.buttons import unpack
from conversations.events import Commanded, Corrected, Event, Other, Said, Tapped

OTHER_KINDS = (
    "sticker", "voice", "photo", "document", "location", "video", "video_note", "audio",
    "animation", "contact", "poll", "dice", "venue", "game", "story",
)  # fmt: skip


LARGEST_ID = 2**52
"""No id of a chat or person is larger (Bot API, Chat); what claims to be cannot be stored."""


@dataclass(frozen=True, slots=True)
class TappedMessage:
    """The message a tapped button stands under.

    Args:
        id: its id.
        html: its text as HTML.
        label: what the button says.
    """

    id: int
    html: str
    label: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update, read.

    Args:
        update: its id.
        chat: where to answer.
        place: `private`; `group` for everywhere else; `blocked`/`unblocked` if only that was said.
        event: what happened, None if it is nothing a conversation hears of.
        message: id of the person's message, 0 if there is none.
        callback: id of the tap to be answered.
        under: the message of the tapped button, None if Telegram no longer shows it to us.
    """

    update: int
    chat: int
    place: Literal["private", "group", "blocked", "unblocked", "elsewhere"]
    event: Event | None = None
    message: int = 0
    callback: str | None = None
    under: TappedMessage | None = None


def read_update(raw: dict[str, Any], username: str) -> Incoming:
    """Read one raw update.

    Args:
        username: the bot's own, without @, for commands such as `/help@name`.

    Raises:
        KeyError, TypeError, ValueError: it is not an update as Telegram describes them.
    """
    update = Update.de_json(raw, None)
    number = int(raw["update_id"])
    if update.callback_query is not None:
        return _read_tap(number, update)
    if update.my_chat_member is not None:
        return _read_membership(number, update)
    message = update.message or update.edited_message
    if message is None:
        chat = update.effective_chat
        return Incoming(number, chat.id if chat else 0, "elsewhere")
    if message.chat.type != "private":
        return Incoming(number, message.chat.id, "group" if _is_for_us(message, username) else "elsewhere")
    event = _read_message(message, update.edited_message is not None, username)
    return Incoming(number, message.chat.id, "private", event, message.message_id)


def identify(raw: dict[str, Any]) -> Incoming:
    """Read no more of an update than whose it is, whatever is wrong with it."""
    tap = _part(raw, "callback_query")
    message = _part(tap, "message") if tap else _part(raw, "message") or _part(raw, "edited_message")
    chat = _part(message, "chat")
    number, callback = (_part(tap, "from") if tap else chat).get("id"), tap.get("id")
    private = chat.get("type") == "private" or (bool(tap) and not chat)
    known = number if private and isinstance(number, int) and abs(number) <= LARGEST_ID else None
    return Incoming(
        int(raw["update_id"]),
        0 if known is None else known,
        "elsewhere" if known is None else "private",
        callback=callback if isinstance(callback, str) else None,
    )


def _part(of: Any, name: str) -> dict[str, Any]:
    inner = of.get(name) if isinstance(of, dict) else None
    return inner if isinstance(inner, dict) else {}


def _read_tap(number: int, update: Update) -> Incoming:
    query = update.callback_query
    if query is None:
        raise ValueError("no callback query")
    tapped = unpack(query.data) or Tapped("", 0, "")
    chat = query.message.chat if query.message is not None else None
    if chat is not None and chat.type != "private":
        return Incoming(number, chat.id, "elsewhere", callback=query.id)
    under = _read_tapped_message(query)
    return Incoming(number, query.from_user.id, "private", tapped, callback=query.id, under=under)


def _read_tapped_message(query: CallbackQuery) -> TappedMessage | None:
    message = query.message
    if not isinstance(message, Message) or message.text is None or message.reply_markup is None:
        return None
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    label = next((button.text for button in buttons if button.callback_data == query.data), None)
    return None if label is None else TappedMessage(message.message_id, message.text_html, label)


def _read_membership(number: int, update: Update) -> Incoming:
    change = update.my_chat_member
    if change is None:
        raise ValueError("no change of membership")
    status = change.new_chat_member.status
    if change.chat.type == "private":
        return Incoming(number, change.chat.id, "blocked" if status == "kicked" else "unblocked")
    joined = status in ("member", "administrator")
    return Incoming(number, change.chat.id, "group" if joined else "elsewhere")


def _is_for_us(message: Message, username: str) -> bool:
    text = message.text or ""
    return text.startswith("/") and f"@{username}".casefold() in text.casefold()


def _read_message(message: Message, edited: bool, username: str) -> Event | None:
    text = message.text
    if text is None:
        kind = next((k for k in OTHER_KINDS if getattr(message, k, None)), "other")
        return None if edited else Other(kind)
    if edited:
        return Corrected(text, message.message_id)
    command = _read_command(text, username)
    if command is not None:
        return Commanded(command)
    return Said(text, message.message_id, message.forward_origin is not None)


def _read_command(text: str, username: str) -> str | None:
    if not text.startswith("/"):
        return None
    name, _, addressee = text[1:].split(maxsplit=1)[0].partition("@") if text[1:].split() else ("", "", "")
    if addressee and addressee.casefold() != username.casefold():
        return None
    return name.casefold()
