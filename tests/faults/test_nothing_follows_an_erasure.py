"""What waits to be sent goes with whoever is erased; what cannot be stored or deleted is told as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.sandbox.errors import bad_request
from bot.sandbox.faults import REFUSALS
from bot.sandbox.server import BotApiServer
from conversations.all import CATALOG
from conversations.burn import burn
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import line
from conversations.texts import load_texts
from tests.faults.driver import Visitor, at_rest, until
from tests.rebound import Rebound, rebound

CANARY = "canary5513"


@pytest.mark.fault("delete-while-messages-wait")
async def test_what_waits_to_be_sent_is_not_sent_after_an_erasure(server: BotApiServer, data: Path) -> None:
    async with rebound(data, server) as bot:
        visitor = Visitor(bot)
        await visitor.begins("/wins")
        server.faults.add("429", method="sendMessage", chat_id=visitor.id, times=1, retry_after=2)
        for words in ("/help", f"I kept going, {CANARY}", "/delete"):
            visitor.chat.person.says(words)
        await until(lambda: not server.updates.waiting)
        asked = await visitor.open()
        assert asked
        assert asked.conversation == "delete"
        tapped = next(m for m in reversed(visitor.chat.chat.visible()) if m.keyboard)
        visitor.chat.person.taps(tapped, f"{asked.session}.{asked.turn}.yes")
        await at_rest(bot)
        said = [message for message in visitor.chat.chat.visible() if message.from_bot]
        assert len(said) == 1, visitor.chat.transcript()
        assert not said[0].keyboard


@pytest.mark.fault("id-too-large-to-store")
async def test_an_id_that_cannot_be_stored_is_set_aside_and_others_go_on(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    chat = {"id": 2**70, "type": "private"}
    visitor.chat.person.sends_update({"message": {"message_id": 1, "date": 0, "chat": chat, "text": "x"}})
    await visitor.says("I kept going")
    await at_rest(bot)
    assert "entries" in await visitor.rows()


@pytest.mark.fault("burnt-words-cannot-be-deleted")
async def test_burnt_words_that_telegram_keeps_are_not_said_to_be_gone(
    bot: Rebound, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wins(ask: Dialogue, facts: Facts) -> None:
        with ask.within("tool", "burn", texts="burn"):
            burn(ask, facts)

    monkeypatch.setattr(
        bot.bot.service.turns, "catalog", {**CATALOG, "wins": replace(CATALOG["wins"], function=wins)}
    )
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    refusal = bad_request("message can't be deleted for everyone (scripted fault)")
    monkeypatch.setitem(REFUSALS, "400", refusal)
    bot.server.faults.add("400", method="deleteMessage")
    await visitor.says(CANARY)
    await at_rest(bot)
    said = load_texts().phrase(line("burn-still-there"))
    assert said in "\n".join(message.text for message in visitor.chat.chat.visible())
