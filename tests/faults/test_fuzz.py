"""Whatever people do, in whatever order: each input gets a visible reaction, and no request is refused."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from random import Random

import pytest

from bot.sandbox.chats import Message
from bot.sandbox.people import Person
from conversations.all import CATALOG
from conversations.catalog import commands_of
from conversations.texts import load_texts
from tests.faults.driver import Visitor, at_rest, count_rows, data_of, refused
from tests.rebound import Rebound

SECONDS = float(os.environ.get("REBOUND_FUZZ_SECONDS", "6"))
COMMANDS = commands_of(CATALOG, load_texts())
SEED = int(os.environ.get("REBOUND_SEED", "20261122"))
TEXTS = (
    "yes", "no", "3", "70", "ten", "skip", "back", "undo", "done", "none", "1, 2", "yesterday", "London",
    "keep",
    "I am not good enough", "They never wrote back & <b>left</b> me", "money, people; the gap",
    "🙂", ".", "   ",
    "/", "//", "/start x", "/nonsense", "/wins@someone_else", "https://example.org/?a=<b>&c",
    "the rent is due",
    "I was turned down because of my age", "no one wants me", "I will always fail", "I want to kill myself",
    "what is the point",
    "a" * 4096, "emoji 👩‍💻 " * 300, "x\ny\n\nz", "\u202eabc", "‎", "𝕋𝕙𝕖𝕪", "-5", "1e9", "٣",
)  # fmt: skip
MEDIA: tuple[Callable[[Person], object], ...] = (
    Person.sends_sticker, Person.sends_voice, Person.sends_photo, Person.sends_document, Person.sends_contact,
    Person.sends_location, Person.sends_poll, lambda person: person.forwards("Dear applicant, no."),
)  # fmt: skip
FORGED = ("home.0.rejected", "hello.0.minor", "hello.0.kept", "aside.0.drop", "sos.0.go", "sos.0.stop", "x")


class Fuzzer:
    """Somebody who does anything at all, one thing at a time."""

    def __init__(self, visitor: Visitor, random: Random) -> None:
        self.visitor = visitor
        self.random = random
        self.done: list[str] = []

    async def act(self) -> None:
        """Do one thing and look for the reaction."""
        chat, person = self.visitor.chat, self.visitor.chat.person
        choice = self.random.random()
        if choice < 0.5 and (buttons := self._buttons()):
            message, data = self.random.choice(buttons[-20:] if self.random.random() < 0.9 else buttons)
            self.done.append(f"tap {data}")
            await chat.does(lambda: person.taps(message, data))
        elif choice < 0.8:
            text = self.random.choice(TEXTS)
            self.done.append(text[:40])
            await chat.does(lambda: person.says(text))
        elif choice < 0.92:
            self.done.append(f"/{self.random.choice(COMMANDS)}")
            await chat.does(lambda: person.says(self.done[-1]))
        elif choice < 0.95:
            kind = self.random.choice(MEDIA)
            self.done.append(getattr(kind, "__name__", "?"))
            await chat.does(lambda: kind(person))
        elif choice < 0.98 and any(not m.from_bot and m.text for m in chat.chat.visible()):
            self.done.append("edit")
            await chat.does(lambda: person.edits(self.random.choice(TEXTS)))
        else:
            self.done.append("forged")
            await chat.does(lambda: person.taps_nowhere(self.random.choice(FORGED)))
        await self._sees_something()

    def _buttons(self) -> list[tuple[Message, str]]:
        return [(m, data) for m in self.visitor.chat.chat.visible() for data in data_of(m)]

    async def _sees_something(self) -> None:
        chat, deadline = self.visitor.chat, time.monotonic() + 5
        while not (chat._changed or chat.notices) or self.visitor.bot.server.updates.pending(chat.chat_id):
            assert time.monotonic() < deadline, (
                f"no reaction to {self.done[-5:]}\n{chat.transcript()[-3000:]}"
            )
            await asyncio.sleep(0.002)
        await asyncio.sleep(0.01)


@pytest.mark.fault("fuzz")
async def test_every_input_gets_a_reaction_and_no_request_is_refused(bot: Rebound) -> None:
    people = [Fuzzer(Visitor(bot, f"P{number}"), Random(SEED + number)) for number in range(6)]
    for person in people:
        await person.visitor.consents()
    until = time.monotonic() + SECONDS

    async def go(fuzzer: Fuzzer) -> None:
        while time.monotonic() < until:
            await fuzzer.act()

    await asyncio.gather(*(go(person) for person in people))
    await at_rest(bot)
    inputs = sum(len(person.done) for person in people)
    print(f"{inputs} inputs, {len(bot.server.requests)} requests, seed {SEED}")
    assert (await bot.look(count_rows))["dead_letters"] == 0
    assert not refused(bot.server)
    assert all(press.answered for press in bot.server.world.presses.values())
    assert inputs > 10 * SECONDS
