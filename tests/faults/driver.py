"""What the tests of this folder do with the whole bot in their process: talk, tap by slug, look inside."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.people import load_place
from bot.sandbox.chats import Message
from bot.sandbox.server import BotApiServer
from bot.storage import persons, registry, tables
from bot.storage.transaction import Transaction
from conversations import controls, course
from conversations.catalog import Catalog
from conversations.lines import Prompt
from tests.chat import ChatPerson
from tests.rebound import Rebound


@dataclass(frozen=True, slots=True)
class Open:
    """The question that is open for somebody.

    Args:
        conversation: its name.
        session: the session's id.
        turn: the turn its buttons are valid in.
        prompt: the question, or the control question in front of it.
    """

    conversation: str
    session: str
    turn: int
    prompt: Prompt


class Visitor:
    """Somebody who talks to the whole bot."""

    def __init__(self, bot: Rebound, name: str = "Sam", chat: ChatPerson | None = None) -> None:
        self.bot = bot
        self.chat = chat or bot.person(name)
        self.chat.settle = 0.01

    @property
    def id(self) -> int:
        """The number of the chat."""
        return self.chat.chat_id

    async def says(self, text: str) -> list[Message]:
        """Write, and wait for what comes."""
        await self.chat.says(text)
        return await self.chat.sees_next()

    async def consents(self) -> None:
        """Come in as an adult."""
        await self.says("/start")
        await self.presses("hello.0.adult-else")

    async def begins(self, command: str) -> None:
        """Come in and begin a conversation."""
        await self.consents()
        await self.says(command)

    async def presses(self, data: str, message: Message | None = None) -> list[Message]:
        """Press a button by its data, offered or not."""
        await self.chat.taps_data(data, message)
        return await self.chat.sees_next()

    async def taps(self, slug: str) -> list[Message]:
        """Press the newest button of this option."""
        message, data = self.find(slug)
        return await self.presses(data, message)

    def find(self, slug: str) -> tuple[Message, str]:
        """Return the newest button of an option."""
        for message in reversed(self.chat.chat.visible()):
            for data in data_of(message):
                if data.split(".", 2)[2] in (slug, f"+{slug}"):
                    return message, data
        raise AssertionError(f"no button {slug!r}\n{self.chat.transcript()}")

    async def open(self) -> Open | None:
        """Return the question that is open, by running the conversation once more."""
        catalog = self.bot.bot.service.turns.catalog
        return await self.bot.look(lambda tx: find_open(tx, self.id, catalog))

    async def rows(self) -> dict[str, list[Any]]:
        """Return everything that is kept of the person, by table, sealed fields opened."""
        return await self.bot.look(lambda tx: rows_of(tx, self.id))

    async def answers(self) -> list[Any]:
        """Return what is kept of the person's answers: those of sessions, with their place, and entries."""
        rows = await self.rows()
        sessions = [
            (row["id"], row["place"], row["turn"], row["state"]["answers"])
            for row in rows.get("sessions", [])
        ]
        return [sessions, [row["payload"] for row in rows.get("entries", [])]]


def data_of(message: Message) -> list[str]:
    """Return what the buttons of a message carry."""
    return [str(b["callback_data"]) for row in message.keyboard for b in row if "callback_data" in b]


def find_open(tx: Transaction, chat: int, catalog: Catalog) -> Open | None:
    """Return the question that is open in a chat."""
    person = persons.find(tx, chat)
    if person is None:
        return None
    place = load_place(tx, person)
    world = place.world(tx, catalog, lambda: "unused")
    session = place.state.active
    if session is None:
        return None
    run = course.run_session(session, world)
    prompt = controls.control_prompt(session, run, world) or run.prompt
    if prompt is None or session.asked is None:
        return None
    return Open(session.conversation, session.id, session.asked.turn, prompt)


def rows_of(tx: Transaction, chat: int) -> dict[str, list[Any]]:
    """Return everything that is kept of a chat, by table."""
    found: dict[str, list[Any]] = {}
    person = persons.find(tx, chat)
    for table, row in registry.export_person(tx, person.id) if person else ():
        found.setdefault(table, []).append(row)
    return found


def count_rows(tx: Transaction) -> dict[str, int]:
    """Return how many rows each table has."""
    every = tables.metadata.sorted_tables
    return {table.name: len(tx.connection.execute(select(table)).all()) for table in every}


def refused(server: BotApiServer, *expected: int) -> list[str]:
    """Return the requests that the server did not carry out, but for the expected statuses.

    A request without a status is one that the bot's end cut short.
    """
    return [
        f"{request.method}: {request.status} {request.description}"
        for request in server.requests
        if request.status not in (200, None, *expected)
    ]


async def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.01)


async def at_rest(bot: Rebound, seconds: float = 8.0) -> None:
    """Wait until all that came is confirmed and answered."""
    await until(lambda: not bot.server.updates.waiting and bot.bot.idle, seconds)
