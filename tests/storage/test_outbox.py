"""The outbox: in order, replies first, never twice, and empty of words once settled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select, text

from bot.storage import outbox
from bot.storage.database import Database
from bot.storage.outbox import REPLY, UNASKED
from bot.storage.tables import outbox as table
from bot.storage.transaction import Transaction
from tests.storage.conftest import Place
from tests.storage.people import ANNA, BEN, meet


def _put(tx: Transaction, chat: int, words: str, urgency: int = REPLY) -> int:
    person = meet(tx, chat).id
    row = outbox.put(tx, chat, "sendMessage", {"text": words}, person_id=person, urgency=urgency)
    assert row is not None
    return row


def _waiting(tx: Transaction) -> list[str]:
    return [row.payload["text"] for row in outbox.load_waiting(tx)]


def _payloads(tx: Transaction) -> set[bytes | None]:
    return set(tx.connection.execute(select(table.c.payload)).scalars())


def _states(tx: Transaction) -> list[str]:
    return list(tx.connection.execute(select(table.c.state).order_by(table.c.id)).scalars())


async def test_replies_go_first_and_each_in_its_order(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        for words, urgency in (("u1", UNASKED), ("r1", REPLY), ("u2", UNASKED), ("r2", REPLY)):
            _put(tx, ANNA, words, urgency)
        assert [row.payload["text"] for row in outbox.load_waiting(tx, limit=1)] == ["r1"]
        return _waiting(tx)

    assert await database.transact(work) == ["r1", "r2", "u1", "u2"]


@pytest.mark.fault("storage-outbox-order")
async def test_nothing_overtakes_a_message_that_has_to_wait(database: Database, place: Place) -> None:
    def work(tx: Transaction) -> None:
        first = _put(tx, ANNA, "first")
        _put(tx, ANNA, "second")
        _put(tx, BEN, "Ben's")
        outbox.mark_sending(tx, [first])
        assert _waiting(tx) == ["Ben's"]
        outbox.postpone(tx, first, tx.now + 30)
        assert _waiting(tx) == ["Ben's"]
        assert outbox.next_at(tx) == 0.0

    await database.transact(work)
    place.clock.at += 30
    assert await database.transact(_waiting) == ["first", "second", "Ben's"]


async def test_a_reply_does_not_wait_behind_something_unasked(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        outbox.postpone(tx, _put(tx, ANNA, "later", UNASKED), tx.now + 60)
        _put(tx, ANNA, "now")
        return _waiting(tx)

    assert await database.transact(work) == ["now"]


@pytest.mark.fault("storage-outbox-words")
@pytest.mark.parametrize(
    "settle",
    [
        lambda tx, ids: outbox.mark_sent(tx, [(row, row + 100) for row in ids]),
        lambda tx, ids: outbox.fail(tx, ids),
        lambda tx, ids: outbox.mark_uncertain(tx, ids),
        lambda tx, ids: outbox.drop_chat(tx, ANNA),
    ],
)
async def test_a_settled_row_holds_no_words_and_is_not_sent_again(
    database: Database, settle: Callable[[Transaction, list[int]], None]
) -> None:
    def work(tx: Transaction) -> None:
        ids = [_put(tx, ANNA, "one"), _put(tx, ANNA, "two")]
        outbox.put(tx, ANNA, "sendMessage", {"text": "to nobody we keep"})
        settle(tx, [*ids, ids[-1] + 1])
        assert _payloads(tx) == {None}
        assert len(_states(tx)) == 2, "a chat that we keep nothing of leaves no row behind"
        assert _waiting(tx) == []

    await database.transact(work)


async def test_a_sent_message_can_be_found_and_edited(database: Database) -> None:
    def work(tx: Transaction) -> tuple[int | None, bool, int | None]:
        person = meet(tx).id
        place = {"person_id": person, "session_id": "s", "turn": 4}
        outbox.put(tx, ANNA, "sendMessage", {"text": "reflection"}, **place)  # type: ignore[arg-type]
        question = outbox.put(tx, ANNA, "sendMessage", {"text": "question"}, **place)  # type: ignore[arg-type]
        assert question is not None
        outbox.put(tx, ANNA, "editMessageText", {}, edits_id=question, **place)  # type: ignore[arg-type]
        assert outbox.message_id_of(tx, question) is None
        outbox.mark_sending(tx, [question])
        outbox.mark_sent(tx, [(question, 555)])
        return (
            outbox.message_id_of(tx, question),
            outbox.row_of_turn(tx, person, "s", 4) == question,
            outbox.row_of_turn(tx, person, "s", 5),
        )

    assert await database.transact(work) == (555, True, None)


@pytest.mark.fault("storage-crash-while-sending")
async def test_after_a_crash_replies_go_again_and_unasked_messages_do_not(place: Place) -> None:
    def work(tx: Transaction) -> None:
        outbox.mark_sending(tx, [_put(tx, ANNA, "reply"), _put(tx, ANNA, "check-in", UNASKED)])

    await place.once(work)
    assert await place.once(outbox.recover) == (1, 1)
    assert await place.once(_waiting) == ["reply"]
    assert await place.once(_states) == ["waiting", "uncertain"]


@pytest.mark.fault("storage-sent-once")
async def test_a_unique_key_is_put_once_even_after_it_was_sent(database: Database) -> None:
    def put(tx: Transaction) -> int | None:
        return outbox.put(
            tx, ANNA, "sendMessage", {}, person_id=meet(tx).id, urgency=UNASKED, unique_key="due-1"
        )

    first = await database.transact(put)
    assert first is not None
    assert await database.transact(put) is None
    await database.transact(lambda tx: outbox.mark_sent(tx, [(first, 1)]))
    assert await database.transact(put) is None


async def test_old_settled_rows_are_purged_and_waiting_ones_never(database: Database, place: Place) -> None:
    def work(tx: Transaction) -> None:
        outbox.mark_sent(tx, [(_put(tx, ANNA, "old"), 1)])
        _put(tx, ANNA, "old but waiting")

    await database.transact(work)
    place.clock.at += 100
    await database.transact(lambda tx: outbox.mark_sent(tx, [(_put(tx, ANNA, "new"), 2)]))
    assert await database.transact(lambda tx: outbox.purge(tx, tx.now - 50)) == 1
    assert await database.transact(_states) == ["waiting", "sent"]
    assert await database.transact(lambda tx: outbox.purge(tx, tx.now + 50)) == 1


@pytest.mark.fault("storage-slow-outbox")
async def test_a_long_history_does_not_slow_the_search(sqlite_place: Place) -> None:
    database = await sqlite_place.open()

    def plan(tx: Transaction) -> str:
        statement = outbox._waiting.compile(dialect=tx.connection.dialect)
        rows = tx.connection.execute(text(f"EXPLAIN QUERY PLAN {statement}"))
        return " ".join(str(row) for row in rows)

    found = await database.transact(plan)
    assert "ix_outbox_open" in found
    assert "TEMP B-TREE" not in found
