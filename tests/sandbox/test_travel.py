"""Time travel on the page: "to what is next due" brings the message, at the hour at which it would come."""

from __future__ import annotations

from pathlib import Path

import aiohttp

from bot.app import Bot, running
from bot.clock import ShiftedClock
from bot.sandbox import start_sandbox
from bot.sandbox.chats import FIRST_PERSON_ID
from bot.settings import Settings
from bot.storage import due, entries, persons
from bot.storage.transaction import Transaction
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer
from tests.faults.driver import until
from tests.rebound import KEY
from tests.sandbox.conftest import DAY, free_port

NIGHT = 12.5 * 3600.0
"""Seconds from now until something is due, at an hour at which nobody was ever seen."""


def schedule(tx: Transaction) -> None:
    """Let a second look be due at night for somebody who has just come in; nobody knows their zone."""
    person, _ = persons.find_or_create(tx, FIRST_PERSON_ID)
    persons.change(tx, person.id, consented_at=tx.now)
    record = entries.insert(tx, person.id, "thought_record", {"thought": "x", "balanced": "y"})
    due.schedule(tx, person.id, "re_rate_24h", tx.now + NIGHT, record)


async def test_the_journey_to_what_is_next_brings_it(tmp_path: Path) -> None:
    clock, bots = ShiftedClock(), list[Bot]()

    async def next_due() -> float | None:
        return await bots[0].next_due()

    async def travelled() -> None:
        await bots[0].look_again()

    sandbox = await start_sandbox(clock, free_port(), next_due=next_due, travelled=travelled)
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'rebound.sqlite3'}", data_dir=tmp_path, encryption_keys=(KEY,)
    )
    pace = Pace(Timer().now, unlimited=True)
    sandbox.server.world.chats[FIRST_PERSON_ID].started = True
    try:
        async with (
            running(settings, sandbox.api_url, sandbox.token, clock, pace) as bot,
            aiohttp.ClientSession() as page,
        ):
            bots.append(bot)
            await bot.database.transact(schedule)
            before = clock.now()
            async with page.post(f"{sandbox.api_url}/api/travel", json={"to": "next"}) as answer:
                assert await answer.json() == {"notice": "arrived"}
            assert NIGHT < clock.now() - before < DAY + 60
            await until(lambda: len(sandbox.server.visible(FIRST_PERSON_ID)) == 1)
            async with page.post(f"{sandbox.api_url}/api/travel", json={"to": "next"}) as answer:
                assert await answer.json() == {"notice": "nothing"}
    finally:
        await sandbox.stop()
