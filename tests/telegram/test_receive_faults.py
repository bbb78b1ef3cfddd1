"""Intake in trouble: poison, slow people, outages, conflicts, full disks and stops."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterable
from itertools import count, islice

import pytest

from bot.sandbox.server import BotApiServer
from bot.storage import updates
from bot.storage.database import Database, StorageFull, Transaction
from bot.telegram.lines import find_chat
from bot.telegram.timing import Timer
from tests.telegram.desk import Desk, Raw, Start, polls, wait
from tests.telegram.post import until


@pytest.mark.fault("kill-before-commit")
async def test_what_was_not_committed_comes_again_after_a_restart(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    person = server.add_person()
    gate = asyncio.Event()
    desk.before = lambda raw: wait(gate)
    person.says("first")
    person.says("second")
    intake, _ = start()
    await until(lambda: len(desk.calls) == 1)
    await intake.stop(0.05)
    assert desk.texts == []
    gate.set()
    start()
    await until(lambda: desk.texts == ["first", "second"])


@pytest.mark.fault("poison-update")
@pytest.mark.parametrize("same_person", [True, False])
async def test_a_poison_update_does_not_hold_up_five_good_ones(
    server: BotApiServer, desk: Desk, start: Start, same_person: bool
) -> None:
    person = server.add_person()
    others = [person] * 5 if same_person else [server.add_person(f"P{number}") for number in range(5)]

    async def choke(raw: Raw) -> None:
        if "poison" in raw:
            raise ValueError("private words")

    desk.before = choke
    number = person.sends_update({"message": {"chat": {"id": person.chat_id}}, "poison": True})
    for index, other in enumerate(others):
        other.says(f"good {index}")
    begin = time.monotonic()
    start()
    await until(lambda: len(desk.texts) == 5, 2.0)
    await until(lambda: bool(desk.aside), 2.0)
    await asyncio.sleep(2.0 - (time.monotonic() - begin))
    assert desk.aside == [(number, "ValueError")]
    assert desk.calls.count(number) == 3
    assert polls(server) < 10
    assert not server.updates.waiting


@pytest.mark.fault("poison-update")
@pytest.mark.parametrize(
    "update",
    [
        {"message": "not a message"},
        {"message": {"chat": None}},
        {"brand_new_kind": {"deep": [[[[]]]]}},
        {"callback_query": {"id": "1", "from": {"id": "x"}}},
        {},
    ],
)
async def test_updates_of_any_shape_reach_the_handler_and_pass(
    server: BotApiServer, desk: Desk, start: Start, update: Raw
) -> None:
    person = server.add_person()
    server.updates.allowed = []
    start()
    await until(lambda: polls(server) == 1)
    server.updates.allowed = []
    number = person.sends_update(update)
    person.says("after")
    await until(lambda: desk.texts[-1:] == ["after"])
    assert number in desk.calls


@pytest.mark.fault("slow-chat")
async def test_a_slow_chat_delays_nobody(server: BotApiServer, desk: Desk, start: Start) -> None:
    slow, quick = server.add_person("Slow"), server.add_person("Quick")

    async def work(raw: Raw) -> None:
        if find_chat(raw) == slow.chat_id:
            await asyncio.sleep(3)

    desk.before = work
    start()
    slow.says("slow")
    await until(lambda: len(desk.calls) == 1)
    begin = time.monotonic()
    worst = 0.0
    for number in range(5):
        asked = time.monotonic()
        quick.says(f"quick {number}")
        await until(lambda: f"quick {number}" in desk.texts)  # noqa: B023
        worst = max(worst, time.monotonic() - asked)
    assert worst < 1.0
    assert "slow" not in desk.texts
    assert polls(server) < 8 * (time.monotonic() - begin) + 4


@pytest.mark.fault("same-update-three-times")
async def test_the_same_update_three_times_is_handled_once(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    person = server.add_person()
    gate = asyncio.Event()
    desk.before = lambda raw: wait(gate)
    person.says("hello")
    update = server.updates.waiting[0].update
    server.updates.repeat(update)  # in the same answer
    start()
    await until(lambda: len(desk.calls) == 1)
    await asyncio.sleep(0.3)
    assert desk.calls == [update["update_id"]]  # asked again while in work
    gate.set()
    await until(lambda: not server.updates.waiting)
    server.updates.repeat(update)  # long after it was confirmed
    await until(lambda: desk.repeated == [update["update_id"]])
    assert desk.texts == ["hello"]


@pytest.mark.fault("lower-update-id")
async def test_a_lower_number_after_a_quiet_week_is_no_old_one(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    person = server.add_person()
    server.updates.jump(900_000_000)
    start()
    person.says("before")
    await until(lambda: desk.texts == ["before"] and not server.updates.waiting)  # a week is quiet
    server.updates.jump(17)
    person.says("after")
    person.says("and on")
    await until(lambda: desk.texts == ["before", "after", "and on"])
    await until(lambda: not server.updates.waiting)


@pytest.mark.fault("409-conflict")
async def test_another_instance_ends_this_one_if_it_stays(server: BotApiServer, start: Start) -> None:
    server.faults.add("409", method="getUpdates", times=10_000)
    _, running = start(timer=Timer(20), conflict_seconds=20)
    with pytest.raises(Exception, match="another program is polling"):
        await asyncio.wait_for(running, 5)
    assert polls(server) < 20


@pytest.mark.fault("409-conflict")
async def test_another_instance_that_goes_away_is_sat_out(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    server.faults.add("409", method="getUpdates", times=2)
    server.add_person().says("hello")
    start(timer=Timer(20))
    await until(lambda: desk.texts == ["hello"])


@pytest.mark.fault("401-while-running")
async def test_a_refused_token_ends_it(server: BotApiServer, desk: Desk, start: Start) -> None:
    server.add_person().says("hello")
    _, running = start()
    await until(lambda: desk.texts == ["hello"])
    server.faults.add("401", method="getUpdates", times=10)
    server.add_person().says("wakes the poll")
    with pytest.raises(Exception, match="refuses the bot token"):
        await asyncio.wait_for(running, 5)


@pytest.mark.fault("ten-minutes-of-errors")
async def test_trouble_at_telegram_is_sat_out_without_a_storm(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    for kind in ("500", "502-html", "reset", "429", "reset-after"):
        server.faults.add(kind, method="getUpdates", times=3)
    server.add_person().says("hello")
    begin = time.monotonic()
    start(timer=Timer(50))
    await until(lambda: desk.texts == ["hello"])
    assert 16 <= polls(server) <= 18
    assert (time.monotonic() - begin) * 50 > 20


@pytest.mark.fault("disk-full")
async def test_a_full_disk_holds_updates_and_sets_none_aside(
    server: BotApiServer, desk: Desk, start: Start, database: Database
) -> None:
    await _fill(database)
    server.add_person("A").says("one")
    server.add_person("B").says("two")
    start()
    begin = time.monotonic()
    await until(lambda: len(desk.calls) >= 8)
    assert (desk.texts, desk.aside, len(server.updates.waiting)) == ([], [], 2)
    assert polls(server) / (time.monotonic() - begin) < 5
    await database.transact(_make_room)
    await until(lambda: sorted(desk.texts) == ["one", "two"], 8)
    await until(lambda: not server.updates.waiting)


async def _fill(database: Database) -> None:
    """Let the database have no page more, and use up what its pages still hold."""

    def insert(tx: Transaction, numbers: Iterable[int]) -> None:
        tx.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        for number in numbers:
            updates.accept(tx, number)

    numbers = count(10_000_000)
    for size in (50, 1):
        with contextlib.suppress(StorageFull):
            while True:
                some = list(islice(numbers, size))
                await database.transact(lambda tx: insert(tx, some))  # noqa: B023


def _make_room(tx: Transaction) -> None:
    tx.connection.exec_driver_sql("PRAGMA max_page_count = 100000")


@pytest.mark.fault("disk-full-while-setting-aside")
async def test_when_not_even_setting_aside_works_the_update_is_held(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    full = True

    async def choke(raw: Raw) -> None:
        raise ValueError

    async def choke_aside() -> None:
        if full:
            raise OSError(28, "No space left on device")

    desk.before, desk.before_aside = choke, choke_aside
    number = server.add_person().sends_update({"message": {"chat": {"id": 1}}})
    intake, _ = start()
    await asyncio.sleep(2)
    assert (desk.aside, len(server.updates.waiting), intake.idle) == ([], 1, False)
    assert polls(server) < 10
    full = False
    await until(lambda: desk.aside == [(number, "ValueError")])
    await until(lambda: not server.updates.waiting)


@pytest.mark.fault("stop-with-work-waiting")
async def test_a_stop_finishes_what_is_in_work_and_confirms_it(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    people = [server.add_person(f"P{number}") for number in range(3)]
    desk.before = lambda raw: asyncio.sleep(0.3)
    for person in people:
        person.says("hello")
        person.says("and more")
    intake, running = start()
    await until(lambda: len(desk.calls) == 3)
    begin = time.monotonic()
    await intake.stop(5)
    await running
    assert time.monotonic() - begin < 1
    assert desk.texts == ["hello"] * 3
    assert not running.cancelled()
    start()
    await until(lambda: len(desk.texts) == 6)
    assert desk.repeated in ([], desk.calls[1:3])  # confirmed up to the first that was left
