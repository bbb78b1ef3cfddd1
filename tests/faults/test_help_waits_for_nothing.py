"""Crisis help waits for nothing: no update before it, no full disk, no stop of the program in the middle."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.server import BotApiServer
from tests.faults.driver import Visitor, at_rest, until
from tests.faults.test_safety import CRISIS, is_card, sees_card_first
from tests.faults.test_turns_fail import break_turns, fill_disk
from tests.rebound import Rebound, rebound


def cards(visitor: Visitor) -> int:
    """Return how many cards the chat shows."""
    return sum(is_card(message) for message in visitor.chat.chat.visible())


@pytest.mark.fault("crisis-behind-updates-that-are-held")
async def test_the_card_does_not_wait_for_earlier_words_that_a_full_disk_holds(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    await fill_disk(bot)
    for _ in range(12):
        visitor.chat.person.says("x" * 4000)
    await asyncio.sleep(0.5)
    await sees_card_first(visitor, lambda: visitor.chat.says(CRISIS))
    await fill_disk(bot, -1)
    await at_rest(bot)
    assert cards(visitor) == 1


@pytest.mark.fault("crisis-behind-updates-that-fail")
async def test_the_card_does_not_wait_for_earlier_updates_that_fail(
    bot: Rebound, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    break_turns(monkeypatch, visitor.id)
    for _ in range(5):
        visitor.chat.person.says("I kept going")
    await sees_card_first(visitor, lambda: visitor.chat.says(CRISIS))
    await at_rest(bot, 20)
    assert cards(visitor) == 1


@pytest.mark.fault("crisis-and-a-stop")
async def test_a_stop_while_the_card_meets_trouble_does_not_lose_it(server: BotApiServer, data: Path) -> None:
    async with rebound(data, server) as bot:
        visitor = Visitor(bot)
        await visitor.begins("/wins")
        server.faults.add("500", method="sendMessage", chat_id=visitor.id, times=3)
        visitor.chat.person.says(CRISIS)
        await until(lambda: bool([r for r in server.calls("sendMessage") if r.status == 500]))
    async with rebound(data, server) as again:
        await at_rest(again)
        assert cards(visitor)


@pytest.mark.fault("crisis-in-an-outage-with-the-disk-full")
async def test_the_card_is_tried_until_it_gets_out(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    bot.server.faults.add("500", method="sendMessage", chat_id=visitor.id, times=4)
    await fill_disk(bot)
    for _ in range(12):
        visitor.chat.person.says("x" * 4000)
    visitor.chat.person.says(CRISIS)
    await until(lambda: cards(visitor) == 1 or len(bot.server.calls("sendMessage")) > 6, 10)
    await fill_disk(bot, -1)
    await at_rest(bot, 20)
    assert cards(visitor) == 1


@pytest.mark.fault("crisis-in-an-edited-caption")
async def test_crisis_words_in_an_edited_caption_are_followed_by_quiet_days(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    person = visitor.chat.person
    await visitor.chat.does(lambda: person.sends_photo("a view"))
    await visitor.chat.sees_next()
    now, chat = int(bot.clock.now()), {"id": visitor.id, "type": "private", "first_name": "Sam"}
    size = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}
    edited: dict[str, Any] = {"message_id": 1, "date": now, "edit_date": now, "chat": chat, "photo": [size]}
    update = {"edited_message": {**edited, "caption": CRISIS}}
    await sees_card_first(visitor, lambda: visitor.chat.does(lambda: person.sends_update(update)))
    await at_rest(bot)
    assert (await visitor.rows())["persons"][0]["quiet_until"] is not None
