"""Updates, messages, dead letters, due times and wordings."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from bot.storage import dead_letters, due, entries, messages, updates, variants
from bot.storage.database import Database
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import ANNA, BEN, meet


@pytest.mark.fault("storage-same-update-thrice")
async def test_an_update_is_accepted_once_also_three_times_at_once(database: Database) -> None:
    taken = await asyncio.gather(
        *(database.transact(lambda tx: updates.accept(tx, 900_000_001)) for _ in range(3))
    )
    assert sorted(taken) == [False, False, True]


@pytest.mark.fault("storage-lower-update-id")
async def test_a_lower_id_after_a_quiet_week_is_new(database: Database, place: Place) -> None:
    await database.transact(lambda tx: updates.accept(tx, 900_000_001))
    place.clock.at += 7 * 86_400
    assert await database.transact(lambda tx: updates.accept(tx, 17))


async def test_updates_are_forgotten_when_they_cannot_come_again(database: Database, place: Place) -> None:
    await database.transact(lambda tx: updates.accept(tx, 1))
    place.clock.at += updates.KEPT - 1
    await database.transact(lambda tx: updates.accept(tx, 2))
    assert await database.transact(updates.prune) == 0
    place.clock.at += 2
    assert await database.transact(updates.prune) == 1
    assert not await database.transact(lambda tx: updates.accept(tx, 2))


async def test_messages_are_remembered_for_as_long_as_they_can_be_deleted(
    database: Database, place: Place
) -> None:
    def work(tx: Transaction) -> None:
        messages.remember(tx, meet(tx).id, [5, 3], outgoing=True)
        messages.remember(tx, meet(tx).id, [4], outgoing=False)
        messages.remember(tx, meet(tx).id, [4, 5], outgoing=True)
        messages.remember(tx, meet(tx, BEN).id, [3], outgoing=True)
        messages.remember(tx, meet(tx).id, [], outgoing=True)

    await database.transact(work)
    assert await database.transact(lambda tx: messages.recent(tx, 1, tx.now)) == [3, 4, 5]
    place.clock.at += messages.KEPT + 1
    assert await database.transact(lambda tx: messages.recent(tx, 1, tx.now)) == []
    assert await database.transact(messages.prune) == 4


@pytest.mark.fault("storage-dead-letter-words")
async def test_a_dead_letter_keeps_the_update_sealed_and_of_the_error_only_its_name(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        dead_letters.put(tx, 5, {"text": "CANARY"}, "ValueError", person_id=meet(tx).id, chat_id=ANNA)
        dead_letters.put(tx, 6, {"poison": True}, "ValueError")
        kept = tx.connection.execute(text("SELECT payload FROM dead_letters")).scalars()
        assert not [payload for payload in kept if b"CANARY" in bytes(payload)]

    await database.transact(work)
    stranger, known = await database.transact(dead_letters.newest)
    assert (known.reason, known.payload, known.person_id) == ("ValueError", {"text": "CANARY"}, 1)
    assert (stranger.update_id, stranger.payload) == (6, {"poison": True})
    assert await database.transact(dead_letters.count) == 2
    assert await database.transact(lambda tx: dead_letters.prune(tx, tx.now + 1)) == 2


def _due(tx: Transaction, kind: str, after: float, entry: int | None = None) -> None:
    due.schedule(tx, meet(tx).id, kind, tx.now + after, entry)


@pytest.mark.fault("storage-due-doubled")
@pytest.mark.parametrize("with_entry", [True, False])
async def test_a_due_time_is_written_once_and_claimed_once(
    database: Database, place: Place, with_entry: bool
) -> None:
    def plan(tx: Transaction) -> None:
        entry = entries.insert(tx, meet(tx).id, "thought_record", {}) if with_entry else None
        for _ in range(3):
            _due(tx, "rerate", 100, entry)
            _due(tx, "rerate", 200, entry)

    await database.transact(plan)
    assert await database.transact(lambda tx: len(due.waiting(tx, 1))) == 2
    assert await database.transact(due.next_due) == place.clock.at + 100
    assert await database.transact(due.claim) == []
    place.clock.at += 100
    claimed = await asyncio.gather(*(database.transact(due.claim) for _ in range(4)))
    (row,) = [row for rows in claimed for row in rows]
    assert row.kind == "rerate"
    await database.transact(lambda tx: _due(tx, "rerate", 0, row.entry_id))
    assert await database.transact(due.claim) == []


@pytest.mark.fault("storage-due-crash")
async def test_a_crash_between_claim_and_outbox_gives_it_back(database: Database, place: Place) -> None:
    await database.transact(lambda tx: _due(tx, "rerate", 0))

    def crash(tx: Transaction) -> None:
        assert len(due.claim(tx)) == 1
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.transact(crash)
    (row,) = await database.transact(due.claim)
    await database.transact(lambda tx: due.settle(tx, [row.id], "done"))
    assert await database.transact(due.claim) == []


@pytest.mark.postgres
@pytest.mark.fault("storage-due-skip-locked")
async def test_two_workers_do_not_wait_for_each_other(postgres_place: Place) -> None:
    database = await postgres_place.open()

    def plan(tx: Transaction) -> None:
        for number in range(4):
            _due(tx, "rerate", -number)

    await database.transact(plan)

    def slowly(tx: Transaction) -> int:
        taken = len(due.claim(tx, limit=2))
        tx.connection.execute(text("SELECT pg_sleep(0.2)"))
        return taken

    async with asyncio.timeout(0.39):
        first, second = await asyncio.gather(database.transact(slowly), database.transact(slowly))
    assert (first, second) == (2, 2)


async def test_what_is_cancelled_does_not_come_unless_it_is_planned_again(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        entry = entries.insert(tx, meet(tx).id, "thought_record", {})
        _due(tx, "rerate", -1, entry)
        _due(tx, "other", -1, entry)
        _due(tx, "other", -1)
        assert due.cancel(tx, 1, kind="rerate", entry_id=entry) == 1
        assert due.cancel(tx, 1, entry_id=entry) == 1
        assert due.cancel(tx, 1, kind="rerate") == 0
        _due(tx, "rerate", -1, entry)
        assert due.cancel(tx, 1, kind="other") == 1
        return [row.kind for row in due.claim(tx)]

    assert await database.transact(work) == ["rerate"]
    assert await database.transact(lambda tx: due.cancel(tx, 1)) == 0


async def test_a_due_time_goes_with_its_entry_and_can_wait(database: Database) -> None:
    def work(tx: Transaction) -> None:
        entry = entries.insert(tx, meet(tx).id, "thought_record", {})
        _due(tx, "rerate", -1, entry)
        (row,) = due.claim(tx)
        due.postpone(tx, [(row.id, tx.now + 60)])
        assert due.next_due(tx) == tx.now + 60
        entries.remove(tx, 1, entry)
        assert due.next_due(tx) is None

    await database.transact(work)


@pytest.mark.fault("storage-same-wording-twice")
async def test_nobody_reads_the_same_wording_twice_in_a_row(database: Database) -> None:
    def greet(tx: Transaction) -> tuple[int, int]:
        one = variants.next_variants(tx, meet(tx).id, {"hello": 3, "bye": 2, "only": 1})
        assert one["only"] == 0
        return one["hello"], one["bye"]

    seen = [await database.transact(greet) for _ in range(7)]
    assert [hello for hello, _ in seen] == [0, 1, 2, 0, 1, 2, 0]
    assert [bye for _, bye in seen] == [0, 1, 0, 1, 0, 1, 0]
    ben = await database.transact(lambda tx: variants.next_variants(tx, meet(tx, BEN).id, {"hello": 3}))
    assert ben == {"hello": 0}
    assert await database.transact(lambda tx: variants.next_variants(tx, 1, {"hello": 2})) == {"hello": 1}
    log = "SELECT count(*) FROM variants WHERE person_id = 1"
    assert await database.transact(lambda tx: tx.connection.execute(text(log)).scalar()) == 15
