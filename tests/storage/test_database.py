"""One transaction is all or nothing, whatever happens around it."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from bot.storage import entries, persons, updates
from bot.storage.database import Database, open_database
from bot.storage.errors import StorageError
from bot.storage.tables import entries as entries_table
from bot.storage.tables import meta
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import ANNA, BEN, meet, total_rows


class Stop(BaseException):
    """What the dialogue engine raises is no Exception."""


@pytest.mark.fault("storage-turn-raises")
@pytest.mark.parametrize("error", [ValueError, Stop])
async def test_what_raises_leaves_nothing(database: Database, error: type[BaseException]) -> None:
    before = await database.transact(total_rows)

    def turn(tx: Transaction) -> None:
        updates.accept(tx, 1)
        meet(tx)
        raise error("in the middle")

    with pytest.raises(error, match="in the middle"):
        await database.transact(turn)
    assert await database.transact(total_rows) == before


@pytest.mark.fault("storage-two-at-once-one-fails")
async def test_two_at_once_and_one_fails(database: Database) -> None:
    def good(tx: Transaction) -> None:
        entries.insert(tx, meet(tx, ANNA).id, "win", {"text": "kept"})

    def bad(tx: Transaction) -> None:
        entries.insert(tx, meet(tx, BEN).id, "win", {"text": "lost"})
        raise ValueError

    results = await asyncio.gather(
        *(database.transact(work) for work in [good, bad] * 10), return_exceptions=True
    )
    assert sum(isinstance(result, ValueError) for result in results) == 10
    assert await database.transact(lambda tx: persons.find(tx, BEN)) is None
    assert await database.transact(lambda tx: entries.count(tx, meet(tx).id)) == {"win": 10}


@pytest.mark.fault("storage-cancelled-task")
async def test_a_cancelled_task_does_not_tear_its_transaction(database: Database) -> None:
    loop, inside = asyncio.get_running_loop(), asyncio.Event()
    go_on = threading.Event()

    def turn(tx: Transaction) -> None:
        updates.accept(tx, 1)
        loop.call_soon_threadsafe(inside.set)
        if database.kind == "sqlite":
            go_on.wait(5)
        else:
            tx.connection.execute(text("SELECT pg_sleep(0.3)"))
        updates.accept(tx, 2)

    task = asyncio.create_task(database.transact(turn))
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    for _ in range(100):
        seen = (await database.transact(total_rows))["updates"]
        if seen:
            break
        await asyncio.sleep(0.02)
    assert seen == 2


async def test_closing_waits_for_what_is_running(place: Place) -> None:
    database = await place.open()

    def turn(tx: Transaction) -> None:
        updates.accept(tx, 1)
        if database.kind == "sqlite":
            time.sleep(0.2)
        else:
            tx.connection.execute(text("SELECT pg_sleep(0.2)"))
        updates.accept(tx, 2)

    task = asyncio.create_task(database.transact(turn))
    await asyncio.sleep(0.1)
    await place.close()
    await task
    assert (await place.once(total_rows))["updates"] == 2


@pytest.mark.fault("storage-lost-update")
async def test_turns_of_one_person_run_one_after_another(database: Database) -> None:
    async def turn() -> None:
        def work(tx: Transaction) -> None:
            person = meet(tx)
            before = int(person.zone or 0)
            if database.kind == "postgresql":
                tx.connection.execute(text("SELECT pg_sleep(0.01)"))
            persons.change(tx, person.id, zone=str(before + 1))

        await database.transact(work)

    await database.transact(meet)
    await asyncio.gather(*(turn() for _ in range(8)))
    assert (await database.transact(meet)).zone == "8"


async def test_two_first_messages_at_once_meet_one_person(database: Database) -> None:
    met = await asyncio.gather(
        *(database.transact(lambda tx: persons.find_or_create(tx, ANNA)) for _ in range(6))
    )
    assert len({person.id for person, _ in met}) == 1
    assert sum(new for _, new in met) == 1


@pytest.mark.fault("storage-words-in-errors")
@pytest.mark.parametrize(
    "statement",
    [
        lambda canary: (meta.insert(), [{"key": canary, "value": ""}] * 2),
        lambda canary: (entries_table.insert(), {"person_id": 1, "kind": canary, "at": canary}),
    ],
)
async def test_errors_and_logs_hold_no_words(
    database: Database, caplog: pytest.LogCaptureFixture, statement: Callable[[str], tuple[Any, Any]]
) -> None:
    caplog.set_level(logging.DEBUG)
    canary = "CANARY-words-of-a-person"
    with pytest.raises(StorageError) as caught:
        await database.transact(lambda tx: (meet(tx), tx.connection.execute(*statement(canary))))
    assert canary not in "".join(traceback.format_exception(caught.value)) + caplog.text
    assert caught.value.__context__ is None


async def test_reading_does_not_hold_up_writing_and_sees_one_moment(database: Database) -> None:
    await database.transact(meet)
    loop, inside, go_on = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def look(tx: Transaction) -> tuple[object, object]:
        before = persons.get(tx, 1)
        loop.call_soon_threadsafe(inside.set)
        if database.kind == "sqlite":
            go_on.wait(5)
        else:
            tx.connection.execute(text("SELECT pg_sleep(0.3)"))
        return before, persons.get(tx, 1)

    reading = asyncio.create_task(database.read(look))
    await inside.wait()
    async with asyncio.timeout(0.25):
        await database.transact(lambda tx: persons.change(tx, 1, zone="Asia/Kathmandu"))
    go_on.set()
    before, after = await reading
    assert before == after
    assert (await database.transact(meet)).zone == "Asia/Kathmandu"


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(StorageError):
        await database.read(lambda tx: updates.accept(tx, 1))


async def test_each_transaction_has_one_time(database: Database, place: Place) -> None:
    assert await database.transact(lambda tx: tx.now) == place.clock.at


async def test_a_closed_database_says_so(sqlite_place: Place) -> None:
    database = await sqlite_place.open()
    await sqlite_place.close()
    with pytest.raises(StorageError, match="closed"):
        await database.transact(meet)


@pytest.mark.parametrize("url", ["", "mysql://x", "sqlite://", "sqlite:///:memory:", "postgresql://["])
async def test_nonsense_urls_are_one_clear_line(url: str, place: Place) -> None:
    with pytest.raises(StorageError) as caught:
        await open_database(url, place.vault, place.clock)
    assert "\n" not in str(caught.value)


async def test_an_unreachable_server_is_one_line_without_its_password(sqlite_place: Place) -> None:
    url = "postgresql://user:hush@127.0.0.1:1/name"
    with pytest.raises(StorageError) as caught:
        await open_database(url, sqlite_place.vault, sqlite_place.clock)
    assert "127.0.0.1/name" in str(caught.value)
    assert "hush" not in "".join(traceback.format_exception(caught.value))
