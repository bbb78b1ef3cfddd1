"""The whole bot, and a strict look at every request it made."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path

import pytest
import structlog

from bot.clock import ShiftedClock
from bot.logs import set_up_logs
from bot.sandbox.server import BotApiServer
from tests.faults.driver import Visitor, refused
from tests.faults.processes import TOKEN, Process
from tests.rebound import Rebound, rebound


@pytest.fixture(autouse=True)
def log() -> Iterator[StringIO]:
    """What the program logs at DEBUG, through its own guarded handler."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.getLogger("bot").level, structlog.get_config()
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    stream = StringIO()
    set_up_logs("DEBUG", stream=stream)
    yield stream
    root.handlers[:], root.level = before[0], before[1]
    logging.getLogger("bot").setLevel(before[2])
    logging.captureWarnings(False)
    structlog.configure(**before[3])
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


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
