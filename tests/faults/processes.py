"""The bot as a process of its own, against the local server in the test's process."""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.sandbox.server import BotApiServer, Request
from tests.rebound import KEY

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456789:AAlocalTokenForTheFaultTests_00000000"
KILLABLE = ("-m", "tests.faults.killable_bot")
REAL = ("-m", "bot")
READY_SECONDS = 20.0


class Process:
    """One run of the bot.

    Args:
        server: what it talks to.
        data: folder of its database.
        command: arguments of the interpreter.
        settings: further environment variables.
    """

    def __init__(
        self, server: BotApiServer, data: Path, command: Sequence[str] = REAL, **settings: str
    ) -> None:
        self._command = command
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("REBOUND_")},
            "TELEGRAM_BOT_TOKEN": server.token,
            "TELEGRAM_API_URL": server.base_url,
            "REBOUND_DATA_DIR": str(data),
            "REBOUND_ENCRYPTION_KEY": base64.b64encode(KEY).decode(),
            "PYTHONPATH": str(ROOT),
            **settings,
        }
        self._polled = asyncio.Event()
        server.on_request(self._heard, "getUpdates")
        self._cwd = data.parent
        self.process: asyncio.subprocess.Process | None = None
        self.output = ""

    def _heard(self, request: Request) -> None:
        if self.process is not None:
            self._polled.set()

    async def start(self) -> None:
        """Start it and wait until it asks for updates, or ends."""
        await self.launch()
        assert self.process is not None
        ended = asyncio.create_task(self.process.wait())
        polled = asyncio.create_task(self._polled.wait())
        try:
            await asyncio.wait({ended, polled}, timeout=READY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            assert polled.done() or ended.done(), "the bot did not get ready in time"
        finally:
            polled.cancel()
            ended.cancel()

    async def launch(self) -> None:
        """Start it and wait for nothing."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, cwd=self._cwd, env=self._environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        while piece := await self.process.stdout.read(65_536):
            self.output += piece.decode("utf-8", "replace")

    @property
    def pid(self) -> int:
        """The process id."""
        assert self.process is not None
        return self.process.pid

    def kill(self) -> None:
        """Send SIGKILL, if it still lives."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()

    def stop(self) -> None:
        """Send SIGTERM."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)

    async def ended(self, seconds: float) -> int:
        """Wait for its end and return the exit code (negative: the signal)."""
        assert self.process is not None
        async with asyncio.timeout(seconds):
            code = await self.process.wait()
        await self._reading
        return code

    async def close(self) -> None:
        """Leave nothing behind."""
        self.kill()
        if self.process is not None:
            await self.process.wait()
            await self._reading
