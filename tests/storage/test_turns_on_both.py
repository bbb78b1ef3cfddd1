"""Turns on SQLite and on PostgreSQL: the same updates lead to the same rows, files and erasures."""

from __future__ import annotations

import io
import json
import zipfile
from itertools import count
from typing import Any

import pytest

from bot.export import make_export
from bot.housekeeping import tidy
from bot.service import Service
from bot.storage import due, entries, outbox, persons, registry
from bot.storage.database import Database
from bot.storage.transaction import Transaction
from bot.telegram.incoming import read_update
from bot.turns import Turned, Turns
from conversations.all import CATALOG
from tests.storage.conftest import HandClock, Place
from tests.storage.people import total_rows

ANNA = 0x5A5A_1234_5678
DAY = 86_400


class Caller:
    """Somebody whose updates go straight into the turns, and who taps what was put into the outbox."""

    def __init__(self, database: Database, chat: int = ANNA) -> None:
        self.database, self.chat = database, chat
        self.turns = Turns(CATALOG)
        self.numbers = count(chat % 1000 * 1_000_000)
        self.keyboard: list[str] = []

    async def says(self, text: str) -> Turned:
        number = next(self.numbers)
        sender = {"id": self.chat, "is_bot": False, "first_name": "Anna"}
        chat = {"id": self.chat, "type": "private", "first_name": "Anna"}
        body = {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": text}
        return await self.sends({"update_id": number, "message": body})

    async def taps(self, slug: str) -> Turned:
        number = next(self.numbers)
        data = next(d for d in self.keyboard if d.split(".", 2)[2].lstrip("+") == slug)
        sender = {"id": self.chat, "is_bot": False, "first_name": "Anna"}
        query = {"id": str(number), "from": sender, "chat_instance": "1", "data": data}
        return await self.sends({"update_id": number, "callback_query": query})

    async def sends(self, raw: dict[str, Any]) -> Turned:
        incoming = read_update(raw, "rebound_bot")
        turned = await self.database.transact(lambda tx: self.turns.take(tx, incoming))
        for row in turned.rows:
            payload = row.payload if isinstance(row.payload, dict) else {}
            markup: Any = payload.get("reply_markup")
            if row.edits_id is None and isinstance(markup, dict):
                self.keyboard = [
                    b["callback_data"]
                    for line in markup["inline_keyboard"]
                    for b in line
                    if "callback_data" in b
                ]
        return turned

    async def rejected(self) -> None:
        """Come in and tell of a rejection, up to the choice of what helps."""
        await self.says("/start")
        await self.taps("adult-no")
        await self.taps("7")
        await self.taps("sad")
        await self.says("I will never find a job \U0001f642 \x00 \ud800")


@pytest.fixture
def anna(database: Database) -> Caller:
    return Caller(database)


def kept(tx: Transaction) -> list[tuple[str, Any]]:
    return [(row.kind, row.payload) for row in reversed(entries.list_entries(tx, 1))]


async def test_a_rejection_is_kept_with_its_job(anna: Caller) -> None:
    await anna.rejected()
    job, status = await anna.database.read(lambda tx: entries.list_entries(tx, 1)[::-1])
    assert (job.kind, status.kind, status.parent_id) == ("application", "status", job.id)
    assert isinstance(status.payload, dict)
    assert {name: status.payload[name] for name in ("heaviness", "feeling")} == {
        "heaviness": 7,
        "feeling": "sad",
    }


async def test_an_update_counts_once(anna: Caller) -> None:
    await anna.rejected()
    before = await anna.database.read(total_rows)
    anna.numbers = count(next(anna.numbers) - 1)
    turned = await anna.says("I will never find a job")
    assert (turned.known, turned.rows) == (False, ())
    assert await anna.database.read(total_rows) == before


async def test_a_thought_record_is_due_again_and_undo_calls_it_off(anna: Caller, clock: HandClock) -> None:
    await anna.rejected()
    await anna.taps("look")
    await anna.taps("80")
    for _ in range(12):
        if any(".none" in data or "+none" in data for data in anna.keyboard):
            await anna.taps("none")
        elif any(data.endswith(".~skip") for data in anna.keyboard):
            await anna.taps("~skip")
        elif any(data.endswith(".40") for data in anna.keyboard):
            await anna.taps("40")
        if any(data.endswith(".enough") for data in anna.keyboard):
            break
    rows = await anna.database.read(lambda tx: due.waiting(tx, 1))
    assert [(row.kind, row.due_at - clock.at) for row in rows] == [
        ("re_rate_24h", DAY),
        ("re_rate_7d", 7 * DAY),
    ]
    await anna.says("/undo")
    assert await anna.database.read(lambda tx: due.waiting(tx, 1)) == []


async def test_a_discarded_conversation_leaves_nothing_and_undo_brings_it_back(anna: Caller) -> None:
    await anna.rejected()
    before = await anna.database.read(kept)
    await anna.says("/cancel")
    await anna.taps("~discard")
    assert await anna.database.read(kept) == []
    await anna.says("/undo")
    assert await anna.database.read(kept) == before


async def test_history_changes_and_deletes(anna: Caller) -> None:
    await anna.says("/start")
    await anna.taps("adult-else")
    await anna.says("/wins")
    await anna.says("I asked a good question")
    await anna.taps("enough")
    await anna.says("/history")
    await anna.taps("win")
    await anna.taps("1")
    await anna.taps("change")
    await anna.says("I asked a very good question")
    assert await anna.database.read(kept) == [("win", {"win": "I asked a very good question"})]
    await anna.says("/history")
    await anna.taps("win")
    await anna.taps("1")
    await anna.taps("delete")
    await anna.taps("yes")
    assert await anna.database.read(kept) == []


async def test_the_export_is_whole(anna: Caller) -> None:
    await anna.rejected()
    rows = await anna.database.read(lambda tx: [*registry.export_person(tx, 1)])
    made = await anna.database.read(lambda tx: make_export(tx, 1))
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        data = json.loads(archive.read("rebound.json"))
        assert "I will never find a job" in archive.read("diary.md").decode()
    assert {name for name, _ in rows} == set(data) - {"format", "schema", "made"}
    assert sum(len(data[name]) for name in {name for name, _ in rows}) == len(rows)
    assert await anna.database.read(lambda tx: make_export(tx, 99)) is None


async def test_delete_leaves_the_ledger_and_the_farewell(anna: Caller) -> None:
    await anna.rejected()
    await anna.says("/delete")
    turned = await anna.taps("yes")
    assert turned.erased == ANNA
    rows = await anna.database.read(total_rows)
    left = {name: many for name, many in rows.items() if many}
    assert set(left) == {"updates", "erasures", "meta", "outbox"}
    assert left["outbox"] == len(turned.rows)
    assert {row.person_id for row in turned.rows} == {None}
    await anna.database.transact(lambda tx: outbox.mark_sent(tx, [(row.id, None) for row in turned.rows]))
    assert (await anna.database.read(total_rows))["outbox"] == 0


async def test_somebody_under_18_leaves_nothing_but_an_answer(anna: Caller) -> None:
    await anna.says("/start")
    turned = await anna.taps("minor")
    assert turned.rows
    rows = await anna.database.read(total_rows)
    assert (rows["persons"], rows["messages"], rows["variants"]) == (0, 0, 0)
    assert rows["outbox"] == len(turned.rows)


async def test_blocked_and_back(anna: Caller, clock: HandClock) -> None:
    await anna.rejected()

    async def membership(status: str) -> None:
        user = {"id": 9, "is_bot": True, "first_name": "R"}
        chat = {"id": ANNA, "type": "private"}
        until = {"until_date": 0} if status == "kicked" else {}
        old, new = {"user": user, "status": "left"}, {"user": user, "status": status, **until}
        change = {"chat": chat, "from": user, "date": 1, "old_chat_member": old, "new_chat_member": new}
        turned = await anna.sends({"update_id": next(anna.numbers), "my_chat_member": change})
        assert turned.rows == ()

    async def blocked_at() -> float | None:
        person = await anna.database.read(lambda tx: persons.get(tx, 1))
        assert person is not None
        return person.blocked_at

    await membership("kicked")
    assert await blocked_at() == clock.at
    await membership("member")
    assert await blocked_at() is None
    await membership("kicked")
    await anna.says("hello again")
    assert await blocked_at() is None


async def test_housekeeping_leaves_what_was_written(anna: Caller, clock: HandClock) -> None:
    await anna.rejected()
    clock.at += 365 * DAY
    sent = await anna.database.read(lambda tx: [row.id for row in outbox.load_waiting(tx, 1000)])
    await anna.database.transact(lambda tx: outbox.fail(tx, sent))
    assert await anna.database.transact(tidy) > 0
    rows = await anna.database.read(total_rows)
    assert {name for name, many in rows.items() if many} == {"persons", "entries", "meta"}


async def test_the_country_of_somebody_is_looked_up_for_a_crisis_card(place: Place, anna: Caller) -> None:
    from bot.crisis import CrisisHelp

    sent: list[dict[str, Any]] = []

    class Sender:
        def enqueue(self, rows: Any) -> None:
            """Nothing is sent here."""

        def hush(self, chat: int) -> None:
            """Nothing waits here."""

        def forget(self, chat: int) -> None:
            """Nothing waits here."""

        def send_soon(self, chat: int | None, method: str, parameters: dict[str, Any]) -> None:
            """Nothing is sent here."""

        async def send_now(self, chat: int | None, method: str, parameters: dict[str, Any]) -> Any:
            sent.append(parameters)
            return True

    await anna.rejected()
    await anna.database.transact(lambda tx: persons.change(tx, 1, country="GB"))
    sender = Sender()
    service = Service(anna.database, anna.turns, sender, CrisisHelp(sender.send_now), "rebound_bot")
    body = {"message_id": 5, "date": 1, "chat": {"id": ANNA, "type": "private"}, "text": "I want to die"}
    await service.handle(
        {"update_id": 5, "message": body | {"from": {"id": ANNA, "is_bot": False, "first_name": "A"}}}
    )
    assert "116 123" in sent[0]["text"]
