"""Erasure leaves no byte; export leaves nothing out; no table is forgotten by either."""

from __future__ import annotations

import signal
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, select

from bot.storage import entries, erasures, persons, registry
from bot.storage.database import Database
from bot.storage.encryption import Json
from bot.storage.registry import REGISTRY, export_person
from bot.storage.tables import entries as entries_table
from bot.storage.tables import metadata
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import ANNA, BEN, fill, meet, rows_of, total_rows


@pytest.mark.fault("storage-unregistered-table")
def test_every_table_with_a_person_is_registered() -> None:
    assert registry.unregistered(metadata) == set()
    assert {personal.table.name for personal in REGISTRY} | (
        registry.IMPERSONAL - {"alembic_version"}
    ) == set(metadata.tables)


@pytest.mark.fault("storage-unregistered-table")
@pytest.mark.parametrize(
    ("name", "column"), [("moods", "person_id"), ("moods", "anything"), ("meta", "chat_id")]
)
def test_a_new_table_has_to_be_registered(name: str, column: str) -> None:
    grown = MetaData()
    Table(name, grown, Column(column, Integer))
    assert registry.unregistered(grown) == {name}


@pytest.mark.fault("storage-export-complete")
async def test_an_export_has_everything_and_nothing_of_others(database: Database) -> None:
    def work(tx: Transaction) -> tuple[list[tuple[str, dict[str, Json]]], dict[str, int]]:
        anna = fill(tx, ANNA, "Anna's words")
        fill(tx, BEN, "Ben's words")
        return list(export_person(tx, anna.id)), rows_of(tx, anna)

    exported, kept = await database.transact(work)
    tables = [name for name, _ in exported]
    assert {name: tables.count(name) for name in kept} == kept
    assert all(kept.values()), "this test must have a row in every table"
    assert str(exported).count("Anna's words") == 8
    assert "Ben's" not in str(exported)
    assert "b'" not in str(exported), "a sealed value was exported as it is"
    (person,) = [row for name, row in exported if name == "persons"]
    assert set(person) == set(metadata.tables["persons"].c.keys())


async def test_an_export_of_nobody_is_empty(database: Database) -> None:
    assert await database.read(lambda tx: list(export_person(tx, 99))) == []


@pytest.mark.fault("storage-export-memory")
async def test_ten_thousand_entries_are_exported_in_little_memory(database: Database) -> None:
    words = "w" * 1000

    def many(tx: Transaction) -> None:
        person = meet(tx).id
        sealed = tx.vault.seal_json(person, entries.COLUMN, {"text": words})
        row = {"person_id": person, "kind": "win", "at": 1.0, "created_at": 1.0, "updated_at": 1.0}
        tx.connection.execute(entries_table.insert(), [row | {"payload": sealed} for _ in range(10_000)])

    def export(tx: Transaction) -> tuple[int, int]:
        next(export_person(tx, 1))
        tracemalloc.start()
        count = sum(
            len(row["payload"]["text"]) == 1000 for name, row in export_person(tx, 1) if name == "entries"
        )
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return count, peak

    await database.transact(many)
    count, peak = await database.read(export)
    assert count == 10_000
    assert peak < 5_000_000, "10 MB of words"


@pytest.mark.fault("storage-erase-rows")
async def test_erasing_takes_every_row_and_nobody_elses(database: Database) -> None:
    def work(tx: Transaction) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        anna, ben = fill(tx, ANNA, "Anna's"), fill(tx, BEN, "Ben's")
        before = rows_of(tx, ben)
        erasures.erase_person(tx, anna)
        assert persons.find(tx, ANNA) is None
        return rows_of(tx, anna), before, rows_of(tx, ben)

    gone, before, after = await database.transact(work)
    assert set(gone.values()) == {0}
    assert before == after


@pytest.mark.fault("storage-stranger-after-delete")
async def test_after_an_erasure_the_same_chat_is_a_stranger(database: Database) -> None:
    first = await database.transact(lambda tx: fill(tx, ANNA, "Anna's"))
    await database.transact(lambda tx: erasures.erase_person(tx, first))
    again, new = await database.transact(lambda tx: persons.find_or_create(tx, ANNA))
    assert new
    assert again.id > first.id
    assert sum((await database.transact(lambda tx: rows_of(tx, again))).values()) == 1


async def test_the_ledger_names_nobody(database: Database, place: Place) -> None:
    def work(tx: Transaction) -> dict[bytes, float]:
        erasures.erase_person(tx, meet(tx))
        return erasures.ledger(tx)

    assert await database.transact(work) == {place.vault.digest(ANNA): place.clock.at}
    assert (await database.transact(total_rows))["persons"] == 0


def _traces(tx: Transaction) -> list[bytes]:
    """Return what of Anna is in the file: chat id and session as SQLite writes them, each sealed value."""
    found = [ANNA.to_bytes(6, "big"), f"s-{ANNA}".encode()]
    for personal in REGISTRY:
        for column in personal.sealed:
            whose = {"person": 1} | ({} if personal.chat is None else {"chat": ANNA})
            rows = tx.connection.execute(select(personal.table.c[column]).where(personal.mine), whose)
            found += [bytes(sealed)[5:40] for sealed in rows.scalars()]
    return found


def _where(folder: Path, traces: list[bytes]) -> set[str]:
    return {file.name for file in folder.iterdir() for trace in traces if trace in file.read_bytes()}


@pytest.mark.fault("storage-wal-erasure")
async def test_an_erasure_leaves_no_byte_in_any_file(sqlite_place: Place) -> None:
    database = await sqlite_place.open()
    anna = await database.transact(lambda tx: fill(tx, ANNA, "w" * 6000))
    traces = await database.transact(_traces)
    await database.checkpoint()
    await database.transact(lambda tx: (fill(tx, BEN, "Ben's"), fill(tx, ANNA, "v" * 6000)))
    traces += await database.transact(_traces)
    folder = sqlite_place.file.parent
    sqlite_place.file.with_name("rebound.db.before-0009").write_bytes(sqlite_place.file.read_bytes())
    assert _where(folder, traces) == {"rebound.db", "rebound.db-wal", "rebound.db.before-0009"}
    await database.read(meet_nobody)
    await database.transact(lambda tx: erasures.erase_person(tx, anna))
    await database.checkpoint()
    assert _where(folder, traces) == set()
    assert (await database.transact(lambda tx: meet(tx, BEN))).id == 2


def meet_nobody(tx: Transaction) -> None:
    """Open the reader's connection, which could keep the log from being emptied."""
    assert persons.get(tx, 99) is None


_ERASE_AND_DIE = """
import asyncio, os, signal, sys
from bot.clock import SystemClock
from bot.storage import erasures
from bot.storage.database import open_database
from bot.storage.encryption import Vault
from tests.storage.people import meet

async def main():
    database = await open_database(sys.argv[1], Vault([bytes(range(32))]), SystemClock())
    def work(tx):
        erasures.erase_person(tx, meet(tx))
        if sys.argv[2] == "before":
            os.kill(os.getpid(), signal.SIGKILL)
    await database.transact(work)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


@pytest.mark.fault("storage-killed-while-erasing")
@pytest.mark.parametrize("moment", ["before", "after"])
async def test_kill_9_while_erasing_is_all_or_nothing_and_leaves_no_byte(
    sqlite_place: Place, moment: str
) -> None:
    await sqlite_place.once(lambda tx: fill(tx, ANNA, "w" * 6000))
    traces = await sqlite_place.once(_traces)
    total = await sqlite_place.once(lambda tx: rows_of(tx, meet(tx)))
    killed = _run(_ERASE_AND_DIE, sqlite_place.url, moment)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    database = await sqlite_place.open()
    if moment == "before":
        assert await database.transact(lambda tx: rows_of(tx, meet(tx))) == total
    else:
        assert _where(sqlite_place.file.parent, traces) == set()


def _run(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        timeout=30,
        check=False,
        cwd=Path(__file__).parents[2],
    )
