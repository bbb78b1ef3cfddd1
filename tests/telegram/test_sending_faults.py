"""The sender in trouble: refusals, outages, crashes and a database that takes nothing."""

from __future__ import annotations

import asyncio
import time
from io import StringIO
from typing import Any

import pytest

from bot.sandbox.server import BotApiServer
from bot.storage import outbox, persons
from bot.storage.database import Database
from bot.telegram.api import BotApi
from bot.telegram.errors import Unauthorized
from tests.telegram.post import TOKEN, Post, until

UNASKED = outbox.UNASKED


@pytest.mark.fault("429-one-chat")
async def test_a_refused_chat_waits_alone_and_keeps_its_order(server: BotApiServer, post: Post) -> None:
    hasty, other = post.people(2)
    server.faults.add("429", chat_id=hasty, retry_after=1)
    sender = await post.sender()
    begin = time.monotonic()
    sender.enqueue(await post.put_all([(hasty, "1"), (other, "a"), (hasty, "2"), (other, "b")]))
    await until(lambda: post.texts(other) == ["a", "b"])
    assert time.monotonic() - begin < 0.8
    assert post.texts(hasty) == []
    await until(lambda: sender.idle)
    assert time.monotonic() - begin >= 1.0
    assert post.texts(hasty) == ["1", "2"]
    assert len(server.calls("sendMessage", hasty)) == 3


@pytest.mark.fault("429-flood")
async def test_a_flood_makes_everything_wait(server: BotApiServer, post: Post) -> None:
    *crowd, last = post.people(30)
    server.faults.add("429", times=3, retry_after=1)
    sender = await post.sender()
    sender.enqueue(await post.put_all((chat, "x") for chat in crowd[:3]))
    await until(lambda: len(server.calls("sendMessage")) == 3)
    await asyncio.sleep(0.1)
    sender.enqueue([await post.put(last, "x")])
    await asyncio.sleep(0.5)
    assert len(server.calls("sendMessage")) == 3
    await until(lambda: sender.idle)
    assert [post.texts(chat) for chat in (*crowd[:3], last)] == [["x"]] * 4


@pytest.mark.fault("403-blocked")
@pytest.mark.parametrize("kind", ["403", "403-deactivated", "400-chat"])
async def test_who_refuses_us_is_marked_and_left_alone(
    server: BotApiServer, post: Post, database: Database, kind: str
) -> None:
    gone, there = post.people(2)
    server.faults.add(kind, chat_id=gone, times=100)
    sender = await post.sender()
    rows = await post.put_all([(gone, "1"), (gone, "2"), (there, "x"), (gone, "3")])
    sender.enqueue(rows)
    await until(lambda: sender.idle)
    assert list((await post.states()).values()) == ["failed", "failed", "sent", "failed"]
    assert len(server.calls("sendMessage", gone)) == 1
    person = await database.transact(lambda tx: persons.find(tx, gone))
    other = await database.transact(lambda tx: persons.find(tx, there))
    assert person is not None
    assert other is not None
    assert person.blocked_at is not None
    assert other.blocked_at is None
    assert [outcome for _, outcome in sorted(post.settled)] == ["blocked", "blocked", "sent", "blocked"]


@pytest.mark.fault("400-entities")
async def test_markup_that_cannot_be_parsed_goes_out_plain_once(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    payload = {"text": "I &lt;3 <b>x</a> &amp; y", "parse_mode": "HTML"}
    sender.enqueue([await post.put(chat, payload=payload), await post.put(chat, "next")])
    await until(lambda: sender.idle)
    assert post.texts(chat) == ["I <3 x & y", "next"]
    server.faults.add("400-entities", times=100)
    sender.enqueue([await post.put(chat, payload=payload)])
    await until(lambda: sender.idle)
    assert [outcome for _, outcome in post.settled] == ["sent", "sent", "failed"]
    assert len(server.calls("sendMessage")) == 5


@pytest.mark.fault("not-modified")
async def test_edits_that_change_nothing_or_come_too_late_are_done(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    row = await post.put(chat, "same")
    edits: dict[str, Any] = {"method": "editMessageText", "payload": {"text": "same"}, "edits_id": row.id}
    sender.enqueue([row, await post.put(chat, **edits)])
    await until(lambda: sender.idle)
    server.world.delete(server.world.chats[chat], server.visible(chat)[-1])
    late = [
        await post.put(chat, **edits),
        await post.put(chat, method="deleteMessage", payload={}, edits_id=row.id),
        await post.put(chat, method="answerCallbackQuery", payload={"params": {"callback_query_id": "old"}}),
    ]
    sender.enqueue(late[:2])
    await until(lambda: sender.idle)
    assert [outcome for _, outcome in post.settled] == ["sent"] * 4
    assert await sender.send_now(None, "answerCallbackQuery", {"callback_query_id": "old"}) is None
    assert len(server.calls("answerCallbackQuery")) == 1


@pytest.mark.fault("timeout-after-acting")
@pytest.mark.parametrize("kind", ["timeout-after", "reset-after"])
async def test_when_the_answer_is_lost_a_reply_repeats_once_and_an_unasked_message_never(
    server: BotApiServer, post: Post, kind: str
) -> None:
    asking, asked = post.people(2)
    for chat in (asking, asked):
        server.faults.add(kind, chat_id=chat)
    sender = await post.sender()
    reply = await post.put(asking, "reply")
    check_in = await post.put(asked, "check-in", urgency=UNASKED)
    sender.enqueue([reply, check_in])
    await until(lambda: sender.idle)
    assert post.texts(asking) == ["reply", "reply"]
    assert post.texts(asked) == ["check-in"]
    assert await post.states() == {reply.id: "sent", check_in.id: "uncertain"}
    await sender.stop(1)
    again = await post.sender()
    await until(lambda: again.idle)
    assert (len(post.texts(asking)), len(post.texts(asked))) == (2, 1)


@pytest.mark.fault("ten-minutes-of-errors")
@pytest.mark.parametrize("kind", ["500", "502-html", "reset"])
async def test_ten_minutes_of_errors_lose_nothing(server: BotApiServer, post: Post, kind: str) -> None:
    factor = 150.0
    chats = post.people(40)
    sender = await post.sender(factor=factor)
    outage = server.faults.add(kind, times=1_000_000)
    begin = time.monotonic()
    rows = await post.put_all((chat, str(number)) for number in range(3) for chat in chats[:20])
    sender.enqueue(rows)
    await asyncio.sleep(20 / factor)
    sender.enqueue(await post.put_all(((chat, "check-in") for chat in chats[20:]), urgency=UNASKED))
    await asyncio.sleep(600 / factor - (time.monotonic() - begin))
    server.faults.clear()
    assert outage.struck < 300
    await until(lambda: sender.idle, 10)
    for chat in chats[:20]:
        assert post.texts(chat) == ["0", "1", "2"]
    for chat in chats[20:]:
        assert post.texts(chat) == ["check-in"]
    assert set((await post.states()).values()) == {"sent"}


@pytest.mark.fault("ten-minutes-of-errors")
async def test_errors_for_one_chat_are_retried_ever_more_seldom(server: BotApiServer, post: Post) -> None:
    unlucky, *others = post.people(100)
    server.faults.add("500", chat_id=unlucky, times=1_000_000)
    sender = await post.sender(factor=100)
    sender.enqueue([await post.put(unlucky, "x")])
    for other in others:  # somebody else always gets through
        sender.enqueue([await post.put(other, "x")])
        await until(lambda: bool(post.texts(other)))  # noqa: B023
        await asyncio.sleep(0.005)
    assert 3 <= len(server.calls("sendMessage", unlucky)) <= 30
    server.faults.clear()
    await until(lambda: post.texts(unlucky) == ["x"])


@pytest.mark.fault("connection-refused")
async def test_a_server_that_cannot_be_reached_gets_everything_later(
    server: BotApiServer, post: Post, api: BotApi
) -> None:
    one, two = post.people(2)
    port = int(server.base_url.rsplit(":", 1)[1])
    await server.stop()
    sender = await post.sender(factor=10)
    sender.enqueue([await post.put(one, "reply"), await post.put(two, "check-in", urgency=UNASKED)])
    await asyncio.sleep(0.5)
    assert len(sender._lanes) == 2
    server._stopping.clear()
    await server.start(port)
    await until(lambda: sender.idle)
    assert (post.texts(one), post.texts(two)) == (["reply"], ["check-in"])


@pytest.mark.fault("401-while-running")
async def test_a_refused_token_ends_the_sender(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    server.faults.add("401")
    sender.enqueue([await post.put(chat, "x")])
    with pytest.raises(Unauthorized):
        await asyncio.wait_for(post.senders[-1][1], 5)
    assert list((await post.states()).values()) == ["waiting"]


@pytest.mark.fault("crisis-card-in-trouble")
async def test_an_immediate_message_is_retried_and_raises_nothing(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender(factor=20)
    for kind in ("500", "reset", "400-entities"):
        server.faults.add(kind)
    html = {"text": "<b>card</b>", "parse_mode": "HTML"}
    assert (await sender.send_now(chat, "sendMessage", html))["text"] == "card"
    server.faults.add("500", times=100)
    assert await sender.send_now(chat, "sendMessage", html) is None
    server.faults.clear()
    server.faults.add("429", retry_after=3600)
    assert await sender.send_now(chat, "sendMessage", html) is None
    assert html == {"text": "<b>card</b>", "parse_mode": "HTML"}


@pytest.mark.fault("token-in-logs")
async def test_neither_token_nor_words_stand_in_any_log(
    server: BotApiServer, post: Post, log: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "canary words <x>"
    kinds = ("500", "502-html", "reset", "timeout-before", "400", "400-entities", "429", "403", "401")
    chats = post.people(len(kinds))
    for kind, chat in zip(kinds, chats, strict=True):
        server.faults.add(kind, chat_id=chat, times=2)
    sender = await post.sender(factor=5)
    payload = {"text": words, "parse_mode": "HTML"}
    sender.enqueue([await post.put(chat, payload=payload) for chat in chats])
    await asyncio.wait({post.senders[-1][1]}, timeout=5)
    await sender.send_now(chats[0], "sendMessage", payload)
    out = capsys.readouterr()
    told = log.getvalue() + out.out + out.err
    assert "refused a message" in told
    assert TOKEN.split(":")[1] not in told
    assert "canary" not in told
