"""The sender in peace: what is put into the outbox arrives, in order, and is noted."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.server import BotApiServer
from bot.storage import messages, outbox, persons
from bot.storage.database import Database, Transaction
from bot.telegram.api import Upload
from bot.telegram.backlog import Backlog
from bot.telegram.lanes import Lanes, Row
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer
from bot.telegram.turnstile import Turnstile
from tests.telegram.post import Post, until


async def test_a_reply_arrives_is_noted_and_emptied(
    server: BotApiServer, post: Post, database: Database
) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    row = await post.put(chat, "<b>Hi</b>", payload={"text": "<b>Hi</b>", "parse_mode": "HTML"})
    sender.enqueue([row])
    await until(lambda: sender.idle)
    message = server.visible(chat)[-1]
    assert message.text == "Hi"
    assert post.settled == [(row.id, "sent")]

    def read(tx: Transaction) -> tuple[Any, ...]:
        person = persons.find(tx, chat)
        assert person is not None
        found = outbox.message_id_of(tx, row.id)
        return found, messages.recent(tx, person.id, 0.0), outbox.load_waiting(tx)

    assert await database.transact(read) == (message.message_id, [message.message_id], [])


async def test_a_chats_messages_keep_their_order_and_chats_do_not_wait_for_each_other(
    server: BotApiServer, post: Post
) -> None:
    chats = post.people(20)
    server.delay = 0.1
    sender = await post.sender(unlimited=True)
    begin = time.monotonic()
    rows = await post.put_all((chat, str(number)) for number in range(5) for chat in chats)
    for number in range(0, 100, 20):  # some of them while others of their chat are on their way
        sender.enqueue(rows[number : number + 20])
        await asyncio.sleep(0.03)
    await until(lambda: sender.idle)
    assert time.monotonic() - begin < 2
    for chat in chats:
        assert post.texts(chat) == list("01234")


async def test_edits_find_the_message_of_the_row_they_name(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    asked = await post.put(chat, payload={"text": "Well?", "reply_markup": keyboard})
    settled = await post.put(chat, method="editMessageReplyMarkup", payload={}, edits_id=asked.id)
    sender.enqueue([asked, settled])
    await until(lambda: sender.idle)
    assert server.visible(chat)[-1].labels == []
    await sender.stop(1)

    again = await post.sender()  # knows it from the database alone
    changed = await post.put(chat, method="editMessageText", payload={"text": "Well."}, edits_id=asked.id)
    again.enqueue([changed])
    await until(lambda: again.idle)
    assert post.texts(chat) == ["Well."]


async def test_an_edit_of_what_was_never_sent_is_skipped(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    server.faults.add("400")
    sender = await post.sender()
    asked = await post.put(chat, "Well?")
    changed = await post.put(chat, method="editMessageText", payload={"text": "x"}, edits_id=asked.id)
    sender.enqueue([asked, changed])
    await until(lambda: sender.idle)
    assert post.settled == [(asked.id, "failed"), (changed.id, "skipped")]
    assert server.calls("editMessageText") == []


async def test_many_results_are_noted_in_few_transactions(
    server: BotApiServer, post: Post, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    chats = post.people(60)
    sender = await post.sender(unlimited=True)
    rows = await post.put_all((chat, "x") for chat in chats)
    transactions = 0
    transact = database.transact

    async def counted(work: Any) -> Any:
        nonlocal transactions
        transactions += 1
        return await transact(work)

    monkeypatch.setattr(database, "transact", counted)
    sender.enqueue(rows)
    await until(lambda: sender.idle)
    assert set((await post.states()).values()) == {"sent"}
    assert transactions < 40


async def test_a_file_is_made_when_its_turn_comes(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)

    async def produce(row: Row) -> Upload | None:
        return Upload("rebound.zip", b"PK for " + str(row.person_id).encode(), "application/zip")

    async def nothing(row: Row) -> Upload | None:
        return None

    sender = await post.sender(producers={"export": produce, "gone": nothing})
    effect = {"session": "s", "key": "k"}
    wanted = await post.put(chat, method="sendDocument", payload={"producer": "export", "effect": effect})
    gone = await post.put(chat, method="sendDocument", payload={"producer": "gone"})
    sender.enqueue([wanted, gone])
    await until(lambda: sender.idle)
    document = server.visible(chat)[-1].payload["document"]
    assert server.world.files[document["file_id"]].content.startswith(b"PK for ")
    assert post.settled == [(wanted.id, "sent"), (gone.id, "skipped")]


async def test_a_file_that_cannot_be_made_fails_after_three_tries_and_others_go_on(post: Post) -> None:
    chat, other = post.people(2)
    tries = 0

    async def produce(row: Row) -> Upload | None:
        nonlocal tries
        tries += 1
        raise ValueError("private words")

    sender = await post.sender(producers={"export": produce}, factor=20)
    rows = [
        await post.put(chat, method="sendDocument", payload={"producer": "export"}),
        await post.put(chat, "after"),
        await post.put(other, "beside"),
    ]
    sender.enqueue(rows)
    await until(lambda: sender.idle)
    assert tries == 3
    assert sorted(post.settled) == [(rows[0].id, "failed"), (rows[1].id, "sent"), (rows[2].id, "sent")]


async def test_wrapped_parameters_are_sent_without_their_wrapping(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    own = server.visible(chat)[-1]
    sender = await post.sender()
    payload = {"params": {"message_id": own.message_id}, "effect": {"session": "s", "key": "k"}}
    sender.enqueue([await post.put(chat, method="deleteMessage", payload=payload)])
    await until(lambda: sender.idle)
    assert own.deleted
    assert server.calls("deleteMessage")[0].parameters == {"chat_id": chat, "message_id": own.message_id}


@pytest.mark.parametrize("in_memory", [True, False])
async def test_a_message_for_later_waits_for_the_clock(
    server: BotApiServer, post: Post, in_memory: bool
) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    row = await post.put(chat, "now")
    noon = server.clock.now() + 3600
    if in_memory:
        later = await post.put(chat, "later")
        sender.enqueue([row, replace(later, not_before=noon)])
    else:
        sender.enqueue([row])
        await until(lambda: sender.idle)
        await post.put_all([(chat, "later")], not_before=noon)
        sender.look_again()
    await asyncio.sleep(0.4)
    assert post.texts(chat) == ["now"]
    server.clock.travel(3601)  # type: ignore[attr-defined]
    sender.look_again()
    await until(lambda: post.texts(chat) == ["now", "later"])


@pytest.mark.fault("check-ins-in-one-minute")
async def test_replies_overtake_three_hundred_unasked_messages(server: BotApiServer, post: Post) -> None:
    chats = post.people(301)
    *crowd, person = chats
    sender = await post.sender()
    sender.enqueue(await post.put_all(((chat, "check-in") for chat in crowd), urgency=outbox.UNASKED))
    await until(lambda: len(server.calls("sendMessage")) >= 20)
    begin = time.monotonic()
    sender.enqueue([await post.put(person, "reply")])
    await until(lambda: post.texts(person) == ["reply"])
    assert time.monotonic() - begin < 1.5
    assert sum(1 for chat in crowd if post.texts(chat)) < 100


@pytest.mark.fault("check-ins-in-one-minute")
async def test_unasked_messages_never_take_every_place_on_the_way(server: BotApiServer, post: Post) -> None:
    *crowd, person = post.people(101)
    server.delay = 1.0
    sender = await post.sender(unlimited=True)
    sender.enqueue(await post.put_all(((chat, "check-in") for chat in crowd), urgency=outbox.UNASKED))
    await asyncio.sleep(0.3)
    sender.enqueue([await post.put(person, "reply")])
    await until(lambda: bool(server.calls("sendMessage", person)), 0.5)


@pytest.mark.fault("check-ins-in-one-minute")
async def test_more_unasked_messages_than_fit_into_memory_all_arrive_once(
    server: BotApiServer, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.backlog.IN_MEMORY", 20)
    chats = post.people(50)
    sender = await post.sender(unlimited=True, factor=10)
    for number in range(3):
        sender.enqueue(await post.put_all(((chat, str(number)) for chat in chats), urgency=outbox.UNASKED))
    await until(lambda: sender.idle, 20)
    for chat in chats:
        assert post.texts(chat) == ["0", "1", "2"]


async def test_an_unasked_message_that_comes_while_the_outbox_is_read_overtakes_nothing(
    post: Post, database: Database
) -> None:
    (chat,) = post.people(1)
    rows = await post.put_all(((chat, str(number)) for number in range(3)), urgency=outbox.UNASKED)
    lanes = Lanes()
    backlog = Backlog(database, lanes, Timer(), lambda _: False, lambda: None)
    reading = asyncio.create_task(backlog.load())
    await asyncio.sleep(0)
    backlog.add(rows[2:])
    await reading
    await backlog.load()
    (lane,) = lanes.all()
    assert [row.id for row in lane.waiting[outbox.UNASKED]] == [row.id for row in rows]


async def test_replies_stand_before_unasked_messages_even_of_their_own_chat(
    post: Post, database: Database
) -> None:
    chats = post.people(3)
    check_ins = await post.put_all(((chat, "check-in") for chat in chats), urgency=outbox.UNASKED)
    reply = await post.put(chats[1], "reply")
    lanes, timer = Lanes(), Timer()
    turnstile = Turnstile(lanes, Pace(timer.now), post.server.clock, timer, lambda: None)
    for row in (*check_ins, reply):
        lanes.add(row)
    order = []
    while lane := turnstile.next():
        order.append(lane.waiting[lane.through or 0][0].id)
        lanes.remove(lane, lane.waiting[lane.through or 0][0])
        turnstile.leave(lane)
    assert order == [reply.id, *(row.id for row in check_ins)]


async def test_an_immediate_message_passes_everything(server: BotApiServer, post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    sender.enqueue(await post.put_all((chat, str(number)) for number in range(10)))
    begin = time.monotonic()
    result = await sender.send_now(chat, "sendMessage", {"text": "card"})
    assert time.monotonic() - begin < 0.5
    assert result["text"] == "card"
    assert len(post.texts(chat)) <= 4


async def test_an_erased_persons_message_on_its_way_does_no_harm(
    server: BotApiServer, post: Post, database: Database
) -> None:
    leaving, staying = post.people(2)
    gate = asyncio.Event()
    server.on_request(lambda request: gate.wait(), "sendMessage")  # type: ignore[arg-type, return-value]
    sender = await post.sender()
    rows = await post.put_all([(leaving, "x"), (staying, "y")])
    sender.enqueue(rows)
    await until(lambda: len(server.calls("sendMessage")) == 2)

    def erase(tx: Transaction) -> None:
        person = persons.find(tx, leaving)
        assert person is not None
        tx.connection.exec_driver_sql("DELETE FROM persons WHERE id = ?", (person.id,))

    await database.transact(erase)
    gate.set()
    await until(lambda: sender.idle)
    assert await post.states() == {rows[1].id: "sent"}
