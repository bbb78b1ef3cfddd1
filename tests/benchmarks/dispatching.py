"""What is due: the time of one look with a million people scheduled, on SQLite.

Idle, with 12 things due, and with 1,000 due at once: claimed, judged, written into the outbox and settled.
Alone: python -m tests.benchmarks.dispatching.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import psutil
from sqlalchemy import text

from bot.dispatch import Dispatch
from bot.storage import entries
from bot.storage.database import Database, open_database
from bot.storage.encryption import Vault
from bot.storage.outbox import OutboxRow
from bot.storage.transaction import Transaction

PEOPLE = 1_000_000
NOON = 1_795_608_000.0
"""2026-11-25 12:00 UTC: a decent hour for people in UTC."""
YEAR = 365 * 86_400.0
LOOKS = 200
_PEOPLE = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :people) "
    "INSERT INTO persons (id, chat_id, since, consented_at, locale, zone, last_seen_at) "
    "SELECT i, 1000000 + i, :now, :now, 'en', 'Etc/UTC', :now - 90000 FROM n"
)
_DUE = text(
    "INSERT INTO due (person_id, kind, entry_id, due_at, state, created_at, look_at) "
    "SELECT id, 'plan', NULL, :now + 1000 + (id * 7919) % :year, 'waiting', :now, "
    ":now + 1000 + (id * 7919) % :year FROM persons"
)
_NOW = text(
    "UPDATE due SET due_at = :now - 1, look_at = :now - 1, entry_id = :entry, kind = :kind "
    "WHERE person_id = :person"
)
KINDS = ("plan", "re_rate_24h")


class StandingClock:
    """A clock that stands still at noon."""

    def now(self) -> float:
        """Return noon."""
        return NOON


class Counting:
    """A sender that counts."""

    def __init__(self) -> None:
        self.rows = 0

    def enqueue(self, rows: Iterable[OutboxRow]) -> None:
        """Count."""
        self.rows += len(list(rows))


def fill(tx: Transaction) -> None:
    """Schedule something for everybody, over a year."""
    tx.connection.execute(_PEOPLE, {"people": PEOPLE, "now": NOON})
    tx.connection.execute(_DUE, {"now": NOON, "year": YEAR})


def make_due(tx: Transaction, first: int, count: int) -> None:
    """Let what is scheduled for some people be due now, a plan or a second look each."""
    for person in range(first, first + count):
        entry = entries.insert(tx, person, "plan", {"cue": "after-lunch", "action": "call", "area": "cv"})
        values = {"now": NOON, "entry": entry, "kind": KINDS[person % 2], "person": person}
        tx.connection.execute(_NOW, values)


async def look(dispatch: Dispatch) -> float:
    """Return how long one look takes, in milliseconds."""
    start = time.perf_counter()
    await dispatch.look()
    return (time.perf_counter() - start) * 1000


async def measure(database: Database) -> None:
    """Fill the database, and print what a look costs."""
    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    await database.transact(fill)
    seconds = time.perf_counter() - start
    print(f"\nwhat is due, {PEOPLE:,} people scheduled (filled in {seconds:.0f} s), SQLite at FULL")
    sender = Counting()
    dispatch = Dispatch(database, sender, StandingClock())
    await look(dispatch)
    idle = [await look(dispatch) for _ in range(LOOKS)]
    print(f"a look when nothing is due, ms    {statistics.median(idle):10.2f}")
    first = 1
    for count in (12, 1_000):
        took = []
        for _ in range(3):
            await database.transact(lambda tx: make_due(tx, first, count))  # noqa: B023
            expected = sender.rows + count
            took.append(await look(dispatch))
            assert sender.rows == expected
            first += count
        print(f"a look with {count:5} due, ms          {min(took):10.2f}")
    print(f"memory it took, MB                {(process.memory_info().rss - before) / 2**20:10.2f}")


async def main() -> None:
    """Measure on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        url = f"sqlite:///{data / 'rebound.sqlite3'}"
        database = await open_database(url, Vault([bytes(32)]), StandingClock(), data_dir=data)
        try:
            await measure(database)
        finally:
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
