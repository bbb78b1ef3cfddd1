"""Housekeeping: what is past its time goes, and nothing else."""

from __future__ import annotations

import pytest

from bot.housekeeping import tidy
from bot.storage import dead_letters
from tests.faults.driver import Visitor, count_rows
from tests.rebound import Rebound

HOUR, DAY = 3600, 86_400


async def after(bot: Rebound, seconds: float) -> dict[str, int]:
    """Let time pass, tidy up, and return how many rows each table has."""
    bot.clock.travel(seconds)
    before = await bot.look(count_rows)
    gone = await bot.bot.database.transact(tidy)
    rows = await bot.look(count_rows)
    assert gone == sum(before.values()) - sum(rows.values())
    return rows


@pytest.fixture
async def visited(sam: Visitor) -> Visitor:
    """Somebody who wrote two wins and has something open."""
    await sam.begins("/wins")
    await sam.says("I asked a good question")
    await sam.bot.bot.database.transact(
        lambda tx: dead_letters.put(tx, 9, {"x": 1}, "ValueError", person_id=1, chat_id=sam.id)
    )
    return sam


async def test_nothing_goes_on_the_same_day(bot: Rebound, visited: Visitor) -> None:
    before = await bot.look(count_rows)
    assert await after(bot, 0) == before
    assert await after(bot, DAY - 1) == before


async def test_updates_and_message_numbers_go_after_48_hours(bot: Rebound, visited: Visitor) -> None:
    before = await bot.look(count_rows)
    assert await after(bot, 48 * HOUR - 60) == before
    assert await after(bot, 120) == before | {"updates": 0, "messages": 0}


async def test_an_open_conversation_goes_after_14_days_and_what_it_wrote_stays(
    bot: Rebound, visited: Visitor
) -> None:
    assert (await after(bot, 14 * DAY - 60))["sessions"] == 1
    rows = await after(bot, 120)
    assert (rows["sessions"], rows["entries"]) == (0, 1)


async def test_an_ended_conversation_goes_after_a_day(bot: Rebound, visited: Visitor) -> None:
    await visited.taps("enough")
    assert (await after(bot, DAY - 60))["sessions"] == 1
    assert (await after(bot, 120))["sessions"] == 0
    await visited.says("/undo")
    assert await visited.open() is None


async def test_what_was_sent_and_what_was_set_aside_goes_after_30_days(
    bot: Rebound, visited: Visitor
) -> None:
    kept = await after(bot, 30 * DAY - 60)
    assert kept["outbox"] > 0
    assert kept["dead_letters"] == 1
    rows = await after(bot, 120)
    assert (rows["outbox"], rows["dead_letters"]) == (0, 0)


async def test_a_year_later_only_what_the_person_wrote_is_left(bot: Rebound, visited: Visitor) -> None:
    rows = await after(bot, 365 * DAY)
    assert {name for name, many in rows.items() if many} - {"meta"} == {"persons", "entries"}
    await visited.says("/history")
    assert "Wins (1)" in visited.chat.buttons()
