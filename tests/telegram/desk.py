"""A desk that takes updates in for the tests: handles each once, in a real database, and fails on request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.server import BotApiServer
from bot.storage import updates
from bot.storage.database import Database
from bot.telegram.receive import Intake

Raw = dict[str, Any]
Start = Callable[..., tuple[Intake, "asyncio.Task[None]"]]


class Desk:
    """A handler that keeps what it handled, once, in the database; it can be told to fail."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.texts: list[str] = []
        self.calls: list[int] = []
        self.repeated: list[int] = []
        self.aside: list[tuple[int, str]] = []
        self.before: Callable[[Raw], Awaitable[None]] | None = None
        self.before_aside: Callable[[], Awaitable[None]] | None = None

    async def handle(self, raw: Raw) -> None:
        self.calls.append(raw["update_id"])
        if self.before:
            await self.before(raw)
        if await self.database.transact(lambda tx: updates.accept(tx, raw["update_id"])):
            self.texts.append(text_of(raw))
        else:
            self.repeated.append(raw["update_id"])

    async def set_aside(self, raw: Raw, reason: str) -> None:
        if self.before_aside:
            await self.before_aside()
        await self.database.transact(lambda tx: updates.accept(tx, raw["update_id"]))
        self.aside.append((raw["update_id"], reason))


def text_of(raw: Raw) -> str:
    return str(raw.get("message", {}).get("text", "")) if isinstance(raw.get("message"), dict) else ""


def polls(server: BotApiServer, since: float = 0.0) -> int:
    return sum(1 for request in server.calls("getUpdates") if request.date >= since)


async def wait(gate: asyncio.Event) -> None:
    """Wait for a gate to open."""
    await gate.wait()
