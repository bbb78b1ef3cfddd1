"""Editing, deleting, and answering presses."""

from __future__ import annotations

from typing import Any

import pytest

from bot.clock import ShiftedClock
from bot.sandbox.people import Person
from tests.sandbox.conftest import Api

DAY = 86_400
MARKUP = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}


@pytest.fixture
async def sent(api: Api, sam: Person) -> dict[str, Any]:
    """A message of the bot's with a keyboard: the parameters that name it."""
    message = await api.ok("sendMessage", chat_id=sam.chat_id, text="Well?", reply_markup=MARKUP)
    return {"chat_id": sam.chat_id, "message_id": message["message_id"]}


async def test_an_edit_replaces_text_and_keyboard(api: Api, sam: Person, sent: dict[str, Any]) -> None:
    await api.ok("editMessageText", **sent, text="<b>Well</b> then", parse_mode="HTML")
    shown = sam.chat.visible()[-1]
    assert (shown.text, shown.labels) == ("Well then", [])
    assert shown.payload["edit_date"] >= shown.date
    assert shown.versions[0]["text"] == "Well?"


async def test_a_keyboard_can_go_alone(api: Api, sam: Person, sent: dict[str, Any]) -> None:
    await api.ok("editMessageReplyMarkup", **sent)
    assert (sam.chat.visible()[-1].text, sam.chat.visible()[-1].labels) == ("Well?", [])
    assert (await api.refused("editMessageReplyMarkup", **sent)).startswith("message is not modified")


async def test_edits_that_are_refused(api: Api, sam: Person, sent: dict[str, Any]) -> None:
    same = await api.refused("editMessageText", **sent, text=" Well? ", reply_markup=MARKUP)
    assert same.startswith("message is not modified: specified new message content and reply markup")
    gone = await api.refused("editMessageText", chat_id=sam.chat_id, message_id=99, text="x")
    assert gone == "message to edit not found"
    own = sam.chat.visible()[0].message_id
    foreign = await api.refused("editMessageText", chat_id=sam.chat_id, message_id=own, text="x")
    assert foreign == "message can't be edited"
    assert await api.refused("editMessageText", **sent, text=" ") == "message text is empty"
    nameless = await api.refused("editMessageText", chat_id=sam.chat_id, text="x")
    assert nameless == "message identifier is not specified"
    no_caption = await api.refused("editMessageCaption", **sent, caption="x")
    assert no_caption == "there is no caption in the message to edit"


async def test_deleting_within_48_hours(
    api: Api, sam: Person, sent: dict[str, Any], clock: ShiftedClock
) -> None:
    own = sam.chat.visible()[0].message_id
    clock.travel(2 * DAY - 60)
    await api.ok("deleteMessage", chat_id=sam.chat_id, message_id=own)
    assert [message.from_bot for message in sam.chat.visible()] == [True]
    assert await api.refused("deleteMessage", chat_id=sam.chat_id, message_id=own) == (
        "message to delete not found"
    )
    clock.travel(61)
    assert "message can't be deleted" in await api.refused("deleteMessage", **sent)


async def test_deleting_many(api: Api, sam: Person, sent: dict[str, Any], clock: ShiftedClock) -> None:
    chat = sam.chat_id
    numbers = [message.message_id for message in sam.chat.visible()]
    await api.ok("deleteMessages", chat_id=chat, message_ids=[*numbers, 77])
    assert sam.chat.visible() == []
    assert "not specified" in await api.refused("deleteMessages", chat_id=chat, message_ids=[])
    assert "too many" in await api.refused("deleteMessages", chat_id=chat, message_ids=list(range(101)))
    old = sam.says("old").message_id
    clock.travel(2 * DAY)
    young = sam.says("young").message_id
    assert "can't" in await api.refused("deleteMessages", chat_id=chat, message_ids=[young, old])
    assert len(sam.chat.visible()) == 2, "one that is too old keeps them all"


async def test_a_press_is_answered_once_within_150_seconds(
    api: Api, sam: Person, sent: dict[str, Any], clock: ShiftedClock
) -> None:
    message = sam.chat.messages[sent["message_id"]]
    press = sam.taps(message, "a")
    too_long = await api.refused("answerCallbackQuery", callback_query_id=press.query_id, text="x" * 201)
    assert too_long == "MESSAGE_TOO_LONG"
    clock.travel(149)
    await api.ok("answerCallbackQuery", callback_query_id=press.query_id, text="x" * 200, show_alert=True)
    assert (press.answered, press.alert, press.text) == (True, True, "x" * 200)
    assert "query is too old" in await api.refused("answerCallbackQuery", callback_query_id=press.query_id)
    late = sam.taps(message, "a")
    clock.travel(151)
    for query in (press.query_id, late.query_id, "made-up"):
        reason = await api.refused("answerCallbackQuery", callback_query_id=query)
        assert reason == "query is too old and response timeout expired or query ID is invalid"
