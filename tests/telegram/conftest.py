"""The Telegram side against the real local Bot API server, over HTTP, with a real SQLite file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.clock import ShiftedClock
from bot.sandbox.server import BotApiServer
from bot.storage.database import Database, open_database
from bot.storage.encryption import Vault
from bot.telegram.api import BotApi
from bot.telegram.receive import Intake
from bot.telegram.transport import AiohttpRequest
from tests.captured import captured_log
from tests.telegram.desk import Desk, Start
from tests.telegram.post import TOKEN, Post


@pytest.fixture(autouse=True)
def log() -> Iterator[StringIO]:
    """What the program logs, through its own guarded handler."""
    with captured_log() as stream:
        yield stream


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer(ShiftedClock(), token=TOKEN) as server:
        yield server


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest(connect_timeout=1.0, read_timeout=1.0)
    await request.initialize()
    yield request
    await request.shutdown()


@pytest.fixture
def api(server: BotApiServer, request_: AiohttpRequest) -> BotApi:
    return BotApi(request_, f"{server.base_url}/bot{TOKEN}")


@pytest.fixture
async def database(tmp_path: Path, server: BotApiServer) -> AsyncIterator[Database]:
    database = await open_database(
        f"sqlite:///{tmp_path / 'rebound.sqlite3'}", Vault([bytes(range(32))]), server.clock
    )
    yield database
    await database.close()


@pytest.fixture
async def post(server: BotApiServer, api: BotApi, database: Database) -> AsyncIterator[Post]:
    post = Post(server, api, database)
    yield post
    await post.close()


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.fixture
async def start(api: BotApi, desk: Desk) -> AsyncIterator[Start]:
    running: list[tuple[Intake, asyncio.Task[None]]] = []

    def start(**changes: Any) -> tuple[Intake, asyncio.Task[None]]:
        intake = Intake(api, desk.handle, desk.set_aside, random=Random(1), **({"poll_seconds": 5} | changes))
        running.append((intake, asyncio.create_task(intake.run())))
        return running[-1]

    yield start
    for intake, task in running:
        await intake.stop(0.2)
        await asyncio.wait({task})
        task.exception()
