"""People, sessions and entries: stored, found again, and never mixed up."""

from __future__ import annotations

import pytest

from bot.storage import entries, persons, sessions
from bot.storage.database import Database
from bot.storage.errors import StorageError
from bot.storage.sessions import SessionRow
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import ANNA, BEN, meet


async def test_before_consent_only_id_locale_and_time_are_kept(database: Database, place: Place) -> None:
    person = await database.transact(lambda tx: meet(tx, 2**52 - 1))
    assert person == persons.PersonRow(
        1, 2**52 - 1, place.clock.at, None, "en", None, None, None, None, place.clock.at
    )


async def test_what_is_set_is_found_again(database: Database, place: Place) -> None:
    def work(tx: Transaction) -> persons.PersonRow:
        person = meet(tx)
        persons.change(
            tx, person.id, consented_at=tx.now, zone="Europe/Vienna", country="AT", quiet_until=9.5
        )
        return meet(tx)

    person = await database.transact(work)
    assert (person.consented_at, person.zone, person.country, person.quiet_until) == (
        place.clock.at,
        "Europe/Vienna",
        "AT",
        9.5,
    )
    with pytest.raises(KeyError):
        await database.transact(lambda tx: persons.change(tx, 1, chat_id=5))


async def test_whoever_writes_again_has_not_blocked_us(database: Database, place: Place) -> None:
    await database.transact(meet)
    await database.transact(lambda tx: persons.mark_blocked(tx, ANNA))
    place.clock.at += 60
    await database.transact(lambda tx: persons.mark_blocked(tx, ANNA))
    assert (await database.transact(meet)).blocked_at == place.clock.at - 60
    await database.transact(lambda tx: persons.touch(tx, 1))
    person = await database.transact(meet)
    assert (person.blocked_at, person.last_seen_at) == (None, place.clock.at)


def _session(tx: Transaction, identity: str, place: int | None, turn: int = 1) -> SessionRow:
    return SessionRow(identity, meet(tx).id, "reframe", place, turn, {"at": identity})


async def test_the_stack_is_in_order_and_what_ended_is_kept_once(database: Database, place: Place) -> None:
    def work(tx: Transaction) -> None:
        for identity, where in (("deep", 2), ("top", 0), ("next", 1), ("old", None)):
            sessions.save(tx, _session(tx, identity, where))

    await database.transact(work)
    place.clock.at += 1
    await database.transact(lambda tx: sessions.save(tx, _session(tx, "just-ended", None)))
    stack = await database.transact(lambda tx: sessions.load_stack(tx, 1))
    assert [session.state["at"] for session in stack] == ["top", "next", "deep"]
    ended = await database.transact(lambda tx: sessions.last_ended(tx, 1))
    assert ended is not None
    assert ended.id == "just-ended"
    await database.transact(lambda tx: sessions.forget_ended(tx, 1, keep="just-ended"))
    assert await database.transact(lambda tx: sessions.get(tx, 1, "old")) is None
    assert await database.transact(lambda tx: sessions.get(tx, 1, "just-ended")) == ended


async def test_saving_again_moves_a_session_on(database: Database, place: Place) -> None:
    await database.transact(lambda tx: sessions.save(tx, _session(tx, "s", 0)))
    started = place.clock.at
    place.clock.at += 30
    await database.transact(lambda tx: sessions.save(tx, _session(tx, "s", 0, turn=2)))
    (session,) = await database.transact(lambda tx: sessions.load_stack(tx, 1))
    assert (session.turn, session.created_at, session.updated_at) == (2, started, place.clock.at)
    assert session.place == 0


async def test_only_one_of_two_turns_moves_a_session_on(database: Database) -> None:
    await database.transact(lambda tx: sessions.save(tx, _session(tx, "s", 0, turn=1)))
    moves = [
        await database.transact(lambda tx: sessions.save(tx, _session(tx, "s", 0, turn=2), expected_turn=1))
        for _ in range(2)
    ]
    assert moves == [True, False]


@pytest.mark.fault("storage-foreign-session")
async def test_nobody_reaches_somebody_elses_session_or_entry(database: Database) -> None:
    def anna(tx: Transaction) -> int:
        sessions.save(tx, _session(tx, "s", 0))
        return entries.upsert(tx, meet(tx).id, "thought", {"text": "Anna's"}, session_id="s", slot="a")

    def ben(tx: Transaction) -> tuple[object, ...]:
        other = meet(tx, BEN).id
        sessions.remove(tx, other, "s")
        return (
            sessions.get(tx, other, "s"),
            entries.get(tx, other, entry),
            entries.change(tx, other, entry, {}),
            entries.remove(tx, other, entry),
            entries.delete_unreached(tx, other, "s", ()),
            entries.list_entries(tx, other, before_id=entry),
        )

    entry = await database.transact(anna)
    assert await database.transact(ben) == (None, None, False, False, 0, [])
    with pytest.raises(StorageError, match="two people"):
        await database.transact(
            lambda tx: sessions.save(tx, SessionRow("s", meet(tx, BEN).id, "reframe", 0, 9, {}))
        )
    with pytest.raises(StorageError, match="two people"):
        await database.transact(
            lambda tx: entries.upsert(tx, meet(tx, BEN).id, "thought", {}, session_id="s", slot="a")
        )
    assert await database.transact(lambda tx: len(sessions.load_stack(tx, 1))) == 1
    kept = await database.transact(lambda tx: entries.get(tx, 1, entry))
    assert kept is not None
    assert kept.payload == {"text": "Anna's"}


async def test_sessions_end_by_expiry_and_after_a_while(database: Database, place: Place) -> None:
    def work(tx: Transaction) -> None:
        sessions.save(tx, SessionRow("expires", meet(tx).id, "c", 1, 1, {}, expires_at=tx.now + 10))
        sessions.save(tx, SessionRow("stays", meet(tx).id, "c", 0, 1, {}))
        sessions.save(tx, SessionRow("ended", meet(tx).id, "c", None, 1, {}))

    await database.transact(work)
    assert await database.transact(lambda tx: sessions.expire(tx, ended_before=0)) == 0
    place.clock.at += 10
    assert await database.transact(lambda tx: sessions.expire(tx, ended_before=tx.now - 5)) == 2
    assert [row.id for row in await database.transact(lambda tx: sessions.load_stack(tx, 1))] == ["stays"]


async def test_a_slot_is_stored_once_however_often_it_is_said(database: Database, place: Place) -> None:
    def say(tx: Transaction, words: str, at: float) -> int:
        person = meet(tx).id
        return entries.upsert(tx, person, "thought", {"text": words}, session_id="s", slot="a", at=at)

    first = await database.transact(lambda tx: say(tx, "first", 100.0))
    other = await database.transact(
        lambda tx: entries.upsert(tx, meet(tx).id, "win", {}, session_id="s", slot="b")
    )
    place.clock.at += 5
    assert await database.transact(lambda tx: say(tx, "second", 200.0)) == first != other
    entry = await database.transact(lambda tx: entries.get(tx, 1, first))
    assert entry is not None
    assert (entry.payload, entry.at) == ({"text": "second"}, 200.0)
    assert entry.updated_at - entry.created_at == 5
    assert [row.id for row in await database.transact(lambda tx: entries.of_session(tx, 1, "s"))] == [
        first,
        other,
    ]


async def test_unreached_slots_go_and_everything_else_stays(database: Database) -> None:
    def work(tx: Transaction) -> list[str | None]:
        person = meet(tx).id
        for slot in ("keep", "drop", "also"):
            entries.upsert(tx, person, "worry", {}, session_id="s", slot=slot)
        entries.upsert(tx, person, "worry", {}, session_id="other", slot="drop")
        entries.insert(tx, person, "worry", {}, session_id="s")
        assert entries.delete_unreached(tx, person, "s", ["keep"]) == 2
        rest = [entry.slot for entry in entries.list_entries(tx, person)]
        assert entries.delete_unreached(tx, person, "s", []) == 1
        return rest

    assert sorted(map(str, await database.transact(work))) == ["None", "drop", "keep"]


async def test_an_application_has_its_rounds_and_its_history_and_they_go_with_it(database: Database) -> None:
    def work(tx: Transaction) -> tuple[int, list[str], dict[str, int]]:
        person = meet(tx).id
        role = entries.insert(tx, person, "application", {"company": "Acme"})
        entries.insert(tx, person, "status", {"status": "rejected"}, parent_id=role, at=300.0)
        entries.insert(tx, person, "round", {"stage": "phone"}, parent_id=role, at=100.0)
        entries.insert(tx, person, "win", {})
        kinds = [entry.kind for entry in entries.children(tx, person, role)]
        return role, kinds, entries.count(tx, person)

    role, kinds, counts = await database.transact(work)
    assert kinds == ["round", "status"]
    assert counts == {"application": 1, "status": 1, "round": 1, "win": 1}
    assert await database.transact(lambda tx: entries.remove(tx, 1, role))
    assert await database.transact(lambda tx: entries.count(tx, 1)) == {"win": 1}


async def test_entries_come_newest_first_in_pages(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for number in range(7):
            entries.insert(tx, meet(tx).id, "win", {"number": number}, at=float(number // 2))
        entries.insert(tx, meet(tx).id, "worry", {"number": 99}, at=2.5)

    def walk(tx: Transaction, kind: str | None) -> list[int]:
        found: list[int] = []
        page = entries.list_entries(tx, 1, kind, limit=3)
        while page:
            found += [entry.payload["number"] for entry in page]
            page = entries.list_entries(tx, 1, kind, limit=3, before_id=page[-1].id)
        return found

    await database.transact(work)
    assert await database.transact(lambda tx: walk(tx, "win")) == [6, 5, 4, 3, 2, 1, 0]
    assert await database.transact(lambda tx: walk(tx, None)) == [6, 99, 5, 4, 3, 2, 1, 0]


async def test_an_entry_is_changed_in_place(database: Database, place: Place) -> None:
    entry = await database.transact(lambda tx: entries.insert(tx, meet(tx).id, "win", {"text": "a"}, at=5.0))
    place.clock.at += 9
    assert await database.transact(lambda tx: entries.change(tx, 1, entry, {"text": "b"}))
    changed = await database.transact(lambda tx: entries.get(tx, 1, entry))
    assert changed is not None
    assert (changed.payload, changed.at, changed.updated_at) == ({"text": "b"}, 5.0, place.clock.at)


@pytest.mark.fault("storage-id-reused")
async def test_ids_are_never_used_twice(database: Database) -> None:
    def again(tx: Transaction) -> int:
        entry = entries.insert(tx, meet(tx).id, "win", {})
        entries.remove(tx, meet(tx).id, entry)
        return entry

    ids = [await database.transact(again) for _ in range(3)]
    assert ids == sorted(set(ids))


async def test_a_person_is_looked_up_in_a_read_without_a_lock(database: Database) -> None:
    await database.transact(lambda tx: meet(tx, BEN))
    found = await database.read(lambda tx: persons.look_up(tx, BEN))
    assert found is not None
    assert found.chat_id == BEN
    assert await database.read(lambda tx: persons.look_up(tx, ANNA)) is None
