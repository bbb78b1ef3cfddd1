"""Incoming: reads one raw update as something that happened in one chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from telegram import Message, Update

from bot.telegram.buttons import unpack
from conversations.events import Commanded, Corrected, Event, Other, Said, Tapped

OTHER_KINDS = (
    "sticker", "voice", "photo", "document", "location", "video", "video_note", "audio",
    "animation", "contact", "poll", "dice", "venue", "game", "story",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update, read.

    Args:
        update: its id.
        chat: where to answer.
        place: `private`; `group` for everywhere else; `blocked`/`unblocked` if only that was said.
        event: what happened, None if it is nothing a conversation hears of.
        words: every word in it, for the screening: text, caption, contact and poll included.
        message: id of the person's message, 0 if there is none.
        callback: id of the tap to be answered.
    """

    update: int
    chat: int
    place: Literal["private", "group", "blocked", "unblocked", "elsewhere"]
    event: Event | None = None
    words: str = ""
    message: int = 0
    callback: str | None = None


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
    words = _all_words(message)
    event = _read_message(message, update.edited_message is not None, username)
    return Incoming(number, message.chat.id, "private", event, words, message.message_id)


def identify(raw: dict[str, Any]) -> Incoming:
    """Read no more of an update than whose it is: for one that cannot be handled, whatever is wrong with it."""
    tap = raw.get("callback_query")
    inner = tap if isinstance(tap, dict) else raw.get("message") or raw.get("edited_message")
    message = inner.get("message") if inner is tap and isinstance(inner, dict) else inner
    chat = _part(message, "chat")
    owner = _part(inner, "from") if inner is tap else chat
    number, kind = owner.get("id"), chat.get("type", "private" if inner is tap else "")
    callback = _part({"tap": tap}, "tap").get("id")
    if not isinstance(number, int) or kind != "private":
        number = 0
    return Incoming(
        int(raw["update_id"]),
        number,
        "private" if number else "elsewhere",
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
    return Incoming(number, query.from_user.id, "private", tapped, callback=query.id)


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


def _all_words(message: Message) -> str:
    parts = [message.text, message.caption]
    if message.poll is not None:
        parts += [message.poll.question, *(option.text for option in message.poll.options)]
    if message.contact is not None:
        parts += [message.contact.first_name, message.contact.last_name]
    return "\n".join(part for part in parts if part)
