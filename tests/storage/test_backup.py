"""A backup restores; a restored database erases again, and sends nothing twice."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage import due, entries, erasures, outbox, persons, updates
from bot.storage.backup import Restored, back_up, restore, settle_restored
from bot.storage.database import Database
from bot.storage.encryption import Vault
from bot.storage.errors import StorageError
from bot.storage.transaction import Transaction
from tests.storage.conftest import KEY, Place
from tests.storage.people import ANNA, BEN, fill, meet, rows_of


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "monday.db"


@pytest.fixture(autouse=True)
def _folder(backup: Path) -> None:
    backup.parent.mkdir()


def _restore(place: Place, backup: Path, *ledgers: Path, vault: Vault | None = None) -> Restored:
    return restore(backup, place.url, vault or place.vault, place.clock, ledgers)


@pytest.mark.fault("storage-backup-under-load")
async def test_a_backup_under_load_is_one_moment_and_restores(sqlite_place: Place, backup: Path) -> None:
    database = await sqlite_place.open()
    await database.transact(meet)
    stop = asyncio.Event()

    async def load() -> int:
        number = 0
        while not stop.is_set():
            number += 1

            def turn(tx: Transaction, number: int = number) -> None:
                entries.insert(tx, 1, "win", {"number": number, "text": "x" * 2000})
                outbox.put(tx, ANNA, "sendMessage", {"number": number}, person_id=1)

            await database.transact(turn)
        return number

    loading = asyncio.create_task(load())
    for _ in range(5):
        await asyncio.sleep(0.05)
        await asyncio.to_thread(back_up, sqlite_place.url, backup)
    stop.set()
    written = await loading
    await sqlite_place.close()
    assert backup.stat().st_mode & 0o777 == 0o600
    restored = _restore(sqlite_place, backup)

    def count(tx: Transaction) -> list[int]:
        return sorted(entry.payload["number"] for entry in entries.list_entries(tx, 1, limit=10_000))

    numbers = await sqlite_place.once(count)
    assert 0 < len(numbers) == restored.unsent < written
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.fault("storage-restore-erases-again")
async def test_a_restore_erases_again_whom_it_has_to_and_nobody_else(
    sqlite_place: Place, backup: Path
) -> None:
    def week(tx: Transaction) -> None:
        fill(tx, ANNA, "Anna's")
        fill(tx, BEN, "Ben's")
        fill(tx, 3, "somebody's who comes back")

    await sqlite_place.once(week)
    await asyncio.to_thread(back_up, sqlite_place.url, backup)
    sqlite_place.clock.at += 3600
    for chat in (ANNA, 3):
        await sqlite_place.once(lambda tx, chat=chat: erasures.erase_person(tx, meet(tx, chat)))  # type: ignore[misc]
    sqlite_place.clock.at += 3600
    assert _restore(sqlite_place, backup).erased == 2
    assert await sqlite_place.once(lambda tx: persons.find(tx, ANNA)) is None
    assert await sqlite_place.once(lambda tx: persons.find(tx, 3)) is None
    ben = await sqlite_place.once(lambda tx: rows_of(tx, meet(tx, BEN)))
    assert ben["entries"] == 3
    trace = ANNA.to_bytes(6, "big")
    assert trace in backup.read_bytes()
    assert trace not in sqlite_place.file.read_bytes()


@pytest.mark.fault("storage-restore-erases-again")
async def test_whoever_came_back_after_an_erasure_stays(place: Place) -> None:
    await place.once(lambda tx: erasures.erase_person(tx, fill(tx, ANNA, "before")))
    place.clock.at += 60
    await place.once(lambda tx: fill(tx, ANNA, "after"))
    assert await place.once(erasures.replay) == 0
    assert (await place.once(lambda tx: rows_of(tx, meet(tx))))["entries"] == 3


async def test_the_ledger_holds_after_a_change_of_keys(place: Place) -> None:
    await place.once(lambda tx: erasures.erase_person(tx, fill(tx, ANNA, "before")))
    place.clock.at -= 60
    await place.once(lambda tx: fill(tx, ANNA, "as if restored"))
    database = await place.open(Vault([b"n" * 32, KEY]))
    assert await database.transact(erasures.replay) == 1
    assert await database.transact(lambda tx: persons.find(tx, ANNA)) is None


@pytest.mark.fault("storage-restore-resends")
async def test_a_restored_database_sends_nothing_again(database: Database, place: Place) -> None:
    def week(tx: Transaction) -> None:
        person = meet(tx).id
        ids = [outbox.put(tx, ANNA, "sendMessage", {}, person_id=person, urgency=1) for _ in range(3)]
        outbox.mark_sending(tx, [row for row in ids[:1] if row])
        outbox.put(tx, ANNA, "sendMessage", {"text": "to nobody we keep"})
        for after in (-10, 10, 3600):
            due.schedule(tx, person, "rerate", tx.now + after)
        due.claim(tx)
        updates.accept(tx, 5)

    await database.transact(week)
    place.clock.at += 60
    assert await database.transact(settle_restored) == (0, 4, 2)
    assert await database.transact(outbox.load_waiting) == []
    assert await database.transact(outbox.recover) == (0, 0)
    assert [row.due_at for row in await database.transact(lambda tx: due.waiting(tx, 1))] == [
        place.clock.at + 3540
    ]
    assert await database.transact(due.claim) == []
    assert not await database.transact(lambda tx: updates.accept(tx, 5))


@pytest.mark.fault("storage-restore-resends")
async def test_updates_seen_since_the_backup_stay_seen(sqlite_place: Place, backup: Path) -> None:
    await sqlite_place.once(lambda tx: updates.accept(tx, 1))
    back_up(sqlite_place.url, backup)
    await sqlite_place.once(lambda tx: updates.accept(tx, 2))
    _restore(sqlite_place, backup)
    assert [await sqlite_place.once(lambda tx, n=n: updates.accept(tx, n)) for n in (1, 2, 3)] == [  # type: ignore[misc]
        False,
        False,
        True,
    ]


async def test_on_a_new_machine_other_ledgers_can_be_given(
    sqlite_place: Place, backup: Path, tmp_path: Path
) -> None:
    await sqlite_place.once(lambda tx: fill(tx, ANNA, "Anna's"))
    back_up(sqlite_place.url, backup)
    await sqlite_place.once(lambda tx: erasures.erase_person(tx, meet(tx)))
    new = Place(f"sqlite:///{tmp_path / 'new.db'}", sqlite_place.clock)
    assert _restore(new, backup).erased == 0
    assert _restore(new, backup, sqlite_place.file).erased == 1
    assert await new.once(lambda tx: persons.find(tx, ANNA)) is None


@pytest.mark.fault("storage-restore-over-running")
async def test_a_database_in_use_is_not_overwritten(sqlite_place: Place, backup: Path) -> None:
    database = await sqlite_place.open()
    await database.transact(meet)
    back_up(sqlite_place.url, backup)
    with pytest.raises(StorageError, match="another process"):
        _restore(sqlite_place, backup)
    assert (await database.transact(meet)).id == 1


@pytest.mark.fault("storage-restore-bad-backup")
@pytest.mark.parametrize("harm", ["missing", "not a database", "cut", "newer", "wrong key"])
async def test_a_bad_backup_changes_nothing(sqlite_place: Place, backup: Path, harm: str) -> None:
    await sqlite_place.once(lambda tx: fill(tx, ANNA, "x" * 9000))
    back_up(sqlite_place.url, backup)
    if harm == "missing":
        backup.unlink()
    elif harm == "not a database":
        backup.write_bytes(b"my holiday notes")
    elif harm == "cut":
        backup.write_bytes(backup.read_bytes()[:-5000])
    elif harm == "newer":
        raw = sqlite3.connect(backup)
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
        raw.close()
    before = sqlite_place.file.read_bytes()
    vault = Vault([b"w" * 32]) if harm == "wrong key" else None
    with pytest.raises(StorageError) as caught:
        _restore(sqlite_place, backup, vault=vault)
    assert "\n" not in str(caught.value)
    assert str(backup) in str(caught.value)
    assert sqlite_place.file.read_bytes() == before
    assert {file.name for file in sqlite_place.file.parent.iterdir()} == {
        "rebound.db",
        "rebound.db.lock",
        "backups",
    }


async def test_a_damaged_database_is_replaced_and_the_missing_ledger_is_told(
    sqlite_place: Place, backup: Path
) -> None:
    await sqlite_place.once(meet)
    back_up(sqlite_place.url, backup)
    sqlite_place.file.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    assert not _restore(sqlite_place, backup).ledger_read
    assert (await sqlite_place.once(meet)).id == 1
    assert sqlite_place.file.with_name("rebound.db.before-restore").read_bytes().endswith(b"\xff" * 9000)


async def test_what_was_replaced_is_kept_until_the_next_erasure(sqlite_place: Place, backup: Path) -> None:
    await sqlite_place.once(meet)
    back_up(sqlite_place.url, backup)
    before = backup.read_bytes()
    _restore(sqlite_place, backup)
    assert backup.read_bytes() == before
    kept = sqlite_place.file.with_name("rebound.db.before-restore")
    assert kept.exists()
    database = await sqlite_place.open()
    await database.checkpoint()
    assert not kept.exists()


async def test_postgresql_is_backed_up_by_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="pg_dump"):
        back_up("postgresql://user:hush@host/name", tmp_path / "backup")


@pytest.mark.parametrize("target", ["rebound.db", "missing/backup.db"])
async def test_a_backup_that_cannot_be_written_is_one_clear_line(sqlite_place: Place, target: str) -> None:
    await sqlite_place.once(meet)
    before = sqlite_place.file.read_bytes()
    with pytest.raises(StorageError) as caught:
        back_up(sqlite_place.url, sqlite_place.file.parent / target)
    assert "\n" not in str(caught.value)
    assert sqlite_place.file.read_bytes() == before


async def test_a_backup_of_nothing_is_one_clear_line(sqlite_place: Place, backup: Path) -> None:
    with pytest.raises(StorageError, match="no such database"):
        back_up(sqlite_place.url, backup)


@pytest.mark.fault("storage-copy-of-a-live-file")
async def test_the_backup_has_what_a_plain_copy_would_miss(sqlite_place: Place, backup: Path) -> None:
    database = await sqlite_place.open()
    for number in range(50):
        await database.transact(lambda tx, n=number: entries.insert(tx, meet(tx).id, "win", {"n": n}))  # type: ignore[misc]
    back_up(sqlite_place.url, backup)
    count = text("SELECT count(*) FROM entries")
    await sqlite_place.close()
    _restore(sqlite_place, backup)
    assert await sqlite_place.once(lambda tx: tx.connection.execute(count).scalar()) == 50
