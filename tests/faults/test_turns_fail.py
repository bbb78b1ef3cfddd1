"""Turns that fail, updates that cannot be read, a disk that is full: rolled back, told, and others go on."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from typing import Any

import pytest

from bot import effects, turns
from bot.storage import dead_letters, entries, persons
from bot.storage.transaction import Transaction
from conversations.lines import line
from conversations.texts import load_texts
from tests.faults.driver import Visitor, at_rest, count_rows, refused, until
from tests.rebound import Rebound

APOLOGY = load_texts().phrase(line("engine-broken"))
CRISIS = "I want to kill myself"


class Broken(Exception):
    """What a turn raises here."""


def break_turns(monkeypatch: pytest.MonkeyPatch, who: int) -> list[int]:
    """Let the turns of one chat fail in the middle of their transaction; return what notes each failure."""
    real, failed = effects.save_records, []

    def save_records(tx: Transaction, person: int, outcome: Any) -> Any:
        saved = real(tx, person, outcome)
        row = persons.get(tx, person)
        if row is not None and row.chat_id == who:
            failed.append(who)
            raise Broken("canary8462")
        return saved

    monkeypatch.setattr(turns, "save_records", save_records)
    return failed


@pytest.mark.fault("turn-always-raises")
async def test_a_turn_that_always_raises_is_rolled_back_and_set_aside_and_others_go_on(
    bot: Rebound, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, ben = Visitor(bot, "Anna"), Visitor(bot, "Ben")
    await anna.begins("/wins")
    await ben.begins("/wins")
    before = await anna.answers()
    failed = break_turns(monkeypatch, anna.id)
    await anna.chat.says("I asked a good question")
    started = time.monotonic()
    await ben.says("I kept going")
    assert time.monotonic() - started < 1
    await anna.chat.sees_next()
    assert anna.chat.reads == APOLOGY
    assert len(failed) == 3
    assert await anna.answers() == before
    letters = await bot.look(dead_letters.newest)
    assert [(letter.reason, letter.person_id) for letter in letters] == [("Broken", 1)]
    assert (await ben.rows())["entries"][0]["payload"]["win"] == "I kept going"
    monkeypatch.undo()
    await anna.says("I asked a good question")
    assert (await anna.rows())["entries"][0]["payload"]["win"] == "I asked a good question"


@pytest.mark.fault("turn-raises-on-a-tap")
async def test_a_tap_whose_turn_always_raises_is_answered(
    bot: Rebound, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = Visitor(bot, "Anna")
    await anna.begins("/rejected")
    break_turns(monkeypatch, anna.id)
    await anna.taps("7")
    assert anna.chat.reads == APOLOGY
    await until(lambda: all(press.answered for press in bot.server.world.presses.values()), 1.0)


@pytest.mark.fault("turn-raises-twice")
async def test_a_turn_that_raises_twice_is_taken_once(bot: Rebound, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = Visitor(bot, "Anna")
    await anna.begins("/wins")
    failed = break_turns(monkeypatch, anna.id)
    await anna.chat.says("I asked a good question")
    await until(lambda: len(failed) == 2)
    monkeypatch.undo()
    await anna.chat.sees_next()
    assert [row["payload"]["win"] for row in (await anna.rows())["entries"]] == ["I asked a good question"]


POISON: dict[str, Any] = {
    "no-date": {"message_id": 1},
    "text-is-a-number": {"message_id": 1, "date": 0, "text": 7},
    "entities-are-text": {"message_id": 1, "date": 0, "text": "x", "entities": "x"},
    "date-is-a-list": {"message_id": 1, "date": [], "text": "x"},
}


@pytest.mark.fault("whole-bot-poison-update")
@pytest.mark.parametrize("content", POISON.values(), ids=POISON.keys())
async def test_a_poison_update_is_told_and_five_good_ones_go_on(bot: Rebound, content: Any) -> None:
    people = [Visitor(bot, f"P{number}") for number in range(6)]
    for person in people:
        await person.begins("/wins")
    first = people[0]
    chat = {"id": first.id, "type": "private"}
    asked = bot.server.calls("getUpdates")
    await first.chat.does(lambda: first.chat.person.sends_update({"message": {"chat": chat} | content}))
    for person in people[1:]:
        await person.chat.says("I kept going")
    await asyncio.gather(*(person.chat.sees_next(2.0) for person in people[1:]))
    await first.chat.sees_next()
    assert first.chat.reads
    assert len(bot.server.calls("getUpdates")) - len(asked) < 20
    assert not bot.server.updates.waiting
    await first.says("I asked a good question")
    assert "entries" in await first.rows()


UNKNOWN: dict[str, Any] = {
    "unknown-type": {"telepathy": {"from": {"id": 5001}}},
    "empty": {},
    "channel": {"message": {"message_id": 9, "date": 0, "chat": {"id": -77, "type": "channel", "title": "x"},
                            "text": "I kept going"}},
    "unknown-chat-type": {"message": {"message_id": 9, "date": 0, "chat": {"id": -78, "type": "dream"},
                                      "text": "hello"}},
    "unknown-fields": {"message": {"message_id": 9, "date": 0, "text": "I kept going", "smell": {},
                                   "chat": {"id": 5001, "type": "private", "aura": 1}}},
}  # fmt: skip


@pytest.mark.fault("unknown-updates")
async def test_updates_of_unknown_shape_hold_nobody_up(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    bot.server.updates.allowed = []
    bot.server.updates.wants = lambda kind: True  # type: ignore[method-assign]
    for name, update in UNKNOWN.items():
        bot.server.updates.push_raw(update, visitor.id)
        await visitor.says("/help")
        await at_rest(bot)
        assert await bot.look(dead_letters.count) == 0, name
        assert len((await visitor.rows()).get("entries", [])) == (name == "unknown-fields"), name


async def fill_disk(bot: Rebound, pages: int = 0) -> None:
    """Let the database grow no further than by so many pages; -1 gives it room again."""

    def work(tx: Transaction) -> None:
        count = tx.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        free = tx.connection.exec_driver_sql("PRAGMA freelist_count").scalar_one()
        most = 1_000_000 if pages < 0 else count - free + pages
        tx.connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")

    await bot.bot.database.transact(work)


@pytest.mark.fault("whole-bot-disk-full")
async def test_a_full_disk_holds_the_offset_and_the_crisis_card_comes_all_the_same(bot: Rebound) -> None:
    anna, ben = Visitor(bot, "Anna"), Visitor(bot, "Ben")
    await anna.begins("/wins")
    await ben.begins("/wins")
    await fill_disk(bot)
    long = "It went well. " * 2000
    for part in (long[:4000], long[4000:8000], long[8000:12_000]):
        ben.chat.person.says(part)
    await until(lambda: not bot.bot.intake.idle)
    await asyncio.sleep(0.5)
    started = time.monotonic()
    await anna.chat.says(CRISIS)
    await until(lambda: bool(anna.chat.sees), 1.0)
    assert time.monotonic() - started < 1
    assert any("sos.0.stop" in str(message.keyboard) for message in anna.chat.sees)
    assert bot.server.updates.waiting
    assert await bot.look(dead_letters.count) == 0
    await fill_disk(bot, -1)
    await at_rest(bot)
    assert await bot.look(dead_letters.count) == 0
    assert long[:4000].strip() in str((await ben.rows())["entries"])
    assert not refused(bot.server)


@pytest.mark.fault("whole-bot-database-locked")
async def test_a_database_locked_for_three_seconds_loses_nothing(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    with closing(sqlite3.connect(bot.data / "rebound.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await visitor.chat.says("I asked a good question")
        await asyncio.sleep(3)
        assert not visitor.chat.sees
        other.execute("ROLLBACK")
    await visitor.chat.sees_next()
    found = await bot.look(lambda tx: entries.list_entries(tx, 1, "win"))
    assert len(found) == 1
    assert (await bot.look(count_rows))["dead_letters"] == 0
