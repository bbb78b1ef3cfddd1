"""python-telegram-bot works against the server, and tests/chat.py against a bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import telegram
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.server import BotApiServer
from tests.chat import ChatPerson
from tests.sandbox.echo import PNG, EchoBot


@pytest.fixture
async def library(server: BotApiServer) -> AsyncIterator[Bot]:
    """The library's client."""
    async with Bot(server.token, base_url=f"{server.base_url}/bot") as bot:
        yield bot


async def test_the_library_sends_edits_and_answers(library: Bot, server: BotApiServer) -> None:
    sam = server.add_person("Sam")
    sam.says("/start")
    assert (await library.get_me()).is_bot
    [update] = await library.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
    assert update.message
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    sent = await library.send_message(sam.chat_id, "<b>Hi</b>", parse_mode="HTML", reply_markup=markup)
    assert [entity.type for entity in sent.entities] == ["bold"]
    press = sam.taps(sam.chat.messages[sent.message_id], "y")
    [tapped] = await library.get_updates(offset=update.update_id + 1, timeout=1)
    assert tapped.callback_query
    await tapped.callback_query.answer("noted")
    await tapped.callback_query.edit_message_text("done")
    assert (press.text, sam.chat.visible()[-1].text) == ("noted", "done")
    await library.send_photo(sam.chat_id, PNG, caption="dot")
    await library.send_document(sam.chat_id, b"all", filename="all.txt")
    await library.set_my_commands([("help", "Help")])
    assert [command.command for command in await library.get_my_commands()] == ["help"]
    await library.delete_messages(sam.chat_id, [message.message_id for message in sam.chat.visible()])
    assert sam.chat.visible() == []


async def test_the_library_understands_refusals(library: Bot, server: BotApiServer) -> None:
    sam = server.add_person("Sam")
    sam.says("/start")
    with pytest.raises(telegram.error.BadRequest, match="Chat not found"):
        await library.send_message(999, "x")
    server.faults.add("429", retry_after=3)
    with pytest.raises(telegram.error.RetryAfter):
        await library.send_message(sam.chat_id, "x")
    sam.blocks()
    with pytest.raises(telegram.error.Forbidden):
        await library.send_message(sam.chat_id, "x")
    with pytest.raises(telegram.error.InvalidToken):
        await Bot("1:wrong", base_url=f"{server.base_url}/bot").initialize()


async def test_a_person_of_the_driver(server: BotApiServer) -> None:
    async with EchoBot(server.base_url, server.token):
        sam, kim = ChatPerson(server, "Sam"), ChatPerson(server, "Kim")
        await sam.says("/start")
        [question] = await sam.sees_next()
        assert (question.text, sam.reads) == ("Shall we?", "Shall we?")
        assert sam.buttons() == ["Yes", "No", "Warn me", "Copy it"]
        await sam.taps("Yes")
        changed, following = await sam.sees_next()
        assert (changed.text, following.text) == ("Shall we?\n\nYou chose yes.", "And now?")
        assert sam.notices == ["noted: yes"]
        with pytest.raises(AssertionError, match="no button 'Never'"):
            await sam.taps("Never")
        await sam.edits("/start again")
        assert [message.text for message in await sam.sees_next()] == ["you changed it to /start again"]
        await sam.sends_photo("look")
        assert (await sam.sees_next())[0].text == "you said look"
        assert kim.transcript() == ""
        await kim.sees_nothing(0.05)
        assert "Bot: And now?\n      [Again] [Enough]" in sam.transcript()


async def test_silence_is_noticed(server: BotApiServer) -> None:
    sam = ChatPerson(server, "Sam")
    await sam.says("anybody?")
    with pytest.raises(AssertionError, match=r"nothing settled[\s\S]*Sam: anybody\?"):
        await sam.sees_next(timeout=0.2)
