"""Power loss: it opens, or says why not; it never gives back what nobody wrote."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from bot.storage import entries, outbox, updates
from bot.storage.errors import StorageError
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import fill, meet


def _copy_as_after_a_crash(place: Place, folder: Path) -> Path:
    """Copy database and log of an open database, as a crash would leave them."""
    whole = folder / "whole"
    whole.mkdir()
    for name in ("rebound.db", "rebound.db-wal"):
        shutil.copy(place.file.with_name(name), whole / name)
    return whole


@pytest.mark.fault("storage-power-loss")
async def test_after_a_power_loss_it_opens_or_says_why_and_never_lies(
    sqlite_place: Place, tmp_path: Path
) -> None:
    """Database and log are cut at random offsets; each turn wrote an entry and a message together."""
    database = await sqlite_place.open()
    for number in range(12):

        def turn(tx: Transaction, number: int = number) -> None:
            person = meet(tx)
            entries.insert(tx, person.id, "win", {"number": number, "text": "x" * 900})
            outbox.put(tx, person.chat_id, "sendMessage", {"number": number}, person_id=person.id)

        await database.transact(turn)
        if number == 5:
            await database.checkpoint()
    whole = _copy_as_after_a_crash(sqlite_place, tmp_path)
    await sqlite_place.close()
    chance = random.Random(20)
    opened = refused = 0
    for number in range(40):
        result = await _cut_and_open(whole, tmp_path / f"cut{number}", chance, sqlite_place)
        opened, refused = opened + result, refused + (not result)
    assert opened > 5
    assert refused > 5


async def _cut_and_open(whole: Path, folder: Path, chance: random.Random, like: Place) -> bool:
    shutil.copytree(whole, folder)
    cut = folder / chance.choice(["rebound.db", "rebound.db-wal"])
    os.truncate(cut, chance.randrange(cut.stat().st_size))
    place = Place(f"sqlite:///{folder / 'rebound.db'}", like.clock)

    def look(tx: Transaction) -> tuple[list[int], list[int]]:
        person = meet(tx)
        wins = [entry.payload["number"] for entry in entries.list_entries(tx, person.id, limit=50)]
        return sorted(wins), [row.payload["number"] for row in outbox.load_waiting(tx)]

    try:
        wins, sent = await place.once(look)
    except StorageError:
        return False
    assert wins == sent == list(range(len(wins)))
    assert len(wins) >= 6 or cut.name == "rebound.db"
    return True


@pytest.mark.fault("storage-power-loss")
@pytest.mark.parametrize("missing", [1, 4096, 9000, 30_000])
async def test_a_cut_file_is_noticed_at_the_start_and_left_alone(sqlite_place: Place, missing: int) -> None:
    """Not by the person who happens to touch it."""
    await sqlite_place.once(lambda tx: fill(tx, 1, "x" * 9000))
    os.truncate(sqlite_place.file, sqlite_place.file.stat().st_size - missing)
    before = sqlite_place.file.read_bytes()
    with pytest.raises(StorageError, match=r"damaged|malformed"):
        await sqlite_place.open()
    assert sqlite_place.file.read_bytes() == before


@pytest.mark.fault("storage-power-loss")
async def test_damage_after_a_crash_is_noticed_at_the_start(sqlite_place: Place, tmp_path: Path) -> None:
    database = await sqlite_place.open()
    for chat in range(1, 40):
        await database.transact(lambda tx, chat=chat: fill(tx, chat, "x" * 600))  # type: ignore[misc]
    await database.checkpoint()
    await database.transact(lambda tx: updates.accept(tx, 1))
    broken = _copy_as_after_a_crash(sqlite_place, tmp_path) / "rebound.db"
    with broken.open("r+b") as file:
        file.seek(broken.stat().st_size // 2)
        file.write(b"\xff" * 12_288)
    with pytest.raises(StorageError, match=r"damaged|malformed"):
        await Place(f"sqlite:///{broken}", sqlite_place.clock).open()
