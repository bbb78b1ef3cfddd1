"""Rebound as it is, as a process of its own; `unlimited` lifts Telegram's limits of pace."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.app import running
from bot.clock import SystemClock
from bot.logs import set_up_logs
from bot.settings import load_settings
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer


async def run(unlimited: bool) -> None:
    """Run until SIGTERM."""
    settings = load_settings(os.environ, Path.cwd())
    set_up_logs("WARNING", "text", [])
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    pace = Pace(Timer().now, unlimited=unlimited)
    token = settings.bot_token or ""
    async with running(settings, settings.api_url, token, SystemClock(), pace) as bot:
        print("ready", flush=True)
        await bot.supervisor.watch(stop)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1:] == ["unlimited"]))
