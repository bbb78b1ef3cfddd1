"""Intake: every update is handled, in order and once, before Telegram is told so."""

from __future__ import annotations

import asyncio
from random import Random

import pytest

from bot.sandbox.server import BotApiServer
from bot.telegram.api import BotApi
from bot.telegram.lines import find_chat
from bot.telegram.receive import Intake, IntakeStopped
from bot.telegram.timing import Timer
from tests.telegram.desk import Desk, Raw, Start, wait
from tests.telegram.post import until


async def test_a_persons_updates_are_handled_in_order_and_different_people_at_once(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    people = [server.add_person(f"P{number}") for number in range(10)]
    at_once = most = 0
    random = Random(3)

    async def work(raw: Raw) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(random.random() / 50)
        at_once -= 1

    desk.before = work
    for number in range(20):
        for person in people:
            person.says(f"{person.chat_id} {number:02}")
    start()
    await until(lambda: len(desk.texts) == 200)
    for person in people:
        own = [text for text in desk.texts if text.startswith(str(person.chat_id))]
        assert own == sorted(own)
    assert most == 10


async def test_nothing_is_acknowledged_before_its_commit_nor_anything_after_it(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    first, second, third = (server.add_person(name) for name in "ABC")
    gate = asyncio.Event()

    async def wait(raw: Raw) -> None:
        if find_chat(raw) == second.chat_id:
            await gate.wait()

    desk.before = wait
    for person in (first, second, third):
        person.says("hello")
    start()
    await until(lambda: len(desk.texts) == 2)
    await asyncio.sleep(0.4)
    assert [item.chat_id for item in server.updates.waiting] == [second.chat_id, third.chat_id]
    gate.set()
    await until(lambda: not server.updates.waiting)
    assert len(desk.calls) == 3


async def test_a_webhook_left_over_is_removed(server: BotApiServer, desk: Desk, start: Start) -> None:
    server.webhook.url = "http://127.0.0.1:9/"
    server.add_person().says("hello")
    start(timer=Timer(20))
    await until(lambda: desk.texts == ["hello"])


async def test_after_a_stop_in_peace_nothing_is_left_to_confirm(
    server: BotApiServer, desk: Desk, start: Start
) -> None:
    gate = asyncio.Event()
    desk.before = lambda raw: wait(gate)
    server.add_person().says("hello")
    intake, _ = start()
    await until(lambda: len(desk.calls) == 1)
    stopping = asyncio.create_task(intake.stop(5))
    gate.set()
    await stopping
    assert not server.updates.waiting
    assert server.calls("getUpdates")[-1].parameters["limit"] == 1


async def test_whoever_submits_hears_of_the_commit(desk: Desk, api: BotApi) -> None:
    intake = Intake(api, desk.handle, desk.set_aside)
    gate = asyncio.Event()
    desk.before = lambda raw: wait(gate)
    raw = {"update_id": 5, "message": {"chat": {"id": 1}, "text": "hello"}}
    twice = [asyncio.create_task(intake.submit(raw)) for _ in range(2)]
    await asyncio.sleep(0.05)
    assert not any(task.done() for task in twice)
    gate.set()
    await asyncio.gather(*twice)
    assert (desk.texts, desk.calls) == (["hello"], [5])
    gate.clear()
    late = asyncio.create_task(intake.submit({**raw, "update_id": 6}))
    await asyncio.sleep(0.05)
    await intake.stop(0.05)
    with pytest.raises(IntakeStopped):
        await late


@pytest.mark.parametrize(
    ("raw", "chat_id"),
    [
        ({"message": {"chat": {"id": -5}, "from": {"id": 5}}}, -5),
        ({"edited_message": {"chat": {"id": 5}}}, 5),
        ({"callback_query": {"from": {"id": 5}, "message": {"chat": {"id": 9}}}}, 5),
        ({"callback_query": {"from": {"id": 5}}}, 5),
        ({"my_chat_member": {"chat": {"id": 5}}}, 5),
        ({"message": []}, None),
        ({"poll": {}}, None),
    ],
)
def test_whose_update_it_is(raw: Raw, chat_id: int | None) -> None:
    assert find_chat(raw) == chat_id
