"""The test driver: speaks to the bot as a person does, and sees what a person would see."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.sandbox.chats import Chat, Message, Press
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer

TICK = 0.01
T = TypeVar("T")


class ChatPerson:
    """A person at the keyboard.

    Args:
        server: the local Bot API server that the bot under test talks to.
        name: the person's first name.
        settle: seconds of quiet after which the bot counts as having said what it had to say.
        idle: asks the bot under test whether nothing is waiting to be sent, where the test can know.
    """

    def __init__(
        self,
        server: BotApiServer,
        name: str = "Sam",
        *,
        settle: float = 0.15,
        idle: Callable[[], Awaitable[bool]] | None = None,
    ) -> None:
        self.server = server
        self.person: Person = server.add_person(name)
        self.chat: Chat = self.person.chat
        self.settle = settle
        self.idle = idle
        self._changed: dict[int, Message] = {}
        self._answers: list[Press] = []
        self._last_change = 0.0
        server.world.listen(self._heard)

    @property
    def chat_id(self) -> int:
        """The number of the chat, which is also the person's."""
        return self.person.chat_id

    # -- what the person does; each begins a new "since then"

    async def says(self, text: str) -> Message:
        """Write a text."""
        return await self.does(lambda: self.person.says(text))

    async def edits(self, text: str, message: Message | None = None) -> Message:
        """Change an own message (the last, unless given)."""
        return await self.does(lambda: self.person.edits(text, message.message_id if message else None))

    async def taps(self, label: str) -> Press | None:
        """Tap the newest button with this label (or the only one that contains it).

        Raises:
            AssertionError: when no visible keyboard has it.
        """
        message, button = self.find_button(label)
        if "callback_data" not in button:
            return None
        data = str(button["callback_data"])
        return await self.does(lambda: self.person.taps(message, data))

    async def taps_data(self, data: str, message: Message | None = None) -> Press:
        """Press a button whose data is made up, on a message of the bot's (the last, unless given)."""
        target = message or next(m for m in reversed(self.chat.visible()) if m.from_bot)
        return await self.does(lambda: self.person.taps(target, data))

    async def sends_sticker(self) -> Message:
        """Send a sticker."""
        return await self.does(self.person.sends_sticker)

    async def sends_voice(self) -> Message:
        """Send a voice message."""
        return await self.does(self.person.sends_voice)

    async def sends_photo(self, caption: str = "") -> Message:
        """Send a photo."""
        return await self.does(lambda: self.person.sends_photo(caption))

    async def sends_document(self, name: str = "letter.pdf", caption: str = "") -> Message:
        """Send a file."""
        return await self.does(lambda: self.person.sends_document(name, caption))

    async def sends_location(self) -> Message:
        """Share a place."""
        return await self.does(self.person.sends_location)

    async def forwards(self, text: str) -> Message:
        """Forward somebody's message."""
        return await self.does(lambda: self.person.forwards(text))

    async def does(self, action: Callable[[], T]) -> T:
        """Do anything else that Person can do, and start to look anew."""
        self._changed.clear()
        self._answers.clear()
        outcome = action()
        await asyncio.sleep(0)
        return outcome

    # -- what the person sees

    @property
    def sees(self) -> list[Message]:
        """The bot's messages that came or changed since the person last did something, and still stand."""
        return [
            self._changed[number] for number in sorted(self._changed) if not self._changed[number].deleted
        ]

    @property
    def reads(self) -> str:
        """The text of all of them, for a look at the words."""
        return "\n\n".join(message.text for message in self.sees)

    @property
    def notices(self) -> list[str]:
        """The texts of answers to button presses since the person last did something."""
        return [press.text for press in self._answers if press.text]

    async def sees_next(self, timeout: float = 5.0) -> list[Message]:
        """Wait until the bot has said something new (or answered a press) and has settled.

        Args:
            timeout: seconds to wait in all.

        Raises:
            AssertionError: when nothing came, or the bot was not done in time; it shows the transcript.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while loop.time() < deadline:
            if (self._changed or self.notices) and await self._is_settled():
                return self.sees
            await asyncio.sleep(TICK)
        raise AssertionError(f"nothing settled within {timeout} s\n{self.transcript()}")

    async def sees_nothing(self, seconds: float = 0.5) -> None:
        """Wait and make sure that the bot keeps silent."""
        await asyncio.sleep(seconds)
        assert not self.sees, self.transcript()

    async def _is_settled(self) -> bool:
        quiet = asyncio.get_running_loop().time() - self._last_change >= self.settle
        if not quiet or self.server.updates.pending(self.chat_id):
            return False
        return await self.idle() if self.idle else True

    def _heard(self, kind: str, chat_id: int, subject: Any) -> None:
        if chat_id != self.chat_id:
            return
        if kind == "answer":
            self._answers.append(subject)
        elif kind in ("message", "edit", "delete") and subject.from_bot:
            self._changed[subject.message_id] = subject
        else:
            return
        self._last_change = asyncio.get_running_loop().time()

    # -- what stands in the chat

    def latest_keyboard(self) -> Message | None:
        """Return the newest message that has a keyboard."""
        return next((message for message in reversed(self.chat.visible()) if message.labels), None)

    def buttons(self) -> list[str]:
        """Return the labels of the newest keyboard."""
        message = self.latest_keyboard()
        return message.labels if message else []

    def find_button(self, label: str) -> tuple[Message, dict[str, Any]]:
        """Return the newest button with this label, or the only one of its keyboard that contains it."""
        keyboards = [message for message in reversed(self.chat.visible()) if message.labels]
        for matches in (str.__eq__, str.__contains__):
            for message in keyboards:
                found = [b for row in message.keyboard for b in row if matches(b["text"], label)]
                if len(found) == 1:
                    return message, found[0]
        raise AssertionError(f"no button {label!r}; there are {self.buttons()}\n{self.transcript()}")

    def transcript(self) -> str:
        """Return the chat as it stands, as text."""
        lines = []
        for message in self.chat.visible():
            time = datetime.fromtimestamp(message.date, UTC).strftime("%H:%M")
            who = "Bot" if message.from_bot else self.chat.title
            kinds = [kind for kind in ("photo", "document", "sticker", "voice") if kind in message.payload]
            content = " ".join([*(f"<{kind}>" for kind in kinds), message.text])
            lines.append(f"{time} {who}: {content}")
            lines += ["      " + " ".join(f"[{b['text']}]" for b in row) for row in message.keyboard]
        return "\n".join(lines)
