"""What the sandbox remembers: chats, their messages with every earlier version, files, button presses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.clock import Clock
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.methods import Upload

FIRST_PERSON_ID = 5_001
FIRST_GROUP_ID = -4_001


@dataclass
class Message:
    """A message as it stands in a chat; `payload` is Telegram's Message object."""

    payload: Json
    from_bot: bool
    versions: list[Json] = field(default_factory=list)
    deleted: bool = False

    @property
    def message_id(self) -> int:
        """The message's number."""
        return int(self.payload["message_id"])

    @property
    def date(self) -> int:
        """When it was sent, in UTC epoch seconds."""
        return int(self.payload["date"])

    @property
    def text(self) -> str:
        """The text, or the caption of a photo or document."""
        return str(self.payload.get("text", self.payload.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or caption."""
        found: list[Json] = self.payload.get("entities") or self.payload.get("caption_entities") or []
        return found

    @property
    def keyboard(self) -> list[list[Json]]:
        """The rows of the inline keyboard, if there is one."""
        rows: list[list[Json]] = self.payload.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons, row by row."""
        return [button["text"] for row in self.keyboard for button in row]

    def replace(self, payload: Json) -> None:
        """Put `payload` in place of the present version, which is kept."""
        self.versions.append(self.payload)
        self.payload = payload


@dataclass
class Chat:
    """A private chat with a person, or a group."""

    chat_id: int
    kind: str
    title: str
    user: Json | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    left: bool = False
    typing_until: float = 0.0

    def visible(self) -> list[Message]:
        """Return the messages that are not deleted, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    def described(self) -> Json:
        """Return Telegram's Chat object."""
        if self.user is None:
            return {"id": self.chat_id, "type": self.kind, "title": self.title}
        return {"id": self.chat_id, "type": "private", "first_name": self.user["first_name"]}


@dataclass
class Press:
    """A press of a button: a callback query and what the bot answered."""

    query_id: str
    chat_id: int
    date: float
    answered: bool = False
    text: str = ""
    alert: bool = False


Listener = Callable[[str, int, Any], None]


class World:
    """Everything that exists on the sandbox's side.

    Args:
        clock: gives the dates.
        bot: Telegram's User object of the bot.
    """

    def __init__(self, clock: Clock, bot: Json) -> None:
        self.clock = clock
        self.bot = bot
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Upload] = {}
        self.presses: dict[str, Press] = {}
        self.profile: Json = {"description": "", "short_description": ""}
        self.commands: dict[tuple[str, int | None, str], list[Json]] = {}
        self.first_person = FIRST_PERSON_ID
        self._last_message_id = 0
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(kind, chat_id, subject)` at each change until the returned function is called.

        Kinds: "message" and "edit" and "delete" (subject: the Message), "typing" (the Chat), "press" and
        "answer" (the Press), "chat" (the Chat), "commands" (None).
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, kind: str, chat_id: int, subject: Any) -> None:
        """Tell every listener of a change."""
        for listener in list(self._listeners):
            listener(kind, chat_id, subject)

    def add_person(self, name: str, language: str = "en") -> Chat:
        """Add a person and the private chat with them; the bot cannot see it before they write."""
        number = self.first_person + sum(1 for chat in self.chats.values() if chat.user)
        user = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        return self._add(Chat(number, "private", name, user))

    def add_group(self, title: str) -> Chat:
        """Add a group that the bot is a member of."""
        number = FIRST_GROUP_ID - sum(1 for chat in self.chats.values() if not chat.user)
        return self._add(Chat(number, "group", title, started=True))

    def _add(self, chat: Chat) -> Chat:
        self.chats[chat.chat_id] = chat
        self.tell("chat", chat.chat_id, chat)
        return chat

    def find_chat(self, chat_id: int | str) -> Chat:
        """Return a chat the bot knows, or raise 400 "chat not found"."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        return chat

    def post(self, chat: Chat, sender: Json, content: Json) -> Message:
        """Put a message into a chat, with the next number and the present date."""
        self._last_message_id += 1
        payload: Json = {
            "message_id": self._last_message_id,
            "from": sender,
            "chat": chat.described(),
            "date": int(self.clock.now()),
            **content,
        }
        message = Message(payload, from_bot=bool(sender["is_bot"]))
        chat.messages[message.message_id] = message
        if message.from_bot:
            chat.typing_until = 0.0
        self.tell("message", chat.chat_id, message)
        return message

    def edit(self, chat: Chat, message: Message, content: Json) -> None:
        """Replace the content of a message by `content`: a complete payload without its edit date."""
        message.replace({**content, "edit_date": int(self.clock.now())})
        self.tell("edit", chat.chat_id, message)

    def delete(self, chat: Chat, message: Message) -> None:
        """Take a message out of sight."""
        message.deleted = True
        self.tell("delete", chat.chat_id, message)

    def keep_file(self, upload: Upload) -> str:
        """Keep a file and return its file_id."""
        file_id = f"file-{len(self.files) + 1}"
        self.files[file_id] = upload
        return file_id
