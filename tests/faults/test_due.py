"""Faults around what is due: kills, restarts, an erasure in between; and nothing private in what comes."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import ShiftedClock, SystemClock
from bot.dispatch import dispatch
from bot.sandbox.server import BotApiServer
from bot.storage import due, entries, persons
from bot.storage.database import open_database
from bot.storage.encryption import Vault
from bot.storage.transaction import Transaction
from conversations.lines import Json
from conversations.records import KINDS
from conversations.unasked.rules import TOO_LATE
from tests.bot.unasked import ABOUT, DAY, HOUR, comes, settles, write
from tests.chat import ChatPerson
from tests.faults.driver import Visitor, at_rest
from tests.faults.killable_bot import VARIABLE
from tests.faults.processes import KILLABLE, TOKEN, Process
from tests.rebound import KEY, Rebound, rebound

CANARY = "canary7717"
SURE = {"in-dispatch", "before-dispatch-commits", "after-dispatch"}
"""Where a kill comes before anything was on its way: the message still comes."""


def noon_zone() -> str:
    """Return a zone in which it is about noon now."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/UTC"


async def expect(data: Path, person: ChatPerson, kind: str = "plan") -> None:
    """Let something be due now for somebody who came in before."""
    database = await open_database(
        f"sqlite:///{data / 'rebound.sqlite3'}", Vault([KEY]), SystemClock(), data_dir=data
    )

    def work(tx: Transaction) -> None:
        row, _ = persons.find_or_create(tx, person.chat_id)
        persons.change(tx, row.id, consented_at=tx.now, zone=noon_zone())
        about, values = ABOUT[kind]
        due.schedule(tx, row.id, kind, tx.now, entries.insert(tx, row.id, about, dict(values)))

    await database.transact(work)
    await database.close()


def unasked(person: ChatPerson) -> int:
    """Return how many messages came that can be paused."""
    return sum("Pause these" in message.labels for message in person.chat.visible())


@pytest.mark.fault("kill-9-around-the-due-second")
@pytest.mark.parametrize(
    "point",
    ["in-dispatch", "before-dispatch-commits", "after-dispatch", "announced", "before-sending", "after-200"],
)
async def test_kill_9_sends_it_once_or_not_at_all(point: str, data: Path) -> None:
    async with BotApiServer(SystemClock(), token=TOKEN) as server:
        person = ChatPerson(server)
        person.chat.started = True
        await expect(data, person)
        killed = Process(server, data, KILLABLE, **{VARIABLE: f"{point}:1"})
        await killed.launch()
        assert await killed.ended(30) == -signal.SIGKILL, killed.output
        await killed.close()
        for _ in range(2):
            again = Process(server, data, KILLABLE)
            await again.start()
            await asyncio.sleep(0.5)
            again.process.send_signal(signal.SIGTERM) if again.process else None
            await again.ended(15)
            await again.close()
        assert unasked(person) == 1 if point in SURE or point == "after-200" else unasked(person) <= 1


@pytest.mark.fault("restarts-around-the-due-second")
async def test_twenty_restarts_around_the_due_second_send_it_once(server: BotApiServer, data: Path) -> None:
    clock = server.clock
    assert isinstance(clock, ShiftedClock)
    async with rebound(data, server) as bot:
        sam = Visitor(bot)
        await settles(sam)
        await write(sam, "plan", 10.0)
    for _ in range(20):
        clock.travel(1.0)
        async with rebound(data, server) as bot:
            await at_rest(bot)
    assert unasked(sam.chat) == 1


@pytest.mark.fault("erased-between-claim-and-send")
async def test_somebody_erased_between_claim_and_send_gets_nothing(bot: Rebound) -> None:
    sam = Visitor(bot)
    await settles(sam)
    await write(sam, "plan")
    done = await bot.bot.database.transact(dispatch)
    assert len(done.rows) == 1
    await sam.says("/delete")
    await sam.taps("yes")
    bot.bot.sender.enqueue(done.rows)
    await at_rest(bot)
    assert unasked(sam.chat) == 0
    assert await comes(sam, DAY) == []


@pytest.mark.fault("nothing-private-unasked")
async def test_nothing_unasked_holds_a_word_of_the_person(bot: Rebound) -> None:
    """A canary in every stored field of every kind of entry, over all messages."""
    sam = Visitor(bot)
    await settles(sam, hour=10)

    def fill(tx: Transaction) -> None:
        person = persons.find(tx, sam.id)
        assert person is not None
        for kind in KINDS:
            values: dict[str, Json] = {field.name: CANARY for field in fields(kind)}
            parent = entries.insert(tx, person.id, kind.kind, values | {"state": "sent"})
            entries.insert(tx, person.id, kind.kind, values, parent_id=parent)

    await bot.bot.database.transact(fill)
    texts: list[str] = []
    for kind in TOO_LATE:
        for _ in range(5):
            await write(sam, kind, data={name: CANARY for name in ABOUT[kind][1] if name != "state"})
            texts += [f"{m.text} {m.labels}" for m in await comes(sam, DAY)]
    for kind in TOO_LATE:
        await write(sam, kind)
    texts += [f"{m.text} {m.labels}" for m in await comes(sam, HOUR)]
    assert len(texts) >= 5 * len(TOO_LATE)
    assert len(set(texts)) >= 5 * len(TOO_LATE) / 1.2
    assert not [text for text in texts if CANARY in text or "clerk" in text or "Priya" in text]
