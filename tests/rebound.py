"""The whole bot under test: the real parts, over HTTP against the local Bot API server, in this process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import Bot, running
from bot.clock import ShiftedClock
from bot.sandbox.server import BotApiServer
from bot.settings import Settings
from bot.storage.transaction import T, Transaction
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer
from tests.chat import ChatPerson

KEY = bytes(range(32))


@dataclass(slots=True)
class Rebound:
    """A running bot and the server it talks to."""

    server: BotApiServer
    bot: Bot
    clock: ShiftedClock
    data: Path

    def person(self, name: str = "Sam") -> ChatPerson:
        """Let somebody new open the chat."""
        return ChatPerson(self.server, name, settle=0.05, idle=self._is_idle)

    async def _is_idle(self) -> bool:
        return self.bot.idle

    async def travel(self, seconds: float) -> None:
        """Let time go by, and what is due be seen to."""
        self.clock.travel(seconds)
        await self.bot.look_again()

    async def look(self, work: Callable[[Transaction], T]) -> T:
        """Look into the database."""
        return await self.bot.database.read(work)


@asynccontextmanager
async def rebound(
    data: Path, server: BotApiServer | None = None, *, limited: bool = False
) -> AsyncIterator[Rebound]:
    """Run the bot; with `server` given, against one that goes on living when the bot is stopped.

    Args:
        data: folder of the database.
        limited: whether Telegram's limits of pace hold; lifted otherwise, so that tests are quick.
    """
    clock = server.clock if server is not None else ShiftedClock()
    if not isinstance(clock, ShiftedClock):
        raise TypeError("the server needs a clock that can travel")
    own = server or BotApiServer(clock)
    if server is None:
        await own.start()
    settings = Settings(
        bot_token=own.token,
        api_url=own.base_url,
        database_url=f"sqlite:///{data / 'rebound.sqlite3'}",
        data_dir=data,
        encryption_keys=(KEY,),
    )
    pace = Pace(Timer().now, unlimited=not limited)
    try:
        async with running(settings, own.base_url, own.token, clock, pace) as bot:
            yield Rebound(own, bot, clock, data)
    finally:
        if server is None:
            await own.stop()
