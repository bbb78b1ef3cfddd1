"""Maintenance: backup, restore and the check before a start, from the command line."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.app import guarded, open_storage, open_vault
from bot.clock import SystemClock
from bot.settings import Settings
from bot.storage import backup
from conversations.check import check_content, check_letters


def back_up(settings: Settings, target: Path) -> int:
    """Write a consistent copy of the database; return the exit code."""

    async def work() -> int:
        await asyncio.to_thread(backup.back_up, settings.database_url, target)
        _say(f"the data is in {target}. Keep a copy of the key apart from it: {settings.key_file}")
        return 0

    return guarded(work())


def restore(settings: Settings, source: Path) -> int:
    """Put a backup in place; people who were erased since are erased again. Return the exit code."""

    async def work() -> int:
        vault = open_vault(settings)
        done = await asyncio.to_thread(backup.restore, source, settings.database_url, vault, SystemClock())
        _report(done.erased, done.unsent, done.dropped)
        if not done.ledger_read:
            _say("the ledger of the replaced database is unreadable: later erasures are not repeated")
        return 0

    return guarded(work())


def settle(settings: Settings) -> int:
    """Make a PostgreSQL database safe that pg_restore has put in place. Return the exit code."""

    async def work() -> int:
        database = await open_storage(settings, SystemClock())
        try:
            _report(*await database.transact(backup.settle_restored))
        finally:
            await database.close()
        return 0

    return guarded(work())


def _report(erased: int, unsent: int, dropped: int) -> None:
    _say(
        f"restored. Erased again: {erased} people. Given up, so that nothing is sent twice:"
        f" {unsent} messages. Past their time: {dropped} due dates."
    )


def check(settings: Settings) -> int:
    """Check settings, key, texts and database; return the exit code."""

    async def work() -> int:
        check_content()
        check_letters()
        database = await open_storage(settings, SystemClock())
        await database.close()
        _say("settings, key, texts and database are fine")
        return 0

    return guarded(work())


def _say(what: str) -> None:
    print(f"rebound: {what}")  # noqa: T201  an answer to the operator's command
