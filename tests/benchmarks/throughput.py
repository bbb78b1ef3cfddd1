"""Throughput, latency, CPU and memory: a bare python-telegram-bot echo bot beside Rebound in /reframe.

Both run as processes of their own against the local Bot API server with 50 ms on every API call.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from bot.clock import SystemClock
from bot.sandbox.server import BotApiServer
from tests.benchmarks.load import Figures, Load

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "4200000000:" + "B" * 35
DELAY = 0.05
CHATS = 128
SECONDS = 8.0
OPEN_RATE = 25.0
MIDWAY = ("/start", "hello.0.adult-else", "/reframe")
"""What brings a new person into the middle of /reframe; the second is a tap."""
SCRIPT = (
    "I will never get a job like that again",
    "90",
    "sad",
    "back",
    "back",
    "back",
)
"""Answers and ways back in /reframe, over and over: each is a whole turn, committed at synchronous=FULL."""


async def measure_echo() -> tuple[Figures, Figures]:
    """Measure the bare echo bot."""
    async with BotApiServer(SystemClock(), token=TOKEN) as server:
        server.delay = DELAY
        process = _launch("tests.benchmarks.echo_bot", [server.base_url, server.token], {})
        try:
            load = await _fill(server, process, ["hello"], [])
            closed = await load.run_closed(SECONDS)
            await asyncio.sleep(2.0)
            return closed, await load.run_open(SECONDS, OPEN_RATE)
        finally:
            await _end(process)


async def measure_rebound() -> tuple[Figures, Figures, float]:
    """Measure Rebound: limiter lifted for the rate, on for the latency; and the seconds to ready."""
    closed, ready = await _rebound(["unlimited"], closed=True)
    latency, _ = await _rebound([], closed=False)
    return closed, latency, ready


async def _rebound(arguments: Sequence[str], closed: bool) -> tuple[Figures, float]:
    with tempfile.TemporaryDirectory() as folder:
        async with BotApiServer(SystemClock(), token=TOKEN) as server:
            environment = {
                "TELEGRAM_BOT_TOKEN": server.token,
                "TELEGRAM_API_URL": server.base_url,
                "REBOUND_DATA_DIR": folder,
            }
            polled = asyncio.Event()
            server.on_request(lambda request: polled.set(), "getUpdates")
            start = time.perf_counter()
            process = _launch("tests.benchmarks.rebound_bot", arguments, environment)
            try:
                await asyncio.wait_for(polled.wait(), 30)
                ready = time.perf_counter() - start
                server.delay = DELAY
                load = await _fill(server, process, SCRIPT, MIDWAY)
                await asyncio.sleep(5.0)  # the filling itself has used up what the limiter allows
                if closed:
                    return await load.run_closed(SECONDS), ready
                return await load.run_open(SECONDS * 2, OPEN_RATE), ready
            finally:
                await _end(process)


async def _fill(
    server: BotApiServer, process: psutil.Popen, script: Sequence[str], midway: Sequence[str]
) -> Load:
    load = Load(server, process, script)
    for number in range(CHATS):
        load.add(server.add_person(f"P{number}"))
    for step in midway:
        await asyncio.gather(*(_step(load, chat, step) for chat in load.people))
    return load


async def _step(load: Load, chat: int, step: str) -> None:
    if "." not in step:
        await load.settle(chat, step)
        return
    card = next(m for m in reversed(load.server.visible(chat)) if m.from_bot)
    await load.tap(chat, card, step)


def _launch(module: str, arguments: Sequence[str], environment: dict[str, str]) -> psutil.Popen:
    return psutil.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )


async def _end(process: psutil.Popen) -> None:
    process.terminate()
    try:
        await asyncio.to_thread(process.wait, 15)
    except psutil.TimeoutExpired:
        process.kill()


async def main() -> None:
    """Measure both and print them side by side."""
    echo, echo_open = await measure_echo()
    rebound, rebound_open, ready = await measure_rebound()
    print(f"\nAPI delay {DELAY * 1000:.0f} ms, {CHATS} chats, {SECONDS:.0f} s; Rebound in /reframe at FULL")
    print(f"{'':34}{'bare PTB echo':>16}{'Rebound':>12}{'ratio':>9}")
    _row("updates a second", echo.rate, rebound.rate)
    _row("CPU ms an update", echo.cpu, rebound.cpu)
    _row("p50 ms, closed loop", echo.percentile(0.5), rebound.percentile(0.5))
    _row("p99 ms, closed loop", echo.percentile(0.99), rebound.percentile(0.99))
    _row(f"p50 ms at {OPEN_RATE:.0f}/s", echo_open.percentile(0.5), rebound_open.percentile(0.5))
    _row(f"p99 ms at {OPEN_RATE:.0f}/s", echo_open.percentile(0.99), rebound_open.percentile(0.99))
    _row("memory MB", echo.memory, max(rebound.memory, rebound_open.memory))
    print(f"{'Rebound: start to first poll, s':34}{'':16}{ready:12.2f}")


def _row(name: str, echo: float, rebound: float) -> None:
    print(f"{name:34}{echo:16.2f}{rebound:12.2f}{rebound / echo:9.2f}")


if __name__ == "__main__":
    asyncio.run(main())
