"""Crisis words in every kind of step: the card is the first thing sent, at once, whatever else fails."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.sandbox.chats import Message
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer, Request
from conversations.all import CATALOG
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.records import Win
from tests.faults.driver import Visitor, at_rest, data_of
from tests.faults.test_turns_fail import break_turns, fill_disk
from tests.rebound import Rebound, rebound

CRISIS = "I want to kill myself"


def is_card(message: Message) -> bool:
    """Return whether a message is the card that shows people to talk to."""
    return "sos.0.stop" in data_of(message)


async def sees_card_first(visitor: Visitor, act: Callable[[], Awaitable[object]]) -> None:
    """Do something that calls for help: the card is the first message that comes, within a second."""
    sent: list[Request] = []
    visitor.bot.server.on_answer(sent.append, "sendMessage")
    started = time.monotonic()
    await act()
    while not sent:
        assert time.monotonic() - started < 1, "no card within a second"
        await asyncio.sleep(0.005)
    message = visitor.chat.chat.messages[sent[0].result["message_id"]]
    assert is_card(message), visitor.chat.transcript()
    assert message.text


async def ask_all(visitor: Visitor, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open a conversation that stands at a question of this kind."""

    def wins(ask: Dialogue, facts: Facts) -> None:
        match kind:
            case "text":
                ask.record("win", Win(ask.text("win")))
            case "unkept":
                ask.text("win", keep=False)
            case "choice":
                ask.choice("next", ("another", "enough"))
            case "pick":
                ask.record("win", Win(ask.pick("win", ("did", "learned")).value))
            case "several":
                ask.record("win", Win(ask.several("win", ("did", "learned"))[0].value))
            case "scale":
                ask.scale("win", 0, 10)
            case "confirm":
                ask.confirm("win")
            case "date":
                ask.date("win")
            case "review":
                ask.record("win", Win(ask.review("win", "a draft", ("keep",))[1]))
        ask.text("kept")

    known = visitor.bot.bot.service.turns
    monkeypatch.setattr(known, "catalog", {**CATALOG, "wins": replace(CATALOG["wins"], function=wins)})
    await visitor.begins("/wins")


KINDS = ("text", "unkept", "choice", "pick", "several", "scale", "confirm", "date", "review")


@pytest.mark.fault("crisis-in-every-kind-of-question")
@pytest.mark.parametrize("kind", KINDS)
async def test_crisis_words_at_every_kind_of_question(
    visitor: Visitor, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ask_all(visitor, kind, monkeypatch)
    await sees_card_first(visitor, lambda: visitor.chat.says(f"{CRISIS} over this"))
    await at_rest(visitor.bot)
    assert sum(is_card(m) for m in visitor.chat.chat.visible()) == 1
    rows = await visitor.rows()
    assert rows["persons"][0]["quiet_until"] > visitor.bot.clock.now() + 71 * 3600
    kept = any(f"{CRISIS} over this" in str(row["payload"]) for row in rows.get("entries", []))
    assert kept == (kind in ("text", "pick", "several"))
    if kind == "unkept":
        assert CRISIS not in str(rows)
    asked = await visitor.open()
    assert asked
    assert (asked.prompt.key == "kept") == (kind in ("text", "unkept", "pick", "several"))


def _sends_poll(person: Person) -> None:
    """Send the usual poll, with a question that calls for help."""
    poll = {**person.sends_poll().payload["poll"], "question": CRISIS}
    person.updates.waiting[-1].update["message"] |= {"poll": poll}


@pytest.mark.fault("crisis-elsewhere")
@pytest.mark.parametrize(
    "where",
    ["before-consent", "idle", "delete", "edited", "caption", "document", "command", "poll", "forwarded"],
)
async def test_crisis_words_in_every_place(visitor: Visitor, where: str) -> None:
    person, chat = visitor.chat.person, visitor.chat
    if where == "before-consent":
        await visitor.says("/start")
    elif where == "idle":
        await visitor.consents()
    else:
        await visitor.begins("/delete" if where == "delete" else "/wins")
    if where == "edited":
        await visitor.says("I asked a good question")
    acts: dict[str, Callable[[], object]] = {
        "edited": lambda: person.edits(CRISIS),
        "caption": lambda: person.sends_photo(CRISIS),
        "document": lambda: person.sends_document("a.pdf", CRISIS),
        "command": lambda: person.says(f"/wins {CRISIS}"),
        "poll": lambda: _sends_poll(person),
        "forwarded": lambda: person.forwards(CRISIS),
    }  # fmt: skip
    await sees_card_first(visitor, lambda: chat.does(acts.get(where, lambda: person.says(CRISIS))))
    await at_rest(visitor.bot)
    rows = await visitor.rows()
    if where == "before-consent":
        assert CRISIS not in str(rows)
        assert rows["persons"][0]["quiet_until"] is None
    else:
        assert rows["persons"][0]["quiet_until"] is not None
    assert sum(is_card(message) for message in chat.chat.visible()) == 1


@pytest.mark.fault("crisis-with-the-engine-raising")
async def test_the_card_comes_once_while_every_turn_raises(
    bot: Rebound, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    break_turns(monkeypatch, visitor.id)
    await sees_card_first(visitor, lambda: visitor.chat.says(CRISIS))
    await at_rest(bot)
    assert sum(is_card(message) for message in visitor.chat.chat.visible()) == 1


@pytest.mark.fault("crisis-in-a-poison-update")
async def test_the_card_comes_for_an_update_that_cannot_be_read(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    poison = {"message": {"chat": {"id": visitor.id, "type": "private"}, "text": CRISIS}}
    chat = visitor.chat
    await sees_card_first(visitor, lambda: chat.does(lambda: chat.person.sends_update(poison)))
    await at_rest(bot)


@pytest.mark.fault("crisis-with-the-disk-full")
async def test_the_card_comes_with_the_database_full_and_its_buttons_work(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/wins")
    await fill_disk(bot)
    filler = bot.server.add_person("Filler")
    for number in range(12):
        filler.says(f"/start {number}")
        filler.says("x" * 4000)
    await asyncio.sleep(0.5)
    await sees_card_first(visitor, lambda: visitor.chat.says(CRISIS))
    card = next(m for m in visitor.chat.sees if is_card(m))
    country = next(d for d in data_of(card) if ".country-" in d)
    await visitor.chat.taps_data(country, card)
    started = time.monotonic()
    while not visitor.chat.sees:
        assert time.monotonic() - started < 1.5
        await asyncio.sleep(0.005)
    await fill_disk(bot, -1)
    await at_rest(bot)


@pytest.mark.fault("crisis-after-misunderstood")
async def test_after_you_misunderstood_the_screening_goes_on(visitor: Visitor) -> None:
    await visitor.begins("/wins")
    for _ in range(3):
        await sees_card_first(visitor, lambda: visitor.chat.says(CRISIS))
        await visitor.chat.sees_next()
        await visitor.taps("misread")
        assert await visitor.open() is not None


@pytest.mark.fault("crisis-card-after-a-restart")
@pytest.mark.parametrize("slug", ["go", "stop", "misread", "countries", "country-gb"])
async def test_a_cards_buttons_work_after_a_restart(server: BotApiServer, data: Path, slug: str) -> None:
    async with rebound(data, server) as bot:
        visitor = Visitor(bot)
        await visitor.begins("/rejected")
        await visitor.says(CRISIS)
        await at_rest(bot)
        card = next(m for m in visitor.chat.chat.visible() if is_card(m))
    async with rebound(data, server) as again:
        back = Visitor(again, chat=visitor.chat)
        visitor.chat.idle = again._is_idle
        assert await back.presses(f"sos.0.{slug}", card)
        asked = await back.open()
        rows = await back.rows()
        assert (asked is None) == (slug == "stop")
        assert rows["persons"][0]["country"] == ("GB" if slug == "country-gb" else None)
        if slug.startswith("countr"):
            assert is_card(back.chat.sees[-1])


def test_the_kinds_are_all_there_are() -> None:
    asking = {"text", "choice", "pick", "several", "scale", "confirm", "date", "review"}
    assert set(KINDS) - {"unkept"} == asking
    assert {name for name in vars(Dialogue) if not name.startswith("_")} == asking
