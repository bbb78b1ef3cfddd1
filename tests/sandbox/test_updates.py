"""getUpdates: at least once, one poll at a time, expiry, numbers."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.clock import ShiftedClock
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer
from tests.sandbox.conftest import Api

HOUR = 3600.0


def numbers(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(api: Api, sam: Person) -> None:
    sam.says("two")
    assert numbers(await api.ok("getUpdates")) == [1000, 1001]
    assert numbers(await api.ok("getUpdates", offset=1000)) == [1000, 1001]
    assert numbers(await api.ok("getUpdates", offset=1001)) == [1001]
    assert numbers(await api.ok("getUpdates", offset=1000)) == [1001], "what is confirmed is gone"
    assert await api.ok("getUpdates", offset=1002) == []


async def test_limit_and_negative_offset(api: Api, sam: Person) -> None:
    for word in "abc":
        sam.says(word)
    assert numbers(await api.ok("getUpdates", limit=2)) == [1000, 1001]
    assert numbers(await api.ok("getUpdates", offset=-1)) == [1003]
    assert numbers(await api.ok("getUpdates")) == [1003], "all before are forgotten"


async def test_a_long_poll_returns_when_something_comes(api: Api, server: BotApiServer, sam: Person) -> None:
    poll = asyncio.create_task(api.ok("getUpdates", offset=1001, timeout=5))
    await asyncio.sleep(0.1)
    assert not poll.done()
    sam.says("now")
    assert [update["message"]["text"] for update in await asyncio.wait_for(poll, 1)] == ["now"]


async def test_a_long_poll_ends_empty(api: Api) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    assert await api.ok("getUpdates", timeout=1) == []
    assert 0.9 < loop.time() - start < 2


async def test_a_second_poll_throws_the_first_one_out(api: Api, sam: Person) -> None:
    first = asyncio.create_task(api.answer("getUpdates", offset=1001, timeout=5))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(api.ok("getUpdates", offset=1001, timeout=5))
    status, body = await asyncio.wait_for(first, 1)
    assert (status, body["error_code"]) == (409, 409)
    assert body["description"].startswith("Conflict: terminated by other getUpdates request")
    sam.says("to the second")
    assert len(await second) == 1


async def test_updates_are_kept_a_day_and_presses_150_seconds(
    api: Api, server: BotApiServer, clock: ShiftedClock, sam: Person
) -> None:
    shown = await api.ok("sendMessage", chat_id=sam.chat_id, text="Tap")
    sam.taps(sam.chat.messages[shown["message_id"]], "x")
    clock.travel(149)
    assert len(await api.ok("getUpdates")) == 2
    clock.travel(2)
    assert ["callback_query" in update for update in await api.ok("getUpdates")] == [False]
    clock.travel(24 * HOUR - 152)
    assert len(await api.ok("getUpdates")) == 1
    clock.travel(2)
    assert await api.ok("getUpdates") == []


async def test_only_the_kinds_asked_for_come(api: Api, sam: Person) -> None:
    assert len(await api.ok("getUpdates", allowed_updates=["callback_query"])) == 1, "asked for too late"
    sam.says("not wanted")
    sam.taps_nowhere("wanted")
    assert [list(update)[1] for update in await api.ok("getUpdates", offset=1001)] == ["callback_query"]


async def test_numbers_may_start_again_lower(api: Api, server: BotApiServer, sam: Person) -> None:
    assert await api.ok("getUpdates", offset=1001) == []
    server.updates.jump(17)
    sam.says("after a quiet week")
    assert numbers(await api.ok("getUpdates", offset=1001)) == [17], "an offset from the future is void"
    assert await api.ok("getUpdates", offset=18) == []


async def test_a_repeat_comes_once_more_whatever_the_offset(
    api: Api, server: BotApiServer, sam: Person
) -> None:
    [update] = await api.ok("getUpdates")
    for _ in range(3):
        server.updates.repeat(update, sam.chat_id)
    assert numbers(await api.ok("getUpdates", offset=1001)) == [1000, 1000, 1000]
    assert await api.ok("getUpdates", offset=1001) == []


async def test_any_dictionary_can_be_an_update(api: Api, sam: Person) -> None:
    sam.sends_update({"message": {"poison": True}})
    sam.sends_update({"update_id": 1500, "brand_new_kind": [1]})
    assert numbers(await api.ok("getUpdates")) == [1000, 1001, 1500]
    sam.says("next")
    assert numbers(await api.ok("getUpdates", offset=1501)) == [1501]
