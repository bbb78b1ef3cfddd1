"""The outbox of a test, and senders for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from sqlalchemy import select

from bot.sandbox.server import BotApiServer
from bot.storage import outbox, persons, tables
from bot.storage.database import Database, Transaction
from bot.telegram.api import BotApi
from bot.telegram.pace import Pace
from bot.telegram.sender import Sender
from bot.telegram.timing import Timer

TOKEN = "123456789:AAtopSecretTokenThatMustNeverShowUp0"


async def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for a condition, and fail if it does not come true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.005)


class Post:
    """Puts messages into a real outbox and lets real senders send them."""

    def __init__(self, server: BotApiServer, api: BotApi, database: Database) -> None:
        self.server = server
        self.api = api
        self.database = database
        self.settled: list[tuple[int, str]] = []
        self.senders: list[tuple[Sender, asyncio.Task[None]]] = []

    def people(self, count: int) -> list[int]:
        """Add people who have written to the bot; return their chats."""
        chats = []
        for number in range(count):
            person = self.server.add_person(f"P{number}")
            person.says("hello")
            chats.append(person.chat_id)
        return chats

    async def put(self, chat_id: int, text: str = "", **changes: Any) -> outbox.OutboxRow:
        """Commit one message to the outbox and return its row."""
        return (await self.put_all([(chat_id, text)], **changes))[0]

    async def put_all(self, messages: Iterable[tuple[int, str]], **changes: Any) -> list[outbox.OutboxRow]:
        """Commit messages to the outbox in one transaction and return their rows."""
        wanted = list(messages)

        def work(tx: Transaction) -> list[int]:
            ids = []
            for chat_id, text in wanted:
                person, _ = persons.find_or_create(tx, chat_id)
                values = {"method": "sendMessage", "payload": {"text": text}, "person_id": person.id}
                values |= changes
                method, payload = values.pop("method"), values.pop("payload")
                row_id = outbox.put(tx, chat_id, str(method), payload, **values)  # type: ignore[arg-type]
                assert row_id is not None
                ids.append(row_id)
            return ids

        ids = set(await self.database.transact(work))
        rows = await self.database.read(lambda tx: outbox.load_waiting(tx, 10_000))
        return sorted((row for row in rows if row.id in ids), key=lambda row: row.id)

    async def sender(self, *, factor: float = 1.0, unlimited: bool = False, **changes: Any) -> Sender:
        """Start a sender."""
        timer = Timer(factor)
        sender = Sender(
            self.api,
            self.database,
            self.server.clock,
            Pace(timer.now, unlimited=unlimited),
            on_sent=lambda row, result, outcome: self.settled.append((row.id, outcome)),
            timer=timer,
            random=Random(1),
            **changes,
        )
        await sender.start()
        self.senders.append((sender, asyncio.create_task(sender.run())))
        return sender

    async def states(self) -> dict[int, str]:
        """Return the state of each row in the outbox."""

        def read(tx: Transaction) -> dict[int, str]:
            columns = select(tables.outbox.c.id, tables.outbox.c.state)
            return {row.id: row.state for row in tx.connection.execute(columns)}

        return await self.database.read(read)

    def texts(self, chat_id: int) -> list[str]:
        """Return what the bot said in a chat."""
        return [message.text for message in self.server.visible(chat_id) if message.from_bot]

    async def close(self) -> None:
        """Stop every sender; one that died before shows why."""
        for sender, running in self.senders:
            await sender.stop(0.2)
            await asyncio.wait({running})
            if not running.cancelled():
                running.exception()
