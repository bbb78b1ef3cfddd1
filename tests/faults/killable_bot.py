"""The real bot, which kills itself (-9) at the so-manyth pass of a fault point.

`REBOUND_TEST_FAULT="<point>:<nth>"`; without it this is the bot with the limits of pace lifted.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bot.dispatch
import bot.storage.outbox
import bot.telegram.ledger
import bot.telegram.sender
import bot.turns
from bot import app
from bot.clock import SystemClock
from bot.logs import set_up_logs
from bot.service import Service
from bot.settings import load_settings
from bot.storage import dead_letters
from bot.telegram.delivery import Delivery
from bot.telegram.ledger import Ledger
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer

VARIABLE = "REBOUND_TEST_FAULT"


class Trap:
    """Kills the process at the so-manyth pass."""

    def __init__(self, nth: int) -> None:
        self.left = nth

    def spring(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, owner: Any, name: str, when: Callable[..., bool] = lambda *given: True) -> None:
        """Spring as `owner.name` is called."""
        real = getattr(owner, name)

        def wrapped(*given: Any, **named: Any) -> Any:
            if when(*given):
                self.spring()
            return real(*given, **named)

        setattr(owner, name, wrapped)

    def after(self, owner: Any, name: str) -> None:
        """Spring as the (synchronous) `owner.name` has done its work."""
        real = getattr(owner, name)

        def wrapped(*given: Any, **named: Any) -> Any:
            outcome = real(*given, **named)
            self.spring()
            return outcome

        setattr(owner, name, wrapped)


def _are_any(sender: Any, rows: Any) -> bool:
    return bool(rows)


def _is_sent(ledger: Ledger, row: Any, outcome: str, *rest: Any) -> bool:
    return outcome == "sent"


POINTS: dict[str, Callable[[Trap], None]] = {
    "before-turn": lambda trap: trap.before(Service, "handle"),
    "in-transaction": lambda trap: trap.after(bot.turns, "save_records"),
    "before-commit": lambda trap: trap.after(bot.turns.Turns, "take"),
    "after-commit": lambda trap: trap.before(Service, "_follow_up"),
    "before-sending": lambda trap: trap.before(Delivery, "attempt"),
    "after-200": lambda trap: trap.before(Ledger, "settle", _is_sent),
    "in-mark": lambda trap: trap.after(bot.telegram.ledger, "_note"),
    "in-dispatch": lambda trap: trap.after(bot.dispatch, "_write"),
    "before-dispatch-commits": lambda trap: trap.after(bot.dispatch, "dispatch"),
    "after-dispatch": lambda trap: trap.before(bot.telegram.sender.Sender, "enqueue", _are_any),
    "announced": lambda trap: trap.after(bot.storage.outbox, "mark_sending"),
    "in-set-aside": lambda trap: trap.after(dead_letters, "put"),
    "in-erasure": lambda trap: trap.after(bot.turns, "_erase"),
    "after-erasure": lambda trap: trap.before(Service, "_empty_log"),
}  # fmt: skip


async def run() -> int:
    """Run until SIGTERM."""
    named = os.environ.pop(VARIABLE, "")
    if named:
        point, _, nth = named.partition(":")
        POINTS[point](Trap(int(nth)))
    settings = load_settings(os.environ, Path.cwd())
    set_up_logs("INFO", "text", [settings.bot_token or ""])
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    pace = Pace(Timer().now, unlimited=True)
    token = settings.bot_token or ""
    async with app.running(settings, settings.api_url, token, SystemClock(), pace) as running:
        await running.supervisor.watch(stop)
    return 0


if __name__ == "__main__":
    sys.exit(app.guarded(run()))
