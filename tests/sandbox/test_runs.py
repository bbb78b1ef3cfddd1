"""The sandbox is started again on the data of the last time: the bot answers, and meets strangers."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

ROOT = Path(__file__).resolve().parents[2]
WAIT = 20.0


@asynccontextmanager
async def started(data: Path) -> AsyncIterator[str]:
    """Run the sandbox as a person does; yield the address of its page."""
    environment = {**os.environ, "REBOUND_DATA_DIR": str(data), "REBOUND_SANDBOX_PORT": "18940"}
    environment.pop("TELEGRAM_BOT_TOKEN", None)
    command = (sys.executable, "-m", "bot", "sandbox")
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(WAIT):
            while not (found := re.search(rb"http://127\.0\.0\.1:\d+", await process.stdout.readline())):
                assert process.returncode is None
        yield found[0].decode()
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def says(page: str, words: str) -> str:
    """Let somebody new say something; return what the page hears until they have an answer and a menu."""
    shown = ""
    async with aiohttp.ClientSession() as session, session.get(f"{page}/events") as stream:
        async with session.post(f"{page}/api/person", json={"name": "Kim"}) as added:
            kim = (await added.json())["id"]
        await (await session.post(f"{page}/api/say", json={"chat_id": kim, "text": words})).read()
        async with asyncio.timeout(WAIT):
            while '"from_bot": true' not in shown or f'"{kim}": [{{"command": ' not in shown:
                shown += (await stream.content.readline()).decode()
    return shown


async def test_a_second_run_on_the_same_data_answers_and_meets_a_stranger(tmp_path: Path) -> None:
    for _ in range(2):
        async with started(tmp_path) as page:
            assert "18+" in await says(page, "/start")
