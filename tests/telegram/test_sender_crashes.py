"""The sender over restarts, kills, stops and a database that takes nothing."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from bot.sandbox.server import BotApiServer
from bot.storage import outbox
from bot.storage.database import Database, StorageBusy, StorageError, StorageFull
from bot.telegram.api import BotApi
from tests.telegram.post import Post, until

UNASKED = outbox.UNASKED


@pytest.mark.fault("restart-with-500-waiting")
async def test_five_hundred_waiting_at_a_restart_all_arrive_once(server: BotApiServer, post: Post) -> None:
    chats = post.people(100)
    await post.put_all((chat, str(number)) for number in range(3) for chat in chats)
    await post.put_all(((chat, str(number)) for number in range(3, 5) for chat in chats), urgency=UNASKED)
    server.delay = 0.01
    first = await post.sender(unlimited=True)
    await until(lambda: len(server.calls("sendMessage")) > 100)
    await first.stop(0.0)
    second = await post.sender(unlimited=True)
    await until(lambda: second.idle, 20)
    states = list((await post.states()).values())
    assert len(states) == 500
    assert set(states) <= {"sent", "uncertain"}
    for chat in chats:
        replies = [text for text in post.texts(chat) if text in "012"]
        assert list(dict.fromkeys(replies)) == ["0", "1", "2"]
        assert len(replies) <= 4  # the one cut off in mid-send may repeat
        unasked = [text for text in post.texts(chat) if text in "34"]
        assert len(unasked) == len(set(unasked))


@pytest.mark.fault("kill-between-200-and-mark")
async def test_after_a_kill_in_mid_send_replies_go_again_and_unasked_messages_do_not(
    server: BotApiServer, post: Post, api: BotApi, database: Database
) -> None:
    asking, asked = post.people(2)
    reply = await post.put(asking, "reply")
    check_in = await post.put(asked, "check-in", urgency=UNASKED)
    gate = asyncio.Event()
    server.on_answer(lambda request: gate.wait(), "sendMessage")  # type: ignore[arg-type, return-value]
    sender = await post.sender()
    await until(lambda: len(post.texts(asking) + post.texts(asked)) == 2)
    assert await post.states() == {reply.id: "waiting", check_in.id: "sending"}
    for worker in list(sender._workers):
        worker.cancel()  # as a kill does: nothing is noted any more
    sender._closed = True
    gate.set()
    again = await post.sender()
    await until(lambda: again.idle)
    assert (post.texts(asking), post.texts(asked)) == (["reply", "reply"], ["check-in"])
    assert await post.states() == {reply.id: "sent", check_in.id: "uncertain"}


@pytest.mark.fault("stop-with-work-waiting")
async def test_a_stop_in_the_rush_is_quick_and_loses_nothing(server: BotApiServer, post: Post) -> None:
    chats = post.people(50)
    server.delay = 0.2
    sender = await post.sender()
    sender.enqueue(await post.put_all((chat, "reply") for chat in chats))
    sender.enqueue(await post.put_all(((chat, "check-in") for chat in chats), urgency=UNASKED))
    await asyncio.sleep(0.1)
    begin = time.monotonic()
    await sender.stop(4)
    assert time.monotonic() - begin < 2.5
    # The replies went out as the pace allowed; check-ins were not begun any more.
    assert [post.texts(chat) for chat in chats] == [["reply"]] * 50
    sent = len(server.calls("sendMessage"))
    await asyncio.sleep(0.5)
    assert len(server.calls("sendMessage")) == sent
    again = await post.sender(unlimited=True)
    await until(lambda: again.idle, 10)
    for chat in chats:
        assert sorted(post.texts(chat)) == ["check-in", "reply"]


@pytest.mark.fault("disk-full")
@pytest.mark.parametrize("error", [StorageFull, StorageBusy])
async def test_what_was_sent_is_noted_when_the_database_takes_it_again(
    post: Post, database: Database, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    one, two = post.people(2)
    sender = await post.sender(factor=50)
    rows = [await post.put(one, "reply"), await post.put(two, "check-in", urgency=UNASKED)]
    transact = database.transact
    tries = 0

    async def full(work: Any) -> Any:
        nonlocal tries
        tries += 1
        raise error("rebound.sqlite3: no")

    monkeypatch.setattr(database, "transact", full)
    sender.enqueue(rows)
    await until(lambda: tries > 12)
    sender.look_again()  # the outbox still says that both wait
    await asyncio.sleep(0.2)
    assert (post.texts(one), post.texts(two)) == (["reply"], [])
    monkeypatch.setattr(database, "transact", transact)
    await until(lambda: sender.idle)
    assert (post.texts(one), post.texts(two)) == (["reply"], ["check-in"])
    assert set((await post.states()).values()) == {"sent"}


@pytest.mark.fault("background-task-dies")
async def test_a_database_that_is_broken_ends_the_sender(
    post: Post, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    (chat,) = post.people(1)
    sender = await post.sender(factor=100)
    row = await post.put(chat, "x")

    async def broken(work: Any) -> Any:
        raise StorageError("rebound.sqlite3: disk image is malformed")

    monkeypatch.setattr(database, "transact", broken)
    sender.enqueue([row])
    with pytest.raises(StorageError, match="malformed"):
        await asyncio.wait_for(post.senders[-1][1], 5)


@pytest.mark.fault("stop-with-work-waiting")
async def test_a_stopped_sender_begins_nothing(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    await sender.stop(1)
    row = await post.put(chat, "too late")
    sender.enqueue([row])
    await asyncio.sleep(0.2)
    assert (post.texts(chat), await post.states()) == ([], {row.id: "waiting"})
