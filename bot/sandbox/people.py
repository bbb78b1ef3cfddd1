"""People who use the bot: everything a person can do in Telegram, as updates for the bot."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chats import Chat, Message, Press, World
from bot.sandbox.errors import Json
from bot.sandbox.markup import find_entities, utf16_length
from bot.sandbox.methods import Upload
from bot.sandbox.sending import TEXT_LENGTH
from bot.sandbox.updates import UpdateQueue


class Person:
    """One person and their private chat with the bot."""

    def __init__(self, world: World, updates: UpdateQueue, chat: Chat) -> None:
        if chat.user is None:
            raise ValueError("a group is not a person")
        self.world = world
        self.updates = updates
        self.chat = chat
        self.user = chat.user

    @property
    def chat_id(self) -> int:
        """The number of the private chat, which is the person's own."""
        return self.chat.chat_id

    def says(self, text: str, group: Chat | None = None, **extra: Any) -> Message:
        """Write a text; one that is too long goes out in pieces, as Telegram's apps send it.

        Args:
            text: what is written.
            group: where, if not in the private chat.
            extra: further fields of the Message, such as `forward_origin`.

        Returns:
            The message, or the last piece.
        """
        for piece in split_text(text):
            entities = find_entities(piece, [])
            content = {"text": piece, **({"entities": entities} if entities else {}), **extra}
            message = self._post(content, group)
        return message

    def edits(self, text: str, message_id: int | None = None) -> Message:
        """Change the text (or caption) of an own message, the last one unless its number is given."""
        message = self.chat.messages[message_id] if message_id else self._last_own()
        key = "text" if "text" in message.payload else "caption"
        dropped = {"entities", "caption_entities"}
        kept = {name: value for name, value in message.payload.items() if name not in dropped}
        entities = find_entities(text, [])
        found = {"entities" if key == "text" else "caption_entities": entities} if entities else {}
        self.world.edit(self.chat, message, kept | {key: text} | found)
        self.updates.push("edited_message", message.payload, self.chat_id)
        return message

    def _last_own(self) -> Message:
        own = [
            message
            for message in self.chat.visible()
            if not message.from_bot and {"text", "caption"} & set(message.payload)
        ]
        if not own:
            raise LookupError("this person has written nothing that could be edited")
        return own[-1]

    def taps(self, message: Message, data: str) -> Press:
        """Press a button of a message (whether or not the data was ever offered there)."""
        return self._press({"message": message.payload}, data)

    def taps_gone(self, data: str, message_id: int = 1) -> Press:
        """Press a button of a message that the bot cannot see any more (InaccessibleMessage)."""
        gone = {"chat": self.chat.described(), "message_id": message_id, "date": 0}
        return self._press({"message": gone}, data)

    def taps_nowhere(self, data: str) -> Press:
        """Press a button that comes without a message."""
        return self._press({}, data)

    def _press(self, origin: Json, data: str) -> Press:
        query_id = f"{self.chat_id}{len(self.world.presses) + 1:08d}"
        press = Press(query_id, self.chat_id, self.world.clock.now())
        self.world.presses[query_id] = press
        instance = {"chat_instance": f"ci{self.chat_id}", "data": data}
        self.world.tell("press", self.chat_id, press)
        self.updates.push(
            "callback_query", {"id": query_id, "from": self.user, **origin, **instance}, self.chat_id
        )
        return press

    def sends(self, content: Json, group: Chat | None = None) -> Message:
        """Send a message with any content: a part of Telegram's Message object."""
        return self._post(content, group)

    def sends_sticker(self, emoji: str = "😀") -> Message:
        """Send a sticker."""
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._post({"sticker": {**_file("sticker"), **shape, "emoji": emoji}})

    def sends_voice(self, seconds: int = 4) -> Message:
        """Send a voice message of this length."""
        return self._post({"voice": {**_file("voice"), "duration": seconds, "mime_type": "audio/ogg"}})

    def sends_photo(self, caption: str = "", content: bytes = b"") -> Message:
        """Send a photo, with a caption if given."""
        file_id = self.world.keep_file(Upload("photo", "image/png", content)) if content else "photo"
        size = {**_file(file_id), "width": 640, "height": 480}
        return self._post({"photo": [size], **_caption(caption)})

    def sends_document(
        self, name: str = "letter.pdf", caption: str = "", content: bytes = b"%PDF"
    ) -> Message:
        """Send a file, with a caption if given."""
        file_id = self.world.keep_file(Upload(name, "application/pdf", content))
        size = len(content)
        document = {**_file(file_id), "file_name": name, "mime_type": "application/pdf", "file_size": size}
        return self._post({"document": document, **_caption(caption)})

    def sends_contact(self) -> Message:
        """Share a contact."""
        return self._post({"contact": {"phone_number": "+440000000", "first_name": "Pat"}})

    def sends_location(self) -> Message:
        """Share a place."""
        return self._post({"location": {"latitude": 51.5, "longitude": -0.12}})

    def sends_poll(self) -> Message:
        """Send a poll."""
        option = {"persistent_id": "1", "text": "Yes", "voter_count": 0}
        poll = {
            "id": "1", "question": "Well?",
            "options": [option, {**option, "persistent_id": "2", "text": "No"}],
            "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
            "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
        }  # fmt: skip
        return self._post({"poll": poll})

    def forwards(self, text: str, sender_name: str = "Recruiter") -> Message:
        """Forward somebody's message."""
        origin = {"type": "hidden_user", "sender_user_name": sender_name, "date": int(self.world.clock.now())}
        return self.says(text, forward_origin=origin)

    def blocks(self) -> None:
        """Block the bot: it hears of it and can send nothing more here."""
        self.chat.blocked = True
        self._membership("member", "kicked")

    def unblocks(self) -> None:
        """Take the block away."""
        self.chat.blocked = False
        self._membership("kicked", "member")

    def adds_bot_to(self, group: Chat) -> None:
        """Add the bot to a group: a my_chat_member update there."""
        self._membership("left", "member", group)

    def sends_update(self, update: Json) -> int:
        """Send any dictionary as an update, such as one that cannot be parsed; return its number."""
        return self.updates.push_raw(update, self.chat_id)

    def _membership(self, old: str, new: str, group: Chat | None = None) -> None:
        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.world.bot, "status": status, **until}

        chat = group or self.chat
        change = {
            "chat": chat.described(),
            "from": self.user,
            "date": int(self.world.clock.now()),
            "old_chat_member": member(old),
            "new_chat_member": member(new),
        }
        self.world.tell("chat", chat.chat_id, chat)
        self.updates.push("my_chat_member", change, chat.chat_id)

    def _post(self, content: Json, group: Chat | None = None) -> Message:
        chat = group or self.chat
        chat.started = True
        if chat.blocked:
            self.unblocks()
        message = self.world.post(chat, self.user, content)
        self.updates.push("message", message.payload, chat.chat_id)
        return message


def _file(file_id: str) -> Json:
    return {"file_id": file_id, "file_unique_id": f"u-{file_id}"}


def _caption(caption: str) -> Json:
    return {"caption": caption} if caption else {}


def split_text(text: str) -> list[str]:
    """Return a text in pieces of at most 4096 UTF-16 units."""
    pieces, start, size = [], 0, 0
    for position, character in enumerate(text):
        width = utf16_length(character)
        if size + width > TEXT_LENGTH:
            pieces.append(text[start:position])
            start, size = position, 0
        size += width
    return [*pieces, text[start:]]
