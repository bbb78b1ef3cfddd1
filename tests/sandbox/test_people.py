"""What people do reaches the bot in Telegram's shapes: python-telegram-bot can read every one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from telegram import Update

from bot.sandbox.people import Person, split_text
from bot.sandbox.server import BotApiServer
from tests.sandbox.conftest import Api

DOINGS: dict[str, Callable[[Person], Any]] = {
    "text": lambda sam: sam.says("hello 😀 /help"),
    "edited_date": lambda sam: sam.edits("changed"),
    "sticker": lambda sam: sam.sends_sticker(),
    "voice": lambda sam: sam.sends_voice(),
    "photo": lambda sam: sam.sends_photo("look"),
    "document": lambda sam: sam.sends_document("../cv.pdf", "mine"),
    "contact": lambda sam: sam.sends_contact(),
    "location": lambda sam: sam.sends_location(),
    "poll": lambda sam: sam.sends_poll(),
    "forward_origin": lambda sam: sam.forwards("Dear applicant"),
}


@pytest.mark.parametrize("part", DOINGS)
async def test_each_kind_of_message(part: str, api: Api, sam: Person) -> None:
    DOINGS[part](sam)
    updates = await api.ok("getUpdates", offset=1001)
    parsed = Update.de_json(updates[-1], None)
    message = parsed.effective_message
    assert message is not None
    assert {"edited_date": "edit_date"}.get(part, part) in updates[-1][list(updates[-1])[1]]
    assert parsed.effective_user is not None
    assert parsed.effective_user.id == sam.chat_id


async def test_a_press_carries_the_message_as_it_stands(api: Api, sam: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    shown = await api.ok("sendMessage", chat_id=sam.chat_id, text="Which?", reply_markup=keyboard)
    sam.taps(sam.chat.messages[shown["message_id"]], "forged")
    [update] = await api.ok("getUpdates", offset=1001)
    assert update["callback_query"]["message"] == shown
    assert update["callback_query"]["data"] == "forged"


async def test_presses_without_a_message(api: Api, sam: Person) -> None:
    sam.taps_gone("old", message_id=7)
    sam.taps_nowhere("none")
    gone, nowhere = (Update.de_json(one, None) for one in await api.ok("getUpdates", offset=1001))
    assert gone.callback_query
    assert gone.callback_query.message
    assert not gone.callback_query.message.is_accessible
    assert nowhere.callback_query
    assert nowhere.callback_query.message is None


async def test_a_group_and_a_membership(api: Api, server: BotApiServer, sam: Person) -> None:
    group = server.add_group("Seekers")
    sam.adds_bot_to(group)
    sam.says("/start", group)
    joined, said = (Update.de_json(one, None) for one in await api.ok("getUpdates", offset=1001))
    assert joined.my_chat_member
    assert joined.my_chat_member.chat.type == "group"
    assert said.effective_chat
    assert said.effective_chat.id == group.chat_id < 0
    await api.ok("leaveChat", chat_id=group.chat_id)
    status, _ = await api.answer("sendMessage", chat_id=group.chat_id, text="still here?")
    assert status == 403


async def test_a_block_is_told_and_ends_with_the_next_word(api: Api, sam: Person) -> None:
    sam.blocks()
    status, body = await api.answer("sendMessage", chat_id=sam.chat_id, text="hello?")
    assert (status, body["description"]) == (403, "Forbidden: bot was blocked by the user")
    sam.says("I am back")
    kinds = [list(update)[1] for update in await api.ok("getUpdates", offset=1001)]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]
    await api.ok("sendMessage", chat_id=sam.chat_id, text="welcome back")


async def test_a_long_text_goes_out_in_pieces(api: Api, sam: Person) -> None:
    sam.says("é😀" * 3000)
    texts = [update["message"]["text"] for update in await api.ok("getUpdates", offset=1001)]
    assert "".join(texts) == "é😀" * 3000
    assert all(len(text.encode("utf-16-le")) // 2 <= 4096 for text in texts)
    assert split_text("") == [""]
