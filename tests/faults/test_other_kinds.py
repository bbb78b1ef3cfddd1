"""Groups, and everything that is not a new text: each is answered kindly, and nothing of it is stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from bot.sandbox.people import Person
from bot.storage.transaction import Transaction
from tests.faults.driver import Visitor, at_rest, count_rows
from tests.rebound import Rebound

CANARY = "canary7391"
KINDS: dict[str, Callable[[Person], object]] = {
    "sticker": lambda person: person.sends_sticker(),
    "voice": lambda person: person.sends_voice(),
    "photo": lambda person: person.sends_photo(CANARY),
    "document": lambda person: person.sends_document(f"{CANARY}.pdf", CANARY),
    "contact": lambda person: person.sends_contact(),
    "location": lambda person: person.sends_location(),
    "poll": lambda person: person.sends_poll(),
    "forwarded": lambda person: person.forwards(CANARY),
    "via-bot": lambda person: person.says(
        CANARY, via_bot={"id": 9, "is_bot": True, "first_name": "X"}, forward_origin=_origin()
    ),
}


def _origin() -> dict[str, object]:
    return {"type": "hidden_user", "sender_user_name": "R", "date": 1}


@pytest.mark.fault("not-words")
@pytest.mark.parametrize("open_question", [True, False], ids=["asked", "idle"])
async def test_what_is_no_new_text_is_answered_and_not_stored(visitor: Visitor, open_question: bool) -> None:
    await visitor.begins("/wins") if open_question else await visitor.consents()
    before = await visitor.open()
    for name, send in KINDS.items():
        if name in ("forwarded", "via-bot") and not open_question:
            continue  # these words are asked about like any
        await visitor.chat.does(partial(send, visitor.chat.person))
        assert any(message.text for message in await visitor.chat.sees_next()), name
        rows = await visitor.rows()
        assert CANARY not in str(rows), name
        assert "Pat" not in str(rows), name
        assert "entries" not in rows, name
        after = await visitor.open()
        assert (after and after.prompt) == (before and before.prompt), name


@pytest.mark.fault("edited-message")
async def test_an_edit_of_an_old_message_changes_nothing(visitor: Visitor) -> None:
    await visitor.begins("/wins")
    first = await visitor.chat.says("I asked a good question")
    await visitor.chat.sees_next()
    await visitor.taps("another")
    await visitor.says("I kept going")
    before = (await visitor.rows())["entries"]
    await visitor.chat.edits(f"{CANARY} is what I meant", first)
    assert await visitor.chat.sees_next()
    rows = await visitor.rows()
    assert rows["entries"] == before
    assert CANARY not in str(rows)


@pytest.mark.fault("edited-before-consent")
async def test_an_edit_before_the_consent_leads_to_the_welcome(visitor: Visitor) -> None:
    await visitor.says("hello")
    await visitor.chat.edits(CANARY)
    assert await visitor.chat.sees_next()
    assert CANARY not in str(await visitor.rows())


@pytest.mark.fault("group")
async def test_a_group_gets_one_line_and_nothing_is_stored_about_it(bot: Rebound) -> None:
    person = bot.server.add_person("Sam")
    group = bot.server.add_group("Job seekers")
    before = await bot.look(count_rows)
    person.adds_bot_to(group)
    person.says(f"{CANARY} I was rejected", group)
    person.says("I want to kill myself", group)
    await at_rest(bot)
    said = [message for message in bot.server.visible(group.chat_id) if message.from_bot]
    assert len(said) == 1
    assert not said[0].keyboard
    assert not [m for m in bot.server.visible(person.chat_id) if m.from_bot]
    after = await bot.look(count_rows)
    assert after.pop("updates") > before.pop("updates")
    assert after == before

    def everything(tx: Transaction) -> str:
        tables = tx.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in tables.all()]
        return str([tx.connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in names])

    kept = await bot.look(everything)
    assert str(group.chat_id) not in kept
    assert CANARY not in kept


@pytest.mark.fault("group")
async def test_a_button_pressed_in_a_group_does_nothing(bot: Rebound) -> None:
    person = bot.server.add_person("Sam")
    group = bot.server.add_group("Job seekers")
    person.adds_bot_to(group)
    await at_rest(bot)
    said = next(message for message in bot.server.visible(group.chat_id) if message.from_bot)
    press = person.taps(said, "hello.0.adult-no")
    await at_rest(bot)
    assert press.answered
    assert (await bot.look(count_rows))["persons"] == 0
