"""Dispatch on SQLite and on PostgreSQL: each due thing is said once, whoever looks."""

from __future__ import annotations

import asyncio

from bot.dispatch import dispatch, find_next
from bot.standing import hush
from bot.storage import due, entries, outbox, persons
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import meet

PEOPLE = 30


def schedule(tx: Transaction) -> None:
    """Let a plan and a second look be due for each of many people; it is afternoon where they live."""
    for number in range(PEOPLE):
        person = meet(tx, 7000 + number).id
        persons.change(tx, person, zone="Etc/UTC")
        for kind, about in (("plan", "plan"), ("re_rate_24h", "thought_record")):
            due.schedule(tx, person, kind, tx.now - 60, entries.insert(tx, person, about, {"state": "open"}))


def unasked(tx: Transaction) -> list[int]:
    """Return whose unasked messages wait."""
    rows = outbox.load_waiting(tx, 1_000)
    return sorted(row.person_id or 0 for row in rows if row.urgency == outbox.UNASKED)


async def test_two_who_look_at_once_say_each_thing_once(place: Place) -> None:
    database = await place.open()
    await database.transact(schedule)
    done = [
        await asyncio.gather(*(database.transact(lambda tx: dispatch(tx, 10)) for _ in range(4)))
        for _ in range(4)
    ]
    rows = [row for round in done for one in round for row in one.rows]
    assert len({row.id for row in rows}) == len(rows) == PEOPLE
    waiting = await database.transact(unasked)
    assert len(waiting) == len(set(waiting)) == PEOPLE
    assert await database.read(find_next) is None


async def test_what_was_taken_back_is_said_again_and_the_rest_is_not(place: Place) -> None:
    database = await place.open()
    await database.transact(schedule)
    assert len((await database.transact(lambda tx: dispatch(tx, 1_000))).rows) == PEOPLE
    await database.transact(lambda tx: hush(tx, 1))
    again = await database.transact(dispatch)
    assert [row.person_id for row in again.rows] == [1]
    assert await database.transact(unasked) == list(range(1, PEOPLE + 1))
