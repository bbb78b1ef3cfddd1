"""An SQLite file that is not as it should be: one clear line, and the file as it was."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage import entries, sqlite, updates
from bot.storage.encryption import Vault
from bot.storage.errors import StorageBusy, StorageError, StorageFull
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import fill, meet, total_rows

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 5000,
}


async def _refused(place: Place, match: str, vault: Vault | None = None) -> StorageError:
    with pytest.raises(StorageError, match=match) as caught:
        await place.open(vault)
    assert "\n" not in str(caught.value)
    assert place.file.name in str(caught.value)
    return caught.value


@pytest.mark.fault("storage-durability")
async def test_every_connection_is_durable_and_forgets(sqlite_place: Place) -> None:
    database = await sqlite_place.open()

    def pragmas(tx: Transaction) -> dict[str, object]:
        return {name: tx.connection.execute(text(f"PRAGMA {name}")).scalar() for name in PRAGMAS}

    assert await database.transact(pragmas) == PRAGMAS
    assert (sqlite_place.file.stat().st_mode & 0o777) == 0o600


@pytest.mark.fault("storage-not-a-database")
@pytest.mark.parametrize(
    "content", [b"my holiday notes", b"SQLite format 3\0" + b"x" * 5000, os.urandom(4096)]
)
async def test_what_is_not_a_database_is_left_alone(sqlite_place: Place, content: bytes) -> None:
    sqlite_place.file.write_bytes(content)
    await _refused(sqlite_place, "not a database|malformed|damaged")
    assert sqlite_place.file.read_bytes() == content


@pytest.mark.fault("storage-not-a-database")
async def test_the_database_of_another_program_is_left_alone(sqlite_place: Place) -> None:
    with sqlite3.connect(sqlite_place.file) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.close()
    before = sqlite_place.file.read_bytes()
    await _refused(sqlite_place, "another program")
    assert sqlite_place.file.read_bytes() == before


@pytest.mark.fault("storage-missing-folder")
async def test_a_missing_folder_is_not_made_up(sqlite_place: Place) -> None:
    sqlite_place.url = sqlite_place.url.replace("rebound.db", "nowhere/rebound.db")
    await _refused(sqlite_place, "folder does not exist")
    assert not sqlite_place.file.parent.exists()


async def test_a_folder_in_place_of_the_file_is_one_clear_line(sqlite_place: Place) -> None:
    sqlite_place.file.mkdir()
    await _refused(sqlite_place, "directory")


@pytest.mark.fault("storage-second-instance")
async def test_a_second_instance_is_refused(sqlite_place: Place) -> None:
    await sqlite_place.open()
    await _refused(sqlite_place, "another process")
    await sqlite_place.close()
    await sqlite_place.open()


_OPEN_AS_NOBODY = """
import asyncio, os, sys
import bot.storage.sqlite  # loaded before the privileges go
from bot.clock import SystemClock
from bot.storage.database import open_database
from bot.storage.encryption import Vault
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
try:
    asyncio.run(open_database(sys.argv[1], Vault([bytes(range(32))]), SystemClock()))
except Exception as error:
    print(type(error).__name__, error)
"""


@pytest.mark.fault("storage-read-only")
async def test_a_read_only_database_is_refused_and_left_alone(sqlite_place: Place) -> None:
    """In a process that may read but not write the file, even if we are root."""
    await sqlite_place.once(meet)
    with tempfile.TemporaryDirectory(prefix="rebound-read-only-") as folder:
        told, before, after = _open_read_only(sqlite_place.file, Path(folder))
    assert told.startswith("StorageError")
    assert "rebound.db: the database is read-only" in told
    assert told.count("\n") == 1
    assert after == before


def _open_read_only(original: Path, folder: Path) -> tuple[str, bytes, bytes]:
    folder.chmod(0o777)
    file = folder / "rebound.db"
    before = original.read_bytes()
    file.write_bytes(before)
    file.chmod(0o444)
    arguments = [sys.executable, "-c", _OPEN_AS_NOBODY, f"sqlite:///{file}"]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=30, check=False)
    return done.stdout + done.stderr, before, file.read_bytes()


@pytest.mark.fault("storage-wrong-key")
async def test_a_wrong_key_is_noticed_at_start(place: Place) -> None:
    await place.once(meet)
    with pytest.raises(StorageError, match="key does not fit this database") as caught:
        await place.open(Vault([b"w" * 32]))
    assert "\n" not in str(caught.value)
    assert (await place.once(meet)).id == 1


@pytest.mark.fault("storage-wrong-key")
async def test_a_key_that_still_reads_may_not_be_dropped(place: Place) -> None:
    old, new = bytes(range(32)), b"n" * 32
    await place.once(lambda tx: entries.insert(tx, meet(tx).id, "win", {"text": "early"}))
    database = await place.open(Vault([new, old]))
    kept = await database.transact(lambda tx: entries.list_entries(tx, meet(tx).id))
    assert kept[0].payload == {"text": "early"}
    await place.close()
    for missing in (Vault([new]), Vault([old])):
        with pytest.raises(StorageError, match="key does not fit"):
            await place.open(missing)


@pytest.mark.fault("storage-newer-schema")
async def test_a_newer_schema_is_refused_and_left_alone(place: Place) -> None:
    await place.once(
        lambda tx: tx.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    )
    before = place.file.read_bytes() if place.url.startswith("sqlite") else b""
    with pytest.raises(StorageError, match="newer version of the program"):
        await place.open()
    if place.url.startswith("sqlite"):
        assert place.file.read_bytes() == before


@pytest.mark.fault("storage-disk-full")
async def test_a_full_disk_rolls_the_turn_back_and_is_named(sqlite_place: Place) -> None:
    database = await sqlite_place.open()

    def limit(tx: Transaction, spare: int) -> None:
        used = tx.connection.execute(text("PRAGMA page_count")).scalar_one()
        tx.connection.execute(text(f"PRAGMA max_page_count = {used + spare}"))

    def turn(tx: Transaction) -> None:
        updates.accept(tx, 1)
        entries.insert(tx, meet(tx).id, "worry", {"text": "x" * 200_000})

    await database.transact(lambda tx: limit(tx, 5))
    before = await database.transact(total_rows)
    with pytest.raises(StorageFull, match="full"):
        await database.transact(turn)
    assert await database.transact(total_rows) == before
    await database.transact(lambda tx: limit(tx, 500))
    await database.transact(turn)
    assert await database.transact(lambda tx: not updates.accept(tx, 1))


def _hold(file: Path, seconds: float) -> threading.Thread:
    """Lock the database from outside for a time."""
    held = threading.Event()

    def run() -> None:
        raw = sqlite3.connect(file, isolation_level=None)
        raw.execute("BEGIN IMMEDIATE")
        held.set()
        threading.Event().wait(seconds)
        raw.execute("ROLLBACK")
        raw.close()

    thread = threading.Thread(target=run)
    thread.start()
    held.wait()
    return thread


@pytest.mark.fault("storage-locked-3s")
async def test_a_lock_of_three_seconds_is_waited_out_without_blocking_the_loop(sqlite_place: Place) -> None:
    database = await sqlite_place.open()
    thread = _hold(sqlite_place.file, 3)
    task = asyncio.create_task(database.transact(lambda tx: updates.accept(tx, 1)))
    async with asyncio.timeout(1):
        await asyncio.sleep(0.05)
    assert not task.done()
    assert await task is True
    thread.join()


@pytest.mark.fault("storage-locked-60s")
async def test_a_longer_lock_is_busy_and_passes(sqlite_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT", 0.1)
    database = await sqlite_place.open()
    thread = _hold(sqlite_place.file, 0.5)
    with pytest.raises(StorageBusy, match="locked"):
        await database.transact(lambda tx: updates.accept(tx, 1))
    thread.join()
    assert await database.transact(lambda tx: updates.accept(tx, 1))


@pytest.mark.fault("storage-words-on-disk")
async def test_no_words_are_on_the_disk(sqlite_place: Place) -> None:
    database = await sqlite_place.open()
    await database.transact(lambda tx: fill(tx, 1, "CANARYWORD"))
    for file in sqlite_place.file.parent.iterdir():
        assert b"CANARYWORD" not in file.read_bytes(), file
