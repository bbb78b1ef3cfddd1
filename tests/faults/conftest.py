"""The whole bot, and a strict look at every request it made."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path

import pytest

from bot.clock import ShiftedClock
from bot.sandbox.server import BotApiServer
from tests.captured import captured_log
from tests.faults.driver import Visitor, refused
from tests.faults.processes import TOKEN, Process
from tests.rebound import Rebound, rebound


@pytest.fixture(autouse=True)
def log() -> Iterator[StringIO]:
    """What the program logs at DEBUG, through its own guarded handler."""
    with captured_log() as stream:
        yield stream


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    """The local Bot API server. What it answered with 400 was not valid by Telegram's description."""
    async with BotApiServer(ShiftedClock(), token=TOKEN) as server:
        yield server
    bad = [line for line in refused(server) if ": 400 " in line and "scripted" not in line]
    assert not bad


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The bot's data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
async def bot(server: BotApiServer, data: Path) -> AsyncIterator[Rebound]:
    """The whole bot, in this process."""
    async with rebound(data, server) as bot:
        yield bot


@pytest.fixture
def visitor(bot: Rebound) -> Visitor:
    """Somebody who has not said anything yet."""
    return Visitor(bot)


@pytest.fixture
async def processes() -> AsyncIterator[list[Process]]:
    """Processes of the bot; those put in here end with the test."""
    started: list[Process] = []
    yield started
    for process in started:
        await process.close()
